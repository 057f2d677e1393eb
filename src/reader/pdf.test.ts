import { expect, test } from "vitest";
import { type Printed, pdfOf, written } from "./fixture.ts";
import { plain } from "./radicals.ts";
import { read } from "./read.ts";

const open = (pages: Printed[][], graphics = "") => read(pdfOf(pages, graphics), "报告.pdf");
const text = async (pages: Printed[][], graphics = "") => (await open(pages, graphics)).text;
/** Lines one under another from a place on; an indent is in the words. */
const under = (x: number, y: number, lines: string[], size = 12): Printed[] =>
  lines.map((line, i) => {
    const indent = line.length - line.trimStart().length;
    return { text: line.trim(), x: x + indent * size, y: y - i * 20, size };
  });
const full = (word: string, times: number) => word.repeat(times);

test("lines of a paragraph are joined, paragraphs are parted by a blank line", async () => {
  const lines = [
    `　　${full("甲", 28)}`,
    full("乙", 30),
    full("丙", 9),
    `　　${full("丁", 28)}`,
    `　　${full("戊", 20)}`,
  ];
  expect(await text([under(60, 780, lines)])).toBe(
    [`${full("甲", 28)}${full("乙", 30)}${full("丙", 9)}`, full("丁", 28), full("戊", 20)].join("\n\n"),
  );
});

test("two columns are read one after the other, the heading over both first", async () => {
  const column = (word: string, x: number) =>
    under(
      x,
      740,
      Array.from({ length: 8 }, (_, i) => `${word}${i}${full("文", 17)}`),
    );
  const { text: all, diagnostics } = await open([
    [{ text: "报告标题报告标题", x: 200, y: 790, size: 20 }, ...column("左", 60), ...column("右", 310)],
  ]);
  expect(all.replace(/[^题左右\d]/g, "")).toBe(
    `题题${"左右"
      .split("")
      .map((w) => [0, 1, 2, 3, 4, 5, 6, 7].map((i) => w + i).join(""))
      .join("")}`,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["reader/two-columns"]);
});

test("running heads and page numbers stand apart at the ends of a page", async () => {
  const page = (n: number): Printed[] => [
    { text: "政府工作报告", x: 250, y: 810, size: 9 },
    ...under(60, 760, [`　　${full("甲乙丙"[n - 1]!, 28)}`, full("丁", 30), full("甲乙丙"[n - 1]!, 9)]),
    { text: `— ${n} —`, x: 285, y: 40, size: 9 },
  ];
  const { text: all, pages } = await open([page(1), page(2), page(3)]);
  const lines = all.split("\f").map((each) => each.trim().split("\n\n"));
  expect(lines.map((each) => [each[0], each.length, each[2]])).toEqual(
    [1, 2, 3].map((n) => ["政府工作报告", 3, `— ${n} —`]),
  );
  expect(pages).toEqual([0, all.indexOf("\f") + 1, all.lastIndexOf("\f") + 1]);
});

test("a ruled table gives rows with tabs; a cell that is wrapped is one cell", async () => {
  const lines = [0, 1, 2].map((i) => `60 ${700 - 50 * i} m 460 ${700 - 50 * i} l S\n`);
  const edges = [60, 160, 360, 460].map((x) => `${x} 600 m ${x} 700 l S\n`);
  const words: Printed[] = [
    { text: "序号", x: 65, y: 680 },
    { text: "任务", x: 165, y: 680 },
    { text: "单位", x: 365, y: 680 },
    { text: "1", x: 65, y: 625 },
    { text: "建成新材料产业园二期，", x: 165, y: 632 },
    { text: "引进企业12家", x: 165, y: 612 },
    { text: "县工信局", x: 365, y: 625 },
  ];
  expect(await text([words], lines.join("") + edges.join(""))).toBe(
    "序号\t任务\t单位\n1\t建成新材料产业园二期，引进企业12家\t县工信局",
  );
});

