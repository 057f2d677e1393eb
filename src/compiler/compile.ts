import type { SourceDocument } from "#base/document";
import type { CompiledReport } from "#base/report";
import { identities } from "./identity.ts";
import { layersOf } from "./layers/layers.ts";
import { type Locator, locate, spanOf, wordsOf } from "./locate.ts";
import { metaOf } from "./meta.ts";
import { type Outline, outlineOf } from "./outline/outline.ts";
import { readSentences } from "./sentences.ts";
import { bareOf } from "./text/bare.ts";
import { readingOf } from "./text/reading.ts";

/** 编译: reads a work report. Pure and deterministic; never throws, whatever the text. */
export function compile(document: SourceDocument): CompiledReport {
  const { name, mediaType, sha256, pages } = document;
  const reading = readingOf(document.text);
  const bare = bareOf(reading);
  const meta = metaOf(bare.text, 0, name);
  const outline = outlineOf(bare.text, meta.year);
  const locator: Locator = { bare, reading, pages, sections: outline.sections, sectionIds: sectionIds(bare.text, outline), heads: outline.sections.map((section) => section.start) };
  const years = { plan: meta.year, review: meta.reviewYear };
  const sentences = readSentences(bare, outline, locator, years);
  const read = { text: bare.text, codes: bare.codes, outline, locator, years, sentences };
  return {
    schema: "luoshi-report/1",
    source: { name, mediaType, sha256, characters: document.text.length, pages: pages?.length ?? null },
    meta,
    text: reading.text,
    sections: sectionsOf(locator, outline),
    measures: sentences.flatMap((sentence) => sentence.measures),
    ...layersOf(read),
    diagnostics: [...document.diagnostics],
  };
}

function sectionIds(text: string, outline: Outline): string[] {
  const idOf = identities("s");
  return outline.sections.map((section) => idOf(text.slice(section.start, section.end)));
}

function sectionsOf(locator: Locator, outline: Outline): CompiledReport["sections"] {
  const idOf = (index: number | null) => (index === null ? null : locator.sectionIds[index]!);
  return outline.sections.map((section, i) => ({
    ...locate(locator, locator.sectionIds[i]!, section.start, section.end, section.form, 1),
    section: idOf(section.parent),
    level: section.level,
    number: section.number,
    title: wordsOf(locator, section.titleStart, section.titleEnd),
    phase: section.phase,
    parent: idOf(section.parent),
    body: spanOf(locator, Math.min(section.end + 1, section.bodyEnd), section.bodyEnd),
  }));
}
