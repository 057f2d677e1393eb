import refusalFile from "#lexicon/refusals.yaml";
import { longestAt, trieOf } from "../words/trie.ts";
import { isArabic, isChinese, type Numeral } from "./numeral.ts";
import { unitAt } from "./unit.ts";

/** Why a numeral is no quantity: the reasons of the annotation guide. */
export type Why = "date" | "name" | "slogan" | "heading" | "ordinal" | "idiom" | "other";
export type RefusedNumeral = { start: number; end: number; why: Why; rule: string };

/** A rule that refuses: its name, the reason, and the test. `at` is where the numeral ends. */
type Refusal = { name: string; why: Why; holds: (place: Place) => boolean };

/** Where a numeral stands: the text around it and what encloses it. */
export type Place = {
  text: string;
  codes: Uint16Array;
  numeral: Numeral /** in “”, 《》 */;
  inside: "quote" | "title" | "bracket" | null;
  quote: string;
};

const lists = refusalFile as { name: string[]; slogan: string[]; idiom: string[] };
const NAME = 1;
const SLOGAN = 2;
const IDIOM = 4;
const followers = trieOf([
  ...lists.name.map((word) => [String(word), NAME] as const),
  ...lists.slogan.map((word) => [String(word), SLOGAN] as const),
  ...lists.idiom.map((word) => [String(word), IDIOM] as const),
]);

const followedBy = ({ codes, numeral }: Place, kind: number) =>
  longestAt(followers, codes, numeral.end, Math.min(codes.length, numeral.end + 8), kind).length > 0;
const before = ({ text, numeral }: Place, count: number) =>
  text.slice(Math.max(0, numeral.start - count), numeral.start);
const after = ({ text, numeral }: Place, count: number) => text.slice(numeral.end, numeral.end + count);
const isLetter = (code: number | undefined) =>
  code !== undefined && ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;
/** 1952起: a number like a year that counts something. */
function hasUnit({ codes, numeral }: Place): boolean {
  const unit = unitAt(codes, numeral.end, codes.length);
  return unit !== null && unit.dimension !== "time" && unit.dimension !== "noun";
}
const isWord = (place: Place) => place.numeral.kind !== "arabic";

/** 零部件, 两片区, 两位数, 九连冠, 千亿台阶, 五道口: the classifier begins a longer word. */
const FALSE_UNIT =
  /^(?:部件|片区|位数|连冠|连增|连丰|台阶|道口|座席|条腿|口之家|方面军|角|环节|面性|级联|场馆|起来|根本|股份|环保|部门|部分|部队|期叠加|重点|本账|天然|号文|家庭医生)/;
/** After an Arabic number only these make a name: 108国道, 5号楼, 5A级, 3期. */
const ARABIC_NAME =
  /^(?:国道|省道|县道|乡道|号|级|期(?!播|节目|培训)|届|师|团场|标段|中学|小学|院区|医院|环|维|角|代(?!表|理|办)|类水|类断|类标|[KDAE](?![A-Za-z])|[GCBN](?![a-zW])|星|甲|乙|局|路公交|字|高速|强|佳|优(?!良))/;

