import { join } from "node:path";
import PDFDocument from "pdfkit";

/** All in points. The type area of GB/T 9704: 156 × 225 mm, 28 characters a line, 22 lines a page. */
const MM = 72 / 25.4;
const PAGE = { left: 28 * MM, top: 37 * MM, width: 156 * MM, height: 297 * MM };
const LINE = 28.6;
const LINES = 22;
const BODY = 15.75;
const WRITTEN = new Date("2026-01-14T08:00:00Z");
const MEETING = "云岭县第十八届人民代表大会第五次会议文件";
/** 避头尾: no line begins with one of these, none ends with an opening mark. */
const NOT_FIRST = /^[，。；：！？、）”’》%％]/;
const NOT_LAST = /[（“‘《—]$/;

/** Free fonts, where Debian's fonts-noto-cjk and fonts-dejavu-core put them below /usr/share/fonts. */
export const FONTS = {
  serif: "opentype/noto/NotoSerifCJK-Regular.ttc",
  bold: "opentype/noto/NotoSerifCJK-Bold.ttc",
  sans: "opentype/noto/NotoSansCJK-Bold.ttc",
  subscript: "truetype/dejavu/DejaVuSerif.ttf",
};

/**
 * The report as printed for the deputies: two faces (running heads and page numbers change sides), every line set by hand,
 * so that the text layer holds hard line ends.
 *
 * @param {import("./paragraphs.js").Paragraph[]} paragraphs
 * @param {string} fonts folder below which FONTS lie
 * @returns {Promise<Buffer>}
 */
export async function pdfOf(paragraphs, fonts) {
  const pdf = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, info: info() });
  const bytes = collected(pdf);
  register(pdf, fonts);
  const page = pages(pdf);
  for (const paragraph of paragraphs) set(pdf, page, paragraph);
  pdf.end();
  return bytes;
}

const info = () => ({
  Title: "政府工作报告",
  Author: "云岭县人民政府（样例，内容虚构）",
  CreationDate: WRITTEN,
  ModDate: WRITTEN,
});

function register(pdf, fonts) {
  pdf.registerFont("serif", join(fonts, FONTS.serif), "NotoSerifCJKsc-Regular");
  pdf.registerFont("bold", join(fonts, FONTS.bold), "NotoSerifCJKsc-Bold");
  pdf.registerFont("sans", join(fonts, FONTS.sans), "NotoSansCJKsc-Bold");
  pdf.registerFont("subscript", join(fonts, FONTS.subscript));
}

function collected(pdf) {
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  return new Promise((done) => pdf.on("end", () => done(Buffer.concat(chunks))));
}

/** Hands out the next free line; a new page gets its running head and number first. */
function pages(pdf) {
  let number = 0;
  let line = LINES;
  return {
    next(count = 1) {
      if (line + count > LINES) {
        number += 1;
        line = 0;
        furnish(pdf, number);
      }
      const y = PAGE.top + line * LINE;
      line += count;
      return y;
    },
  };
}

function furnish(pdf, number) {
  pdf.addPage();
  const odd = number % 2 === 1;
  const align = (text, y) => {
    const x = odd ? PAGE.left + PAGE.width - pdf.widthOfString(text) : PAGE.left;
    pdf.text(text, x, y, { lineBreak: false });
  };
  pdf.font("serif").fontSize(10.5).fillColor("#444");
  if (number > 1) align(odd ? "政府工作报告" : MEETING, 22 * MM);
  pdf.fontSize(14).fillColor("black");
  align(`— ${number} —`, PAGE.height - 30 * MM);
}

function set(pdf, page, { kind, lead, text }) {
  if (kind === "title") return centre(pdf, page.next(3) + LINE * 0.8, text, "bold", 22);
  if (kind === "meeting" || kind === "speaker")
    return centre(pdf, page.next(kind === "speaker" ? 2 : 1), text, "serif", BODY);
  const face = kind === "chapter" ? "sans" : kind === "plain" ? "serif" : "bold";
  const indent = text === "各位代表：" ? 0 : 2 * BODY;
  let left = lead.length;
  for (const [index, line] of lines(pdf, text, indent).entries()) {
    const y = page.next();
    const head = line.slice(0, left);
    left = Math.max(0, left - line.length);
    const x = PAGE.left + (index === 0 ? indent : 0);
    if (head) write(pdf, head, x, y, "bold");
    if (line.length > head.length) write(pdf, line.slice(head.length), x + widthOf(pdf, head, "bold"), y, face);
  }
}

function centre(pdf, y, text, face, size) {
  pdf.font(face).fontSize(size);
  pdf.text(text, PAGE.left + (PAGE.width - pdf.widthOfString(text)) / 2, y, { lineBreak: false });
}

/** Noto CJK has no ₂: it is set in another face, so that the text layer still says CO₂. */
const runs = (text, face) =>
  text
    .split(/(₂)/)
    .filter(Boolean)
    .map((part) => ({ part, face: part === "₂" ? "subscript" : face }));

const widthOf = (pdf, text, face) =>
  runs(text, face).reduce((sum, run) => sum + pdf.font(run.face).fontSize(BODY).widthOfString(run.part), 0);

function write(pdf, text, x, y, face) {
  let at = x;
  for (const run of runs(text, face)) {
    pdf.font(run.face).fontSize(BODY).text(run.part, at, y, { lineBreak: false });
    at += pdf.widthOfString(run.part);
  }
}

/** Cuts a paragraph into lines of the type area's width; a number is not torn from its own digits. */
function lines(pdf, text, indent) {
  const units = text.match(/[0-9A-Za-z.₂]+|./gu) ?? [];
  const found = [];
  let line = "";
  let room = PAGE.width - indent + 1;
  for (const unit of units) {
    const wide = widthOf(pdf, unit, "serif");
    const hangs = NOT_FIRST.test(unit);
    if (room < wide && line && !(hangs && room > -BODY)) {
      const carried = NOT_LAST.exec(line)?.[0] ?? "";
      found.push(line.slice(0, line.length - carried.length));
      line = carried;
      room = PAGE.width + 1 - widthOf(pdf, carried, "serif");
    }
    line += unit;
    room -= wide;
  }
  return [...found, line];
}
