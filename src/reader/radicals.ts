/**
 * 部首字形: fonts share one glyph between an ideograph and a radical, and PDF files then give the radical's code point
 * (⼯ U+2F2F for 工). One entry for each of the 115 radicals of U+2E80–2EF3 in order; U+2E9A is not assigned.
 * NFKC would also fold （一）, ① and ％, so that it can't be used.
 */
const SUPPLEMENT =
  "丶厂乛乚乙亻冂几刀刂卜㔾小小兀尢尢尢巳幺彑彐忄㣺扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒㓁网网羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/** Kangxi radicals whose compatible ideograph is a traditional form, where simplified fonts draw another. */
const SIMPLIFIED: Record<string, string> = { "⼾": "户" };

const ideographOf = (radical: string): string => {
  const code = radical.charCodeAt(0);
  if (code < 0x2f00) return SUPPLEMENT[code - 0x2e80] ?? radical;
  return SIMPLIFIED[radical] ?? radical.normalize("NFKC");
};

/** 部首还原: `plain("⼯⼈")` → 工人. One code unit for one, so that offsets hold. */
export const plain = (text: string): string => text.replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g, ideographOf);
