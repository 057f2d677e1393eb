#!/usr/bin/env node
/** Bundles src/ into dist/: the library, the command and the worker. Takes a fraction of a second. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Where this build begins: what a program outside may start. */
const ENTRIES = { index: "src/index.ts", main: "src/cli/main.ts", worker: "src/cli/worker.ts" };

export async function build() {
  const { build: bundle } = await import("esbuild");
  const { yamlForEsbuild } = await import("./yaml.js");
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES)
      .filter(([, file]) => existsSync(join(root, file)))
      .map(([name, file]) => [name, join(root, file)]),
  );
  await bundle({
    entryPoints,
    outdir: join(root, "dist"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [yamlForEsbuild],
    sourcemap: "linked",
    logLevel: "warning",
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
