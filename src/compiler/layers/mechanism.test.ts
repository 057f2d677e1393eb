import { expect, test } from "vitest";
import { compile } from "../compile.ts";

/** The names that a report of one sentence is found to mention, in its order. */
function mentioned(sentence: string): string[] {
  const text = `政府工作报告\n\n一、2025年工作安排\n\n${sentence}。\n`;
  const { mechanisms } = compile({
    name: "x.txt",
    mediaType: "text/plain",
    sha256: "",
    text,
    pages: null,
    diagnostics: [],
  });
  return mechanisms.map(({ name }) => name);
}

/** Each rule with sentences it must match and sentences it must not. */
const rules: Record<string, Record<string, string>> = {
  "a quoted name of the catalogue": {
    "发挥“13710”督办平台作用": "13710",
    "规范农村集体“三资”管理": "三资",
    "树牢“四个意识”": "",
    "按期完成“4·30”交账项目": "",
  },
  "a quoted name with a mechanism's noun behind": {
    "完善“三会三评”工作机制": "三会三评",
    "开展“春风送岗”专项行动": "春风送岗",
    "落实“两扫全保”[22]“五步保洁法”[23]": "两扫全保 五步保洁法",
    "冲刺“3年500亿”产值目标": "",
    "构建“一核两翼”空间格局": "",
    "做强“云泽梨”区域公用品牌": "",
    "打造“235”产业转型矩阵": "",
  },
  "a quoted formula": {
    "压实“一包六保”": "一包六保",
    "聚焦“六大战略定位”": "",
    "打造“四区一高地”": "",
    "汲取“1·27”教训": "",
    "培育“旅游+康养”": "",
    "高质量完成“十四五”规划": "",
  },
  "a quoted name under a verb that carries it": {
    "坚持“马路办公”": "马路办公",
    "实施“水改”“电改”": "水改 电改",
    "坚持“小切口、大民生”": "",
    "跑出“加速度”": "",
  },
  "a plain name that all reports say alike": {
    "全面推行河长制、林长制": "河长制 林长制",
    常态化开展扫黑除恶: "扫黑除恶",
    落实县际结对帮扶机制: "县际结对帮扶机制",
    "坚持和发展新时代“枫桥经验": "枫桥经验",
    民生实事全部兑现: "",
    办理人大建议57件: "",
    拆违治乱544处: "",
    推行民生实事票决制: "民生实事票决制",
  },
  "a plain name that ends in a head": {
    深入实施国企改革深化提升行动: "国企改革深化提升行动",
    落实最严格的水资源管理制度: "最严格的水资源管理制度",
    "扎实开展整治“吃拿卡要”优化营商环境专项行动": "整治“吃拿卡要”优化营商环境专项行动",
    实施降低全社会物流成本专项行动: "降低全社会物流成本专项行动",
    深化农村集体产权制度改革: "",
    完善工作机制: "",
    采取果断行动: "",
    全面推进信访工作法治化: "",
    降低市场主体制度性交易成本: "",
    在脱贫攻坚体制机制创新上下功夫: "",
    完成年度投资计划: "",
  },
  "heads that ask for a verb of their own": {
    压实乡镇招商责任: "乡镇招商责任",
    "统筹推进长板招商、以商招商": "长板招商 以商招商",
    搭建政银企沟通平台: "政银企沟通平台",
    实施全媒体传播工程: "全媒体传播工程",
    新增省级创新平台5个: "",
    坚持大抓招商: "",
    实施城区供水管网改造工程: "",
  },
  "inspections whose findings are put right": {
    "做好巡视、巡察等反馈问题整改": "巡视 巡察",
    省委巡视期间: "",
  },
};

for (const [rule, examples] of Object.entries(rules))
  test.each(Object.entries(examples))(`${rule}: %s → %s`, (sentence, names) => {
    expect(mentioned(sentence)).toEqual(names.split(" ").filter(Boolean));
  });

test("a name that one place shows to be a mechanism is one elsewhere too", () => {
  expect(mentioned("召开“富矿精开”大会。深入推进“富矿精开”")).toEqual(["富矿精开", "富矿精开"]);
});
