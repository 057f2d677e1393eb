import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** GB/T 9704: 三号 is 16 pt, 二号 22 pt, 四号 14 pt; docx counts half points. */
const SIZE = { title: 44, meeting: 28, body: 32, page: 28 };
const LINE = { line: 28 * 20, lineRule: LineRuleType.EXACT };
const INDENT = { firstLine: 2 * 16 * 20 };
const FONT = { title: "方正小标宋简体", chapter: "黑体", section: "楷体_GB2312", body: "仿宋_GB2312", page: "宋体" };
const WRITTEN = "2026-01-14T08:00:00Z";

/**
 * The report as an office would send it: A4, margins 37/35/28/26 mm, 28 pt lines, 仿宋 三号, page numbers — 1 — outside.
 * Headings are typed, not numbered by the word processor, as in most reports.
 *
 * @param {import("./paragraphs.js").Paragraph[]} paragraphs
 * @returns {Promise<Uint8Array>}
 */
export async function docxOf(paragraphs) {
  const document = new Document({
    creator: "云岭县人民政府办公室（样例）",
    title: "政府工作报告",
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run("", FONT.body, SIZE.body) } } },
    sections: [
      {
        properties: { page: { size: millimetres({ width: 210, height: 297 }), margin: margins() } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: paragraphs.map(paragraph),
      },
    ],
  });
  return dated(await Packer.toBuffer(document));
}

const millimetres = (sizes) =>
  Object.fromEntries(Object.entries(sizes).map(([side, size]) => [side, convertMillimetersToTwip(size)]));
const margins = () => millimetres({ top: 37, bottom: 35, left: 28, right: 26, header: 15, footer: 28 });
const run = (text, font, size, more = {}) => ({
  text,
  size,
  font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: font, hint: "eastAsia" },
  ...more,
});

function pageNumber(alignment) {
  const children = [new TextRun({ ...run("", FONT.page, SIZE.page), children: ["— ", PageNumber.CURRENT, " —"] })];
  const indent = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}

function paragraph({ kind, lead, text }) {
  const centred = { alignment: AlignmentType.CENTER, spacing: LINE };
  if (kind === "title")
    return new Paragraph({
      ...centred,
      spacing: { ...LINE, line: 36 * 20, after: 280 },
      children: [new TextRun(run(text, FONT.title, SIZE.title))],
    });
  if (kind === "meeting" || kind === "speaker")
    return new Paragraph({
      ...centred,
      spacing: { ...LINE, after: kind === "speaker" ? 560 : 0 },
      children: [new TextRun(run(text, FONT.section, SIZE.meeting))],
    });
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: LINE,
    indent: text === "各位代表：" ? {} : INDENT,
    children: body(kind, lead, text).map((part) => new TextRun(part)),
  });
}

function body(kind, lead, text) {
  if (kind === "chapter") return [run(text, FONT.chapter, SIZE.body)];
  if (kind === "section") return [run(text, FONT.section, SIZE.body)];
  if (kind === "heading") return [run(text, FONT.body, SIZE.body, { bold: true })];
  const rest = run(text.slice(lead.length), FONT.body, SIZE.body);
  if (lead === "") return [rest];
  return [
    lead.startsWith("（") ? run(lead, FONT.section, SIZE.body) : run(lead, FONT.body, SIZE.body, { bold: true }),
    rest,
  ];
}

/** The same bytes on every run: the day of the meeting stands where the library writes the moment of writing. */
function dated(docx) {
  const parts = unzipSync(new Uint8Array(docx));
  const core = strFromU8(parts["docProps/core.xml"]);
  parts["docProps/core.xml"] = strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, WRITTEN));
  const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return zipSync(sorted, { level: 9, mtime: new Date("2026-01-14T00:00:00") });
}
