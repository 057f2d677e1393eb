import type { SourceDocument } from "#base/document";
import type { CompiledReport } from "#base/report";

/** 编译: reads a work report. Pure and deterministic; never throws, whatever the text. */
export function compile(document: SourceDocument): CompiledReport {
  const { name, mediaType, sha256, pages, text } = document;
  return {
    schema: "luoshi-report/1",
    source: { name, mediaType, sha256, characters: text.length, pages: pages?.length ?? null },
    meta: {
      title: null,
      jurisdiction: null,
      level: null,
      code: null,
      year: null,
      reviewYear: null,
      date: null,
      meeting: null,
      speaker: null,
      office: null,
    },
    text,
    sections: [],
    measures: [],
    targets: [],
    promises: [],
    terms: [],
    deadlines: [],
    mechanisms: [],
    tasks: [],
    projects: [],
    diagnostics: [...document.diagnostics],
  };
}
