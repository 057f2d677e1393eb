import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { docxOf, paragraph } from "./fixture.ts";
import { read } from "./read.ts";

const open = (body: string, parts: Record<string, string> = {}) => read(docxOf(body, parts), "报告.docx");
const text = async (body: string, parts: Record<string, string> = {}) => (await open(body, parts)).text;
const told = async (body: string, parts: Record<string, string> = {}) =>
  (await open(body, parts)).diagnostics.map(({ code }) => code);

const run = (content: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const words = (content: string) => `<w:t xml:space="preserve">${content}</w:t>`;
const inside = (...parts: string[]) => `<w:p>${parts.join("")}</w:p>`;
const level = (at: number, format: string, label: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const list = (id: number, of: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (content: string, id: number, at = 0) =>
  paragraph(content, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

test("runs, tabs, line breaks and page breaks", async () => {
  const body = inside(
    run(words("增长")),
    run("<w:tab/>"),
    run(words("7%")),
    run('<w:br/><w:t>左右</w:t><w:br w:type="page"/>'),
  );
  expect(await text(`${body}${paragraph("")}${paragraph("完")}`)).toBe("增长\t7%\n左右\f\n\n完");
});

test.each([
  ["chineseCounting", "%1、", ["一、甲", "二、甲", "三、甲"]],
  ["chineseCountingThousand", "（%1）", ["（一）甲", "（二）甲", "（三）甲"]],
  ["ideographDigital", "第%1章", ["第一章 甲", "第二章 甲", "第三章 甲"]],
  ["decimalEnclosedCircle", "%1", ["① 甲", "② 甲", "③ 甲"]],
  ["upperLetter", "%1.", ["A. 甲", "B. 甲", "C. 甲"]],
  ["lowerRoman", "(%1)", ["(i) 甲", "(ii) 甲", "(iii) 甲"]],
  ["bullet", "", ["甲", "甲", "甲"]],
])("automatic numbers: %s as %s", async (format, label, lines) => {
  const numbering = definition(0, level(0, format, label)) + list(1, 0);
  expect(await text(item("甲", 1).repeat(3), { numbering })).toBe(lines.join("\n"));
});

test("lower levels begin again under each number above them", async () => {
  const numbering =
    definition(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + list(1, 0);
  const body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 1) + item("丁", 1) + item("戊", 1, 1);
  expect(await text(body, { numbering })).toBe("一、甲\n1.1 乙\n1.2 丙\n二、丁\n2.1 戊");
});

test("a list may begin anew, or go on after a paragraph", async () => {
  const anew = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`;
  const numbering = definition(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0, anew);
  const body = item("甲", 1) + paragraph("插入") + item("乙", 1) + item("丙", 2) + item("丁", 2);
  expect(await text(body, { numbering })).toBe("1. 甲\n插入\n2. 乙\n5. 丙\n6. 丁");
});

test("a style may number its paragraphs; a paragraph may decline", async () => {
  const numbering = definition(0, level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H"/>')) + list(1, 0);
  const styles = `<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="B"/></w:style>`;
  const body =
    paragraph("甲", '<w:pStyle w:val="H"/>') +
    paragraph("乙", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  expect(await text(body, { numbering, styles })).toBe("一、甲\n乙");
});

test("a table gives rows with tabs; merged cells are written once", async () => {
  const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;
  const rows = [
    cell("指标", '<w:vMerge w:val="restart"/>') + cell("完成", '<w:gridSpan w:val="2"/>'),
    `${cell("", "<w:vMerge/>")}${cell("86.4")}<w:tc>${paragraph("亿")}${paragraph("元")}</w:tc>`,
  ];
  expect(await text(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`)).toBe(
    "指标\t完成\n\t86.4\t亿 元",
  );
});

test("footnotes stand behind the text under their mark, in the order of the text", async () => {
  const note = (id: number, content: string) =>
    `<w:footnote w:id="${id}">${inside(run("<w:footnoteRef/>"), run(words(content)))}</w:footnote>`;
  const refer = (id: number) => run(`<w:footnoteReference w:id="${id}"/>`, '<w:vertAlign w:val="superscript"/>');
  const footnotes = note(7, "后。") + note(3, "前。") + note(9, "没有引用。");
  const body = inside(run(words("“链长制”")), refer(3), run(words("与“赛马制”〔")), refer(7), run(words("〕。")));
  expect(await text(body, { footnotes })).toBe("“链长制”[1]与“赛马制”〔2〕。\n[1] 前。\n[2] 后。");
  const circled = `${body}<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr></w:sectPr>`;
  expect(await text(circled, { footnotes })).toBe("“链长制”①与“赛马制”〔②〕。\n① 前。\n② 后。");
});

test("a mark that the author raised is a mark, an exponent is none", async () => {
  const raised = (content: string) => run(words(content), '<w:vertAlign w:val="superscript"/>');
  expect(await text(inside(run(words("“链长制”")), raised("1"), run(words("，10m")), raised("3")))).toBe(
    "“链长制”[1]，10m3",
  );
});

test("revisions are taken as accepted, and that is told", async () => {
  const body = inside(`<w:del>${run("<w:delText>旧</w:delText>")}</w:del>`, `<w:ins>${run(words("新"))}</w:ins>`);
  const joined = paragraph("前", "<w:rPr><w:del/></w:rPr>") + paragraph("后");
  expect(await text(body + joined)).toBe("新\n前后");
  expect(await told(body)).toEqual(["reader/tracked-changes"]);
});

test("hidden text is left out, by itself or by its style", async () => {
  const styles = `<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>`;
  const body = inside(
    run(words("甲"), "<w:vanish/>"),
    run(words("乙"), '<w:rStyle w:val="h"/>'),
    run(words("丙"), '<w:vanish w:val="0"/>'),
  );
  expect(await text(body, { styles })).toBe("丙");
  expect(await told(body, { styles })).toEqual(["reader/hidden-text"]);
});

test("of fields the result is read, not the instruction", async () => {
  const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const field = [
    mark("begin"),
    run("<w:instrText>PAGE</w:instrText>"),
    run(words("不读")),
    mark("separate"),
    run(words("12")),
    mark("end"),
  ];
  expect(await text(inside(run(words("第")), ...field, run(words("页"))))).toBe("第12页");
});

test("a text box is read once, behind its paragraph", async () => {
  const box = (content: string) => `<w:txbxContent>${paragraph(content)}</w:txbxContent>`;
  const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框")}</wps:txbx></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><v:textbox>${box("框")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  expect(await text(inside(run(words("前")), run(drawing), run(words("后"))))).toBe("前后\n框");
});

test("what lies outside the file is not fetched but told; links are no outside content", async () => {
  const relation = (type: string) =>
    `<Relationship Id="r${type}" Type="x/${type}" Target="http://host.invalid/" TargetMode="External"/>`;
  const relations = (types: string[]) => ({
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${types.map(relation).join("")}</Relationships>`,
  });
  expect(await told(paragraph("甲"), relations(["image", "attachedTemplate"]))).toEqual(["reader/external-reference"]);
  expect(await told(paragraph("甲"), relations(["hyperlink"]))).toEqual([]);
});

test.each([
  ["a zip bomb", "reader/zip-bomb", () => docxOf(paragraph(" ".repeat(20_000_000)))],
  ["nested beyond reason", "reader/too-deep", () => docxOf("<w:sdt>".repeat(500))],
  [
    "no document in it",
    "reader/damaged",
    () => zipSync({ "word/other.xml": strToU8("<a/>"), "[Content_Types].xml": strToU8("") }),
  ],
  ["cut off", "reader/damaged", () => docxOf(paragraph("甲")).slice(0, -30)],
  ["broken XML", "reader/damaged", () => docxOf("<w:p><w:r></w:p>")],
  [
    "entities that multiply",
    "reader/damaged",
    () =>
      zipSync({
        "word/document.xml": strToU8(
          `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      }),
  ],
])("%s is refused: %s", async (_, code, make) => {
  const file = make();
  const began = performance.now();
  await expect(read(file, "报告.docx")).rejects.toMatchObject({ code });
  expect(performance.now() - began).toBeLessThan(5000);
});

test("a document of Word's strict format is read", async () => {
  const strict = `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${paragraph("甲")}</w:body></w:document>`;
  expect((await read(zipSync({ "word/document.xml": strToU8(strict) }), "a.docx")).text).toBe("甲");
});
