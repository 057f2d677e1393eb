import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import { refusal } from "./sentences.ts";

type Map = DefaultTreeAdapterMap;
export type PageNode = Map["childNode"];
export type PageElement = Map["element"];
export type PageParent = Map["parentNode"];

/** Deeper than browsers nest; unclosed tags of old pages reach some hundreds. */
const DEEPEST = 1500;
/** More than any page of a report; unclosed formatting makes a parser multiply elements without end. */
const MOST_NODES = 1_000_000;

/** 网页: parsed as a browser would, nothing run and nothing fetched. Throws `reader/too-deep` for pages made to break parsers. */
export function parsePage(html: string): Map["document"] {
  return parse(html, { treeAdapter: guarded() });
}

/** The usual tree, with limits; and quick where text and elements stray into a table, which is quadratic otherwise. */
function guarded(): TreeAdapter<Map> {
  let [nodes, depth] = [0, 0];
  const refuse = () => {
    throw refusal("reader/too-deep");
  };
  return {
    ...defaultTreeAdapter,
    createElement(...wanted) {
      if (++nodes > MOST_NODES) refuse();
      return defaultTreeAdapter.createElement(...wanted);
    },
    insertBefore(parent, node, reference) {
      parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, node);
      node.parentNode = parent;
    },
    insertTextBefore(parent, text, reference) {
      const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
      if (before && "value" in before) before.value += text;
      else this.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
    },
    onItemPush() {
      if (++depth > DEEPEST) refuse();
    },
    onItemPop() {
      depth--;
    },
  };
}

export const isElement = (node: PageNode): node is PageElement => "tagName" in node;
export const childElements = (parent: PageParent): PageElement[] => parent.childNodes.filter(isElement);
export const attribute = (element: PageElement, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? "";

/** All elements below, in the order of the page. */
export function* descendants(parent: PageParent): Generator<PageElement> {
  const waiting = childElements(parent).toReversed();
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element;
    for (const inner of childElements(element).toReversed()) waiting.push(inner);
  }
}

/** The characters below, as they stand in the source. */
export function rawText(node: PageNode | PageParent): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
}
