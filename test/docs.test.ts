import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { build } from "../scripts/build.js";
import { luoshi, root, run } from "./run.ts";

beforeAll(() => build());

const READMES = ["README.md", "README.zh-CN.md"];
const DECISIONS = readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const PAGES = [...READMES, "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "samples/README.md", ...DECISIONS];
const page = (name: string) => readFileSync(join(root, name), "utf8");

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const blocksOf = (text: string) =>
  [...text.matchAll(FENCE)].map(([, language, content]) => ({ language: language!, content: content! }));
const proseOf = (text: string) => text.replace(FENCE, "");
const headingsOf = (text: string) => [...proseOf(text).matchAll(/^(#+) /gm)].map(([, marks]) => marks!.length);
const rowsOf = (text: string) => proseOf(text).match(/^\|/gm)?.length;

/** What stands in code: fenced commands, and words between single backticks. */
const codeOf = (text: string) => [
  ...blocksOf(text)
    .filter(({ language }) => language === "sh" || language === "console")
    .flatMap(({ content, language }) => content.split("\n").filter((line) => language === "sh" || /^\$ /.test(line))),
  ...[...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!),
];

test("the two READMEs have the same headings, tables and code", () => {
  const [english, chinese] = READMES.map(page) as [string, string];
  expect(headingsOf(chinese)).toEqual(headingsOf(english));
  expect(rowsOf(chinese)).toBe(rowsOf(english));
  expect(blocksOf(chinese)).toEqual(blocksOf(english));
});

/** Runs a command as the READMEs show it, once for both, and gives what it prints. */
function printed(command: string): Promise<string> {
  const known = seen.get(command);
  if (known) return known;
  const shell = run("/bin/sh", ["-c", `luoshi() { node bin/luoshi.js "$@"; }\n${command}`]);
  const session = shell.then(({ out, err, status }) => `$ ${command}\n${(status === 0 ? out : err).trimEnd()}\n`);
  seen.set(command, session);
  return session;
}

const seen = new Map<string, Promise<string>>();

async function session(content: string): Promise<string> {
  const commands = [...content.matchAll(/^\$ (.+)$/gm)].map(([, command]) => command!);
  return (await Promise.all(commands.map(printed))).join("\n");
}

/** A program that imports luoshi by its name, and behind it what it prints. */
const PROGRAM = /^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/m;

/** The README with the output that its commands and its program have today. */
async function refreshed(text: string): Promise<string> {
  const sessions = blocksOf(text).filter(({ language }) => language === "console");
  const today = await Promise.all(sessions.map(({ content }) => session(content)));
  const [, program] = PROGRAM.exec(text)!;
  const { out } = await run(process.execPath, ["--input-type=module", "-"], { input: program! });
  return sessions
    .reduce((all, { content }, i) => all.replace(content, () => today[i]!), text)
    .replace(PROGRAM, () => `\`\`\`js\n${program}\`\`\`\n\n\`\`\`text\n${out}\`\`\``);
}

test("what the READMEs show is what the program prints; UPDATE=1 renews it", async () => {
  for (const name of READMES) {
    const now = await refreshed(page(name));
    if (process.env.UPDATE) writeFileSync(join(root, name), now);
    expect(page(name)).toBe(now);
  }
});

test("every command and option in the READMEs is one that --help knows", async () => {
  const help = (await luoshi(["--help"])).out;
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  const known = new Map<string, string>();
  for (const name of commands.filter((one) => one !== "help")) known.set(name, (await luoshi([name, "--help"])).out);
  const used = READMES.flatMap((name) => codeOf(page(name))).flatMap((code) => [
    ...code.matchAll(/\bluoshi(?:\.js)? (-{0,2}[a-z]+)([^|]*)/g),
  ]);
  expect(used.length).toBeGreaterThan(20);
  const wrong = used.filter(([, command, rest]) => {
    const said = command === "--help" ? help : known.get(command!);
    const options = rest!.match(/(?<=\s)--?[a-z-]+/g) ?? [];
    return said === undefined || options.some((option) => !new RegExp(`${option}[ ,]`).test(said));
  });
  expect(wrong.map(([words]) => words)).toEqual([]);
});

test("every npm script that a page tells to run is there", () => {
  const { scripts } = JSON.parse(page("package.json")) as { scripts: Record<string, string> };
  const told = PAGES.flatMap((name) => codeOf(page(name))).flatMap((code) => [
    ...code.matchAll(/\bnpm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[a-z:]+)/g),
  ]);
  expect(told.length).toBeGreaterThan(8);
  expect(told.map(([, script]) => script!).filter((script) => !(script in scripts))).toEqual([]);
});

test("every link and picture of a page leads somewhere", () => {
  const broken = PAGES.flatMap((name) =>
    [...proseOf(page(name)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(name), link.replace(/#.*/, ""))))
      .map((link) => `${name}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("every picture is shown, and none is heavy", () => {
  const folder = join(root, "docs/pictures");
  const readmes = READMES.map(page);
  const wrong = readdirSync(folder).filter(
    (name) =>
      statSync(join(folder, name)).size >= 300_000 || !readmes.every((text) => text.includes(`docs/pictures/${name}`)),
  );
  expect(wrong).toEqual([]);
});

const BUILT = new Set(["node_modules", "dist", "out", "data", ".git", ".local"]);
const pathsBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !BUILT.has(name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? [path, ...pathsBelow(path)] : [path];
    });

/** `./file.ts` says how an import looks, whatever the file. */
const EXAMPLE = "./file.ts";

test("every file and folder that the map and the recipes name is there", () => {
  const there = pathsBelow("");
  const isThere = (named: string) => there.some((path) => path === named || path.endsWith(`/${named}`));
  const named = ["ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((name) => [
    ...[...page(name).matchAll(/[\w./@-]*\w\.(?:ts|js|yaml|md|json|png)\b/g)].map(([file]) => file),
    ...codeOf(page(name)).flatMap((code) => code.match(/^(?!\.\.)[\w./-]+(?=\/$)/) ?? []),
  ]);
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter((path) => path !== EXAMPLE && !isThere(path))).toEqual([]);
});

test("the figures of accuracy and speed stand between their marks", () => {
  for (const mark of ["accuracy", "speed"])
    for (const text of READMES.map(page))
      expect(text).toMatch(new RegExp(`<!-- ${mark} -->\n\`\`\`text\n[^\`]{200,}\`\`\`\n<!-- /${mark} -->`));
});
