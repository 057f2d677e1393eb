#!/usr/bin/env node
/** Bundles src/ into dist/: the library, the command and the worker. Takes a fraction of a second. */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

/** Where this build begins: what a program outside may start. */
const ENTRIES = { index: "src/index.ts", main: "src/cli/main.ts", worker: "src/actions/corpus/worker.ts" };

export async function build() {
  const { build: bundle } = await import("esbuild");
  const { yamlForEsbuild } = await import("./yaml.js");
  const { outputFiles } = await bundle({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(root, file)])),
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [yamlForEsbuild],
    sourcemap: "linked",
    logLevel: "warning",
    write: false,
  });
  await place(outputFiles);
}

/**
 * Another process may be running what is there: each file takes its place whole, the entries (which name the others
 * by their content) after the rest, and what no entry names any more goes last. dist/main.js is the newest of all.
 */
async function place(files) {
  await mkdir(dist, { recursive: true });
  const isEntry = ({ path }) => basename(path, ".js") in ENTRIES;
  const isMain = ({ path }) => basename(path) === "main.js";
  const rank = (file) => Number(isEntry(file)) + Number(isMain(file));
  for (const { path, contents } of [...files].sort((a, b) => rank(a) - rank(b))) {
    const part = `${path}.${process.pid}.part`;
    await writeFile(part, contents);
    await rename(part, path);
  }
  const made = new Set(files.map(({ path }) => basename(path)));
  for (const name of await readdir(dist))
    if (/^chunk-|^[\w-]+-[A-Z0-9]{8}\.js/.test(name) && !made.has(name)) await rm(join(dist, name), { force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
