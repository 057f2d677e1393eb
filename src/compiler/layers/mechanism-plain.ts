import type { Clause, Item, Quote } from "../clause.ts";
import type { ReadReport } from "../read.ts";
import { ADVERB, wordAt as cueAt, MODAL, SCOPE, TIME } from "../words/words.ts";
import type { Found } from "./mechanism-quoted.ts";
import {
  BARE,
  BREAKS,
  BUILT,
  CAMPAIGN,
  CARRY,
  DUTY,
  FED,
  FED_BY,
  GOES_ON,
  INSTITUTION,
  mayStart,
  NAME,
  OPEN,
  PLATFORM,
  PROMOTION,
  STARTS,
  wordAt,
} from "./mechanism-words.ts";

/** 不加引号的机制: names that are said alike everywhere (河长制), and names that end in a head and that a verb carries (实施…专项行动). */

/** A place in a clause: what is being read, and where. */
type Place = { codes: Uint16Array; text: string; clause: Clause; item: Item };

const LONGEST = 26;
const DE = "的".charCodeAt(0);
const HOW = ADVERB | SCOPE | TIME | MODAL;
/** 等19个重点行业…, 12个…: a count before the name is none of it. */
const COUNT =
  /^(?:等|了|好|起|出|更多|一批|[\d.]+(?:个|项|件|类|支|家|条|大|场|轮)|新一轮(?=找矿)|第[一二三四五六七八九十]+轮|各级|各类|各项|各)+/;
/** A piece of a title, or what is left of a clause with 的. */
const UNFIT = /^的|《|》$|[\d.]亿元/;
/** Where two names are joined, the second begins after the conjunction. */
const JOINED = /(?:机制|制度|行动|计划|工程|体系|平台|改革|整治|战|”|制)(?:和|与|及|以及)(?=[^和与及]*$)/;

/** Mechanisms that a clause names without quotation marks. */
export function plainNames({ codes, text }: ReadReport, clause: Clause, quotes: readonly Quote[]): Found[] {
  const found: Found[] = [];
  for (let at = clause.start; at < clause.end; at++) {
    if (!mayStart(codes[at]!)) continue;
    const word = wordAt(codes, at, clause.end, STARTS);
    if (word.length === 0) continue;
    const item = clause.items.find((each) => each.start <= at && at < each.end) ?? clause;
    const place = { codes, text, clause, item };
    const one = (word.bits & NAME) !== 0 ? said(place, at, word.length) : headed(place, at, word);
    if (one && !startsInQuote(one, quotes)) join(found, one);
    at += word.length - 1;
  }
  return found;
}

const startsInQuote = ({ start, end }: Found, quotes: readonly Quote[]) =>
  quotes.some((quote) => (quote.start < start && start < quote.end) || (quote.start < end && end < quote.end));

/** Two that overlap are one name: 县际结对帮扶 and 县际结对帮扶机制. */
function join(found: Found[], one: Found): void {
  const last = found.at(-1);
  if (!last || last.end <= one.start) found.push(one);
  else found[found.length - 1] = { ...last, start: Math.min(last.start, one.start), end: one.end };
}

/** A name that needs no verb, with the head behind it: 县际结对帮扶|机制. */
function said({ codes, clause }: Place, at: number, length: number): Found | null {
  const end = goneOn(codes, at + length, clause.end);
  const isOther = end === at + length && wordAt(codes, end, clause.end, BREAKS).length === 1;
  return isOther ? null : { start: at, end, rule: "通用的机制名称", confidence: 0.8 };
}

/** The end of the name where more of it follows: …整治|专项行动. */
function goneOn(codes: Uint16Array, from: number, limit: number): number {
  let end = from;
  for (let word = wordAt(codes, end, limit, GOES_ON); word.length > 0; word = wordAt(codes, end, limit, GOES_ON))
    end += word.length;
  return end;
}

/** A name that ends in a head and that a verb carries: 落实|最严格的水资源管理制度. */
function headed(place: Place, at: number, word: { length: number; bits: number }): Found | null {
  const { codes, text, clause } = place;
  const end = goneOn(codes, at + word.length, clause.end);
  if (wordAt(codes, end, clause.end, BREAKS).length > 0) return null;
  if ((word.bits & FED) !== 0)
    return isFed(place, end) ? { start: at, end, rule: "反馈整改的督察", confidence: 0.7 } : null;
  const start = startOf(place, at);
  if (start < 0 || end - start > LONGEST || UNFIT.test(text.slice(start, end)) || isBare(codes, start, at)) return null;
  if (!fits(place, start, at, end, word.bits)) return null;
  return { start, end, rule: "以机制词结尾的名称", confidence: 0.7 };
}

