import type { Range } from "#base/report";

/** What lies over a stretch of the text: a finding or a run-in heading, known by number. */
export type Mark = { number: number; kind: string; span: Range };

/** A piece of text over which the same marks lie from end to end. Innermost mark first. */
export type Segment = { span: Range; marks: Mark[] };

/**
 * Cuts [start, end) wherever a mark begins or ends, so that marks may nest, overlap and coincide.
 * Marks must be sorted by where they begin; those that end before `start` or begin after `end` play no part.
 *
 *     segments([0, 9], [{ span: [2, 8], … }, { span: [4, 6], … }]) // => [0,2) [2,4) [4,6) [6,8) [8,9)
 */
export function segments([start, end]: Range, marks: Mark[]): Segment[] {
  const cuts = new Set([start, end]);
  for (const { span } of marks) for (const edge of span) if (edge > start && edge < end) cuts.add(edge);
  const edges = [...cuts].sort((a, b) => a - b);
  const found: Segment[] = [];
  let next = 0;
  let open: Mark[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const at = edges[i]!;
    while (next < marks.length && marks[next]!.span[0] <= at) open.push(marks[next++]!);
    open = open.filter(({ span }) => span[1] > at);
    found.push({ span: [at, edges[i + 1]!], marks: [...open].sort(inwards) });
  }
  return found;
}

const size = ({ span }: Mark) => span[1] - span[0];

const inwards = (a: Mark, b: Mark) => size(a) - size(b) || a.number - b.number;
