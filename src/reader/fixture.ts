import { strToU8, zipSync } from "fflate";

/** Files for the tests, made by hand so that each test sees the very bytes that it is about. */

const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="wps" xmlns:v="vml"`;
const part = (name: string, content: string) => `<?xml version="1.0"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;

/** A DOCX of a body and, by name (numbering, styles, footnotes …), the content of further parts. */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { "[Content_Types].xml": strToU8("<Types/>") };
  files["word/document.xml"] = strToU8(part("document", `<w:body>${body}</w:body>`));
  for (const [name, content] of Object.entries(parts))
    files[name.includes("/") ? name : `word/${name}.xml`] = strToU8(name.includes("/") ? content : part(name, content));
  return zipSync(files);
}

/** A paragraph of plain words, with properties in front. */
export const paragraph = (text: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Words at a place of a page: points from its lower left corner, size in points. */
export type Printed = { text: string; x: number; y: number; size?: number };

const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");

/**
 * A PDF that prints Chinese without embedding a font: STSong-Light with UniGB-UCS2-H, which readers know of themselves.
 * `graphics` are operators that are drawn under the words of each page.
 */
export function pdfOf(pages: Printed[][], graphics = ""): Uint8Array {
  const font = [
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...font,
    ...pages.flatMap((printed, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      streamOf(graphics + printed.map(shown).join("")),
    ]),
  ];
  return written(objects);
}

const shown = ({ text, x, y, size = 12 }: Printed) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${utf16(text)}> Tj ET\n`;
const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A page that is nothing but a JPEG: a scan. */
export function scanOf(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${Buffer.from(jpeg).toString("latin1")}\nendstream`;
  return written([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>`,
    streamOf(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`),
    image,
  ]);
}

/** The objects of a file, numbered from 1, with the table that says where each begins. */
export function written(objects: string[], trailer = ""): Uint8Array {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`;
  return Uint8Array.from(Buffer.from(file + table + end, "latin1"));
}
