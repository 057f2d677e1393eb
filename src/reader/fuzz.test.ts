import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { Refusal } from "#base/refusal";
import { docxOf, paragraph, pdfOf, scanOf } from "./fixture.ts";
import { read } from "./read.ts";

/** How often each file is damaged; three hundred times in the long run. */
const TIMES = process.env.LONG ? 300 : 15;
/** No damaged file of these sizes may take longer, in milliseconds. */
const LONGEST = 20_000;

/** The same numbers for the same seed (mulberry32), from 0 up to `below`. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Cuts, overwrites, doubles or drops something. */
function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const random = numbers(seed);
  const file = [...bytes];
  const [at, length] = [random(file.length), 1 + random(40)];
  switch (random(5)) {
    case 0:
      return Uint8Array.from(file.slice(0, at));
    case 1:
      file.splice(at, length);
      break;
    case 2:
      file.splice(at, 0, ...file.slice(random(file.length)).slice(0, length));
      break;
    default:
      for (let i = 0; i <= random(30); i++) file[random(file.length)] = random(256);
  }
  return Uint8Array.from(file);
}

const WORDS = "一、2030年工作回顾\n全县地区生产总值增长6.2%，“两河三岸”治理完工。\n".repeat(8);
const list = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`;
const FILES: Record<string, Uint8Array> = {
  "utf8.txt": strToU8(WORDS),
  "utf16.txt": Uint8Array.from(Buffer.from(WORDS, "utf16le")),
  "gbk.txt": Uint8Array.from(Buffer.from("d5feb8aeb9a4d7f7b1a8b8e6a3accbc4d4f2d4cbcbe3a1a3".repeat(20), "hex")),
  "page.html":
    strToU8(`<html><body><div id="zoom"><table><tr><td rowspan=2>${WORDS}</td></tr></table><ol><li>一<li>二</ol>
    <p><b><font>${WORDS}</div></body></html>`),
  "word.docx": docxOf(
    `${paragraph("第一章", list)}<w:tbl><w:tr><w:tc>${paragraph(WORDS)}</w:tc></w:tr></w:tbl>
     <w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    {
      footnotes: `<w:footnote w:id="2">${paragraph("注释")}</w:footnote>`,
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
        <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    },
  ),
  "print.pdf": pdfOf(
    [1, 2, 3].map(() => WORDS.split("\n").map((text, i) => ({ text, x: 60, y: 780 - 30 * i }))),
    "60 400 m 500 400 l S 60 300 m 500 300 l S 60 300 m 60 400 l S 200 300 m 200 400 l S 500 300 m 500 400 l S\n",
  ),
  "scan.pdf": scanOf(strToU8("no picture"), 100, 100),
  "picture.png": Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", "base64")),
};

/** What reading a file comes to; anything but a document or a refusal is a mistake of ours. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  const began = performance.now();
  try {
    const document = await read(bytes, name, { ocr: false });
    expect(document.text).toMatch(/\S/);
  } catch (error) {
    if (!(error instanceof Refusal)) return `${name}: ${(error as Error).stack}`;
  }
  return performance.now() - began > LONGEST ? `${name}: too slow` : "answered";
}

test.each(Object.keys(FILES))("%s, damaged, gives a document or a refusal", async (name) => {
  for (let seed = 1; seed <= TIMES; seed++)
    expect([seed, await outcome(damaged(FILES[name]!, seed), name)]).toEqual([seed, "answered"]);
}, 3_600_000);

test("bytes without meaning give a document or a refusal", async () => {
  const random = numbers(7);
  const heads = ["", "PK\x03\x04", "%PDF-1.7\n", "\x89PNG\r\n", "<html>", "\xff\xfe"];
  for (let i = 0; i < TIMES; i++) {
    const noise = Uint8Array.from({ length: random(3000) }, () => random(256));
    const bytes = Buffer.concat([Buffer.from(heads[i % heads.length]!, "latin1"), noise]);
    expect([i, await outcome(bytes, "noise.bin")]).toEqual([i, "answered"]);
  }
});
