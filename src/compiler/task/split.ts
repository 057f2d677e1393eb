import type { Clause, Item } from "../clause.ts";
import { type Name, withoutOpeners } from "../measure/name.ts";

/**
 * 并列的拆分: 推动A、B、C项目投产 is three tasks when A, B and C are things of their own; 规划设计、设施配套等工作 is one.
 */
export type Split = {
  members: Name[] /** 等10个重点项目: the whole number, as a member of its own. */;
  total: Name | null;
};

/** What a list of things of their own ends with. */
const CLOSED_BY =
  /(?:项目|工程|建设|改造|创建|投产|开工|竣工|通车|投用|建成|完工|启用|入驻|运营|前期(?:工作|手续)?|扩建|改建|新建|修缮|铁路|公路|大道|道路|水库|基地|园区|产业园|中心|医院|学校|管网|片区|小区|厂|站|馆|院|示范区|示范县|试点|景区|生产线|电站|整治|治理|贯通|实施|推进|达效|达产|建设进度)(?:任务|进度|步伐|工作)?$/;
const TOTAL =
  /等((?:\d+|[一二两三四五六七八九十百]+)(?:个|处|条|家|项|座|所|大|类)[\u4e00-\u9fff“”]{1,14}?)(?:建设|改造|投产|达效|开工|竣工|进度|加快推进|建成|$)/;
/** Aspects of one thing: they are kept together. */
const ASPECTS =
  /(?:保障|要素|体系|机制|制度|能力|水平|力度|服务|管理|领域|行业|方面|环节|人才|群体|政策|措施|资源|渠道|模式|方式|作用|优势|问题|难题|行为|活动|招商|产业|技术|产品|企业|要求|素质|权益|规划|标准|工作|建设(?:和|与)管理)(?:工作|建设|水平|保障|供给|能力|发展)?$/;
/** 荒山造林、矿山修复: each member is a piece of work. */
const DEED_ENDED =
  /(?:造林|修复|增效|减排|降损|整治|改造|提升|建设|治理|创建|改善|修缮|绿化|扩建|改建|扩能|疏浚|加固|监测|排查)(?:力度|工作)?$/;
const SHORT = 3;

/** Whether the list of a clause is of things of their own. */
function areThings(members: string[], tail: string, closing: string): boolean {
  if (members.some((member) => /[性型级式]$/.test(member))) return false;
  if (members.length >= 2 && members.every((member) => DEED_ENDED.test(member) && member.length >= 4)) return true;
  if (members.some((member) => member.length < SHORT))
    return (
      members.length >= 2 &&
      members.every((member) => member.length >= 2) &&
      /项目|工程|等\d+|景区|水库|机场|铁路|公路/.test(tail)
    );
  if (/等(?:重点|重大|一批|新)?(?:项目|工程)/.test(tail) || TOTAL.test(tail)) return true;
  if (members.some((member) => /\d/.test(member))) return true;
  return CLOSED_BY.test(closing) && !ASPECTS.test(tail.replace(/(?:项目|工程)?(?:建设|改造)$/, ""));
}

/** Splits a clause into its members; null where it is one task. */
export function splitOf(codes: Uint16Array, text: string, clause: Clause): Split | null {
  const head = withoutOpeners(codes, text, clause.start, clause.end).name?.start ?? clause.start;
  const items = membersOf(text, clause, head);
  if (items.length < 2) return null;
  const names = items.map((item) => withoutOpeners(codes, text, item.start, item.end).name ?? item);
  const tail = text.slice(items.at(-1)!.start, clause.end);
  const closing = text
    .slice(clause.start, clause.end)
    .replace(/(?:的)?(?:建设|推进|落地|实施)?(?:早日|尽快|加快|全面|顺利)?(?:见效)?$/, (end) =>
      end === "" ? "" : end,
    );
  if (
    !areThings(
      names.map((name) => text.slice(name.start, name.end)),
      tail,
      closing,
    )
  )
    return null;
  const total = TOTAL.exec(tail);
  const totalStart = total ? items.at(-1)!.start + total.index + 1 : 0;
  return {
    members: names.map((name) => withoutTail(text, name)),
    total: total ? { start: totalStart, end: totalStart + total[1]!.length } : null,
  };
}

/** The members: between 、, and 和 or 及 in the last of them. */
function membersOf(text: string, clause: Clause, head: number): Item[] {
  const items = clause.items
    .filter((item) => item.end > head)
    .map((item) => ({ start: Math.max(item.start, head), end: item.end }));
  const last = items.at(-1);
  if (!last) return [];
  const said = text.slice(last.start, last.end);
  const and = /^(.{3,}?)(?:和|及|以及|(?<!参)与)(?=.{3,})/.exec(said);
  const quoted = and ? (and[1]!.match(/“/g)?.length ?? 0) !== (and[1]!.match(/”/g)?.length ?? 0) : false;
  const alike = and !== null && said.endsWith(and[1]!.slice(-2));
  if (!and || quoted || /等/.test(and[1]!) || (items.length === 1 && !alike && !CLOSED_BY.test(said))) return items;
  const cut = last.start + and[1]!.length;
  return [
    ...items.slice(0, -1),
    { start: last.start, end: cut },
    { start: cut + and[0].length - and[1]!.length, end: last.end },
  ];
}

/** 等10个重点项目, 等项目建设, 项目投产: what all members share is not part of the last one's name. */
function withoutTail(text: string, { start, end }: Name): Name {
  const said = text.slice(start, end);
  const shared = /(?:等.*|(?:项目|工程)?(?:建设|投产|开工|竣工|达效|前期工作|加快推进|建成)+(?:达效|投用|投产)?)$/.exec(
    said,
  );
  return shared && shared.index >= 2 ? { start, end: start + shared.index } : { start, end };
}
