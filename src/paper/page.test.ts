import { createHash } from "node:crypto";
import { parse } from "parse5";
import { expect, test } from "vitest";
import type { CompiledReport } from "#base/report";
import { fixture } from "./fixture.ts";
import { TEXT } from "./fixture-text.ts";
import { colours } from "./page/colours.ts";
import { readingPage } from "./page.ts";

type Node = { nodeName: string; value?: string; childNodes?: Node[]; attrs?: { name: string; value: string }[] };

const everything = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(everything)];
const nodesOf = (html: string) => everything(parse(html) as unknown as Node);
const textIn = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textIn).join("");
const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;
const named = (nodes: Node[], name: string) => nodes.filter(({ nodeName }) => nodeName === name);
const bare = (text: string) => text.replace(/\s+/g, "");

const page = readingPage(fixture());
const nodes = nodesOf(page);

test("the text stands in the page as it reads, not a character more or less", () => {
  expect(bare(textIn(named(nodes, "article")[0]!))).toBe(bare(TEXT));
});

test("headings are headings, and the contents lead to each of them", () => {
  expect(named(nodes, "h3").map(textIn)).toContain("（二）聚焦强村富民，全面推进乡村振兴");
  const ids = new Set(nodes.map((node) => attribute(node, "id")));
  const links = nodes.map((node) => attribute(node, "href")).filter((href) => href?.startsWith("#section-"));
  expect(links).toHaveLength(13);
  expect(links.filter((href) => !ids.has(href!.slice(1)))).toEqual([]);
});

test("every finding is marked by its very words, and can be reached with the Tab key", () => {
  const report = fixture();
  const marks = nodes.filter((node) => attribute(node, "data-f") !== undefined && node.nodeName === "span");
  const first = report.tasks[0]!;
  const pieces = marks.filter((node) => attribute(node, "data-f")!.split(" ").includes("0"));
  expect(pieces.map(textIn).join("")).toBe(report.text.slice(...first.span));
  const numbers = marks.flatMap((node) => attribute(node, "data-f")!.split(" "));
  expect(new Set(numbers).size).toBe(9 + 8 + 30 + 3 + 5 + 6 + 6 + 2);
  expect(marks.filter((node) => attribute(node, "tabindex") === "0").length).toBeGreaterThan(50);
});

test("the page allows its own script and style and nothing else", () => {
  const policy = nodes.map((node) => attribute(node, "content")).find((content) => content?.includes("default-src"))!;
  const own = [named(nodes, "style")[0]!, named(nodes, "script").at(-1)!].map(textIn);
  for (const content of own) expect(policy).toContain(createHash("sha256").update(content).digest("base64"));
  expect(policy).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:|url\(|@import| style=| on[a-z]+=/);
});

test("whatever a report says stays text", () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'"&amp;<!--\u2028\u0000`;
  const report = fixture(TEXT.replace("各位代表：", `${evil}各位代表：`));
  const hostile: CompiledReport = {
    ...report,
    source: { ...report.source, name: evil },
    meta: { ...report.meta, jurisdiction: evil, speaker: evil },
    sections: report.sections.map((section) => ({ ...section, title: evil })),
    measures: report.measures.map((measure) => ({ ...measure, subject: evil, unit: evil, rule: evil })),
    diagnostics: [{ code: evil, message: evil, source: [0, 1], severity: "error" }],
  };
  const found = nodesOf(readingPage(hostile));
  expect(named(found, "script")).toHaveLength(2);
  expect(named(found, "img")).toEqual([]);
  expect(named(found, "#comment")).toEqual([]);
  const data = JSON.parse(textIn(named(found, "script")[0]!)) as { cards: [number, string[]][] };
  expect(data.cards.flatMap(([, cells]) => cells)).toContain(evil);
});

test("a report of nothing is a page all the same", () => {
  const nothing = { sections: [], measures: [], targets: [], promises: [], terms: [], deadlines: [], mechanisms: [] };
  const bareReport = { ...fixture(), ...nothing, tasks: [], projects: [], diagnostics: [], text: "" };
  expect(readingPage(bareReport)).toContain("本报告没有读出标题。");
});

test("ink on every tint, and every strong colour on the sheet, reach AA in both schemes", () => {
  const schemes = [...colours.matchAll(/:root\{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries(body!.split(";").map((pair) => pair.replace("--", "").split(":") as [string, string])),
  );
  expect(schemes).toHaveLength(2);
  const poor = schemes.flatMap((scheme) =>
    Object.entries(scheme).flatMap(([name, colour]) => {
      if (name.endsWith("-tint") || ["sheet", "ground", "lit", "hit"].includes(name))
        return contrast(scheme.ink!, colour) < 4.5 ? [name] : [];
      if (name === "line" || name === "color-scheme") return [];
      const grounds = [scheme.sheet!, scheme[`${name}-tint`] ?? scheme.ground!];
      return grounds.some((ground) => contrast(colour, ground) < 4.5) ? [`${name} ${colour}`] : [];
    }),
  );
  expect(poor).toEqual([]);
});

/** Contrast as WCAG 2 counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
