import fc from "fast-check";
import { expect, test } from "vitest";
import quietWords from "#lexicon/quiet.yaml";
import { fieldOf, suggestAgencies } from "./agency.ts";
import { agencies, agenciesOf, fields } from "./agency-catalogue.ts";

const fieldIds = fields.map(({ id }) => id);
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

test("a heading helps a word that says little, and is not enough of itself", () => {
  expect(first("完成改造")).toBeNull();
  expect(first("完成改造", "推进老旧小区改造")).toBe("住建局");
  expect(first("加快推进年内完工", "办好人民满意的教育")).toBeNull();
});

test.each([
  ["支持河北大学建设", "教育局"],
  ["加快河津抽水蓄能电站前期工作", "发改局"],
  ["持续对接河北、湖北等先进地区", null],
  ["推动涞水协同发展", "发改局"],
  ["防止影响水质", "生态环境局"],
  ["提升居民生活水平", null],
])("a place name says nothing, but what reaches out of it does: %s", (text, agency) => {
  expect(first(text)).toBe(agency);
});

test.each([
  ["高标准建设国际赛车场", null],
  ["叫响产业品牌", null],
  ["打造全国书院之城", "文旅局"],
  ["实施“1530”工程", null],
  ["营造良好政务环境", "行政审批局"],
  ["营造风清气正的政治生态", "纪委监委"],
  ["深入开展主题教育", "组织部"],
  ["深化全民国防教育", "人武部"],
  ["守护“舌尖上的安全”", "市场监管局"],
  ["学习贯彻习近平新时代中国特色社会主义思想", "宣传部"],
  ["坚决维护党中央权威和集中统一领导", "政府办"],
  ["推进一院一中心建设", null],
])("figures of speech and the words of any task do not lead: %s", (text, agency) => {
  expect(first(text)).toBe(agency);
});

test.each([
  ["每个县都要建立一支招商队伍", "各县（市、区）"],
  ["各县（市、区）每年重点培育10个示范点", "各县（市、区）"],
  ["每个乡（镇）配备1名金融助理", "各乡镇（街道）"],
  ["各市（州）比照建立工作机制", "各市（州）"],
  ["省级政府要推动财力下沉", "省级政府"],
  ["各级政府要坚持过紧日子", "各级政府"],
])("%s names %s itself", (text, body) => {
  const [lead, ...others] = suggestAgencies(text, { heading: null });
  expect(lead).toEqual({ agency: body, score: 1 });
  expect(others.every(({ agency, score }) => agency !== body && score < 1)).toBe(true);
});

test.each([
  "各县级公立医院改革",
  "各区域中心建设",
  "各乡镇卫生院改造",
  "各市场主体",
  "省级示范合作社达到12家",
])("%s names no body", (text) => {
  expect(suggestAgencies(text, { heading: null }).every(({ score }) => score < 1)).toBe(true);
});

test("every quiet word holds a word that would speak, and is none itself", () => {
  const words = [...fields, ...agencies.map(({ answers }) => ({ words: Object.values(answers).flat() }))];
  const speaking = new Set(words.flatMap((one) => one.words));
  const holds = (quiet: string) => [...speaking].some((word) => quiet.includes(word) && quiet !== word);
  expect((quietWords as string[]).filter((quiet) => !holds(quiet) || speaking.has(quiet))).toEqual([]);
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
      expect(scores[0] ?? 1).toBeGreaterThanOrEqual(0.36);
      suggestAgencies("别的任务", { heading });
      expect(suggestAgencies(task, { heading })).toEqual(found);
    }),
  );
});
