import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const src = join(root, "src");

/** The arrows: a room → the rooms it may import from. A room that is not named may not exist. */
const ARROWS: Record<string, string[]> = {
  base: [],
  reader: ["base"],
  compiler: ["base"],
  paper: ["base"],
  actions: ["base", "reader", "compiler", "paper"],
  cli: ["base", "actions"],
  index: ["base", "actions", "compiler", "reader"],
};

/** Which packages a room may use; Node's own modules are for rooms that touch the world. */
const PACKAGES: Record<string, string[]> = {
  base: [],
  compiler: [],
  reader: [
    "node:",
    "parse5",
    "pdfjs-dist",
    "fflate",
    "saxes",
    "tesseract.js",
    "@tesseract.js-data/",
    "@napi-rs/canvas",
  ],
  paper: ["node:", "exceljs", "fflate"],
  actions: ["node:", "hyparquet-writer", "yaml"],
  cli: ["node:", "commander"],
  index: [],
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sources = filesIn(src).filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.ts$/.test(file));
const roomOf = (file: string) => relative(src, file).split(/[\\/.]/)[0]!;
const IMPORT = /^(?:import|export)\b(?:[^;"'()=]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)].map((found) => (found[1] ?? found[2])!);
const isOurs = (specifier: string) => specifier.startsWith(".") || specifier.startsWith("#");
const target = (from: string, specifier: string) =>
  specifier.startsWith("#") ? join(src, `${specifier.slice(1)}.ts`) : resolve(dirname(from), specifier);

test("rooms import only along the arrows", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => isOurs(specifier) && !specifier.startsWith("#lexicon/"))
      .map((specifier) => roomOf(target(file, specifier)))
      .filter((room) => room !== roomOf(file) && !ARROWS[roomOf(file)]?.includes(room))
      .map((room) => `${relative(root, file)} imports from ${room}`),
  );
  expect(wrong).toEqual([]);
});

test("rooms use only the packages they are allowed", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !isOurs(specifier))
      .filter((specifier) => !PACKAGES[roomOf(file)]?.some((allowed) => specifier.startsWith(allowed)))
      .map((specifier) => `${relative(root, file)} uses ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("inside a room a file is imported as ./file.ts, across rooms as #room/file", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(isOurs)
      .filter((specifier) => !specifier.startsWith("#lexicon/"))
      .filter((specifier) => specifier.startsWith("#") === (roomOf(target(file, specifier)) === roomOf(file)))
      .map((specifier) => `${relative(root, file)}: ${specifier}`),
  );
  expect(wrong.filter((line) => !line.startsWith("src/index.ts"))).toEqual([]);
});

test("no file imports itself round a circle", () => {
  const graph = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter((s) => isOurs(s) && !s.startsWith("#lexicon/"))
        .map((s) => target(file, s)),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    if (path.includes(file))
      circles.push([...path.slice(path.indexOf(file)), file].map((f) => relative(src, f)).join(" → "));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test("no source file is longer than 300 lines", () => {
  const long = sources.map((file) => [relative(root, file), readFileSync(file, "utf8").split("\n").length] as const);
  expect(long.filter(([, lines]) => lines > 301)).toEqual([]);
});
