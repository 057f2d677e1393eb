import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { timeWordsIn } from "./time.ts";

/** A report of 2024 whose plan is `plan`, with `notes` after it. */
function report(plan: string, notes = "") {
  const text = `某县政府工作报告
——2024年1月10日在某县第十届人民代表大会第四次会议上
各位代表：
一、2023年工作回顾
过去一年，全县上下团结奋斗，各项工作取得新的进展，为今后的发展打下了坚实的基础，成绩来之不易。
二、2024年工作安排
今年是关键之年，我们将坚持稳中求进，重点做好以下工作，推动全县经济社会发展再上新的台阶。
${plan}
${notes}`;
  const document = { name: "sample.txt", mediaType: "text/plain", sha256: "0", text, pages: null, diagnostics: [] };
  return compile(document);
}

const limits = (plan: string) =>
  report(plan).deadlines.map(({ subject, due, within, milestone }) => `${subject} ${due ?? within} ${milestone}`);

test.each<[string, string[]]>([
  ["古动物馆10月开馆。", ["古动物馆 2024-10-31 开馆"]],
  ["确保城西学校项目6月底前投入使用。", ["城西学校项目 2024-06-30 投入使用"]],
  ["东二环快速路力争3月份进场施工。", ["东二环快速路 2024-03-31 进场施工"]],
  ["环城水系春节前全线贯通。", ["环城水系 春节前 贯通"]],
  ["明年底前建成滨河公园。", ["滨河公园 2025-12-31 建成"]],
  ["到2026年，形成全域旅游大格局。", ["旅游大格局 2026-12-31 形成"]],
  ["加快东街便民市场建设，确保年底前投入使用。", ["东街便民市场建设 2024-12-31 投入使用"]],
  ["年内主干路全线贯通、净水厂投用。", ["主干路 2024-12-31 贯通", "净水厂 2024-12-31 投用"]],
  ["一期安置区11月底前入住，二期安置区完成主体。", ["一期安置区 2024-11-30 入住"]],
])("%s sets its limits", (sentence, expected) => {
  expect(limits(sentence)).toEqual(expected);
});

test.each([
  "每年实施一批民生实事，年初承诺，年底践诺。",
  "深入开展“七一”庆祝活动。",
  "截止到2019年底前登记的车辆要加强管理。",
  "健全年底考核办法。",
  "五年来的经验值得总结。",
])("%s sets none", (sentence) => {
  expect(limits(sentence)).toEqual([]);
});

test("what goes on after a limit is not limited by it", () => {
  const bound = limits("力争年内完成投资40亿元以上，突出抓好27个重点项目。");
  expect(bound.filter((row) => row.includes("27"))).toEqual([]);
});

test("a due day always exists in the calendar", () => {
  const day = fc.record({
    month: fc.integer({ min: 0, max: 14 }),
    day: fc.integer({ min: 0, max: 33 }),
    year: fc.integer({ min: 1996, max: 2100 }),
    form: fc.constantFrom(
      "{m}月底",
      "{m}月{d}日前",
      "{m}月开馆",
      "{m}月中旬",
      "第{m}季度",
      "明年{m}月份",
      "{y}年{m}月底前",
    ),
  });
  const isReal = (due: string) => new Date(`${due}T00:00:00Z`).toISOString().startsWith(due);
  fc.assert(
    fc.property(day, ({ month, day: date, year, form }) => {
      const text = form.replace("{m}", `${month}`).replace("{d}", `${date}`).replace("{y}", `${year}`);
      return timeWordsIn(text, 0, text.length, year).every(({ due }) => due === null || isReal(due));
    }),
    { seed: 7 },
  );
});

const promises = (plan: string) => report(plan).promises.map(({ n, text }) => `${n} ${text}`);

test("a numbered list after its announcement is the promised works, without marks", () => {
  expect(promises("今年办好三件民生实事：①新建2所幼儿园；②投资80万元，改造公厕5座；③修路3公里。")).toEqual([
    "1 新建2所幼儿园",
    "2 投资80万元，改造公厕5座",
    "3 修路3公里",
  ]);
});

test("ordinals after ⑩ that an old encoding lost are found again, as many as were announced", () => {
  const items = [..."①②③④⑤⑥⑦⑧⑨⑩??"].map((mark, i) => `${mark}办好第${i + 1}所学校。`).join("");
  expect(promises(`我们形成了12件民生实事候选项目，提请大会票决。${items}同时，抓好其他工作。`)).toHaveLength(12);
});

test("works in groups are numbered through, and must add up", () => {
  const list =
    "年内完成4项民生工程，其中城建工程2项：①东街改造②西街改造。教育工程1项：县一中扩建。交通工程1项：县道大修。";
  expect(promises(list)).toEqual(["1 东街改造", "2 西街改造", "3 县一中扩建", "4 县道大修"]);
  expect(promises(list.replace("4项", "5项"))).toEqual([]);
});

test("a heading about 民生实事 over other points announces no list", () => {
  const points = ["一是提升城市品质。", "二是提升教育质量。", "三是发展社会事业。"].join("努力让群众满意。");
  expect(promises(`办好民生实事，件件落到群众心上。顺着大家的意见找问题。${points}`)).toEqual([]);
});

const terms = (notes: string) =>
  report("抓好各项工作。", notes).terms.map(({ n, term, definition }) => `${n} ${term} ${definition}`);

test("a glossary ends where the web page goes on", () => {
  const notes =
    "名词解释：\n1.“双碳”：碳达峰与碳中和。\n2.〔三创四建〕即创新、创业。\n3.“三保”：保工资、保运转、保民生。\n分享到：\n上一篇：\n某市报告";
  expect(terms(notes)).toEqual(["1 双碳 碳达峰与碳中和", "2 三创四建 即创新、创业", "3 三保 保工资、保运转、保民生"]);
});

test("the labels of an annex are no terms", () => {
  expect(
    terms("附件1\n某县重点工程进展\n1.项目内容：建设水厂一座。\n2.责任单位：水利局\n3.事项进展：已经开工。"),
  ).toEqual([]);
});

test("numbers of notes without notes are told", () => {
  const codes = (plan: string) => report(plan).diagnostics.map(({ code }) => code);
  expect(codes("推进“双千工程”[7]和“三保”[8]，做好“双碳”[9]工作。")).toContain("terms.missing");
  expect(codes("落实国发〔2023〕5号文件。")).not.toContain("terms.missing");
});
