import type { Clause } from "../clause.ts";
import type { Subject } from "./draft.ts";
import { nameBefore } from "./name.ts";

/** 分别: deals amounts out to the members of a list, in order. */

/** Two places in one word: 城乡居民人均可支配收入 is 城镇居民… and 农村居民…. */
const PAIRS: [RegExp, [string, string]][] = [
  [/^城乡(?=居民|常住|低保|最低|人均|特困)/, ["城镇", "农村"]],
  [/^(?:农村和城镇|农村、城镇)(?=居民)/, ["农村", "城镇"]],
  [/^(?:城镇和农村|城镇、农村|城镇与农村)(?=居民|常住|人均)/, ["城镇", "农村"]],
  [/^(?:城镇常住居民和农村常住居民|城镇居民和农村居民)(?=人均)/, ["城镇居民", "农村居民"]],
];
/** Members that are only the beginning of a name: 城镇、农村居民人均可支配收入. */
const SHORT_HEAD =
  /^(?:城镇|农村|城市|乡村|城镇常住|农村常住|规上|限上|一产|二产|三产|[一二三]|第一产业|第二产业|第三产业|省级|市级|国家级|县级)$/;

/** Both subjects of a compound pair; null where the name is none. */
export function compoundPair(subject: Subject): [Subject, Subject] | null {
  for (const [pattern, [first, second]] of PAIRS) {
    const rest = subject.text.replace(pattern, "");
    if (rest !== subject.text) {
      return [
        { ...subject, text: first + rest },
        { ...subject, text: second + rest },
      ];
    }
  }
  return null;
}

/** The members of the list that ends with `last`, in order: the items before it in the clause, and itself. */
export function listOf(codes: Uint16Array, text: string, clause: Clause, itemIndex: number, last: Subject): Subject[] {
  const before = clause.items.slice(0, itemIndex).map((item) => nameBefore(codes, text, item.start, item.end).name);
  const members = before
    .filter((name) => name !== null)
    .map((name) => ({ text: text.slice(name.start, name.end), range: name }));
  return shareHead([...halves(text, members), ...halves(text, [last])]);
}

/** A和B at the end of a list are two members. */
function halves(text: string, members: Subject[]): Subject[] {
  return members.flatMap((member) => {
    const at = member.text.search(/[和与及](?=.{2})/);
    if (at < 2 || member.text.includes("“")) return [member];
    const cut = member.range.start + at;
    return [
      { text: text.slice(member.range.start, cut), range: { start: member.range.start, end: cut } },
      { text: text.slice(cut + 1, member.range.end), range: { start: cut + 1, end: member.range.end } },
    ];
  });
}

/** 城镇、农村居民人均可支配收入: the first member shares what the last one is of; 一、二、三产增加值 likewise. */
function shareHead(members: Subject[]): Subject[] {
  const last = members.at(-1);
  if (!last) return members;
  return members.map((member) => {
    const own = member.text.replace(/^其中/, "");
    const isHead = member !== last && SHORT_HEAD.test(own) && SHORT_HEAD.test(last.text.slice(0, own.length));
    return isHead ? { ...member, text: own + last.text.slice(own.length) } : member;
  });
}
