/** @typedef {{ kind: "title"|"meeting"|"speaker"|"chapter"|"section"|"heading"|"plain", lead: string, text: string }} Paragraph */

const CHAPTER = /^[一二三]、/;
const SECTION = /^（[一二三四五六七八九]）[^。]*$/;
const RUN_IN_SECTION = /^（[一二三四五六七八九]）[^。]*。/;

/**
 * The report's lines with what a typist would make of them. `lead` is the run-in heading that is set apart within
 * the paragraph (“做强主导产业。”), empty where there is none.
 *
 * @param {string} text the report, one paragraph a line
 * @param {{ level: number, number: string | null, title: string }[]} outline its headings, as annotated
 * @returns {Paragraph[]}
 */
export function paragraphsOf(text, outline) {
  const leads = outline.filter(({ level }) => level > 1).map(({ number, title }) => `${number ?? ""}${title}。`);
  const [title, meeting, speaker, ...rest] = text.trimEnd().split("\n");
  return [
    { kind: "title", lead: "", text: title },
    { kind: "meeting", lead: "", text: meeting },
    { kind: "speaker", lead: "", text: speaker },
    ...rest.map((line) => ({ kind: kindOf(line), lead: leadOf(line, leads), text: line })),
  ];
}

function kindOf(line) {
  if (CHAPTER.test(line) || line === "附注：") return "chapter";
  if (SECTION.test(line)) return "section";
  return line.includes(" ") && !/[，。；]/.test(line) ? "heading" : "plain";
}

function leadOf(line, leads) {
  const section = RUN_IN_SECTION.exec(line)?.[0];
  return section ?? leads.map((lead) => line.match(`^(?:——)?${escaped(lead)}`)?.[0]).find(Boolean) ?? "";
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
