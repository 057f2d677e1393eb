import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fixture } from "./fixture.ts";
import { lines } from "./lines.ts";

const golden = new URL("./fixture.lines.txt", import.meta.url);

test("every finding is a line that an official can check", () => {
  const now = lines(fixture());
  if (process.env.UPDATE) writeFileSync(golden, now);
  expect(now).toBe(readFileSync(golden, "utf8"));
});

test("the order in which findings come does not show", () => {
  const report = fixture();
  const turned = { ...report, measures: report.measures.toReversed(), tasks: report.tasks.toReversed() };
  expect(lines(turned)).toBe(lines(report));
});

test("a line end inside a finding does not break the line", () => {
  const report = fixture();
  const broken = { ...report, promises: [{ ...report.promises[0]!, text: "改造\n老旧小区" }] };
  expect(lines(broken)).toContain("实事 1  改造 老旧小区  〔二、（四）〕\n");
});
