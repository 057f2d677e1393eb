/** Half-width marks of punctuation that the recognition writes for full-width ones. */
const WIDE: Record<string, string> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
const HAN = "[\\u3400-\\u9fff\\u3001-\\u301f\\uff01-\\uff5e“”‘’％]";
const SPACES = new RegExp(`(?<=${HAN}) +| +(?=${HAN})`, "g");
const MARK_AFTER = new RegExp(`(?<=${HAN})[,;:?!()]`, "g");
const MARK_BEFORE = new RegExp(`[,;:?!()](?=${HAN})`, "g");
const widened = (mark: string) => WIDE[mark]!;

/**
 * 识别后整理: the only changes that are made to recognised text: no spaces beside Chinese characters, and marks of
 * punctuation full width beside them. Digits and words are never touched; a person has to confirm them.
 *
 *     repaired("增 长 7% 左 右 ,") // => "增长7%左右，"
 */
export const repaired = (text: string): string =>
  text.replace(SPACES, "").replace(MARK_AFTER, widened).replace(MARK_BEFORE, widened).replace(SPACES, "");
