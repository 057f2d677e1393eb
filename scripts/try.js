// development only: score all annotations
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { yamlForEsbuild } from "./yaml.js";
await build({ entryPoints: ["src/compiler/compile.ts"], outfile: "/tmp/luoshi/compile.mjs", bundle: true, format: "esm", platform: "node", packages: "external", plugins: [yamlForEsbuild], logLevel: "warning" });
const { compile } = await import("/tmp/luoshi/compile.mjs");
const S = "/work/shared", A = "/work/annot";
const sets = { hejin: [`${S}/reports/000-hejin-2024.txt`, `${S}/gold/000-hejin-2024`], xinjiang: [`${S}/reports/002-xinjiang-2023.txt`, `${S}/gold/002-xinjiang-2023`], jishan: [`${S}/reports/003-jishan-2024.txt`, `${S}/gold/003-jishan-2024`] };
for (const n of ["jincheng-2024", "qingyuan-2022", "guizhou-2025", "fuping-2017", "liaoning-2025"]) sets[n] = [`${A}/${n}.txt`, `${A}/${n}`];
const only = process.argv[2] && process.argv[2] !== "all" ? process.argv[2].split(",") : Object.keys(sets);
const layer = process.argv[3], limit = Number(process.argv[4] ?? 60);
const table = {};
for (const name of only) {
  const [text, gold] = sets[name];
  const source = readFileSync(text, "utf8").replace(/^\uFEFF/, "");
  const report = compile({ name: text.split("/").at(-1), mediaType: "text/plain", sha256: "0", text: source, pages: null, diagnostics: [] });
  mkdirSync("/tmp/luoshi", { recursive: true });
  writeFileSync(`/tmp/luoshi/${name}.json`, JSON.stringify(report));
  const out = JSON.parse(execFileSync("node", [`${S}/gold/evaluate.mjs`, "--text", text, "--gold", gold, "--compiled", `/tmp/luoshi/${name}.json`, "--json"], { maxBuffer: 1e9 }));
  for (const [k, s] of Object.entries(out.scores)) {
    table[k] ??= {};
    if (k === "fields") table[k][name] = Object.entries(s).map(([f, x]) => `${f.slice(0, 8)} ${(x * 100).toFixed(0)}`).join(" ");
    else table[k][name] = s.f1 !== undefined ? `${(s.f1 * 100).toFixed(1)} (p${(s.precision * 100).toFixed(0)} r${(s.recall * 100).toFixed(0)} ${s.gold})` : (s.accuracy * 100).toFixed(1);
  }
  if (layer) for (const m of out.misses.filter((m) => m.layer === layer || layer === "*").slice(0, limit)) console.log(`${name} ${m.layer} · ${m.kind} · ${m.what}`);
}
for (const [k, row] of Object.entries(table)) console.log(k.padEnd(16), only.map((n) => `${n.slice(0, 8)}: ${row[n] ?? "-"}`).join(k === "fields" ? "\n                 " : " | "));
