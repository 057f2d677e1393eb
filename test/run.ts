import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The newest bundled sample report. */
export const sample = join(root, "samples", newestSample(), "report.txt");

function newestSample(): string {
  const names = readdirSync(join(root, "samples")).filter((name) =>
    existsSync(join(root, "samples", name, "report.txt")),
  );
  return names.sort((a, b) => (a.slice(-4) < b.slice(-4) ? 1 : -1))[0]!;
}

/** An empty folder of its own for one test. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "luoshi-test-"));

/** What a process printed and how it ended. */
export type Ran = { status: number | null; out: string; err: string };

type Settings = { cwd?: string; input?: string };

/** Runs `luoshi` as a user does, as a process of its own. */
export const luoshi = (args: string[], settings: Settings = {}): Promise<Ran> =>
  run(process.execPath, [join(root, "bin/luoshi.js"), ...args], settings);

/** Runs any program. */
export function run(program: string, args: string[], { cwd = root, input = "" }: Settings = {}): Promise<Ran> {
  const child = spawn(program, args, { cwd, stdio: "pipe" });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (piece: Buffer) => out.push(piece));
  child.stderr.on("data", (piece: Buffer) => err.push(piece));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
  });
}
