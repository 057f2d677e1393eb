import { refusal } from "./sentences.ts";

/** 上限: no file above this is decoded, in bytes. */
export const LARGEST_FILE = 64 * 2 ** 20;
/** A web page becomes a tree many times its size; reports as pages have less than 2 MB. In bytes. */
export const LARGEST_PAGE = 16 * 2 ** 20;

const megabytes = (bytes: number) => `${Math.ceil((bytes / 2 ** 20) * 10) / 10} MB`;

/** Refuses a file of `size` bytes if that is over `limit`. */
export function checkSize(size: number, limit = LARGEST_FILE): void {
  if (size > limit) throw refusal("reader/too-large", { size: megabytes(size), limit: megabytes(limit) });
}
