import fc from "fast-check";
import { expect, test } from "vitest";
import { type Mark, segments } from "./segments.ts";

const mark = (number: number, start: number, end: number): Mark => ({ number, kind: "tasks", span: [start, end] });

test("nested marks cut the text at their edges, the innermost first", () => {
  const found = segments([0, 9], [mark(0, 2, 8), mark(1, 4, 6)]);
  expect(found.map(({ span, marks }) => [...span, ...marks.map(({ number }) => number)])).toEqual([
    [0, 2],
    [2, 4, 0],
    [4, 6, 1, 0],
    [6, 8, 0],
    [8, 9],
  ]);
});

test("a mark that reaches over a paragraph marks what lies in it", () => {
  const found = segments([10, 20], [mark(0, 5, 12), mark(1, 18, 30)]);
  expect(found.map(({ span, marks }) => [...span, marks.length])).toEqual([
    [10, 12, 1],
    [12, 18, 0],
    [18, 20, 1],
  ]);
});

test("whatever the marks, the pieces are the text, and each piece has exactly the marks that cover it", () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 12 });
  fc.assert(
    fc.property(spans, (pairs) => {
      const marks = pairs
        .map(([a, b], i) => mark(i, Math.min(a, b), Math.max(a, b)))
        .sort((x, y) => x.span[0] - y.span[0]);
      const found = segments([5, 35], marks);
      expect(found[0]!.span[0]).toBe(5);
      expect(found.at(-1)!.span[1]).toBe(35);
      for (const [i, { span, marks: over }] of found.entries()) {
        if (i > 0) expect(span[0]).toBe(found[i - 1]!.span[1]);
        const covering = marks.filter((one) => one.span[0] <= span[0] && one.span[1] >= span[1]);
        expect(new Set(over)).toEqual(new Set(covering));
      }
    }),
    { seed: 20240118 },
  );
});
