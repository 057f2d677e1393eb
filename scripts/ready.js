#!/usr/bin/env node
/** Makes a clone ready to run: installs when the lock file is newer than node_modules, builds when a source is newer than dist. */
import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(path) : changedAt(path));
  }, changedAt(folder));
}

function installed() {
  return changedAt(join(root, "node_modules", ".package-lock.json")) >= changedAt(join(root, "package-lock.json"));
}

function built() {
  const oldest = changedAt(join(root, "dist", "main.js"));
  return oldest > 0 && ["src", "lexicon", "scripts"].every((folder) => newest(join(root, folder)) <= oldest);
}

if (!installed()) {
  console.error("安装依赖（只在第一次或锁文件有变时）… Installing dependencies …");
  execSync("npm ci --no-audit --no-fund --loglevel=error", { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
if (!built()) {
  const { build } = await import("./build.js");
  await build();
}
