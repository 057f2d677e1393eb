import { child, type Element, elements, isOn, settingOf } from "./xml.ts";

/** 样式: what a style says that changes the text: a list it numbers, hidden, raised. */
export type Style = {
  numbering: { list: string | undefined; level: number | undefined };
  hidden: boolean;
  raised: boolean;
};
export type Styles = { of: (id: string | undefined) => Style; paragraphDefault: string | undefined };

const PLAIN: Style = { numbering: { list: undefined, level: undefined }, hidden: false, raised: false };

/** The styles of a document, each with what it inherits 基于. */
export function styles(definitions: Element[]): Styles {
  const byId = new Map(definitions.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const known = new Map<string, Style>();
  const of = (id: string | undefined, depth = 0): Style => {
    const definition = byId.get(id ?? "");
    if (id === undefined || !definition || depth > 20) return PLAIN;
    const found = known.get(id) ?? merged(definition, of(settingOf(definition, "w:basedOn"), depth + 1));
    known.set(id, found);
    return found;
  };
  const isDefault = ({ attributes }: Element) =>
    attributes["w:type"] === "paragraph" && /^(1|true|on)$/.test(attributes["w:default"] ?? "");
  return { of: (id) => of(id), paragraphDefault: definitions.find(isDefault)?.attributes["w:styleId"] };
}

function merged(definition: Element, base: Style): Style {
  const run = child(definition, "w:rPr");
  return {
    numbering: numberingOf(child(definition, "w:pPr"), base),
    hidden: switched(run, "w:vanish", base.hidden),
    raised: isRaised(run, base.raised),
  };
}

/** 编号引用: which list and level a paragraph or a style belongs to, after what it inherits. */
export function numberingOf(properties: Element | undefined, base: Style): Style["numbering"] {
  const numbering = child(properties, "w:numPr");
  if (!numbering) return base.numbering;
  const level = settingOf(numbering, "w:ilvl");
  return {
    list: settingOf(numbering, "w:numId") ?? base.numbering.list,
    level: level === undefined ? base.numbering.level : Number(level),
  };
}

/** A switch that may be inherited. */
export const switched = (properties: Element | undefined, name: string, inherited: boolean): boolean =>
  elements(properties, name).length > 0 ? isOn(properties, name) : inherited;

export const isRaised = (properties: Element | undefined, inherited: boolean): boolean => {
  const align = settingOf(properties, "w:vertAlign");
  return align === undefined ? inherited : align === "superscript";
};
