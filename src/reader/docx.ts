import type { Diagnostic } from "#base/report";
import { notesText } from "./docx-notes.ts";
import { blockText, type Story } from "./docx-text.ts";
import { adoptFormat, noteBook, settleMarks } from "./note-book.ts";
import { numbering } from "./numbering.ts";
import type { Reading } from "./reading.ts";
import { notice, refusal } from "./sentences.ts";
import { styles } from "./styles.ts";
import { child, type Element, readChildren, readXml } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

type Relation = { type: string; target: string; external: boolean };

/**
 * DOCX: paragraphs one a line, with the automatic numbers that Word shows, tables as rows, notes behind the body as `[1] …`.
 * Revisions are taken as accepted, hidden text is left out, what lies outside the file is never fetched.
 * Throws `reader/damaged`, `reader/zip-bomb`, `reader/encrypted`.
 */
export function readDocx(bytes: Uint8Array): Reading {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  const relations = relationsOf(zip, main);
  const part = (type: string, parent: string) => partOf(zip, main, relations, type, parent);
  const [footnotes, endnotes] = [noteBook("footnote"), noteBook("endnote")];
  const story: Story = {
    styles: styles(part("styles", "w:styles").filter(({ name }) => name === "w:style")),
    numbering: numbering(part("numbering", "w:numbering")),
    footnotes,
    endnotes,
    ownMark: "",
    fields: [],
    carried: "",
    seen: new Set(),
  };
  const settings: Element = { name: "w:settings", attributes: {}, children: part("settings", "w:settings") };
  adoptFormat(settings, [footnotes, endnotes]);
  const lines = [
    ...body(zip, main, story),
    ...notesText(part("footnotes", "w:footnotes"), footnotes, story),
    ...notesText(part("endnotes", "w:endnotes"), endnotes, story),
  ];
  const text = settleMarks(lines.join("\n"), [footnotes, endnotes]);
  return { text, pages: null, diagnostics: diagnostics(text, story, relations) };
}

/** Where the text is: mostly word/document.xml, but it is for the package to say. */
function mainPart(zip: Zip): string {
  const named = relationsOf(zip, "").find(({ type, external }) => type === "officeDocument" && !external)?.target;
  const main = [named, "word/document.xml"].find((name) => name !== undefined && zip.names.includes(name));
  if (!main) throw refusal("reader/damaged", { kind: " DOCX ", reason: "缺正文 word/document.xml" });
  return main;
}

/** 引用: what a part refers to. `word/document.xml` keeps its own in `word/_rels/document.xml.rels`. */
function relationsOf(zip: Zip, part: string): Relation[] {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.names.includes(name)) return [];
  return readChildren(zip.chunks(name), "rel:Relationships").map(({ attributes }) => ({
    type: attributes.Type?.split("/").at(-1) ?? "",
    target: resolved(attributes.Target ?? "", part.slice(0, slash)),
    external: attributes.TargetMode === "External",
  }));
}

const resolved = (target: string, folder: string) =>
  target.startsWith("/") ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, "").replace(/^\.\//, "");

function partOf(zip: Zip, main: string, relations: Relation[], type: string, parent: string): Element[] {
  const related = relations.find((relation) => relation.type === type && !relation.external)?.target;
  const usual = `${main.slice(0, main.lastIndexOf("/") + 1)}${type}.xml`;
  const name = [related, usual].find((each) => each !== undefined && zip.names.includes(each));
  return name ? readChildren(zip.chunks(name), parent) : [];
}

function body(zip: Zip, main: string, story: Story): string[] {
  const lines: string[] = [];
  readXml(zip.chunks(main), "w:body", (block) => {
    const format = block.name === "w:sectPr" ? block : child(child(block, "w:pPr"), "w:sectPr");
    adoptFormat(format, [story.footnotes, story.endnotes]);
    const text = blockText(block, story);
    if (text !== null) lines.push(text);
  });
  if (story.carried) lines.push(story.carried);
  return lines;
}

/** What was left out or settled without asking. A link that is only a link is no reference to outside content. */
function diagnostics(text: string, { seen }: Story, relations: Relation[]): Diagnostic[] {
  const outside = relations.filter(({ external, type }) => external && type !== "hyperlink").length;
  const odd = text.indexOf("\ufffd");
  return [
    ...(seen.has("tracked") ? [notice("reader/tracked-changes")] : []),
    ...(seen.has("hidden") ? [notice("reader/hidden-text")] : []),
    ...(seen.has("embedded") ? [notice("reader/embedded-document")] : []),
    ...(outside > 0 ? [notice("reader/external-reference", { count: outside })] : []),
    ...(odd >= 0 ? [notice("reader/replaced", { count: text.split("\ufffd").length - 1 }, [odd, odd + 1])] : []),
  ];
}
