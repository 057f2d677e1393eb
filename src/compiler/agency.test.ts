import fc from "fast-check";
import { expect, test } from "vitest";
import fieldFile from "#lexicon/fields.yaml";
import { agencies, agenciesOf, fieldOf, namedAgencies, suggestAgencies } from "./agency.ts";

const fieldIds = (fieldFile as { id: string }[]).map(({ id }) => id);
const first = (text: string, heading: string | null = null) => suggestAgencies(text, { heading })[0]?.agency ?? null;

test.each([
  ["改造提升农村公路120公里", "交通局"],
  ["新建改扩建中小学6所，新增学位3000个", "教育局"],
  ["一般公共预算收入增长6%", "财政局"],
  ["规上工业增加值增长8%左右", "工信局"],
  ["完成棚户区改造500套", "住建局"],
  ["除险加固病险水库3座", "水利局"],
  ["建设高标准农田5万亩", "农业农村局"],
  ["城镇新增就业4000人以上", "人社局"],
  ["实施农村危房改造80户", "住建局"],
  ["办理人大代表建议和政协提案", "政府办"],
])("%s would be for the %s", (text, agency) => {
  expect(first(text)).toBe(agency);
});

test("农村 inside 农村公路 says nothing of its own", () => {
  expect(suggestAgencies("农村公路", { heading: null }).map(({ agency }) => agency)).toEqual(["交通局"]);
});

test("where the words of a task do not tell, its heading does", () => {
  expect(first("加快推进年内完工")).toBeNull();
  expect(first("加快推进年内完工", "办好人民满意的教育")).toBe("教育局");
});

test("nobody is suggested for words that say nothing", () => {
  expect(suggestAgencies("坚持稳中求进", { heading: null })).toEqual([]);
  expect(fieldOf("坚持稳中求进", null)).toBeNull();
});

test.each([
  ["建成敬老院2所", null, "elderly-child-care"],
  ["新建5G基站96个", null, "digital"],
  ["PM2.5平均浓度下降5%", null, "ecology"],
  ["年内完工", "筑牢安全底线", "safety-emergency"],
])("%s (%s) is of the field %s", (text, heading, field) => {
  expect(fieldOf(text, heading)).toBe(field);
});

test.each([
  ["新建公园2个。（责任单位：县住建局、各乡镇）", ["县住建局", "各乡镇"], "（责任单位：县住建局、各乡镇）"],
  [
    "实施扩建。（配合单位：县财政局；牵头单位：县水利局）",
    ["县水利局", "县财政局"],
    "（配合单位：县财政局；牵头单位：县水利局）",
  ],
  [
    "增长7%。[牵头单位:县发改局(粮食局);责任单位:各镇人民政府,经济开发区]。",
    ["县发改局(粮食局)", "各镇人民政府", "经济开发区"],
    "[牵头单位:县发改局(粮食局);责任单位:各镇人民政府,经济开发区]",
  ],
  ["增长7%。(责任领导:王某某;牵头单位:区商务局)", ["区商务局"], "(责任领导:王某某;牵头单位:区商务局)"],
  ["2.责任单位：农业农村局\n3.进展", ["农业农村局"], "责任单位：农业农村局"],
  [
    "种好粮。（县农业农村局牵头，县自然资源和规划局配合）",
    ["县农业农村局", "县自然资源和规划局"],
    "（县农业农村局牵头，县自然资源和规划局配合）",
  ],
  ["绿化。〔县林草局牵头，各乡镇负责〕下一项", ["县林草局", "各乡镇"], "〔县林草局牵头，各乡镇负责〕"],
])("%s names its agencies", (text, named, written) => {
  const found = namedAgencies(text);
  expect(found?.agencies).toEqual(named);
  expect(text.slice(found?.start, found?.end)).toBe(written);
});

test.each([
  "逐一明确目标任务、责任单位、完成时限",
  "重点项目“六个一”：一个项目、一个责任单位、一个工作班子",
  "组建集团（以县医院为牵头医院）",
  "主办单位：某市科学技术局  网址：http://example.org",
  "",
])("“%s” names nobody", (text) => {
  expect(namedAgencies(text)).toBeNull();
});

test.each([
  ["县住建局", ["housing-construction"]],
  ["发展和改革委员会", ["development-reform"]],
  ["县发改局(粮食局)", ["development-reform"]],
  ["市生态环境局咸安分局", ["ecology"]],
  ["区科技和经信局", ["industry", "science"]],
  ["某某公司", []],
])("%s is %j of the catalogue", (name, ids) => {
  expect(agenciesOf(name)).toEqual(ids);
});

test("ids, names and short names stand once, and every field is one of the list", () => {
  for (const key of ["id", "name", "short"] as const)
    expect(new Set(agencies.map((one) => one[key])).size).toBe(agencies.length);
  expect(agencies.filter(({ field }) => !fieldIds.includes(field))).toEqual([]);
});

test("every agency is the first choice for some word of its own", () => {
  const silent = agencies.filter(
    ({ short, answers }) => !Object.values(answers).some((words) => words.some((word) => first(word) === short)),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test("a suggestion is short, ordered, between 0 and 1, and the same each time, whatever the text", () => {
  const word = fc.constantFrom(...agencies.flatMap(({ answers }) => Object.values(answers).flat()), "，", "建设", "𬭚");
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, fc.option(text), (task, heading) => {
      const found = suggestAgencies(task, { heading });
      const scores = found.map(({ score }) => score);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
      suggestAgencies("别的任务", { heading });
      expect(suggestAgencies(task, { heading })).toEqual(found);
    }),
  );
});

test("a naming lies inside the text, whatever the text", () => {
  const piece = fc.constantFrom(
    "（",
    "）",
    "责任单位：",
    "牵头",
    "县住建局",
    "、",
    "；",
    "。",
    "\n",
    "[",
    "]",
    "财政局",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      const found = namedAgencies(text);
      if (!found) return;
      expect(found.start).toBeLessThan(found.end);
      expect(found.end).toBeLessThanOrEqual(text.length);
      expect(found.agencies.every((name) => text.slice(found.start, found.end).includes(name))).toBe(true);
    }),
  );
});
