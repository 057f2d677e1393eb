const WIDTH = 28;
const LINES = 22;

/**
 * The report as text copied out of a PDF: lines 28 characters wide with an empty line after each, page numbers between,
 * spaces where digits meet characters, half-width punctuation on some pages. Nothing of the wording changes.
 *
 * @param {import("./paragraphs.js").Paragraph[]} paragraphs
 * @returns {string}
 */
export function wrappedOf(paragraphs) {
  const lines = paragraphs.flatMap(({ text }) => wrap(text.replaceAll("　", " ")));
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, page) =>
    lines.slice(page * LINES, (page + 1) * LINES),
  );
  return `${pages.map((page, index) => printed(page, index + 1)).join("\n\n")}\n`;
}

/**
 * First line two characters shorter, for the indent that copying loses; a digit takes half a character, a number stays
 * whole, no line begins with a closing mark.
 */
function wrap(text) {
  const lines = [];
  let line = "";
  let room = WIDTH - 2;
  for (const unit of text.match(/[0-9A-Za-z.%₂]+|./gu) ?? []) {
    const wide = [...unit].reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0);
    if (wide > room && !/^[，。；：！？、）”’》]/.test(unit)) {
      lines.push(line);
      line = "";
      room = WIDTH;
    }
    line += unit;
    room -= wide;
  }
  return [...lines, line];
}

/** Every third page was typed with half-width punctuation; pages 4, 9, 14 … keep digits and characters close. */
function printed(lines, number) {
  const spaced = number % 5 === 4 ? lines : lines.map(space);
  const typed = number % 3 === 0 ? spaced.map(narrow) : spaced;
  return [...typed, `— ${number} —`].join("\n\n");
}

const space = (line) => line.replace(/(\p{Script=Han})(?=[0-9])|([0-9%])(?=\p{Script=Han})/gu, "$1$2 ");
const NARROW = { "，": ",", "；": ";", "（": "(", "）": ")", "：": ":" };
const narrow = (line) => line.replace(/[，；（）：]/g, (mark) => NARROW[mark]);

/**
 * The report in GBK with the line ends of Windows. GBK has no ₂: CO₂ is written CO2, as people do.
 *
 * @param {string} text
 * @returns {Uint8Array}
 */
export function gbkOf(text) {
  const codes = gbkCodes();
  const bytes = [...text.replaceAll("₂", "2").replaceAll("\n", "\r\n")].flatMap((character) => {
    if (character < "\u0080") return [character.charCodeAt(0)];
    const code = codes.get(character);
    if (code === undefined) throw new Error(`GBK 里没有“${character}”`);
    return code;
  });
  return Uint8Array.from(bytes);
}

/** Node decodes GBK but doesn't encode it: the table is read backwards out of the decoder. */
function gbkCodes() {
  const decoder = new TextDecoder("gbk");
  const codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  return codes;
}
