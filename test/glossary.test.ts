import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./run.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
const sources = filesIn("src")
  .filter((path) => /\.(?:ts|js)$/.test(path) && !/\.test\.ts$|\.d\.ts$|\/fixture/.test(path))
  .map((path) => ({ path, text: read(path) }));

/** A row: the Chinese term, the English, the names in code. */
const rows = read("GLOSSARY.md")
  .split("\n")
  .filter((line) => /^\| .*`/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, chinese, english, code]) => ({
    chinese: chinese!,
    english: english!,
    names: [...code!.matchAll(/[^`\s]+/g)].map(([name]) => name),
  }));

const DECLARED = "export (?:async )?(?:function\\*?|const|type|class) (\\w+)";
/** A docstring that begins with a Chinese term, ended by a colon or by its own end, right above what it defines. */
const DEFINES = new RegExp(
  `/\\*\\*\\s*(?:\\* )?([\\p{Script=Han}、“”]{1,16})(?=\\s*(?:[:：]|\\*/))(?:[^*]|\\*(?!/))*\\*/\\n${DECLARED}`,
  "gu",
);

test("every word that the code defines stands in the glossary, under the same Chinese term", () => {
  const defined = sources.flatMap(({ path, text }) =>
    [...text.matchAll(DEFINES)].map(([, term, name]) => ({ path, term: term!, name: name! })),
  );
  expect(defined.length).toBeGreaterThan(100);
  const missing = defined.filter(
    ({ term, name }) => !rows.some((row) => row.names.includes(name) && sameTerm(row.chinese, term)),
  );
  expect(missing.map(({ path, term, name }) => `${path}: | ${term} | … | \`${name}\` |`)).toEqual([]);
});

/** 增速、增幅 has a row that also answers for 增幅. */
const sameTerm = (cell: string, term: string) => cell === term || cell.split("、").includes(term);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Names of fields and values of enumerations, at any depth of a schema. */
function wordsOf(schema: Json): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === "enum") return (value as Json[]).map(String);
    return key === "properties" ? [...Object.keys(value as object), ...wordsOf(value)] : wordsOf(value);
  });
}

test("every name in the glossary exists: exported, in the report's schema, or a group of a list", () => {
  const exported = sources.flatMap(({ text }) => [...text.matchAll(new RegExp(`^${DECLARED}`, "gm"))]);
  const groups = filesIn("lexicon").flatMap((path) => {
    const list = parse(read(path)) as Json;
    return typeof list === "object" && list !== null && !Array.isArray(list) ? Object.keys(list) : [];
  });
  const schema = JSON.parse(read("test/report.schema.json")) as Json;
  const known = new Set([...exported.map(([, name]) => name!), ...groups, ...wordsOf(schema)]);
  const gone = rows.flatMap(({ names }) => names).filter((name) => !known.has(name));
  expect(gone).toEqual([]);
});

test("a row has a term, what it means and a name, and no row stands twice", () => {
  expect(rows.filter(({ english, names }) => english === "" || names.length === 0)).toEqual([]);
  const heads = rows.map(({ chinese, names }) => `${chinese} ${names.join(" ")}`);
  expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
});
