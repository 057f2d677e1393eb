const OPENING = /[[［〔【(（]$/;
const NUMBER = /^\s*(\d{1,3})\s*$/;

/**
 * 注释号: how a raised number is written in running text: `[3]`, as reports on the web have it. What stands in brackets
 * or a circle already, and an exponent behind a letter or a digit (m², 10⁴), stays as it is.
 *
 *     noteMark("3", "“六稳”") // => "[3]"
 *     noteMark("2", "km")     // => "2"
 */
export function noteMark(raised: string, before: string): string {
  const number = NUMBER.exec(raised)?.[1];
  if (!number || number === "0" || OPENING.test(before) || /[A-Za-z0-9.)）\]］〕】]$/.test(before)) return raised;
  return `[${number}]`;
}
