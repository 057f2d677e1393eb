import indicatorFile from "#lexicon/indicators.yaml";

/** 指标: one entry of the indicator catalogue, lexicon/indicators.yaml. */
export type Indicator = {
  id: string;
  /** The usual full name first, then the short forms. */
  names: string[];
  /** 计量单位 of its level, as reports usually write it; empty where it has none. */
  unit: string;
  /** 方向: whether more of it is better. */
  direction: "more" | "less" | "neither";
  /** 主要预期目标: true where it belongs into the table of a year's main targets. */
  headline?: boolean;
};

/** 指标目录, in the order of the file. */
export const indicators = indicatorFile as readonly Indicator[];

/** Tried in this order, so that 全市规模以上… loses 全市 and keeps the rest. */
const BEFORE = ["全年", "全市", "全县", "全区", "全省", "全国", "全旗", "我市", "我县", "我区", "我省", "全部"];
const AFTER = ["总量", "增速", "增长率", "增幅", "增长", "完成", "实现", "目标"];

/** The form that names are compared in: no quotes, white space or brackets, half-width, capital letters. */
function plain(name: string): string {
  let form = "";
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code > 0xff00 && code < 0xff5f) form += String.fromCharCode(code - 0xfee0);
    else if (!"“”‘’\"'「」『』《》 \t\r\n\u00a0\u3000".includes(name[at]!)) form += name[at];
  }
  return form.toUpperCase();
}

const byName = new Map(indicators.flatMap(({ id, names }) => names.map((name) => [plain(name), id] as const)));
const longest = Math.max(...[...byName.keys()].map((name) => name.length)) + 8;

/**
 * 认指标: the catalogue id of what a figure is about, null where the catalogue does not have it.
 * Exact after normalisation, in time that does not depend on the catalogue.
 *
 *     indicatorOf("全县地区生产总值增速")   // => "gdp"
 *     indicatorOf("老窑头煤业")             // => null
 */
export function indicatorOf(subject: string): string | null {
  if (subject.length > longest * 2) return null;
  const name = plain(subject);
  return byName.get(name) ?? shortened(name);
}

function shortened(name: string): string | null {
  const prefix = BEFORE.find((word) => name.startsWith(word)) ?? "";
  const bare = name.slice(prefix.length);
  const suffix = AFTER.find((word) => bare.endsWith(word)) ?? "";
  const core = bare.slice(0, bare.length - suffix.length);
  return byName.get(bare) ?? byName.get(core) ?? byName.get(prefix + core) ?? null;
}
