import type { SourceDocument } from "#base/document";
import type { CompiledReport, Measure, Phase, Section } from "#base/report";
import { type Sentence, sentencesOf } from "./clause.ts";
import { type Figures, figuresOf } from "./figure/figure.ts";
import { identities } from "./identity.ts";
import { type Locator, locate, sectionAt, spanOf, wordsOf } from "./locate.ts";
import { measuresOf } from "./measure/machine.ts";
import type { MeasureDraft } from "./measure/draft.ts";
import { aspectOf, normalOf, unitOf, valueOf, yearOf } from "./measure/measures.ts";
import { metaOf } from "./meta.ts";
import { outlineOf } from "./outline/outline.ts";
import { bareOf } from "./text/bare.ts";
import { readingOf } from "./text/reading.ts";

/** 编译: reads a work report. Pure and deterministic; never throws, whatever the text. */
export function compile(document: SourceDocument): CompiledReport {
  const { name, mediaType, sha256, pages } = document;
  const reading = readingOf(document.text);
  const bare = bareOf(reading);
  const meta = metaOf(bare.text, 0, name);
  const outline = outlineOf(bare.text, meta.year);
  const locator: Locator = { bare, reading, pages, sections: outline.sections, sectionIds: [], heads: outline.sections.map((section) => section.start) };
  const sectionId = identities("s");
  locator.sectionIds = outline.sections.map((section) => sectionId(bare.text.slice(section.start, section.end)));
  const sections: Section[] = outline.sections.map((section, i) => ({
    ...locate(locator, locator.sectionIds[i]!, section.start, section.end, section.form, 1),
    section: section.parent === null ? null : locator.sectionIds[section.parent]!,
    level: section.level,
    number: section.number,
    title: wordsOf(locator, section.titleStart, section.titleEnd),
    phase: section.phase,
    parent: section.parent === null ? null : locator.sectionIds[section.parent]!,
    body: spanOf(locator, Math.min(section.end + 1, section.bodyEnd), section.bodyEnd),
  }));
  const phaseAt = (at: number): Phase => {
    const section = sectionAt(locator, at);
    return at < outline.bodyStart ? "front" : at >= outline.planFrom ? "plan" : section < 0 ? "front" : outline.sections[section]!.phase;
  };
  const measureId = identities("m");
  const measures: Measure[] = [];
  for (const sentence of sentencesOf(bare.codes, outline.bodyStart, bare.codes.length)) {
    const { figures } = figuresOf(bare.codes, bare.text, sentence);
    if (figures.length === 0) continue;
    const phase = phaseAt(figures[0]!.start);
    for (const draft of measuresOf(bare.codes, bare.text, sentence, figures, phase)) {
      measures.push(measureOf(draft, locator, sentence, { plan: meta.year, review: meta.reviewYear }, measureId));
    }
  }
  return {
    schema: "luoshi-report/1",
    source: { name, mediaType, sha256, characters: document.text.length, pages: pages?.length ?? null },
    meta,
    text: reading.text,
    sections,
    measures,
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

function measureOf(draft: MeasureDraft, locator: Locator, sentence: Sentence, years: { plan: number | null; review: number | null }, idOf: (text: string) => string): Measure {
  const { figure, subject } = draft;
  const { text } = locator.bare;
  const clause = sentence.clauses.find(({ start, end }) => start <= figure.start && figure.start < end)!;
  const aspect = aspectOf(draft, text, clause.start);
  const unit = unitOf(draft, text);
  return {
    ...locate(locator, idOf(`${subject?.text}${draft.facet}${text.slice(figure.start, figure.end)}`), figure.start, figure.end, draft.rule, 0.9),
    subject: subject?.text ?? "",
    subjectSpan: subject ? spanOf(locator, subject.range.start, subject.range.end) : null,
    indicator: null,
    value: valueOf(draft),
    unit,
    normal: normalOf(draft, unit),
    upper: figure.upper,
    facet: draft.facet,
    comparator: draft.comparator,
    aspect,
    year: yearOf(draft, aspect, null, years),
    rankScope: draft.rankScope ? wordsOf(locator, draft.rankScope.start, draft.rankScope.end) : null,
  };
}

export type { Figures };
