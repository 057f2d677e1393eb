import type { SourceDocument } from "#base/document";
import type { Meta, Phase } from "#base/report";
import { identities } from "./identity.ts";
import { type Locator, sectionAt } from "./locate.ts";
import { metaOf } from "./meta.ts";
import { type Outline, outlineOf } from "./outline/outline.ts";
import { type Bare, bareOf } from "./text/bare.ts";
import { type Reading, readingOf } from "./text/reading.ts";

/** 预读: the text made ready, with its outline: what both compiling and explaining begin with. */
export type Prepared = {
  reading: Reading;
  bare: Bare;
  meta: Meta;
  outline: Outline;
  locator: Locator;
  phaseAt: (at: number) => Phase;
};

export function prepare(document: SourceDocument): Prepared {
  const reading = readingOf(document.text);
  const bare = bareOf(reading);
  const meta = metaOf(bare.text, 0, document.name);
  const outline = outlineOf(bare.text, meta.year);
  const idOf = identities("s");
  const sectionIds = outline.sections.map((section) => idOf(bare.text.slice(section.start, section.end)));
  const locator: Locator = {
    bare,
    reading,
    pages: document.pages,
    sections: outline.sections,
    sectionIds,
    heads: outline.sections.map((section) => section.start),
  };
  return { reading, bare, meta, outline, locator, phaseAt: (at) => phaseOf(outline, sectionAt(locator, at), at) };
}

/** The phase of a place: that of its section, unless the report turns to the coming year without a heading. */
export function phaseOf(outline: Outline, section: number, at: number): Phase {
  if (section >= 0 && outline.sections[section]!.phase === "notes") return "notes";
  if (at >= outline.planFrom) return "plan";
  return section < 0 ? "front" : outline.sections[section]!.phase;
}
