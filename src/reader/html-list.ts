import { attribute, childElements, type PageElement } from "./html-page.ts";
import { ordinal } from "./ordinal.ts";

/** HTML's and CSS's names of numberings → those of `ordinal`. */
const FORMATS: Record<string, string> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "decimal-leading-zero": "decimalZero",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "cjk-ideographic": "chineseCounting",
  "simp-chinese-informal": "chineseCounting",
  "trad-chinese-informal": "chineseCounting",
  "simp-chinese-formal": "chineseLegalSimplified",
  "cjk-decimal": "ideographDigital",
  "cjk-heavenly-stem": "ideographTraditional",
  "cjk-earthly-branch": "ideographZodiac",
  none: "none",
};

/** 列表编号: what a browser writes in front of each item of a list; "" for bullets, which say nothing. */
export function itemLabels(list: PageElement): Map<PageElement, string> {
  const items = childElements(list).filter(({ tagName }) => tagName === "li");
  const reversed = list.attrs.some(({ name }) => name === "reversed");
  const format = formatOf(list);
  let number = integer(attribute(list, "start")) ?? (reversed ? items.length : 1);
  return new Map(
    items.map((item) => {
      number = integer(attribute(item, "value")) ?? number;
      const label = list.tagName === "ol" && format !== "none" ? labelOf(item, ordinal(number, format), format) : "";
      number += reversed ? -1 : 1;
      return [item, label];
    }),
  );
}

function formatOf(list: PageElement): string {
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribute(list, "style"))?.[1]?.toLowerCase();
  return FORMATS[style ?? attribute(list, "type")] ?? "decimal";
}

/** A note of a list of notes is written as its mark in the text is. */
function labelOf(item: PageElement, number: string, format: string): string {
  if (/^(fn|footnote|endnote|note|cite_note|_ftn|_edn)\W*\d/i.test(attribute(item, "id"))) return `[${number}] `;
  return /^(chinese|ideograph)/.test(format) ? `${number}、` : `${number}. `;
}

const integer = (text: string): number | null => (/^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null);