/** In order: the first that holds refuses. */
const REFUSALS: Refusal[] = [
  {
    name: "年份",
    why: "date",
    holds: (p) =>
      isYear(p.numeral.value) && p.numeral.end - p.numeral.start === 4 && (after(p, 1) === "年" || !hasUnit(p)),
  },
  {
    name: "汉字年份",
    why: "date",
    holds: (p) =>
      /^年/.test(after(p, 1)) &&
      /^[一二][〇零九][〇零一二三四五六七八九]{2}$/.test(p.text.slice(p.numeral.start, p.numeral.end)),
  },
  { name: "月日季度", why: "date", holds: (p) => isDate(p) },
  {
    name: "五年规划",
    why: "name",
    holds: (p) =>
      /^十[一二三四五]五$/.test(p.text.slice(p.numeral.start, p.numeral.end)) ||
      (p.text.startsWith("五", p.numeral.end) && /十[一二三四五]?$/.test(p.text.slice(p.numeral.start, p.numeral.end))),
  },
  {
    name: "党的大会",
    why: "name",
    holds: (p) =>
      /^(?:十[六七八九]|二十)$/.test(p.text.slice(p.numeral.start, p.numeral.end)) &&
      /^(?:大(?!系列|[\u4e00-\u9fff]{0,3}(?:工程|项目|行动|产业|企业))|届)/.test(after(p, 6)),
  },
  { name: "中央八项规定", why: "name", holds: (p) => /^项规定/.test(after(p, 3)) && /中央$/.test(before(p, 2)) },
  {
    name: "量词只是一个词的开头",
    why: "name",
    holds: (p) => FALSE_UNIT.test(after(p, 4)),
  },
  {
    name: "几小时圈",
    why: "name",
    holds: (p) => /^小时(?:[\u4e00-\u9fff]{0,8})(?:圈|网|物流|通达|配送|到达)/.test(after(p, 14)),
  },
  {
    name: "用几年时间",
    why: "date",
    holds: (p) => /^(?:[—\-－～至到]\d+|[一二三四五六七八九十])?年(?:左右)?(?:的)?时间/.test(after(p, 9)),
  },
  {
    name: "第几届",
    why: "ordinal",
    holds: (p) => /^(?:届|次(?:会议|全会|代表|党代|全体|集体|人|常委)|中全会|季)/.test(after(p, 3)),
  },
  { name: "编号", why: "heading", holds: (p) => isItemNumber(p) },
  { name: "书名号里的数", why: "name", holds: (p) => p.inside === "title" },
  {
    name: "引号里的数",
    why: "slogan",
    holds: (p) =>
      p.inside === "quote" && p.quote.length <= 26 && !/^.{0,4}[一二三四五六七八九十\d]+件.{0,4}实事/.test(p.quote),
  },
  {
    name: "加号算式",
    why: "slogan",
    holds: (p) =>
      /^[+＋]/.test(after(p, 1)) ||
      /[\dA-Za-zN][+＋]$/.test(before(p, 2)) ||
      /^\s*×24小时/.test(after(p, 5)) ||
      (p.numeral.value === 168 && p.text.slice(p.numeral.start, p.numeral.end).includes("×")),
  },
  {
    name: "字母连着数字",
    why: "name",
    holds: (p) => isLetter(p.codes[p.numeral.start - 1]) || /[a-zA-Z][-－.]?$/.test(before(p, 2)),
  },
  { name: "事故和纪念日", why: "name", holds: (p) => /^[·.]\d/.test(after(p, 2)) || /\d[·]$/.test(before(p, 2)) },
  { name: "全国第几次普查", why: "ordinal", holds: (p) => before(p, 1) === "第" && !isRankPlace(p) },
  { name: "约数和泛指", why: "idiom", holds: (p) => isVague(p) },
  {
    name: "成语和习语",
    why: "idiom",
    holds: (p) =>
      isWord(p) &&
      p.numeral.kind !== "fraction" &&
      p.numeral.kind !== "tenths" &&
      followedBy(p, IDIOM) &&
      !isPlainCount(p),
  },
  {
    name: "名称里的数",
    why: "name",
    holds: (p) => (isWord(p) ? followedBy(p, NAME) : ARABIC_NAME.test(after(p, 4))) && !isPlainCount(p),
  },
  {
    name: "口号里的数",
    why: "slogan",
    holds: (p) =>
      isWord(p) &&
      p.numeral.kind !== "fraction" &&
      p.numeral.kind !== "tenths" &&
      followedBy(p, SLOGAN) &&
      !isPlainCount(p),
  },
  {
    name: "孤立的一",
    why: "idiom",
    holds: (p) => p.text.slice(p.numeral.start, p.numeral.end) === "一" && p.numeral.kind === "chinese",
  },
  {
    name: "长号码",
    why: "other",
    holds: (p) => p.numeral.end - p.numeral.start >= 9 && !/[,.]/.test(p.text.slice(p.numeral.start, p.numeral.end)),
  },
];

/** 5月16日, 一季度, 8时30分, 上世纪90年代 */
function isDate(p: Place): boolean {
  const next = after(p, 3);
  if (/^(?:月(?!均)|季度|月份|年代|时[，、至到许]|点[整半钟]|时\d)/.test(next))
    return !/^月/.test(next) || p.numeral.value <= 12;
  if (/^[日号](?![均产供处出运])/.test(next)) return /[月至、—-]$/.test(before(p, 1));
  if (/^[-—～至、]\d{1,2}月/.test(after(p, 4)) && p.numeral.value <= 12) return true;
  if (/^年/.test(next)) return isPeriod(p);
  return /^(?:号线|周年)/.test(next) && next.startsWith("周年");
}

