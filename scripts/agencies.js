#!/usr/bin/env node
/**
 * Measures the suggested agencies 建议责任单位 against reports that name the agency after each item themselves.
 * Reads ../shared/corpus beside the checkout, or the folders given: `npm run agencies -- FOLDER…`, one file a place.
 * Every line that names agencies is an item: the suggestion is made from the line without the naming (and the line before it,
 * where the naming has a line of its own). Places are dealt into two halves by name, so that the catalogue is tuned on one only;
 * with --whole there is one table, for folders that nothing was tuned on. --misses lists what the tuned half lacks.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { yamlForEsbuild } from "./yaml.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const COMPILER = join(root, "src/compiler");
const PARTS = ["agency", "agency-catalogue", "agency-named"];

/** The compiler's own code, bundled in memory: nothing is measured but what the program runs. */
async function compiler() {
  const { outputFiles } = await build({
    stdin: { contents: PARTS.map((part) => `export * from "./${part}.ts";`).join(""), resolveDir: COMPILER },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [yamlForEsbuild],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** 县-保定-安国-2022.txt is of 安国, 嘉鱼.txt of 嘉鱼: reports of one place belong into one half. */
const placeOf = (file) =>
  file
    .replace(/\.txt$/, "")
    .split("-")
    .at(-2) ?? file.replace(/[-\d]*\.txt$/, "");
const halfOf = (place) => ([...place].reduce((sum, char) => sum + char.codePointAt(0), 0) % 2 ? "tuned" : "unseen");

function itemsIn(text, place, { namedAgencies, agenciesOf }) {
  const lines = text.split(/\r\n|\\r\\n|\n/);
  return lines.flatMap((line, at) => {
    const named = namedAgencies(line);
    // A lead that the catalogue does not know stays in: the suggestion missed it.
    const wanted = named?.agencies.map(agenciesOf) ?? [];
    if (!wanted.some((ids) => ids.length > 0)) return [];
    const own = line.slice(0, named.start) + line.slice(named.end);
    return [{ place, half: halfOf(place), text: own.trim().length > 5 ? own : `${lines[at - 1] ?? ""}`, wanted }];
  });
}

function bigrams(text) {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** The leads of the three items of other places that share most bigrams. */
function nearest(item, all) {
  const own = bigrams(item.text);
  const likeness = (other) => {
    const theirs = bigrams(other.text);
    return [...own].filter((pair) => theirs.has(pair)).length / Math.sqrt(own.size * theirs.size + 1);
  };
  const others = all.filter(({ place }) => place !== item.place).map((other) => ({ other, like: likeness(other) }));
  const leads = others.sort((a, b) => b.like - a.like).map(({ other }) => other.wanted[0][0]);
  return [...new Set(leads)].slice(0, 3);
}

function commonest(all) {
  const counts = new Map();
  for (const { wanted } of all) counts.set(wanted[0][0], (counts.get(wanted[0][0]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function row(name, items, suggest) {
  const share = (hit) => (items.filter((item) => hit(suggest(item), item.wanted)).length / items.length).toFixed(3);
  return {
    method: name,
    items: items.length,
    "hit@1": share((ids, [lead]) => lead.includes(ids[0])),
    "hit@3": share((ids, [lead]) => ids.some((id) => lead.includes(id))),
    "any@3": share((ids, wanted) => ids.some((id) => wanted.flat().includes(id))),
  };
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const places = (folders.length > 0 ? folders : [join(root, "..", "shared", "corpus")]).filter((path) =>
  existsSync(path),
);
const agency = await compiler();
// A body that the item itself begins with (各县（市、区）) may stand for several of the catalogue, or for none.
const suggest = ({ text }) =>
  agency.suggestAgencies(text, { heading: null }).map((one) => agency.agenciesOf(one.agency)[0] ?? one.agency);
const items = places.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) => itemsIn(readFileSync(join(folder, file), "utf8"), placeOf(file), agency)),
);

if (items.length === 0) console.log("没有点名责任单位的报告：放在 ../shared/corpus，或把文件夹写在命令后面。");
for (const half of process.argv.includes("--whole") ? ["whole"] : ["tuned", "unseen"]) {
  const some = items.filter((item) => half === "whole" || item.half === half);
  if (some.length === 0) continue;
  const common = commonest(items);
  console.log(`\n${half}: ${new Set(some.map(({ place }) => place)).size} places`);
  console.table([
    row("catalogue", some, suggest),
    row("most frequent", some, () => common.slice(0, 3)),
    row("nearest by bigram", some, (item) => nearest(item, items)),
  ]);
}
if (process.argv.includes("--misses"))
  for (const item of items.filter((one) => one.half === "tuned"))
    if (!suggest(item).some((id) => item.wanted[0].includes(id)))
      console.log(item.place, item.wanted[0].join("|"), "≠", suggest(item).join(" "), "·", item.text.trim());
