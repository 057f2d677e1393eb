import { expect, test } from "vitest";
import { csvRow } from "./csv.ts";

test("a comparator stays a comparator; text that would run as a formula does not", () => {
  expect(csvRow(["=", ">=", "<", 6.5, null])).toBe("=,>=,<,6.5,\r\n");
  expect(csvRow(["=1+1", "a,b", '"', "末尾 "])).toBe(`'=1+1,"a,b","""",末尾 \r\n`);
});
