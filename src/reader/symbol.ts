/** Characters of Word's Symbol and Wingdings fonts that mean something; they have private code points U+F020–F0FF. */
const SYMBOLS: Record<string, string> = {
  a3: "≤",
  b3: "≥",
  b1: "±",
  b4: "×",
  b8: "÷",
  b9: "≠",
  bb: "≈",
  a5: "∞",
  b0: "°",
  a2: "′",
  b2: "″",
  ae: "→",
  ac: "←",
  b7: "•",
  d8: "➢",
  "6c": "●",
  "6e": "■",
  a8: "□",
  fc: "✓",
};

/** 符号: `symbol("F0B3")` → ≥; what is not known comes as �, so that it is seen. */
export function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(value) || value > 0xffff) return "\ufffd";
  if (value < 0xf000 || value > 0xf0ff) return String.fromCharCode(value);
  return SYMBOLS[(value & 0xff).toString(16)] ?? "\ufffd";
}
