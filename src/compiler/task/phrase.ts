import type { Name } from "../measure/name.ts";
import { ADVERB, DEED, DRIVE, HEAD, MODAL, NOUN, SCOPE, STRONG, TIME, VERB, wordAt } from "../words/words.ts";

/** 动宾: how a clause of the plan divides: adverbs and the verb are the action, what it is done to is the object. */
export type Phrase = {
  /** Adverbs and verb, as they stand in the text; null where the clause opens with no verb. */
  action: Name | null;
  object: Name | null;
};

const DEEDS = VERB | DRIVE | DEED | STRONG;
const FRONT = ADVERB | MODAL | TIME | SCOPE;
/** 总投资5亿元的: what a thing costs belongs neither to the verb nor to its name. */
const SUM =
  /(?:(?:总|计划)?投资约?[\d.]+[十百千万亿]*元的?|(?:力争|确保)?(?:今年)?(?:\d+月(?:上旬|中旬|下旬|底|末|份)?|年底|年内|上半年)(?:以?前|之前)?(?=[\u4e00-\u9fff“]{4}))/y;
/** 对, 将, 把, 为 …: what follows is not yet the verb. */
const PREPOSITION = new Set("对将把为与向从在给由以");
/** 好, 实, 细, 牢 behind a verb belong to it: 落实好. */
const COMPLEMENT = new Set("好实细牢足准了");
const EMPTY_VERB = /^(?:进行|予以|给予|加以|全部|逐步|全面)/;
/** Verbs that may follow another verb as part of the action; others begin the name of a thing: 推进|改造项目. */
const SECOND =
  /^(?:推进|推动|实施|开展|完善|健全|提升|拓展|落实|打造|培育|建立|制定|出台|抓好|做好|完成|启动|引进|创建|争创|申报|谋划|储备|包装|壮大|做强|做大|做优|扩大|优化|强化|加强|深化|巩固|新建|改建|扩建|建成|开工|举办|承办|构建|推行|推广|探索|用好|盘活|组建|设立)/;
const BEFORE_OBJECT = /^(?:的|了|着|一批|一系列|更多|全[省市县区]的?|我[省市县区]的?)+/;
/** Work that every object has done to it; what is cured or changed stays: 污染治理, 棚户区改造. */
const WORK = /(?:项目建设|建设|工作|力度|步伐|进度)$/;
const OPEN_END = /(?:综合|和|与|及|等|的|更新|提标|、|基础设施)$/;

/** Divides [start, end). */
export function phraseOf(codes: Uint16Array, text: string, start: number, end: number): Phrase {
  const first = stepOver(text, start, end);
  const verb = verbFrom(codes, text, first, end);
  if (!verb) return withoutVerb(codes, text, first, end);
  const at = secondVerb(codes, text, verb.end, end);
  const action = { start: first, end: at };
  const after = stepOver(text, at, end);
  const object = trimmed(text, after, end);
  const isEmpty = verb.patient !== null && (object === null || EMPTY_VERB.test(text.slice(verb.start, verb.end)));
  if (isEmpty) return { action, object: verb.patient };
  return object
    ? { action, object }
    : { action: null, object: trimmed(text, verb.start, end) ?? { start: first, end } };
}

const stepOver = (text: string, at: number, end: number): number => {
  SUM.lastIndex = at;
  const sum = SUM.exec(text);
  return sum && at + sum[0].length < end ? at + sum[0].length : at;
};

/** The first verb, adverbs and a phrase with 对, 将, 把 before it stepped over; `patient` is what that phrase names. */
function verbFrom(
  codes: Uint16Array,
  text: string,
  start: number,
  end: number,
): { start: number; end: number; patient: Name | null } | null {
  for (let at = start; at < end; ) {
    const deed = wordAt(codes, at, end, DEEDS).length;
    const noun = wordAt(codes, at, end, NOUN | HEAD).length;
    const front = wordAt(codes, at, end, FRONT).length;
    if (deed >= 2 && deed >= front && deed >= noun)
      return { start: at, end: withComplement(text, at + deed, end), patient: null };
    if (front >= 2 && front >= noun) at += front;
    else if (PREPOSITION.has(text[at]!)) return verbAfterPhrase(codes, text, at, end);
    else return null;
  }
  return null;
}

function withComplement(text: string, at: number, end: number): number {
  return at + 2 < end &&
    COMPLEMENT.has(text[at]!) &&
    !/^(?:实体|实验|实践|实际|实效|好人|好事|牢固|准入|准确|足球|细胞)/.test(text.slice(at, at + 2))
    ? at + 1
    : at;
}

function verbAfterPhrase(codes: Uint16Array, text: string, from: number, end: number) {
  for (let at = from + 2; at < end - 1; at++) {
    const deed = wordAt(codes, at, end, DEEDS).length;
    const noun = wordAt(codes, at, end, NOUN | HEAD).length;
    if (deed >= 2 && deed > noun)
      return { start: at, end: withComplement(text, at + deed, end), patient: { start: from + 1, end: at } };
    if (noun > 1) at += noun - 1;
  }
  return null;
}

/** 谋划|储备, 巩固|拓展: a second verb of action right after the first. */
function secondVerb(codes: Uint16Array, text: string, at: number, end: number): number {
  const deed = wordAt(codes, at, end, VERB | DRIVE).length;
  const noun = wordAt(codes, at, end, NOUN | HEAD).length;
  const isAction = deed >= 2 && noun < deed && SECOND.test(text.slice(at, at + deed)) && end - at - deed >= 2;
  return isAction ? withComplement(text, at + deed, end) : at;
}

/** The object without what stands loosely before and after it. */
function trimmed(text: string, start: number, end: number): Name | null {
  const said = text.slice(start, end);
  const front = BEFORE_OBJECT.exec(said)?.[0].length ?? 0;
  if (said.length - front < 2) return null;
  const body = said.slice(front);
  const work = WORK.exec(body);
  const kept = work && work.index >= 3 && !OPEN_END.test(body.slice(0, work.index)) ? work.index : body.length;
  return { start: start + front, end: start + front + kept };
}

/** 教育园区|全面建成: the thing comes first, then what becomes of it. */
function withoutVerb(codes: Uint16Array, text: string, start: number, end: number): Phrase {
  for (let at = start + 2; at < end - 1; at++) {
    const deed = wordAt(codes, at, end, STRONG).length;
    const noun = wordAt(codes, at, end, NOUN | HEAD).length;
    if (deed >= 2 && deed > noun) return { action: { start: at, end }, object: { start, end: at } };
    if (noun > 1) at += noun - 1;
  }
  return { action: null, object: trimmed(text, start, end) };
}
