import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { beforeAll, expect, test } from "vitest";
import { type Printed, pdfOf } from "./fixture.ts";
import { read } from "./read.ts";

/** A short report of a county that does not exist, in four formats. */
type Block =
  | { is: "title" | "line" | "text"; text: string }
  | { is: "chapter" | "item"; number: string; text: string }
  | { is: "table"; rows: string[][] };

const HEAD = "青岚县政府工作报告";
const REPORT: Block[] = [
  { is: "title", text: "政府工作报告" },
  { is: "line", text: "——2031年1月12日在青岚县第八届人民代表大会第二次会议上" },
  { is: "line", text: "各位代表：" },
  { is: "text", text: "现在，我代表县人民政府向大会报告工作，请予审议，并请县政协委员和其他列席人员提出意见。" },
  { is: "chapter", number: "一、", text: "2030年工作回顾" },
  {
    is: "text",
    text: "过去一年，全县地区生产总值完成86.4亿元，增长6.2%；一般公共预算收入4.31亿元，增长5.8%；“两河三岸”[1]治理全面完工，PM2.5平均浓度降至29微克/立方米，优良天数比例达到88.5%，空气质量综合指数下降4.7%。城镇新增就业2613人，转移农村劳动力1.2万人次，居民人均可支配收入增长7%左右。",
  },
  {
    is: "text",
    text: "——产业结构更趋合理。完成工业投资12.7亿元，同比增长9.3%。青岚新材料产业园（一期）建成投用，入驻企业17家；“链长制”[2]带动配套企业31家，规上工业增加值增长8%。",
  },
  { is: "line", text: "主要指标完成情况如下：" },
  {
    is: "table",
    rows: [
      ["指标", "单位", "2030年", "增长"],
      ["地区生产总值", "亿元", "86.4", "6.2%"],
      ["固定资产投资", "亿元", "40.5", "8.1%"],
      ["粮食总产量", "万吨", "23.06", "1.4%"],
    ],
  },
  { is: "chapter", number: "二、", text: "2031年主要任务" },
  {
    is: "text",
    text: "今年经济社会发展的主要预期目标是：地区生产总值增长6.5%以上，规上工业增加值增长8.5%，固定资产投资增长9%，居民消费价格涨幅控制在2%左右。重点办好以下民生实事：",
  },
  { is: "item", number: "1.", text: "改造老旧小区12个，惠及居民3400户，9月底前全部完工；" },
  {
    is: "item",
    number: "2.",
    text: "新建县第三幼儿园，新增学位360个，同步建设地下停车场，提供车位150个，切实缓解周边群众停车难、入园难的问题；",
  },
  { is: "item", number: "3.", text: "新建农村公路46公里，实现较大自然村通硬化路。" },
  { is: "chapter", number: "三、", text: "加强政府自身建设" },
  { is: "text", text: "坚持过紧日子，“三公”经费只减不增。谢谢大家！" },
];
const NOTES = [
  "“两河三岸”：指青河、岚河县城段及其三侧堤岸的综合整治。",
  "“链长制”：由县级领导担任重点产业链“链长”，一链一策推进。",
];

const lineOf = (block: Exclude<Block, { is: "table" }>) => ("number" in block ? block.number : "") + block.text;
const asText = () =>
  [
    ...REPORT.flatMap((block) => (block.is === "table" ? block.rows.map((row) => row.join("\t")) : [lineOf(block)])),
    ...NOTES.map((note, i) => `[${i + 1}] ${note}`),
  ].join("\n");

/** [1] → what the format makes of it. */
function withMarks<T>(text: string, plain: (text: string) => T, mark: (number: number) => T): T[] {
  return text.split(/\[(\d)\]/).map((piece, i) => (i % 2 ? mark(Number(piece)) : plain(piece)));
}

