import fc from "fast-check";
import { expect, test } from "vitest";
import divisionFile from "#lexicon/divisions.yaml";
import { placeOf, splitPlace } from "./place.ts";

const { former, prefectures } = divisionFile as Record<"former" | "prefectures", Record<string, string>>;
const path = (name: string, hint?: string) => {
  const place = placeOf(name, hint);
  return place && [...place.parents.map((parent) => parent.name), place.name, place.code, place.level].join(" ");
};

test.each([
  ["河津市", undefined, "山西省 运城市 河津市 140882 county"],
  ["新绛县", undefined, "山西省 运城市 新绛县 140825 county"],
  ["清苑区", "保定市", "河北省 保定市 清苑区 130608 county"],
  ["保定市", undefined, "河北省 保定市 130600 prefecture"],
  ["山西省", undefined, "山西省 140000 province"],
  ["北京市", undefined, "北京市 110000 province"],
  ["朝阳区", "北京", "北京市 朝阳区 110105 county"],
  ["朝阳区", "吉林省长春市", "吉林省 长春市 朝阳区 220104 county"],
  ["桥西区", "河北省张家口市", "河北省 张家口市 桥西区 130703 county"],
  ["桥西区", "130700", "河北省 张家口市 桥西区 130703 county"],
  ["仙桃市", undefined, "湖北省 仙桃市 429004 county"],
  ["东莞市", undefined, "广东省 东莞市 441900 prefecture"],
  ["延边", undefined, "吉林省 延边朝鲜族自治州 222400 prefecture"],
  ["内蒙古", undefined, "内蒙古自治区 150000 province"],
  ["吉林", undefined, "吉林省 220000 province"],
  ["吉林市", undefined, "吉林省 吉林市 220200 prefecture"],
  ["博野", undefined, "河北省 保定市 博野县 130637 county"],
  ["河 津 市", undefined, "山西省 运城市 河津市 140882 county"],
  ["全国", undefined, "中华人民共和国 000000 nation"],
])("%s (%s) is %s", (name, hint, expected) => {
  expect(path(name, hint)).toBe(expected);
});

test.each([
  ["朝阳区", undefined],
  ["鼓楼区", undefined],
  ["桥西区", "河北省"],
  ["朝阳区", "河北省"],
  ["云泽市", undefined],
  ["河清县", undefined],
  ["", undefined],
])("%s (%s) is not told, so it is not guessed", (name, hint) => {
  expect(placeOf(name, hint)).toBeNull();
});

test("a name of earlier years is the place of today", () => {
  expect(path("清苑县")).toBe("河北省 保定市 清苑区 130608 county");
  const lost = Object.entries(former).flatMap(([code, names]) =>
    names.split(" ").filter((name) => !placeOf(name, code)?.code.startsWith(code)),
  );
  expect(lost).toEqual([]);
});

test("every county is found by its name and the code of its prefecture", () => {
  const lost = Object.entries(prefectures).flatMap(([code, line]) =>
    line
      .split(" ")
      .slice(1)
      .filter((county) => placeOf(county.slice(2), code)?.code !== code + county.slice(0, 2)),
  );
  expect(lost).toEqual([]);
});

test.each([
  ["山西省运城市河津市人民政府工作报告", "河津市", 9],
  ["清苑区2022年政府工作报告", "清苑区", 3],
  ["河北保定清苑区", "清苑区", 7],
  ["长春市朝阳区", "朝阳区", 6],
])("%s begins with %s", (text, name, end) => {
  const found = splitPlace(text);
  expect([found?.place.name, found?.end]).toEqual([name, end]);
});

test.each([
  "政府工作报告",
  "朝阳区政府工作报告",
  "保定的春天",
  "",
])("“%s” begins with no place that can be told", (text) => {
  expect(splitPlace(text)).toBeNull();
});

test("what is read stands at the beginning of the text, whatever the text", () => {
  const piece = fc.constantFrom("河北省", "保定", "保定市", "清苑区", "朝阳区", "政府", "，", "县");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      const found = splitPlace(text);
      const written = found ? text.slice(0, found.end) : "";
      expect(found === null || written.endsWith(found.place.name) || found.end === text.length).toBe(true);
    }),
  );
});
