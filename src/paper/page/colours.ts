/** One kind of mark: its strong colour, and the tint under text. Ink on tint and strong on ground are AA (≥ 4.5 : 1). */
type Pair = [strong: string, tint: string];

const LIGHT: Record<string, Pair> = {
  tasks: ["#356f30", "#e3f0df"],
  targets: ["#b3362c", "#fae3df"],
  measures: ["#1f5f9e", "#dfecf9"],
  projects: ["#0c6b66", "#d5efec"],
  promises: ["#a13a76", "#f8e1ee"],
  mechanisms: ["#6442a6", "#ebe3f8"],
  deadlines: ["#96500a", "#fbe8cc"],
  terms: ["#5c636e", "#e7e9ec"],
};

const DARK: Record<string, Pair> = {
  tasks: ["#83c27c", "#23361f"],
  targets: ["#f0897f", "#472521"],
  measures: ["#7fb6ee", "#1c3450"],
  projects: ["#5fc4bc", "#143b39"],
  promises: ["#e78bbf", "#45213a"],
  mechanisms: ["#b79bee", "#33264f"],
  deadlines: ["#e5a65a", "#45300f"],
  terms: ["#a8b0bb", "#30353c"],
};

const GROUNDS = {
  light:
    "--ground:#f4f3ef;--sheet:#fffefb;--ink:#20242a;--soft:#5a626d;--line:#dedbd3;--accent:#1f5f9e;--lit:#ffe08a;--hit:#fff0a8",
  dark: "--ground:#14171b;--sheet:#1b1f24;--ink:#e3e6ea;--soft:#9ca5b0;--line:#333941;--accent:#7fb6ee;--lit:#6b5310;--hit:#574a12",
};

const variables = (pairs: Record<string, Pair>) =>
  Object.entries(pairs)
    .map(([kind, [strong, tint]]) => `--${kind}:${strong};--${kind}-tint:${tint}`)
    .join(";");

/** Kinds that are underlined, with the line each has, so that they differ without colour too. */
const LINED: Record<string, string> = { tasks: "solid", targets: "double", promises: "dashed", terms: "dotted" };
/** Kinds that are tinted; where two lie over each other, the later one shows. */
const TINTED = ["projects", "mechanisms", "deadlines", "measures"];

const lined = Object.entries(LINED)
  .map(([kind, line]) => `body:not(.no-${kind}) .${kind}{--rule:${line === "double" ? 3 : 2}px ${line} var(--${kind})}`)
  .join("\n");
const tinted = TINTED.map((kind) => `body:not(.no-${kind}) .${kind}{--tint:var(--${kind}-tint)}`).join("\n");
const named = Object.keys(LIGHT)
  .map((kind) => `.heading.${kind}{--strong:var(--${kind})}`)
  .join("\n");

/** Colours of the page by day, by night and on paper, and how each kind of mark looks. */
export const colours = `:root{color-scheme:light;${GROUNDS.light};${variables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${GROUNDS.dark};${variables(DARK)}}}
.f,.swatch{background:var(--tint,transparent);border-bottom:var(--rule,0 none transparent)}
${lined}
${tinted}
${named}
`;
