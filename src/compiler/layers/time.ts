/**
 * 时间词: 6月底, 一季度, 上半年, 年内, “4·30”, 汛期前, 用2－3年时间: when something is due.
 * A date is the last day that still counts, YYYY-MM-DD. A limit without a date keeps its words in `within`.
 */
export type TimeWord = {
  start: number;
  end: number;
  due: string | null;
  within: string | null;
  kind: "date" | "year" | "wholeYear" | "span";
};

type Reading = Omit<TimeWord, "start" | "end">;

const QUARTER_ENDS: Record<string, string> = {
  一: "03-31",
  二: "06-30",
  三: "09-30",
  四: "12-31",
  前两: "06-30",
  前三: "09-30",
  "1": "03-31",
  "2": "06-30",
  "3": "09-30",
  "4": "12-31",
};
const HOLIDAYS: Record<string, string> = {
  五一: "05-01",
  十一: "10-01",
  国庆: "10-01",
  元旦: "01-01",
  "4·30": "04-30",
  "5·1": "05-01",
  七一: "07-01",
  八一: "08-01",
};

const YEAR = "((?:19|20)\\d\\d年|[今本当明]年)?";
/** A month alone is a time limit where the deed follows at once: 10月|开馆. */
const DEED =
  "(?:正式|全面|全部|如期|主体|基本|开始|力争|实现|燃情){0,2}(?:开[馆街园跑工业放诊学通]|建成|竣工|完[工成]|投[产用入]|运营|运行|试运[营行]|贯通|通[车水气电航]|封顶|交付|验收|启[动用]|入驻|达到|具备|挂牌|上线)";
const NUMBER = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})";
const SPAN = `${NUMBER}(?:[—\\-－～至到]+${NUMBER})?`;
const SPAN_WORD = new RegExp(
  `^(?:努力|力争|争取)?(?:再)?用(${SPAN}(?:年|个月)(?:左右)?|(?:\\d+)(?:年|个月)(?:左右)?)(?:的)?时间`,
);

