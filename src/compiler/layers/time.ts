/**
 * 时间词: 6月底, 一季度, 上半年, 年内, “4·30”, 用2－3年时间: when something is due.
 * A date is the last day that still counts, YYYY-MM-DD.
 */
export type TimeWord = {
  start: number;
  end: number;
  due: string | null;
  within: string | null;
  kind: "date" | "year" | "wholeYear" | "span";
};

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

const YEAR = "((?:19|20)\\d\\d)年";
const PATTERNS: {
  pattern: RegExp;
  read: (found: RegExpExecArray, year: number | null) => Omit<TimeWord, "start" | "end"> | null;
}[] = [
  {
    pattern: new RegExp(`^(?:${YEAR}|今年|明年|当年)?(\\d{1,2})月(\\d{1,2})日(?:前|以前|之前)`),
    read: ([, y, m, d], year) => (d && m ? on(numberOr(y, year), Number(m), Number(d)) : null),
  },
  {
    pattern: new RegExp(
      `^(?:到|至|在|于)?(?:${YEAR}|今年|当年)?(\\d{1,2})月(?:(?:份)?(底|末|初|中旬|上旬|下旬)(?:前|以前|之前)?|(?:份)?(?:前|以前|之前)|份)`,
    ),
    read: ([, y, m, part], year) => monthEnd(numberOr(y, year), Number(m), part),
  },
  {
    pattern: new RegExp(`^(?:到|至)?(?:${YEAR}|今年|当年)?(?:第)?(前?[一二三四1-4两])季度(?:末|底)?(?:前|内)?`),
    read: ([, y, q], year) => fixed(numberOr(y, year), QUARTER_ENDS[q!] ?? null, "date"),
  },
  {
    pattern: new RegExp(`^(?:${YEAR}|今年)?上半年(?:前|内)?`),
    read: ([, y], year) => fixed(numberOr(y, year), "06-30", "date"),
  },
  {
    pattern: new RegExp(`^(?:${YEAR}|今年)?下半年(?:前|内)?`),
    read: ([, y], year) => fixed(numberOr(y, year), "12-31", "date"),
  },
  {
    pattern: new RegExp(`^(?:到|至|确保)?(?:${YEAR}|今年|当年)?年?(?:底|末)(?:前|之前|以前)?`),
    read: (found, year) =>
      /年|底|末/.test(found[0]) && /[底末]/.test(found[0]) && /年/.test(found[0])
        ? fixed(numberOr(found[1], year), "12-31", "date")
        : null,
  },
  { pattern: /^(?:今年|本年|当年)?年内/, read: (_, year) => fixed(year, "12-31", "year") },
  { pattern: /^(?:到|至)((?:19|20)\d\d)年(?:底|末)?/, read: ([, y]) => fixed(Number(y), "12-31", "date") },
  {
    pattern: /^“(五一|十一|国庆|元旦|4·30|5·1|七一|八一)”(?:节|假期|前)?/,
    read: ([, day], year) => fixed(year, HOLIDAYS[day!] ?? null, "date"),
  },
  {
    pattern: /^(?:国庆|元旦|春节)(?:节)?前/,
    read: (found, year) => (found[0].startsWith("国庆") ? fixed(year, "09-30", "date") : null),
  },
  {
    pattern:
      /^(?:努力|力争|争取)?(?:再)?用((?:\d+|[一二三四五六七八九十两]+)(?:[—\-－～至到](?:\d+|[一二三四五六七八九十]+))?(?:年|个月)(?:左右)?)(?:的)?时间/,
    read: ([, span]) => ({ due: null, within: span!, kind: "span" }),
  },
  { pattern: /^全年/, read: (_, year) => fixed(year, "12-31", "wholeYear") },
  { pattern: /^今年/, read: (_, year) => fixed(year, "12-31", "wholeYear") },
];

const numberOr = (digits: string | undefined, year: number | null) => (digits ? Number(digits) : year);

function fixed(
  year: number | null,
  day: string | null,
  kind: TimeWord["kind"],
): Omit<TimeWord, "start" | "end"> | null {
  return year === null || day === null ? null : { due: `${year}-${day}`, within: null, kind };
}

function on(year: number | null, month: number, day: number): Omit<TimeWord, "start" | "end"> | null {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return isDay ? fixed(year, `${pad(month)}-${pad(day)}`, "date") : null;
}

function monthEnd(
  year: number | null,
  month: number,
  part: string | undefined,
): Omit<TimeWord, "start" | "end"> | null {
  if (year === null || month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = part === "初" || part === "上旬" ? 10 : part === "中旬" ? 20 : last;
  return fixed(year, `${pad(month)}-${pad(day)}`, "date");
}

const pad = (n: number) => String(n).padStart(2, "0");

const FIRST = new Set([..."0123456789一二三四前第上下到至今当本年全用努力争再“国元春在于确"]);

/** The time words of [start, end), left to right. */
export function timeWordsIn(text: string, start: number, end: number, year: number | null): TimeWord[] {
  const found: TimeWord[] = [];
  for (let at = start; at < end; at++) {
    if (!FIRST.has(text[at]!)) continue;
    const word = timeWordAt(text, at, end, year);
    if (!word) continue;
    found.push(word);
    at = word.end - 1;
  }
  return found;
}

function timeWordAt(text: string, at: number, end: number, year: number | null): TimeWord | null {
  const rest = text.slice(at, Math.min(end, at + 24));
  if (/\d/.test(text[at - 1] ?? "") && /^\d/.test(rest)) return null;
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(rest);
    const time = match ? read(match, year) : null;
    if (match && time) return { start: at, end: at + match[0].length, ...time };
  }
  return null;
}
