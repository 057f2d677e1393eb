import { Inflate } from "fflate";
import { refusal } from "./sentences.ts";

/** 压缩包: the entries of a zip file by name; nothing is unpacked before it is asked for. */
export type Zip = { names: string[]; chunks: (name: string) => Generator<Uint8Array> };

type Entry = { method: number; size: number; header: number };

/** How much may come out of one file, in bytes, and how many times its packed size. Text packs to a tenth, a bomb to a thousandth. */
const MOST = 256 * 2 ** 20;
const MOST_TIMES = 250;
const SMALL = 4 * 2 ** 20;
const STEP = 2 ** 14;

const damaged = (reason: string) => refusal("reader/damaged", { kind: " DOCX ", reason });

/** Reads the central directory 目录区. Throws `reader/damaged` where it is missing or broken, `reader/encrypted` where an entry is. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const entries = directory(view, view.getUint16(end + 10, true), view.getUint32(end + 16, true));
  let unpacked = 0;
  const meter = (size: number, packed: number) => {
    unpacked += size;
    if (unpacked > MOST || (unpacked > SMALL && unpacked > packed * MOST_TIMES)) throw refusal("reader/zip-bomb");
  };
  return {
    names: [...entries.keys()],
    chunks: (name) => inflate(packed(view, entries.get(name)), meter, bytes.length),
  };
}

/** The record at the very end says where the directory is; a comment of up to 64 KB may follow it. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 2 ** 16; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged("缺目录区");
}

function directory(view: DataView, count: number, start: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged("目录区不完整");
    if (view.getUint16(at + 8, true) & 1) throw refusal("reader/encrypted");
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(slice(view, at + 46, length)).replaceAll("\\", "/");
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of one entry, behind its own header. */
function packed(view: DataView, entry: Entry | undefined): { method: number; data: Uint8Array } {
  if (!entry || entry.header + 30 > view.byteLength || view.getUint32(entry.header, true) !== 0x04034b50)
    throw damaged("缺内容");
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  return { method: entry.method, data: slice(view, start, entry.size) };
}

function slice(view: DataView, start: number, length: number): Uint8Array {
  if (start + length > view.byteLength) throw damaged("内容被截断");
  return new Uint8Array(view.buffer, view.byteOffset + start, length);
}

/** Unpacks in small steps and measures what comes out, so that a bomb is stopped before it fills the memory. */
function* inflate(
  { method, data }: { method: number; data: Uint8Array },
  meter: (size: number, packed: number) => void,
  whole: number,
): Generator<Uint8Array> {
  if (method !== 0 && method !== 8) throw damaged("压缩方式不认识");
  let out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => out.push(chunk));
  for (let at = 0; at < data.length; at += STEP) {
    const step = data.subarray(at, at + STEP);
    if (method === 0) out.push(step);
    else push(inflater, step, at + STEP >= data.length);
    for (const chunk of out) meter(chunk.length, whole);
    yield* out;
    out = [];
  }
}

function push(inflater: Inflate, step: Uint8Array, last: boolean): void {
  try {
    inflater.push(step, last);
  } catch {
    throw damaged("解压出错");
  }
}
