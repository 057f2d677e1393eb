import { ADVERB, DEED, DRIVE, MODAL, SCOPE, STRONG, TIME, VERB, wordAt } from "../words/words.ts";

/**
 * 分句的作用: a clause of the plan states a task, tells by what means, says what for, or exhorts.
 * Nothing in its form says which; what tells are the words it opens with, its place in the sentence, and whether it holds
 * anything that one could be held to account for.
 */
export type Role = "task" | "means" | "purpose" | "exhortation" | "statement";

/** What the role is told by. */
export type Signs = {
  text: string;
  /** 0 for the first clause of a sentence. */
  position: number;
  /** A figure to be reached, or a count of things to be done. */
  hasFigure: boolean;
  /** A time limit. */
  hasLimit: boolean;
  /** A quoted name, a named project, a list of projects. */
  hasName: boolean;
  /** A project's investment or capacity. */
  describesProject: boolean;
};

const MEANS =
  /^(?:以(?!旧换新|奖代补|工代赈|购代建)|围绕|紧紧围绕|按照|按(?!期|时|量)|聚焦|依托|坚持|立足|紧扣|瞄准|抢抓|根据|对标|锚定|适应|顺应|针对|本着|通过|借助|秉持|树立|牢固树立|牢牢|弘扬|遵循|贯彻|深入贯彻|全面贯彻|认真贯彻|始终|牢记|充分利用|充分发挥(?!.{2,20}作用$)|面对|胸怀|着眼|站在|突出(?!抓)|统筹(?:好|兼顾)|把(?!.{2,30}(?:纳入|作为考核|列入))|在.{2,20}(?:上|下|中|基础上|方面)$|从.{2,14}(?:入手|出发)|用(?!好|足|活|心)|凭借|顺势|乘势|借|抓住|紧抓|紧盯(?!.*\d))/;
const PURPOSE =
  /^(?:让|使|不断(?:满足|增强|提升|提高|扩大|优化|壮大|巩固|激发|释放|夯实|拓展|改善|完善)|切实(?:增强|提升|提高|维护|保护|减轻|解决|保障|让|把)|进一步(?:增强|提升|提高|优化|扩大|夯实|激发|释放|拓展|擦亮|巩固)|持续(?:增强|激发|释放|擦亮|巩固|扩大|提升|优化)|促进|带动|助力|助推|赋能|实现|形成|增强|激发|释放|吸引|引领|彰显|展现|为.{2,24}(?:提供|奠定|注入|贡献|创造|增添)|做到|达到|推动(?:形成|实现)|逐步|真正|有效|加速形成|全面提升|全面增强|努力(?:让|使|形成|把|在|走)|奋力|着力增强|共同|最大限度|更好|更多|以.{2,16}(?:推动|促进|带动|引领|助力|保障))/;
const EXHORTATION =
  /^(?:我们(?!将)|各位|同志们|这是|这既|没有|只有|必须(?!.*\d)|要(?!.*\d)|只要|让我们|人民|发展是|民生|不忘|牢记|永葆|敢于|勇于|善于|争做|干在|走在|久久为功|驰而不息|一件接着一件|一张蓝图|说到做到|撸起|团结|凝心|锐意|砥砺|踔厉|勇毅|奋楫|只争|以实干|以钉钉子|确保党|坚定不移|毫不动摇|旗帜鲜明|时刻|不负|切忌|决不)/;
/** Changes of a state that no one can be handed as a job: 推动传统产业高端化发展, 实现质的有效提升. */
const DRIFT =
  /^(?:推动|促进|带动|引导|加快|助推|推进)[^“”\d]{2,24}(?:转变|转型|迈进|跃升|攀升|升级|向好|提升|延伸|发展|聚集|集聚|融合|优化|壮大|增长|共赢|跃进|转化|迭代|融入|提质增效|做大做强)$/;
