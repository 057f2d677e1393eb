import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { Refusal } from "#base/refusal";

const REASONS: Record<string, [chinese: string, english: string]> = {
  EACCES: ["没有写入权限", "no permission to write there"],
  EPERM: ["没有写入权限", "no permission to write there"],
  EROFS: ["所在磁盘只读", "the disk is read-only"],
  ENOSPC: ["磁盘已满", "the disk is full"],
  EISDIR: ["那是一个文件夹", "it is a folder"],
  ENOTDIR: ["上级路径不是文件夹", "a part of the path is not a folder"],
  EEXIST: ["上级路径不是文件夹", "a part of the path is not a folder"],
  ENAMETOOLONG: ["文件名太长", "the name is too long"],
};

/** 写不进去: why a file can't be written, as a refusal. */
export function cannotWrite(path: string, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const [chinese, english] = REASONS[code] ?? [`系统报告 ${code}`, `the system says ${code}`];
  return new Refusal(
    "output/cannot-write",
    `“${path}”写不进去：${chinese}。请换个位置，用 -o 指明。`,
    `Cannot write ${path}: ${english}. Name another place with -o.`,
  );
}

/** Writes a file whole or not at all: beside its place first, then under its name. A link keeps pointing at it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const real = existsSync(path) ? await realpath(path) : path;
  const unfinished = join(dirname(real), `.${randomUUID()}.part`);
  try {
    if (await isDevice(real)) return await writeFile(real, content);
    await mkdir(dirname(real), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, real);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw cannotWrite(path, error);
  }
}

/** /dev/stdout, a named pipe: there is nothing to put in its place. */
async function isDevice(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there !== null && !there.isFile() && !there.isDirectory();
}

/** Refuses where a file of this name stands already: it may hold somebody's work. */
export function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new Refusal(
    "output/exists",
    `“${path}”已经有了，没有动它。要覆盖请加 --force，或用 -o 换个名字。`,
    `${path} exists and was left alone. Add --force to replace it, or name another with -o.`,
  );
}

/** `县/报告.2024.docx` → `报告.2024`: what outputs made from a file are named after. */
export const stemOf = (path: string): string => basename(path, extname(path));
