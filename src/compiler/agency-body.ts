import { MODAL, TIME, VERB, wordAt } from "./words/words.ts";

/** Who may open a task, as written → the body that answers; of two that fit, the first. */
const BODIES: readonly [RegExp, string][] = [
  [/^(?:各|每个?)(?:乡|镇|街道?办?)+(?:[（(][乡镇街道办、]+[）)])?(?:政府)?/, "各乡镇（街道）"],
  [/^(?:各|每个?)(?:县市区|市县区|县区|区县|县市|市县|县|区)(?:[（(][县市区、]+[）)])?(?:政府)?/, "各县（市、区）"],
  [/^(?:各|每个?)市(?:[（(]州[）)]|州)(?:政府)?/, "各市（州）"],
  [/^(?:各|每个?)市(?:政府)?/, "各市"],
  [/^(?:地方)?各级(?:人民)?政府(?:及其?(?:各?部门|工作人员))?/, "各级政府"],
  [/^省级(?:人民)?政府/, "省级政府"],
  [/^市级(?:人民)?政府/, "市级政府"],
  [/^县级(?:人民)?政府/, "县级政府"],
];
const LISTED = /^[、和及与][^，；]{1,8}?(?=都|要|应|须|必须|均)/;
const MODALS =
  /^(?:都|要|也|均|应|须|必|可|仍|再|新|每|至少|分别|一律|精心|积极|主动|切实|严格|认真|集中|重点|充分|比照|参照|对照|围绕|、)/;

/** 各县建设用地 is land, 各县要建设 is a county at work: what follows the body has to be a modal, a limit or a verb. */
function acts(rest: string): boolean {
  const after = rest.replace(LISTED, "");
  if (MODALS.test(after)) return true;
  const codes = Uint16Array.from(after.slice(0, 8), (character) => character.charCodeAt(0));
  return wordAt(codes, 0, codes.length, VERB | MODAL | TIME).length > 1;
}

/**
 * 自述主体: the body that a task itself names by beginning with it: 各县, 每个县都要, 各市（州）, 省级政府要. Null where it names none.
 *
 *     bodyOf("每个县都要建立一支招商队伍")  // => "各县（市、区）"
 *     bodyOf("各县级公立医院改革")          // => null
 */
export function bodyOf(text: string): string | null {
  // Nearly all tasks begin with a verb: one look at the first character spares them the rest.
  if (!"各每地省市县".includes(text.charAt(0))) return null;
  for (const [pattern, body] of BODIES) {
    const written = pattern.exec(text)?.[0];
    if (written) return acts(text.slice(written.length)) ? body : null;
  }
  return null;
}
