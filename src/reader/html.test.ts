import { expect, test } from "vitest";
import { read } from "./read.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = async (html: string, mediaType = "text/html") => read(utf8(html), "page.html", { mediaType });
const text = async (html: string) => (await page(html)).text;
const PROSE = "<p>全县地区生产总值增长6.2%，就业稳定；物价平稳、民生改善，安全生产形势向好。</p>".repeat(4);
const LINES = "全县地区生产总值增长6.2%，就业稳定；物价平稳、民生改善，安全生产形势向好。\n".repeat(4).trim();

test("paragraphs are lines, indents made of spaces go, a wrapped source line is no space", async () => {
  expect(await text("<p>&nbsp;&nbsp;&emsp;一、工作\n   回顾</p><p>增长 7%<br>左右</p>")).toBe(
    "一、工作回顾\n增长 7%\n左右",
  );
  expect(await text("<p>GDP\ngrew</p>")).toBe("GDP grew");
});

test.each([
  [`<div id="zoom">${PROSE}</div>`],
  [`<div class="TRS_Editor"><div class="TRS_PreAppend">${PROSE}</div></div>`],
  [`<table><tr><td><a href="/">首页</a></td></tr><tr><td>${PROSE}</td></tr></table>`],
  [`<div><div><span>${PROSE}</span></div></div>`],
])("the article is found in %s", async (article) => {
  const site = `<body><div class="nav"><a href="/">首页</a> <a href="/a">政务，公开</a></div>${article}
    <div>【<a href="javascript:window.print()">打印本页</a>】【关闭窗口】</div>
    <ul><li><a href="/1">我县召开会议，部署工作，强调落实</a></li></ul>
    <div class="foot">主办单位：县政府办公室，网站标识码：0000，ICP备1号</div></body>`;
  expect(await text(site)).toBe(LINES);
});

test("a paragraph that speaks of 承办单位 and 技术支持 is no footer", async () => {
  const line = "承办单位自交办之日起3个月内答复，为企业提供技术支持。";
  expect(await text(`<div id="zoom">${PROSE}<p>${line}</p></div>`)).toBe(`${LINES}\n${line}`);
});

test("the title is put in front where the page keeps it elsewhere", async () => {
  const html = `<head><title>x</title><meta name="ArticleTitle" content="2030年政府工作报告"></head><div id="zoom">${PROSE}</div>`;
  expect(await text(html)).toBe(`2030年政府工作报告\n${LINES}`);
});

test("hidden elements, scripts and comments are not read", async () => {
  const html = `<style>.x, #y {display:none} @media print{.z{display:none}}</style><p>甲<span style="display: none">乙</span>
    <span class="a x">丙</span><i id="y">丁</i><b hidden>戊</b><script>己</script><!-- 庚 --><u class="z">辛</u></p>`;
  expect(await text(html)).toBe("甲辛");
});

test("a table gives rows with tabs, merged cells once", async () => {
  const html = `<table><tr><th>指标</th><th colspan=2>完成</th></tr><tr><td rowspan=2>生产<br>总值</td><td>86.4</td><td>亿元</td></tr>
    <tr><td>6.2</td><td>%</td></tr></table>`;
  expect(await text(html)).toBe("指标\t完成\n生产 总值\t86.4\t亿元\n\t6.2\t%");
});

test("lists keep their numbers", async () => {
  expect(await text("<ol start=3><li>甲<li><p>乙</p><li value=9>丙</ol>")).toBe("3. 甲\n4. 乙\n9. 丙");
  expect(
    await text(`<ol type="a"><li>甲</ol><ol style="list-style-type:cjk-ideographic"><li>乙</ol><ul><li>丙</ul>`),
  ).toBe("a. 甲\n一、乙\n丙");
});

test("note marks are written as reports write them", async () => {
  expect(await text(`<p>“链长制”<sup><a href="#n1">1</a></sup>，20km<sup>2</sup></p>`)).toBe("“链长制”[1]，20km2");
});

test("the charset is found where the page does not tell the truth", async () => {
  const gbk = Buffer.concat([utf8("<meta charset=utf-8><p>"), Buffer.from("d5feb8aeb9a4d7f7b1a8b8e6", "hex")]);
  expect((await read(gbk, "a.html")).text).toBe("政府工作报告");
  expect((await page("<meta charset=gb2312><p>政府工作报告")).text).toBe("政府工作报告");
  const big5 = Buffer.concat([utf8('<meta charset="big5"><p>'), Buffer.from("ac46a9b2", "hex")]);
  expect((await read(big5, "a.html")).text).toBe("政府");
});

test.each([
  ["<div>".repeat(100_000), "reader/too-deep"],
  [Array.from({ length: 3000 }, (_, i) => `<font size=${i}>`).join("") + "<p>字".repeat(3000), "reader/too-deep"],
  ["", "reader/empty"],
])("a page made to break parsers is refused at once", async (html, code) => {
  const began = performance.now();
  await expect(page(html)).rejects.toMatchObject({ code });
  expect(performance.now() - began).toBeLessThan(5000);
});

test("text astray in a table does not take quadratic time", async () => {
  const began = performance.now();
  expect(await text(`<table>${"字<br>".repeat(50_000)}</table>`)).toMatch(/^字\n字/);
  expect(performance.now() - began).toBeLessThan(5000);
});

test("a page whose text a script would write says so", async () => {
  const { diagnostics } = await page("<div id=app>加载中</div><script src=app.js></script>");
  expect(diagnostics.map(({ code }) => code)).toEqual(["reader/script-only"]);
});
