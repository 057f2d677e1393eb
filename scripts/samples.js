#!/usr/bin/env node
/**
 * Makes the other files of the sample from its text: DOCX, PDF, HTML, hard-wrapped text, GBK text.
 *
 *     node scripts/samples.js                  # fonts of Debian's fonts-noto-cjk and fonts-dejavu-core
 *     node scripts/samples.js --fonts FOLDER   # the same files, elsewhere (see FONTS in samples/pdf.js)
 *
 * Dates and ids are fixed: with the same fonts and libraries a second run gives the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docxOf } from "./samples/docx.js";
import { htmlOf } from "./samples/html.js";
import { paragraphsOf } from "./samples/paragraphs.js";
import { FONTS, pdfOf } from "./samples/pdf.js";
import { gbkOf, wrappedOf } from "./samples/text.js";

const DEBIAN_FONTS = "/usr/share/fonts";
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "samples", "yunling-2026");

const asked = process.argv.indexOf("--fonts");
const fonts = asked > 0 ? (process.argv[asked + 1] ?? "") : DEBIAN_FONTS;
const missing = Object.values(FONTS).filter((file) => !existsSync(join(fonts, file)));
if (missing.length > 0) {
  console.error(
    `“${fonts}”里缺字体：${missing.join("、")}。请安装 fonts-noto-cjk 和 fonts-dejavu-core，或用 --fonts 指出所在的文件夹。`,
  );
  console.error(
    `Fonts missing in ${fonts}: install Debian's fonts-noto-cjk and fonts-dejavu-core, or name their folder with --fonts.`,
  );
  process.exit(1);
}

const text = readFileSync(join(folder, "report.txt"), "utf8");
const outline = JSON.parse(readFileSync(join(folder, "gold", "outline.json"), "utf8"));
const paragraphs = paragraphsOf(text, outline);

const files = {
  "report.docx": await docxOf(paragraphs),
  "report.pdf": await pdfOf(paragraphs, fonts),
  "report.html": htmlOf(paragraphs),
  "report-wrapped.txt": wrappedOf(paragraphs),
  "report-gbk.txt": gbkOf(text),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(folder, name), content);
  console.log(`${name}  ${Math.ceil(Buffer.byteLength(content) / 1024)} KB`);
}
