import { expect, test } from "vitest";
import { bar, progressOn } from "./progress.ts";
import { table } from "./table.ts";
import { cut, displayWidth, pad } from "./width.ts";

test("汉字 and full-width signs take two columns, letters one, combining marks none", () => {
  expect(displayWidth("地区生产总值")).toBe(12);
  expect(displayWidth("GDP增长6％")).toBe(10);
  expect(displayWidth("é")).toBe(1);
  expect(displayWidth("𬭚")).toBe(2);
  expect(displayWidth("")).toBe(0);
});

test("a text is filled up or cut to columns, never through the middle of a 汉字", () => {
  expect(pad("汉字", 6)).toBe("汉字  ");
  expect(pad("7%", 5, true)).toBe("   7%");
  expect(cut("政府工作报告", 6)).toBe("政府…");
  expect(cut("短", 6)).toBe("短");
});

test("columns of a table stand under one another", () => {
  const drawn = table(
    [{ title: "指标" }, { title: "目标", right: true }],
    [
      ["GDP", "6%"],
      ["粮食产量", "38.2万吨"],
    ],
  );
  expect(drawn).toBe("指标          目标\n────────  ────────\nGDP             6%\n粮食产量  38.2万吨");
});

test("progress is drawn on a terminal and nowhere else", () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, isTTY, columns: 60, write: (text: string) => written.push(text) > 0 };
  };
  const [terminal, pipe] = [stream(true), stream(false)];
  for (const one of [terminal, pipe]) {
    const progress = progressOn(one as unknown as NodeJS.WriteStream);
    progress.show(3, 4, "一份名字很长很长很长很长很长很长很长很长很长的报告.txt");
    progress.clear();
  }
  expect(pipe.written).toEqual([]);
  expect(terminal.written[0]).toContain("3/4  75%");
  expect(displayWidth(terminal.written[0]!.replace("\r\u001b[2K", ""))).toBeLessThanOrEqual(59);
  expect(terminal.written.at(-1)).toBe("\r\u001b[2K");
  expect(bar(0, 0, "")).toContain("100%");
});