/** Better qualities and more of the same: what later clauses add to a task as its purpose. */
const QUALITY =
  /^(?:提升|提高|增强|强化|优化|扩大|拓展|改善|巩固|加强|发展|获得|解决|做大做强|壮大)[^“”\d]{2,16}(?:水平|能力|效能|质量|品质|成熟度|沟通|投入|供给|优势|承载力|竞争力|产出|效应|活力|动力|后劲|支撑|环境|形象|影响力|知名度|美誉度|吸引力|满意度|效率|效益|结构|空间|力度|难题|支持|产业链|产品)$/;
/** 到2021年, on its own: the limit of what follows. */
const ONLY_TIME =
  /^(?:力争|确保|预计)?[到至]?(?:\d+年)?(?:\d+月)?(?:末|底|年底|年末|上半年|下半年|前三季度)?(?:以?前|之前)?$/;
/** 城市功能更加完备, 能力明显增强: how things will be. */
const STATE = /(?:更加|更为|明显|显著)[^、“”\d]{2,4}$/;
const DEEDS = VERB | DEED | DRIVE | STRONG;
const OPENS = DEEDS | ADVERB | MODAL | TIME | SCOPE;
/** 为每个项目拟定专属方案, 对老旧小区进行改造: what is done stands after the one it is done for. */
const TOWARDS = /^(?:为|对|向|将|把|给|与)/;

/** Whether the clause opens with something done, adverbs and times aside. */
export function opensWithVerb(codes: Uint16Array, text: string, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const word = wordAt(codes, at, end, OPENS);
    if (word.length === 0) return TOWARDS.test(text.slice(at, at + 1)) && hasVerb(codes, at + 1, end);
    if ((word.bits & DEEDS) !== 0 && word.length >= 2) return true;
    if (word.length === 1 && TOWARDS.test(text.slice(at, at + 1))) return hasVerb(codes, at + 1, end);
    at += word.length;
  }
  return false;
}

function hasVerb(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 2; at++) if (wordAt(codes, at, end, VERB | DRIVE).length >= 2) return true;
  return false;
}

/** What stands before the verb: 全力, 重点, 我们将. */
const core = (text: string) =>
  text.replace(
    /^(?:我们(?:将|要)?|重点|全力|着力|积极|大力|深入|进一步|持续|扎实|切实|充分|将|要|继续|始终|坚决)+/,
    "",
  );

/** The role of a clause. `isDeed`: it opens with a verb, see opensWithVerb. `continues`: a task stands right before it. */
export function roleOf(
  { text, position, hasFigure, hasLimit, hasName, describesProject }: Signs,
  isDeed: boolean,
  continues: boolean,
): Role {
  const holds = hasFigure || hasLimit;
  const bare = core(text);
  if (ONLY_TIME.test(text)) return "statement";
  if (STATE.test(text) && !holds) return "purpose";
  if (/^.{2,12}是(?!否)/.test(text) && !holds) return "statement";
  if (EXHORTATION.test(text) && !holds) return "exhortation";
  if (MEANS.test(text) || MEANS.test(bare))
    return holds && isDeed && !/^(?:以|围绕|按|通过|坚持|依托|聚焦)/.test(bare) ? "task" : "means";
  if (holds) return "task";
  if (PURPOSE.test(text)) return hasName && position === 0 ? "task" : "purpose";
  if (position > 0 && !hasName && (DRIFT.test(text) || QUALITY.test(bare))) return "purpose";
  if (isDeed) return "task";
  return continues && (describesProject || MILESTONE.test(text))
    ? "task"
    : MILESTONE.test(text) && hasName
      ? "task"
      : "statement";
}

/** 教育园区全面建成: a state of affairs that is to be reached. */
const MILESTONE =
  /(?:建成|竣工|投产|投用|完工|开工|通车|交付|运营|启用|投入使用|加快推进|达效|复工|入驻|落地|开园|开通|全覆盖|清零|达标)(?:投产|投用|运营|建设|达效)?$/;
