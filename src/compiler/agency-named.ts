import { agenciesOf } from "./agency-catalogue.ts";

/** 报告自己点名的单位: as written, the lead first; `start` and `end` count UTF-16 code units of the text given. */
export type Named = { agencies: string[]; start: number; end: number };

const ROLE =
  /(牵头|主办|主责|承办|责任|负责|实施|配合|协办|参与|协作|协同|分管|项目责任|联系|包联)(单位|部门|领导|人|主体)(?:及责任人)?\s*[:：]/g;
const UNIT_ROLE =
  /(?:牵头|主办|主责|承办|责任|负责|实施|配合|协办|参与|协作|协同)(?:责任)?(?:单位|部门|主体)(?:及责任人)?\s*[:：]/;
const OPEN = "（(〔[【";
const CLOSE = "）)〕]】";
const SAID_SO =
  /[（(〔[【]([^（(〔[【）)〕\]】。\n]{2,120}(?:牵头|负责|配合|落实|参与)(?:[^（(〔[【）)〕\]】。\n]{0,80}))[）)〕\]】]/;
const BEHIND_NAME = /(?:(?:分别|共同)?(?:牵头|负责|配合|落实|参与)|按职责分工|等|[。.])+$/;
const UNIT_END =
  /(?:局|委|办|部|院|中心|公司|集团|政府|街道|乡镇|镇|乡|处|社|会|队|所|站|单位|部门|区|县|市|园|行|校|馆|厅)$/;
/** 主办单位 in the footer of a web page runs the site, not the task. */
const FOOTER = /网址|网站|版权|备案|https?:/;
/** The lead's roles, the answerable, the helping; in this order the units are given. */
const RANKS = ["牵头 主办 主责 承办", "责任 负责 实施", "配合 协办 参与 协作 协同"].map((roles) => roles.split(" "));

/** 县住建局、各乡镇等 → the names in it; 和 stays, for it is part of names: 自然资源和规划局. */
function namesIn(list: string): string[] {
  return list
    .split(/[、，,；;\s]+/)
    .map((name) => name.replace(/^(?:由|及)/, "").replace(BEHIND_NAME, ""))
    .filter((name) => name.length > 1 && name.length <= 30 && UNIT_END.test(name.replace(/[（(].*[）)]$/, "")));
}

/** Splits at the labels; people (责任领导, 责任人) are left out, the lead's units come first. */
function byRole(naming: string): string[] {
  const labels = [...naming.matchAll(ROLE)];
  const parts = labels.map((label, at) => ({
    rank: RANKS.findIndex((roles) => roles.includes(label[1]!)),
    isUnit: label[2] !== "领导" && label[2] !== "人",
    names: namesIn(naming.slice(label.index + label[0].length, labels[at + 1]?.index ?? naming.length)),
  }));
  const units = parts.filter(({ isUnit, rank }) => isUnit && rank >= 0).sort((a, b) => a.rank - b.rank);
  return [...new Set(units.flatMap(({ names }) => names))];
}

/** 县农业农村局牵头，县水利局配合: the role stands behind the names. */
function byVerb(naming: string): string[] {
  const parts = naming.split(/[，,；;]/).map((part) => {
    const verb = /(牵头|负责|配合|落实|参与)[^、]*$/.exec(part)?.[1] ?? "";
    return { rank: verb === "牵头" ? 0 : verb === "配合" || verb === "参与" ? 2 : 1, names: namesIn(part) };
  });
  return [...new Set(parts.sort((a, b) => a.rank - b.rank).flatMap(({ names }) => names))];
}

/** Where a naming that begins at `start` ends: with its bracket, counting those inside it, or else with its sentence or line. */
function ending(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (OPEN.includes(text[at]!)) depth++;
    else if (CLOSE.includes(text[at]!) && --depth === 0 && OPEN.includes(text[start]!)) return at + 1;
    else if (text[at] === "\n" || (text[at] === "。" && depth <= 0)) return at;
  }
  return text.length;
}

/** The bracket that a label stands in, if only names and other labels stand between. */
function opening(text: string, label: number): number {
  for (let at = label - 1; at >= Math.max(0, label - 60) && !"。\n".includes(text[at]!); at--) {
    if (CLOSE.includes(text[at]!)) return -1;
    if (OPEN.includes(text[at]!)) return at;
  }
  return -1;
}

/**
 * 点名: reads the agencies that a report itself names for an item: （责任单位：县住建局、各乡镇）, （牵头单位：…；配合单位：…）,
 * 责任单位：… on a line of its own, （县发改局牵头，县工信局配合）. The first is the lead; people's names are left out.
 * `start` and `end` are those of the naming with its brackets, in UTF-16 code units. Null where nobody is named.
 */
export function namedAgencies(text: string): Named | null {
  const label = UNIT_ROLE.exec(text);
  if (!label) return namedByVerb(text);
  const open = opening(text, label.index);
  const start = open < 0 ? label.index : open;
  const end = ending(text, start);
  if (FOOTER.test(text.slice(start, end + 40))) return null;
  const naming = text.slice(start, end);
  const named = byRole(open < 0 ? naming : naming.slice(1).replace(/[）)〕\]】]$/, ""));
  return named.length > 0 ? { agencies: named, start, end } : null;
}

function namedByVerb(text: string): Named | null {
  const found = SAID_SO.exec(text);
  const named = found ? byVerb(found[1]!) : [];
  const isSure = named.every((name) => !/以|为/.test(name)) && named.some((name) => agenciesOf(name).length > 0);
  return found && isSure ? { agencies: named, start: found.index, end: found.index + found[0].length } : null;
}