test("rows without rules are told by what stands below what", async () => {
  const row = (cells: string[], y: number) => cells.map((cell, i) => ({ text: cell, x: 60 + 140 * i, y }));
  const words = [
    ...row(["指标", "完成", "增长"], 700),
    ...row(["生产总值", "86.4", "6.2%"], 680),
    ...row(["总产量", "23.06", "1.4%"], 660),
  ];
  expect(await text([words])).toBe("指标\t完成\t增长\n生产总值\t86.4\t6.2%\n总产量\t23.06\t1.4%");
});

test("footnotes are collected behind the text, so that no sentence is cut", async () => {
  const first: Printed[] = [
    ...under(60, 780, [full("甲", 30), `${full("乙", 28)}制`]),
    { text: "1", x: 60 + 29 * 12, y: 765, size: 7 },
    { text: "1", x: 60, y: 104, size: 6 },
    { text: "链长制：一链一策推进。", x: 64, y: 100, size: 9 },
  ];
  const second = under(60, 780, [full("丙", 30), full("丁", 20)]);
  expect((await text([first, second])).replace(/\s/g, "")).toBe(
    `${full("甲", 30)}${full("乙", 28)}制[1]${full("丙", 30)}${full("丁", 20)}[1]链长制：一链一策推进。`,
  );
});

test("a gap between Chinese and Latin is no space, words set apart keep one", async () => {
  const words = [
    { text: "增长", x: 60, y: 700 },
    { text: "7%", x: 87, y: 700 },
    { text: "左右，就业稳定，物价平稳。", x: 102, y: 700 },
    { text: "县长", x: 60, y: 660 },
    { text: "王某某", x: 92, y: 660 },
  ];
  expect(await text([words])).toBe("增长7%左右，就业稳定，物价平稳。\n\n县长 王某某");
});

test("bold that is printed twice is read once; slanted watermarks are not read", async () => {
  const words = under(60, 700, ["地区生产总值增长百分之六点二，就业稳定。"]);
  const twice = words.map((word) => ({ ...word, x: word.x + 0.4 }));
  expect(await text([[...words, ...twice]])).toBe("地区生产总值增长百分之六点二，就业稳定。");
  const mark = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <5185908865874EF6> Tj ET\n";
  const { text: all, diagnostics } = await open([words], mark);
  expect(all).toBe("地区生产总值增长百分之六点二，就业稳定。");
  expect(diagnostics.map(({ code }) => code)).toEqual(["reader/rotated-text"]);
});

test("radicals become ideographs, one for one", () => {
  expect(plain("⼯⼈⽼⼾⺠⻔⻓⻛⿊")).toBe("工人老户民门长风黑");
  expect(plain("（一）①％")).toBe("（一）①％");
  const all = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => String.fromCharCode(0x2e80 + i)).join("");
  expect(plain(all).length).toBe(all.length);
  expect(plain(all).replace(/[\u3400-\u9fff]/g, "")).toMatch(/^[\u2e9a\u2ef4-\u2eff]*$/);
});

test("a PDF with a password says what to do", async () => {
  const hex = "00".repeat(32);
  const encrypted = written(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [] /Count 0 >>",
      `<< /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >>`,
    ],
    `/Encrypt 3 0 R /ID [<${hex}> <${hex}>]`,
  );
  await expect(read(encrypted, "报告.pdf")).rejects.toMatchObject({ code: "reader/encrypted" });
});

test("a scan without OCR says what to do", async () => {
  await expect(read(pdfOf([[]]), "扫描.pdf", { ocr: false })).rejects.toMatchObject({ code: "reader/no-text-layer" });
});

test("pages are counted as they are done", async () => {
  const seen: string[] = [];
  const pages = [1, 2, 3].map(() => under(60, 700, ["地区生产总值增长，就业稳定。"]));
  await read(pdfOf(pages), "a.pdf", { onProgress: (done, total) => seen.push(`${done}/${total}`) });
  expect(seen).toEqual(["1/3", "2/3", "3/3"]);
});