const PRESSED = /压实[^，。；]{0,8}$/;
const CAMPAIGNED = /(?:实施|推进|启动|开展)[^，。；]{0,12}$/;
const USED = /(?:发挥|搭建|用好|用足|运用|推广|建好)[^，。；]{0,12}$/;
const INVESTED = /(?:投资计划|[\d.]+亿元.*计划)$/;
const SHOUTED = /^(?:大|抓)|大$/;

/** Some heads are a mechanism only under certain verbs, or only where nothing is built. */
function fits({ codes, text, clause, item }: Place, start: number, at: number, end: number, bits: number): boolean {
  const before = text.slice(clause.start, start);
  if ((bits & DUTY) !== 0) return PRESSED.test(before);
  if ((bits & PROMOTION) !== 0) return at - start <= 10 && end === item.end && !SHOUTED.test(text.slice(start, at));
  if ((bits & PLATFORM) !== 0) return USED.test(before) && !text.slice(start, at).includes("等");
  if ((bits & INSTITUTION) !== 0)
    return at - start >= (text[at + 1] === "度" ? 4 : 2) && !text.startsWith("体制", at - 2);
  if ((bits & CAMPAIGN) === 0) return !INVESTED.test(text.slice(start, end));
  for (let i = start; i < at; i++) if (wordAt(codes, i, at, BUILT).length > 0) return false;
  return CAMPAIGNED.test(before);
}

/** Inspections count where the clause speaks of putting right what they found. */
function isFed({ codes, clause }: Place, from: number): boolean {
  for (let at = from; at < clause.end; at++) if (wordAt(codes, at, clause.end, FED_BY).length > 0) return true;
  return false;
}

/** Nothing but words that are in every such name: 工作|管理|机制. */
function isBare(codes: Uint16Array, start: number, head: number): boolean {
  let at = start;
  while (at < head) {
    const { length } = wordAt(codes, at, head, BARE);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Where a name begins whose head stands at `head`: after the last verb that carries it; -1 where none does. */
function startOf(place: Place, head: number): number {
  const { codes, text, clause, item } = place;
  let start = -1;
  for (let at = item.start; at < head - 1; at++) {
    const { length } = wordAt(codes, at, head, CARRY);
    if (length > 0 && at + length < head - 1) start = at + length;
    if (length > 0) at += length - 1;
  }
  if (start < 0) start = opened(codes, item.start, head);
  if (start < 0 && item.start > clause.start && isCarried(codes, clause, item.start)) start = item.start;
  return start < 0 ? -1 : trimmed(codes, text, start, head);
}

/** After the words that open the object at the front of an item: 持续|深化|…; -1 where none stands there. */
function opened(codes: Uint16Array, start: number, head: number): number {
  let at = start;
  let opens = false;
  while (at < head) {
    const open = wordAt(codes, at, head, OPEN).length;
    const length = open > 0 ? open : howAt(codes, at, head);
    if (length === 0 || at + length >= head - 1) break;
    opens ||= open > 0;
    at += length;
  }
  return opens ? at : -1;
}

/** In a row a verb before the first item carries them all: 推进|长板招商、以商招商. */
function isCarried(codes: Uint16Array, clause: Clause, before: number): boolean {
  for (let at = clause.start; at < before; at++) if (wordAt(codes, at, before, CARRY | OPEN).length > 0) return true;
  return false;
}

/** 切实, 全市, 今年: how, where and when; a single character may be the first of a word: 就业. */
function howAt(codes: Uint16Array, at: number, head: number): number {
  const { length } = cueAt(codes, at, head, HOW);
  const isKept = wordAt(codes, at, head, BARE).length >= length;
  return length > 1 && at + length < head && !isKept ? length : 0;
}

/** Without what stands before the name proper: 全省各类|…, …的|…, 和…. */
function trimmed(codes: Uint16Array, text: string, from: number, head: number): number {
  let start = from;
  for (let at = head - 2; at > start; at--)
    if (codes[at] === DE && !text.startsWith("最严格", at - 3)) {
      start = at + 1;
      break;
    }
  const joint = JOINED.exec(text.slice(start, head));
  if (joint) start += joint.index + joint[0].length;
  for (let cue = howAt(codes, start, head); cue > 0; cue = howAt(codes, start, head)) start += cue;
  const count = COUNT.exec(text.slice(start, head))?.[0].length ?? 0;
  return start + count < head ? start + count : start;
}