function asHtml(): string {
  const marked = (text: string) => withMarks(text, String, (n) => `<sup><a href="#fn${n}">${n}</a></sup>`).join("");
  const one = (block: Block) => {
    if (block.is === "table")
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("\n")}</tr>`).join("")}</table>`;
    if (block.is === "title") return `<h1>${block.text}</h1>`;
    if (block.is === "chapter") return `<h2>${lineOf(block)}</h2>`;
    if (block.is === "item") return `<li>${block.text}</li>`;
    return `<p>&emsp;&emsp;${marked(block.text)}</p>`;
  };
  const body = REPORT.map(one).join("\n");
  const items = body.replace(/(<li>.*?<\/li>\n?)+/s, (list) => `<ol>\n${list}</ol>`);
  const notes = NOTES.map((note, i) => `<li id="fn${i + 1}"><p>${note} <a href="#r${i + 1}">↩</a></p></li>`).join("");
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府工作报告_青岚县人民政府</title><script>var a="脚本";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/xx">信息公开</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/b">政府工作报告</a></div>
<div class="main"><div class="share">分享到：微信 微博</div>
<div id="zoom">${items}<ol class="notes">${notes}</ol></div>
<p>【打印本页】 【关闭窗口】</p>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">青岚县召开全会，部署全年工作，强调稳中求进</a></li></ul></div></div>
<div class="footer">主办单位：青岚县人民政府办公室，承办单位：青岚县大数据中心，ICP备00000000号</div></body></html>`;
}

async function asDocx(): Promise<Uint8Array> {
  const run = (text: string) => new TextRun(text);
  const marked = (text: string) => withMarks<TextRun>(text, run, (n) => new FootnoteReferenceRun(n));
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    levels: [{ level: 0, format, text, alignment: AlignmentType.START }],
  });
  const one = (block: Block) => {
    if (block.is === "table")
      return new Table({
        rows: block.rows.map(
          (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
        ),
      });
    if (block.is === "chapter" || block.is === "item")
      return new Paragraph({ children: [run(block.text)], numbering: { reference: block.is, level: 0 } });
    return new Paragraph({ children: marked(block.text) });
  };
  const document = new Document({
    numbering: {
      config: [
        { reference: "chapter", ...level(LevelFormat.CHINESE_COUNTING, "%1、") },
        { reference: "item", ...level(LevelFormat.DECIMAL, "%1.") },
      ],
    },
    footnotes: Object.fromEntries(NOTES.map((note, i) => [i + 1, { children: [new Paragraph(note)] }])),
    sections: [{ headers: { default: new Header({ children: [new Paragraph(HEAD)] }) }, children: REPORT.map(one) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** What a line of the PDF is made of: words, and how far they stand from the edge, in ems. */
type Row = { cells: { text: string; at: number; raised?: boolean }[]; gap: number };

/** Width in ems: half for Latin, as the font of the fixture has it. */
const width = (text: string) => [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.5 : 1), 0);

/** Breaks a paragraph into lines of `most` ems; note marks become small raised numbers. */
function rows(text: string, most: number, indent: number): Row[] {
  const lines: Row[] = [];
  let at = indent;
  let row: Row = { cells: [], gap: 1 };
  for (const token of text.match(/\[\d\]|[!-~]+|./gsu) ?? []) {
    const mark = /^\[(\d)\]$/.exec(token)?.[1];
    const wide = mark ? 0.3 : width(token);
    if (at + wide > most && !mark) {
      lines.push(row);
      [row, at] = [{ cells: [], gap: 0 }, 0];
    }
    row.cells.push(mark ? { text: mark, at, raised: true } : { text: token, at });
    at += wide;
  }
  return [...lines, row];
}

function rowsOfReport(most: number): Row[] {
  const centred = (text: string) => rows(text, most, Math.max(0, (most - width(text)) / 2));
  const body = REPORT.flatMap((block) => {
    if (block.is === "table")
      return block.rows.map((row, i) => ({
        cells: row.map((text, j) => ({ text, at: (j * most) / 4 })),
        gap: i ? 0 : 1,
      }));
    return block.is === "title"
      ? centred(block.text)
      : rows(lineOf(block), most, block.text.endsWith("：") && block.is === "line" ? 0 : 2);
  });
  return body;
}

/** Sets the rows in columns of `most` ems beside each other, 40 rows a column, with a running head and a page number. */
function asPdf(columns: number): Uint8Array {
  const most = columns === 1 ? 38 : 18;
  const size = 12;
  const pages: Printed[][] = [];
  rowsOfReport(most).forEach((row, i) => {
    const [page, column, y] = [Math.floor(i / (24 * columns)), Math.floor(i / 24) % columns, i % 24];
    pages[page] ??= [
      { text: HEAD, x: 240, y: 800, size: 9 },
      { text: `— ${page + 1} —`, x: 280, y: 40, size: 9 },
    ];
    const left = 60 + column * (most + 2) * size;
    for (const { text, at, raised } of row.cells)
      pages[page].push({ text, x: left + at * size, y: 760 - y * 26 + (raised ? 5 : 0), size: raised ? 7 : size });
  });
  NOTES.forEach((note, i) => {
    rows(`[${i + 1}] ${note}`, most + 6, 0).forEach((row, j) => {
      for (const { text, at, raised } of row.cells)
        pages[0]!.push({ text, x: 60 + at * 10, y: 130 - i * 40 - j * 14 + (raised ? 4 : 0), size: raised ? 6 : 10 });
    });
  });
  return pdfOf(pages);
}

/** Without white space and without what belongs to the pages. */
const bare = (text: string) =>
  text
    .split(/[\n\f]/)
    .filter((line) => line !== HEAD && !/^— \d+ —$/.test(line))
    .join("")
    .replace(/\s/g, "");

const encoder = new TextEncoder();
let docx: Uint8Array;
beforeAll(async () => {
  docx = await asDocx();
});
const expected = bare(asText());
const textOf = async (bytes: Uint8Array, name: string) => bare((await read(bytes, name)).text);

test("a TXT gives the report", async () => {
  expect(await textOf(encoder.encode(asText()), "报告.txt")).toBe(expected);
});
test("an HTML page gives the same, without the site", async () => {
  expect(await textOf(encoder.encode(asHtml()), "报告.html")).toBe(expected);
});
test("a DOCX gives the same, with its automatic numbers", async () => {
  expect(await textOf(docx, "报告.docx")).toBe(expected);
});
test("a PDF gives the same", async () => {
  expect(await textOf(asPdf(1), "报告.pdf")).toBe(expected);
});
test("a PDF of two columns gives the same", async () => {
  expect(await textOf(asPdf(2), "报告.pdf")).toBe(expected);
});
