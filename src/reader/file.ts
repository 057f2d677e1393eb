import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import type { SourceDocument } from "#base/document";
import { checkSize } from "./limits.ts";
import { read } from "./read.ts";
import type { ReadOptions } from "./reading.ts";
import { refusal } from "./sentences.ts";

/**
 * 读入文件: as `read`, from a path; `-` is standard input. A file that is too large is refused by its size,
 * before a byte of it is read; a stream as soon as it has gone over the limit.
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<SourceDocument> {
  if (path === "-") return read(await drain(process.stdin), "-", options);
  const handle = await opened(path);
  try {
    return await read(await bytesOf(handle, path), basename(path), options);
  } finally {
    await handle.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    throw refusal(reason === "ENOENT" ? "reader/not-found" : "reader/unreadable", { name: path, reason });
  }
}

async function bytesOf(handle: FileHandle, path: string): Promise<Uint8Array> {
  const stat = await handle.stat();
  if (stat.isDirectory()) throw refusal("reader/not-a-file", { name: path });
  checkSize(stat.size);
  // A pipe or a device tells no size: it is drained like standard input, so that it can't grow past the limit.
  return drain(handle.createReadStream({ autoClose: false }));
}

/** All of a stream, given up as soon as it goes over the limit. */
async function drain(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    checkSize(length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
