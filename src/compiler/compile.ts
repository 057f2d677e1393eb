import type { SourceDocument } from "#base/document";
import type { CompiledReport } from "#base/report";
import { diagnosticsOf } from "./layers/diagnostic.ts";
import { layersOf } from "./layers/layers.ts";
import { type Locator, locate, spanOf, wordsOf } from "./locate.ts";
import type { Outline } from "./outline/outline.ts";
import { prepare } from "./prepare.ts";
import { readSentences } from "./sentences.ts";

/** 编译: reads a work report. Pure and deterministic; never throws, whatever the text. */
export function compile(document: SourceDocument): CompiledReport {
  const { name, mediaType, sha256, pages } = document;
  const { reading, bare, meta, outline, locator } = prepare(document);
  const years = { plan: meta.year, review: meta.reviewYear };
  const sentences = readSentences(bare, outline, locator, years);
  const read = { text: bare.text, codes: bare.codes, outline, locator, years, sentences };
  const sections = sectionsOf(locator, outline);
  const measures = sentences.flatMap((sentence) => sentence.measures);
  const layers = layersOf(read);
  return {
    schema: "luoshi-report/1",
    source: { name, mediaType, sha256, characters: document.text.length, pages: pages?.length ?? null },
    meta,
    text: reading.text,
    sections,
    measures,
    ...layers,
    diagnostics: [...document.diagnostics, ...diagnosticsOf(read, { meta, sections, measures, ...layers })],
  };
}

function sectionsOf(locator: Locator, outline: Outline): CompiledReport["sections"] {
  const idOf = (index: number | null) => (index === null ? null : locator.sectionIds[index]!);
  return outline.sections.map((section, i) =>
    Object.assign(locate(locator, locator.sectionIds[i]!, section.start, section.end, section.form, 1), {
      section: idOf(section.parent),
      level: section.level,
      number: section.number,
      title: wordsOf(locator, section.titleStart, section.titleEnd),
      phase: section.phase,
      parent: idOf(section.parent),
      body: spanOf(locator, Math.min(section.end + 1, section.bodyEnd), section.bodyEnd),
    }),
  );
}
