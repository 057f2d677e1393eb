import type { CompiledReport, Diagnostic, Range } from "#base/report";
import { sourceOf, spanOf } from "../locate.ts";
import type { ReadReport } from "../read.ts";

/** 存疑: what could not be read, or is not sure. Nothing is passed over in silence. */

type Layers = Pick<CompiledReport, "meta" | "sections" | "measures" | "targets" | "promises" | "terms">;

const MOST = 40;

/** The diagnostics of a compiled report, the gravest first. */
export function diagnosticsOf(read: ReadReport, layers: Layers): Diagnostic[] {
  return [
    ...ofReport(read, layers),
    ...splices(read),
    ...numerals(read),
    ...subjects(layers),
    ...counts(read, layers),
    ...notes(read, layers),
  ];
}

const say = (
  code: string,
  severity: Diagnostic["severity"],
  message: string,
  source: Range | null = null,
): Diagnostic => ({ code, message, source, severity });

/** What is missing from the whole. */
function ofReport({ text }: ReadReport, { meta, sections, targets }: Layers): Diagnostic[] {
  if (text.trim() === "")
    return [
      say(
        "report.empty",
        "error",
        "文件里没有文字。请检查文件是否完整；扫描件请加 --ocr。 There is no text in the file.",
      ),
    ];
  const phases = new Set(sections.map(({ phase }) => phase));
  const isReport = /政府工作报告|工作报告|各位代表|各位委员/.test(text) || phases.has("plan");
  if (!isReport)
    return [
      say(
        "report.not-one",
        "error",
        "这不像一份政府工作报告：没有“各位代表”，也没有回顾和安排。读出的数据仅供参考。 This does not look like a government work report.",
      ),
    ];
  const found: Diagnostic[] = [];
  if (sections.length === 0)
    found.push(
      say(
        "outline.none",
        "warning",
        "没有找到标题，分不清回顾和安排；完成数和目标数可能混淆。 No headings were found.",
      ),
    );
  else if (!phases.has("plan"))
    found.push(say("outline.no-plan", "warning", "没有找到对来年的安排，因此没有任务。 No plan part was found."));
  else if (!phases.has("review"))
    found.push(say("outline.no-review", "info", "没有找到对上年的回顾。 No review part was found."));
  if (phases.has("plan") && targets.length === 0)
    found.push(
      say("targets.none", "warning", "没有找到“主要预期目标”一段。 No paragraph of annual targets was found."),
    );
  if (meta.year === null)
    found.push(say("meta.no-year", "warning", "看不出这是哪一年的报告。 The year of the report could not be told."));
  if (meta.jurisdiction === null)
    found.push(say("meta.no-place", "info", "看不出这是哪里的报告。 The place of the report could not be told."));
  return found;
}

/** Paragraphs that break off or begin in the middle of a sentence: text was lost, or columns were mixed. */
function splices({ text, outline, locator }: ReadReport): Diagnostic[] {
  const heads = new Set(outline.sections.map(({ start }) => start));
  const broken = outline.paragraphs.filter(({ start, end }, i) => {
    const next = outline.paragraphs[i + 1];
    return (
      start >= outline.bodyStart &&
      end - start > 60 &&
      next !== undefined &&
      !heads.has(start) &&
      !/[。！？；：…”）〕\d]/.test(text[end - 1]!)
    );
  });
  return broken
    .slice(0, MOST)
    .map(({ end }) =>
      say(
        "text.splice",
        "warning",
        `这一段在“${text.slice(end - 8, end)}”处断开，后面可能缺字或错栏。 A paragraph breaks off here.`,
        sourceOf(locator, spanOf(locator, end - 8, end)),
      ),
    );
}

const REACHED = /(?:达到|达|完成|实现|突破|超过|增长到|提高到|降至|下降到|新增|引进|签约|培育|投入)$/;

/** Numbers after a word of amount whose unit is not known. */
function numerals(read: ReadReport): Diagnostic[] {
  const { text, locator } = read;
  return read.sentences
    .flatMap(({ refused }) => refused)
    .filter(({ rule, start }) => rule === "没有计量单位" && REACHED.test(text.slice(Math.max(0, start - 4), start)))
    .slice(0, MOST)
    .map(({ start, end }) =>
      say(
        "unit.unknown",
        "warning",
        `“${text.slice(Math.max(0, start - 6), end + 4)}”：这个数后面没有认得的计量单位，没有当作数据。 No known unit after this number.`,
        sourceOf(locator, spanOf(locator, start, end)),
      ),
    );
}

/** Figures of which it could not be told what they are of. */
function subjects({ measures }: Layers): Diagnostic[] {
  return measures
    .filter(({ subject }) => subject === "")
    .slice(0, MOST)
    .map(({ value, unit, source }) =>
      say(
        "subject.unknown",
        "warning",
        `${value}${unit}：看不出说的是什么的数。 It could not be told what this figure is of.`,
        source,
      ),
    );
}

const ANNOUNCED = /(?:办好|实施|抓好|办实|完成)[^。；\d]{0,8}?(\d{1,2})(?:件|项)[^。；]{0,6}实事/;

/** Lists whose length is not what was announced. */
function counts({ text }: ReadReport, { promises, terms }: Layers): Diagnostic[] {
  const found: Diagnostic[] = [];
  const announced = promises.length > 0 ? ANNOUNCED.exec(text.slice(Math.floor(text.length / 3))) : null;
  if (announced && Number(announced[1]) !== promises.length)
    found.push(
      say(
        "promises.count",
        "warning",
        `报告说${announced[1]}件民生实事，读出${promises.length}件。 The announced number of promised works differs from the list.`,
      ),
    );
  const numbers = terms.map(({ n }) => n).filter((n) => n !== null);
  const gap = numbers.find((n, i) => i > 0 && n !== numbers[i - 1]! + 1);
  if (gap !== undefined)
    found.push(say("terms.gap", "info", `名词解释的序号在${gap}处不连续。 The numbering of the glossary has a gap.`));
  return found;
}

/** 〔7〕 after a word: a note is promised. Four digits are a year: 〔2023〕5号. */
const REFERENCE = /[^\n\s][〔[［【](\d{1,2})[〕\]］】]/g;
/** One or two numbers in brackets may be anything. */
const FEWEST_REFERENCES = 3;

/** Numbers of notes in the text, and no glossary that explains them. */
function notes({ locator: { reading } }: ReadReport, { terms }: Layers): Diagnostic[] {
  if (terms.length > 0) return [];
  const numbers = new Set([...reading.text.matchAll(REFERENCE)].map(([, digits]) => Number(digits)));
  if (numbers.size < FEWEST_REFERENCES) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return [
    say(
      "terms.missing",
      "warning",
      `正文有注释序号〔${first}〕至〔${last}〕，文件里没有找到名词解释。请检查文件是否完整。 The text refers to notes that are not in the file.`,
    ),
  ];
}
