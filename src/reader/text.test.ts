import { expect, test } from "vitest";
import { read } from "./read.ts";

const SENTENCE = "一、2030年工作回顾\r\n　　全县地区生产总值增长6.2%，“链长制”覆盖①②。\r\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
/** “政府工作报告” in GBK. */
const GBK = Buffer.from("d5feb8aeb9a4d7f7b1a8b8e6", "hex");
const joined = (...parts: (number[] | Uint8Array)[]) => Buffer.concat(parts.map((part) => Uint8Array.from(part)));
const said = async (bytes: Uint8Array) => (await read(bytes, "报告.txt")).diagnostics.map(({ message }) => message);
const text = async (bytes: Uint8Array) => (await read(bytes, "报告.txt")).text;

test.each([
  ["UTF-8", utf8(SENTENCE)],
  ["UTF-8 with a BOM", joined([0xef, 0xbb, 0xbf], utf8(SENTENCE))],
  ["UTF-16 LE with a BOM", joined([0xff, 0xfe], utf16le(SENTENCE))],
  ["UTF-16 BE with a BOM", joined([0xfe, 0xff], utf16be(SENTENCE))],
  ["UTF-16 LE without a BOM", utf16le(SENTENCE)],
  ["UTF-16 BE without a BOM", utf16be(SENTENCE)],
])("%s is read to the character, line ends and all", async (_, bytes) => {
  expect(await text(bytes)).toBe(SENTENCE);
});

test("GBK is read, and the encoding is told", async () => {
  expect(await text(GBK)).toBe("政府工作报告");
  expect(await said(GBK)).toEqual(["文字编码按GB18030读取。"]);
});

test("GB18030 reaches characters that GBK has not", async () => {
  expect(await text(joined(GBK, Buffer.from("8139ee39", "hex")))).toBe("政府工作报告㐀");
});

test("a text that was cut in the middle of a character stays UTF-8", async () => {
  const cut = utf8("全县地区生产总值增长。".repeat(9)).slice(0, -1);
  expect(await text(cut)).toMatch(/^全县地区生产总值增长。/);
  expect(await said(cut)).toEqual(["有1处字符已损坏或无法解码（显示为“�”），请核对原文。"]);
});

test("plain ASCII is UTF-8, also as UTF-16", async () => {
  expect(await text(utf16le("GDP grew by 6.2% in 2030."))).toBe("GDP grew by 6.2% in 2030.");
  expect(await text(utf8("GDP 6.2%"))).toBe("GDP 6.2%");
});

test("form feeds begin pages", async () => {
  expect((await read(utf8("第一页\n\f第二页\n\f"), "a.txt")).pages).toEqual([0, 5]);
  expect((await read(utf8("没有页"), "a.txt")).pages).toBeNull();
});

test("a text with a stray control character is text", async () => {
  expect(await text(utf8("增长\x007%"))).toBe("增长\x007%");
});
