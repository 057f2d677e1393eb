/**
 * Text that a spreadsheet will show and never run: what begins like a formula (also full-width, also after blanks)
 * gets an apostrophe before it. A number is no text and does not come here.
 *
 *     guarded("=HYPERLINK(…)") // => "'=HYPERLINK(…)"
 */
export const guarded = (text: string): string =>
  /^[\s\uFEFF\u200B]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;

/** Text that may stand in XML 1.0: control characters and halves of surrogate pairs taken out. */
export const xmlText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .replace(/_x([0-9A-Fa-f]{4})_/g, "_x005F_x$1_");
