import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { pdfOf, scanOf } from "./fixture.ts";
import { repaired } from "./ocr-text.ts";
import { read } from "./read.ts";

const fonts = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
GlobalFonts.registerFromPath(join(fonts, "standard_fonts", "LiberationSans-Regular.ttf"), "Plain");

/** A picture of two lines, in a font that comes with an installed package. */
function picture() {
  const canvas = createCanvas(700, 260);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 700, 260);
  context.fillStyle = "black";
  context.font = "44px Plain";
  context.fillText("GDP 86.4 in 2030", 60, 100);
  context.fillText("growth 6.2 percent", 60, 180);
  return canvas;
}

const digits = (text: string) => text.match(/\d+\.?\d*/g);

test("a picture is read by OCR, and that it has to be confirmed is told", async () => {
  const { text, pages, mediaType, diagnostics } = await read(picture().toBuffer("image/png"), "扫描.png");
  expect(digits(text)).toEqual(["86.4", "2030", "6.2"]);
  expect({ pages, mediaType, code: diagnostics[0]?.code }).toEqual({
    pages: [0],
    mediaType: "image/png",
    code: "reader/ocr",
  });
});

test("a PDF that is a picture goes to OCR page by page", async () => {
  const seen: number[] = [];
  const scan = scanOf(picture().toBuffer("image/jpeg"), 700, 260);
  const { text, diagnostics } = await read(scan, "扫描.pdf", { onProgress: (done) => seen.push(done) });
  expect(digits(text)).toEqual(["86.4", "2030", "6.2"]);
  expect(diagnostics.map(({ code }) => code)).toContain("reader/ocr");
  expect(seen.at(-1)).toBe(1);
});

test("OCR can be asked for where there is text, and forbidden where there is none", async () => {
  const page = pdfOf([[{ text: "地区生产总值增长百分之六点二，就业稳定。", x: 50, y: 700 }]]);
  expect((await read(page, "a.pdf", { ocr: true })).diagnostics[0]).toMatchObject({ code: "reader/ocr" });
  const png = picture().toBuffer("image/png");
  await expect(read(png, "a.png", { ocr: false })).rejects.toMatchObject({ code: "reader/no-text-layer" });
});

test("a damaged or gigantic picture is refused", async () => {
  const png = picture().toBuffer("image/png");
  await expect(read(png.subarray(0, 60), "a.png")).rejects.toMatchObject({ code: "reader/ocr-failed" });
  const huge = Uint8Array.from(png);
  new DataView(huge.buffer).setUint32(16, 100_000);
  new DataView(huge.buffer).setUint32(20, 100_000);
  await expect(read(huge, "a.png")).rejects.toMatchObject({ code: "reader/ocr-failed" });
});

test("recognised text is only touched in its spaces and marks of punctuation", () => {
  expect(repaired("增 长 7% 左 右 ,其 中 (一 期) 12.5 亿 元;GDP growth, 6%")).toBe(
    "增长7%左右，其中（一期）12.5亿元；GDP growth, 6%",
  );
});
