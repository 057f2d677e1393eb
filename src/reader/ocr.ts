import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Canvas } from "@napi-rs/canvas";
import type { Worker } from "tesseract.js";
import { refusal } from "./sentences.ts";

/** 识别出的行: one line of a picture, lengths in pixels; `confidence` 0 to 100. */
export type OcrLine = { text: string; x: number; right: number; y: number; height: number; confidence: number };

/** 文字识别: pictures in, lines out. `close` must be called. */
export type Ocr = {
  canvas: (width: number, height: number) => Canvas;
  /** Of a PNG or a JPEG. */
  recognise: (picture: Uint8Array) => Promise<OcrLine[]>;
  close: () => Promise<void>;
};

/** No picture above this is decoded, in pixels. */
const LARGEST = 80_000_000;

/**
 * Starts the recognition of simplified Chinese. Everything comes from installed packages: nothing is downloaded, nothing
 * is cached. Throws `reader/ocr-missing` where the optional packages are not installed.
 */
export async function startOcr(): Promise<Ocr> {
  const { tesseract, canvas, data } = await packages();
  const worker = await tesseract.createWorker("chi_sim", 1, {
    langPath: join(data, "4.0.0"),
    gzip: true,
    cacheMethod: "none",
    // Without a handler of its own the library throws outside of any promise.
    errorHandler: () => {},
  });
  return {
    canvas: canvas.createCanvas,
    recognise: (picture) => linesOf(worker, picture),
    close: async () => void (await worker.terminate()),
  };
}

async function packages() {
  try {
    const [tesseract, canvas] = await Promise.all([import("tesseract.js"), import("@napi-rs/canvas")]);
    const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json"));
    return { tesseract: tesseract.default ?? tesseract, canvas, data };
  } catch {
    throw refusal("reader/ocr-missing");
  }
}

/** Refuses a picture whose head says that it would fill the memory. */
export function checkPixels(bytes: Uint8Array): void {
  if (pixelsOf(bytes) > LARGEST) throw refusal("reader/ocr-failed", { reason: "像素过多" });
}

/** Width × height as the head of a PNG or a JPEG says; a file without them is damaged. */
function pixelsOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89 && bytes.length > 24) return view.getUint32(16) * view.getUint32(20);
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint16(at);
    // SOF0 to SOF15 hold the size; C4, C8 and CC are other tables.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return view.getUint16(at + 5) * view.getUint16(at + 7);
    if (marker >> 8 !== 0xff) break;
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
  }
  throw refusal("reader/ocr-failed", { reason: "图片已损坏" });
}

/** The recognition decodes the picture itself, in its own thread: a damaged one can do no harm there. */
async function linesOf(worker: Worker, picture: Uint8Array): Promise<OcrLine[]> {
  const { data } = await worker.recognize(Buffer.from(picture), {}, { text: false, blocks: true }).catch(() => {
    throw refusal("reader/ocr-failed", { reason: "图片已损坏" });
  });
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.map(({ text, bbox, confidence }) => ({
    text: text.trim(),
    x: bbox.x0,
    right: bbox.x1,
    y: bbox.y1,
    height: bbox.y1 - bbox.y0,
    confidence,
  }));
}
