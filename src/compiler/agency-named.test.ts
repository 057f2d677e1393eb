import fc from "fast-check";
import { expect, test } from "vitest";
import { namedAgencies } from "./agency-named.ts";

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
