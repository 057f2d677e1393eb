import fc from "fast-check";
import { expect, test } from "vitest";
import type { MechanismKind } from "#base/report";
import mechanismFile from "#lexicon/mechanisms.yaml";
import { catalogueOf, kindOf } from "./catalogue.ts";

const { mechanisms: rows } = mechanismFile as {
  mechanisms: { id: string; kind: MechanismKind; names: string[]; near?: string[] }[];
};

test.each([
  ["13710", "发挥“13710”督办平台作用", "A-1"],
  ["“13710”工作制度", "", "A-1"],
  ["1＋6＋3", "持续用好“1＋6＋3”项目推进机制", "B-1"],
  ["“五个一”项目推进机制", "", "B-6"],
  ["五个一", "严格落实项目建设“五个一”机制", "B-5"],
  ["五个一", "继续实行“五个一”项目推进机制", "B-6"],
  ["“一包六保”责任机制", "", "B-7"],
  ["三个一批", "滚动开展“三个一批”活动", "B-19"],
  ["河长制", "", "F-2"],
  ["全省林长制改革", "", "F-3"],
  ["煤矿“三管三必须”要求", "安全生产", "F-5"],
  ["赛马", "定期“相马”“赛马”", "E-2"],
  ["赛马", "“赛马”比拼，每双月评选", "E-1"],
  ["赛马制", "科技攻关“揭榜挂帅”“赛马制”", "N-5"],
])("%s (%s) is row %s", (name, near, id) => {
  expect(catalogueOf(name, near)).toBe(id);
});

test.each([
  ["五个一", "文明家庭“五个一”评选"],
  ["5+1", "“5+1”现代农业"],
  ["路长制", "推行“路长制”"],
  ["", ""],
])("%s (%s) is no row of the catalogue, or not surely one", (name, near) => {
  expect(catalogueOf(name, near)).toBeNull();
});

test.each<[string, string, MechanismKind]>([
  ["13710", "", "supervision"],
  ["路长制", "推行“路长制”", "responsibility"],
  ["三比三看", "开展“三比三看”考核", "assessment"],
  ["红黑榜", "", "ranking"],
  ["企业服务专员清单", "", "list"],
  ["驻点招商", "", "investment-promotion"],
  ["强链补链行动", "实施强链补链行动", "other"],
  ["“一网通办”", "", "service"],
  ["村级微网格", "", "grid"],
  ["城运一张图", "", "platform"],
])("%s (%s) is of kind %s", (name, near, kind) => {
  expect(kindOf(name, near)).toBe(kind);
});

test("every name of a row finds that row, where it asks for no words nearby", () => {
  const strays = rows
    .filter(({ near }) => !near)
    .flatMap(({ id, names }) => names.filter((name) => catalogueOf(name, "") !== id).map((name) => `${id} ${name}`));
  expect(strays).toEqual([]);
});

test("every name of a row finds that row, where all the words it asks for stand nearby", () => {
  const strays = rows
    .filter(({ near }) => near)
    .flatMap(({ id, names, near }) =>
      names.filter((name) => catalogueOf(name, near!.join("，")) !== id).map((name) => `${id} ${name}`),
    );
  expect(strays).toEqual([]);
});

test("quotes and widths never change which mechanism is meant", () => {
  const names = fc.constantFrom(...rows.filter(({ near }) => !near).flatMap((row) => row.names));
  const wide = (name: string) => name.replace(/[0-9+]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(names, (name) => {
      expect(catalogueOf(`“${wide(name)}”`, "")).toBe(catalogueOf(name, ""));
    }),
  );
});

test("a rare character before a name shifts nothing", () => {
  expect(catalogueOf("𬭚𬭚三管三必须", "安全")).toBe("F-5");
});

test("whatever the name and the text, there is an answer and never an error", () => {
  const ids = new Set(rows.map(({ id }) => id));
  const piece = fc.constantFrom("“", "”", "五个一", "机制", "赛马", "+", "3", "招商", "平台", "\n", "𬭚");
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, (name, near) => {
      const id = catalogueOf(name, near);
      expect(id === null || ids.has(id)).toBe(true);
      expect(kindOf(name, near)).toBeTypeOf("string");
    }),
  );
});
