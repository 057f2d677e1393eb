import { SaxesParser } from "saxes";
import { refusal } from "./sentences.ts";

/** An XML element, kept only as long as its block is being read. `name` is `w:p` and so on, whatever prefix the file uses. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** Namespaces → the prefixes that our code calls them by; the strict ones of ISO 29500 beside those that Word writes. */
const PREFIXES: Record<string, string> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
};

/** Deeper than any document; what is deeper is made to break readers. */
const DEEPEST = 400;
/** More nodes in one block than any document has. */
const MOST_NODES = 2_000_000;

const damaged = (reason: string) => refusal("reader/damaged", { kind: " DOCX ", reason });

/**
 * Reads XML piece by piece and hands over each child of `parent` as soon as it is closed, so that a long document
 * is never held whole. Entities that the file defines itself are not expanded (billion laughs) but refused as damage.
 */
export function readXml(chunks: Iterable<Uint8Array>, parent: string, onChild: (child: Element) => void): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let [depth, nodes, inside] = [0, 0, -1];
  parser.on("error", () => {
    throw damaged("XML 格式错误");
  });
  parser.on("opentag", (tag) => {
    if (++depth > DEEPEST) throw refusal("reader/too-deep");
    const name = named(tag.uri, tag.local);
    if (inside < 0) {
      if (name === parent) inside = depth;
      return;
    }
    if (++nodes > MOST_NODES) throw refusal("reader/too-deep");
    open.push({ name, attributes: attributesOf(tag.attributes), children: [] });
  });
  parser.on("closetag", () => {
    if (depth-- === inside) inside = -1;
    const element = open.pop();
    if (!element) return;
    const outer = open.at(-1);
    if (outer) outer.children.push(element);
    else {
      nodes = 0;
      onChild(element);
    }
  });
  const text = (content: string) => open.at(-1)?.children.push(content);
  parser.on("text", text);
  parser.on("cdata", text);
  feed(parser, chunks);
}

function feed(parser: SaxesParser<{ xmlns: true }>, chunks: Iterable<Uint8Array>): void {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(
      chunk[0] === 0xff || chunk[1] === 0 ? "utf-16le" : chunk[0] === 0xfe ? "utf-16be" : "utf-8",
    );
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  if (!decoder) throw damaged("内容为空");
  parser.write(decoder.decode()).close();
}

const named = (uri: string, local: string) => `${PREFIXES[uri] ?? "other"}:${local}`;

function attributesOf(
  attributes: Record<string, { uri: string; local: string; value: string }>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(attributes)) plain[uri ? named(uri, local) : local] = value;
  return plain;
}

/** The children of a small part that are elements, all at once. */
export function readChildren(chunks: Iterable<Uint8Array>, parent: string): Element[] {
  const children: Element[] = [];
  readXml(chunks, parent, (child) => children.push(child));
  return children;
}

/** The element children, all or those of one name. */
export const elements = (element: Element | undefined, name?: string): Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => typeof child !== "string" && (!name || child.name === name),
  );

/** The first child of that name. */
export const child = (element: Element | undefined, name: string): Element | undefined => elements(element, name)[0];

/** `w:val` of the first child of that name: most of Word's properties are written so. */
export const settingOf = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes["w:val"];

/** A switch 开关: there and not switched off. */
export function isOn(element: Element | undefined, name: string): boolean {
  const found = child(element, name);
  return found !== undefined && !/^(0|false|off|none)$/.test(found.attributes["w:val"] ?? "");
}
