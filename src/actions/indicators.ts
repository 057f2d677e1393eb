import { Refusal } from "#base/refusal";
import { indicatorOf, indicators } from "#compiler/indicator";

/** 主要指标: what the table of targets and results has rows for, in the order of the catalogue. */
export const HEADLINES: { id: string; name: string }[] = indicators
  .filter(({ headline }) => headline)
  .map(({ id, names }) => ({ id, name: names[0]! }));

/** The headline indicator that a person asks for by its id or one of its names. Throws `Refusal` where there is none. */
export function indicatorIn(asked: string): string {
  const id = indicatorOf(asked) ?? asked;
  if (HEADLINES.some((headline) => headline.id === id)) return id;
  throw new Refusal(
    "usage/indicator",
    `没有主要指标“${asked}”。可用：${HEADLINES.map(({ name }) => name).join("、")}。`,
    `There is no headline indicator ${asked}. Known: ${HEADLINES.map((headline) => headline.id).join(", ")}.`,
  );
}