const PATTERNS: { pattern: RegExp; read: (found: RegExpExecArray, year: number | null) => Reading | null }[] = [
  {
    pattern: new RegExp(`^${YEAR}(\\d{1,2})月(\\d{1,2})日(?:前|以前|之前)`),
    read: ([, y, m, d], year) => on(named(y, year), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(
      `^(?:到|至|在|于)?${YEAR}(\\d{1,2})月(?:(?:份)?(底|末|初|中旬|上旬|下旬)(?:前|以前|之前)?|(?:份)?(?:前|以前|之前)|份|(?=${DEED}))`,
    ),
    read: ([, y, m, part], year) => monthEnd(named(y, year), Number(m), part),
  },
  {
    pattern: new RegExp(`^(?:到|至)?${YEAR}(?:第)?(前?[一二三四1-4两])季度(?:末|底)?(?:前|内)?`),
    read: ([, y, q], year) => fixed(named(y, year), QUARTER_ENDS[q!] ?? null, "date"),
  },
  {
    pattern: new RegExp(`^${YEAR}上半年(?:前|内)?`),
    read: ([, y], year) => fixed(named(y, year), "06-30", "date"),
  },
  {
    pattern: new RegExp(`^${YEAR}下半年(?:前|内)?`),
    read: ([, y], year) => fixed(named(y, year), "12-31", "date"),
  },
  {
    pattern: new RegExp(`^(?:到|至|确保)?${YEAR}年?(?:底|末)(?:前|之前|以前)?`),
    read: (found, year) => (found[0].includes("年") ? fixed(named(found[1], year), "12-31", "date") : null),
  },
  { pattern: new RegExp(`^${YEAR}年内`), read: ([, y], year) => fixed(named(y, year), "12-31", "year") },
  { pattern: /^(?:到|至)((?:19|20)\d\d)年(?:底|末)?/, read: ([, y]) => fixed(Number(y), "12-31", "date") },
  {
    pattern: /^“(五一|十一|国庆|元旦|4·30|5·1|七一|八一)”(?:节|假期|前)?/,
    read: ([, day], year) => fixed(year, HOLIDAYS[day!] ?? null, "date"),
  },
  { pattern: /^国庆(?:节)?前/, read: (_, year) => fixed(year, "09-30", "date") },
  { pattern: new RegExp(`^(${SPAN}年)(?:时间)?(?:以|之)?内`), read: ([, span]) => undated(span!, "date") },
  { pattern: SPAN_WORD, read: ([, span]) => undated(span!, "span") },
  { pattern: /^全年/, read: (_, year) => fixed(year, "12-31", "wholeYear") },
  { pattern: /^今年/, read: (_, year) => fixed(year, "12-31", "wholeYear") },
];

/** The year a word names: 2021年, 明年, 今年; the report's own where it names none. */
function named(word: string | undefined, year: number | null): number | null {
  if (word === undefined || word === "今年" || word === "本年" || word === "当年") return year;
  return word === "明年" ? (year === null ? null : year + 1) : Number(word.slice(0, 4));
}

const undated = (within: string, kind: TimeWord["kind"]): Reading => ({ due: null, within, kind });

function fixed(year: number | null, day: string | null, kind: TimeWord["kind"]): Reading | null {
  return year === null || day === null ? null : { due: `${year}-${day}`, within: null, kind };
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function on(year: number | null, month: number, day: number): Reading | null {
  const isDay = year !== null && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? fixed(year, `${pad(month)}-${pad(day)}`, "date") : null;
}

function monthEnd(year: number | null, month: number, part: string | undefined): Reading | null {
  if (year === null || month < 1 || month > 12) return null;
  const day = part === "初" || part === "上旬" ? 10 : part === "中旬" ? 20 : daysIn(year, month);
  return fixed(year, `${pad(month)}-${pad(day)}`, "date");
}

const pad = (n: number) => String(n).padStart(2, "0");

const FIRST = new Set([..."0123456789一二三四五六七八九十两前第上下到至今本当明年全用努力争再“国在于确"]);
/** What a time word is made of: one of these stands among its first characters. */
const MARKS = new Set([..."年月季半度日前”"]);
/** 汛期前, 采暖季来临前: seasons and feasts whose day the report does not give. */
const SEASON =
  /(?:主?汛期|入汛|雨季|[采供]暖[期季]|供暖|冬季|入冬|上冻|封冻|春节|中秋|(?:[春秋]季)?开学)(?:来临|到来|之)?$/;

/** The time words of [start, end), left to right. `year` is the year the report plans for. */
export function timeWordsIn(text: string, start: number, end: number, year: number | null): TimeWord[] {
  const found: TimeWord[] = [];
  for (let at = start; at < end; at++) {
    if (!FIRST.has(text[at]!)) continue;
    const word = timeWordAt(text, at, end, year) ?? seasonBefore(text, start, at);
    if (!word) continue;
    found.push(word);
    at = word.end - 1;
  }
  return found;
}

function timeWordAt(text: string, at: number, end: number, year: number | null): TimeWord | null {
  if (!isNear(text, at, end) || (isDigit(text[at - 1]) && isDigit(text[at]))) return null;
  const rest = text.slice(at, Math.min(end, at + 24));
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(rest);
    const time = match ? read(match, year) : null;
    if (match && time) return { start: at, end: at + match[0].length, ...time };
  }
  return null;
}

const isDigit = (char: string | undefined) => char !== undefined && char >= "0" && char <= "9";

function isNear(text: string, at: number, end: number): boolean {
  const limit = Math.min(end, at + 11);
  for (let i = at; i < limit; i++) if (MARKS.has(text[i]!)) return true;
  return false;
}

function seasonBefore(text: string, start: number, at: number): TimeWord | null {
  if (text[at] !== "前" || at - start < 2) return null;
  const season = SEASON.exec(text.slice(Math.max(start, at - 8), at));
  if (!season) return null;
  const from = at - season[0].length;
  return { start: from, end: at + 1, ...undated(text.slice(from, at + 1), "date") };
}

/** 三季度有机蔬菜, “五一”劳动奖章, 年底考核, 年底践诺: a time word inside a name, or in a phrase that limits nothing. */
export const isName = (text: string, time: TimeWord): boolean =>
  /^(?:劳动|考核|分红|述职|总结|评比|来|的|国际|庆祝|表彰|慰问|践诺|兑现|重点工作|工作)/.test(
    text.slice(time.end, time.end + 4),
  ) &&
  time.kind !== "span" &&
  !text.slice(time.start, time.end).endsWith("前");