/** 五年来, 过去五年, 近三年, 今后五年, “十四五”五年: a stretch of time that says when, not how long. */
function isPeriod(p: Place): boolean {
  const next = after(p, 4);
  if (
    /^年(?:来|间|期|前|后|以来|内|时间里|多来|努力|奋斗|奋战|的努力|的奋斗|增长|翻|累计|实现|滚动|之|上|级|度|份|如一日|货|货节|均|初|末|底|中|俗|味|龄|产|销|加工|处理|处置|报)/.test(
      next,
    )
  )
    return true;
  const said = before(p, 3);
  if (
    /(?:过去|今后|未来|近|前|后|这|最近|此后|上|下|接下来|第|头|本届|届|[上下]个|一个|经过)(?:的)?$/.test(said) &&
    p.numeral.value <= 30
  )
    return true;
  return /^年[、，。]/.test(next) && p.numeral.kind !== "arabic" && !/(?:连续|提前|用|历时|达|续)$/.test(said);
}

/** 1. 一、 （一） ① at the start of a paragraph or sentence, 一是 anywhere. */
function isItemNumber(p: Place): boolean {
  const opens = p.numeral.start === 0 || /[\n（〔。；：！]$/.test(before(p, 1));
  if (
    opens &&
    /^(?:[.、．](?!\d)|[）〕]|是(?!一))/.test(after(p, 2)) &&
    p.numeral.value < 200 &&
    !(p.numeral.kind === "arabic" && /^[、]/.test(after(p, 1)) && !/\n$/.test(before(p, 1)))
  )
    return true;
  return (
    isWord(p) &&
    /^(?:是(?:要|着力|全力|坚持|以|抓|强|加|推|深|大|实|持|做|聚|围|突|更|提|优|稳|打|把|在|对|全|严|新|改|建|完|进|开|健|落|扩|保|防|统|精|狠|千|紧|扎|高|积|坚))/.test(
      after(p, 4),
    ) &&
    p.numeral.value <= 20
  );
}

/** 全省第6, 位列第三: told apart from 第三次, 第一书记 by what stands around it. */
export function isRankPlace(p: Place): boolean {
  const next = after(p, 3);
  if (
    !/^(?:位(?!一体|数)|名(?!单|录|校|义)|[，。、；！）”（\n]|$|和|及|的(?:位次|位置|成绩|好成绩|基础)|方阵$)/.test(
      next,
    )
  )
    return false;
  return (
    /(?:排名|排|位列|位居|居|列|名列|跃居|升至|位次|跃升至|全[国省市县区州]|[省市县区州国]|前移至|稳居|总量|增速|均为|保持|综合|成绩|并列|同类|全部|获|得|世界|全球|亚洲|行业|同行业|河北|山西)第$/.test(
      before(p, 6),
    ) || /(?:全[国省市县区州]|排名|位居|位列|名列|跃居).{0,14}第$/.test(before(p, 20))
  );
}

/** 数十家, 上百人, 几千: no number is said. */
function isVague(p: Place): boolean {
  const { kind } = p.numeral;
  if (kind !== "bare" && kind !== "chinese") return false;
  const word = p.text.slice(p.numeral.start, p.numeral.end);
  if (/[数几若好成]$/.test(before(p, 1)) && /^[十百千]/.test(word)) return true;
  return (
    kind === "bare" && !/^十/.test(word) && !/^(?:[万亿]|多万|余万)/.test(after(p, 1)) && !/^(?:%|分)/.test(after(p, 1))
  );
}

/** An Arabic number with 余 or 个 right after it counts, whatever the word after it would make of a bare one. */
function isPlainCount(p: Place): boolean {
  const next = after(p, 2);
  if (p.numeral.kind === "arabic" && p.numeral.value >= 2) {
    if (/^(?:级|期|产|号|甲|局|师|强|佳|优|届|代|环|维|A|E|D|K|G|C|B|N|星|类水|类标|类断)/.test(next)) return false;
    if (/^(?:国道|省道|县道|乡道|高速)/.test(next)) return false;
    return /^(?:个|项|家|所|条|处|件|名|户|万|亿|元|%|公|平|亩|吨|人|座|套|台|辆|场|次|年|大)/.test(next);
  }
  return false;
}

export { isArabic, isChinese };

/** Why this numeral is no quantity, and the rule that says so; null where none does. */
export function refuse(place: Place): RefusedNumeral | null {
  const found = REFUSALS.find((refusal) => refusal.holds(place));
  return found ? { start: place.numeral.start, end: place.numeral.end, why: found.why, rule: found.name } : null;
}

/** The names of all refusing rules, for the explanation and the tests. */
export const refusalNames = REFUSALS.map(({ name }) => name);
