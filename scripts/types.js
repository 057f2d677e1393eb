#!/usr/bin/env node
/** Writes dist/types: what a TypeScript program sees of the library. Takes seconds, so only `npm ci` and packing do it. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "dist", "types");

/** Writes the declarations that src/index.ts reaches, each importing the others by relative path. */
export async function types() {
  const declared = await declarations();
  await rm(out, { recursive: true, force: true });
  for (const [file, text] of reachable(declared, "index.d.ts")) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await writeFile(join(out, file), text);
  }
}

/** Every declaration that tsc makes: path below src/ (with /) → text. */
async function declarations() {
  const { default: ts } = await import("typescript");
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  Object.assign(options, {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    outDir: out,
    rootDir: join(root, "src"),
  });
  const program = ts.createProgram([join(root, "src/index.ts"), join(root, "src/yaml.d.ts")], options);
  const declared = new Map();
  program.emit(undefined, (path, text) => {
    const file = relative(out, path).split(sep).join("/");
    declared.set(file, plainImports(text, file));
  });
  return declared;
}

/** `#base/report` and `./file.ts` mean something in this repository only; a consumer gets `../base/report.js`. */
function plainImports(text, file) {
  return text.replace(/(\bfrom |\bimport\()"(#[^"]+|\.[^"]+\.ts)"/g, (_, before, specifier) => {
    const here = posix.dirname(file);
    const target = specifier.startsWith("#") ? specifier.slice(1) : posix.join(here, specifier.replace(/\.ts$/, ""));
    const path = posix.relative(here, target);
    return `${before}"${path.startsWith(".") ? path : `./${path}`}.js"`;
  });
}

function reachable(declared, entry, found = new Map()) {
  if (found.has(entry)) return found;
  const text = declared.get(entry);
  if (text === undefined) throw new Error(`no declaration of ${entry}`);
  found.set(entry, text);
  for (const [, specifier] of text.matchAll(/(?:\bfrom |\bimport\()"(\.[^"]+)\.js"/g))
    reachable(declared, posix.join(posix.dirname(entry), `${specifier}.d.ts`), found);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await types();
