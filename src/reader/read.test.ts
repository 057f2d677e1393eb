import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Refusal } from "#base/refusal";
import { readFile } from "./file.ts";
import { docxOf, paragraph, pdfOf } from "./fixture.ts";
import { read } from "./read.ts";

const bytes = (content: string) => Uint8Array.from(Buffer.from(content, "latin1"));
const wide = (name: string) => [...name].join("\0");
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".padEnd(600, "\0");

/** The code and the sentence of a refusal. */
async function refused(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error("was read"),
    (reason: Error) => reason,
  );
  return error instanceof Refusal ? `${error.code} ${error.message}` : String(error.stack);
}

test.each([
  ["", "a.txt", "reader/empty"],
  [" \n\t ", "a.txt", "reader/no-text"],
  ["\x00\x01\x02\x03\x04\x05\x06\x07".repeat(50), "a.txt", "reader/binary"],
  [
    `${OLE}${wide("WordDocument")}`,
    "a.doc",
    "这是旧版 Word 或 WPS 文档（.doc、.wps），不能直接读取。请用 Word 或 WPS 打开，另存为 DOCX 或 PDF后重试。",
  ],
  [`${OLE}${wide("EncryptedPackage")}`, "a.docx", "reader/encrypted"],
  [`${OLE}${wide("Workbook")}`, "a.xls", "旧版 Excel"],
  ["PK\x03\x04....xl/workbook.xml", "a.xlsx", "Excel 工作簿"],
  ["PK\x03\x04....OFD.xml", "a.ofd", "OFD"],
  ["PK\x03\x04....readme.txt", "a.zip", "解压"],
  ["PK\x03\x04....word/document.xml", "a.docx", "reader/damaged"],
  ["{\\rtf1 text}", "a.doc", "RTF"],
  ["II*\0....", "a.tif", "TIFF"],
  ["%PDF-1.4 and nothing more", "a.pdf", "reader/damaged"],
  ["MIME-Version: 1.0\r\nContent-Type: multipart/related", "a.mht", "MHT"],
])("%j as %s is refused: %s", async (content, name, sentence) => {
  expect(await refused(read(bytes(content), name))).toContain(sentence);
});

test("a file is known by its content; a name that lies is told", async () => {
  const document = await read(docxOf(paragraph("报告")), "报告.doc");
  expect(document.mediaType).toContain("wordprocessingml");
  expect(document.diagnostics[0]).toMatchObject({ code: "reader/extension", severity: "warning" });
  expect(
    (await read(pdfOf([[{ text: "地区生产总值增长百分之六点二，就业稳定。", x: 50, y: 700 }]]), "a.txt")).mediaType,
  ).toBe("application/pdf");
  expect((await read(new TextEncoder().encode("<p>报告"), "a.txt")).mediaType).toBe("text/html");
  expect((await read(new TextEncoder().encode("报告"), "无扩展名")).diagnostics).toEqual([]);
});

test("the hash is that of the bytes, and the bytes are left alone", async () => {
  const content = pdfOf([[{ text: "地区生产总值增长百分之六点二，就业稳定。", x: 50, y: 700 }]]);
  const before = content.slice();
  const { sha256 } = await read(content, "a.pdf");
  expect(content).toEqual(before);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await read(new TextEncoder().encode("abc"), "a.txt")).sha256).toMatch(/^ba7816bf/);
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reader-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file of 200 MB is refused by its size alone", async () => {
  const path = join(folder, "large.txt");
  writeFileSync(path, "");
  truncateSync(path, 200 * 2 ** 20);
  const before = process.memoryUsage().rss;
  expect(await refused(readFile(path))).toBe("reader/too-large 文件有200 MB，超过上限64 MB。请去掉图片或拆分后重试。");
  expect(process.memoryUsage().rss - before).toBeLessThan(20 * 2 ** 20);
});

test("a path that is no file gets a sentence", async () => {
  expect(await refused(readFile(join(folder, "没有.txt")))).toContain("reader/not-found 找不到文件");
  expect(await refused(readFile(folder))).toContain("reader/not-a-file");
});

test("a file is read by its path", async () => {
  writeFileSync(join(folder, "报告.txt"), "政府工作报告");
  expect(await readFile(join(folder, "报告.txt"))).toMatchObject({
    name: "报告.txt",
    text: "政府工作报告",
    pages: null,
  });
});
