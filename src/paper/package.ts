import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first day a zip file can name; written instead of the clock, so that the same report gives the same bytes. */
const NO_DAY = "1980-01-01T00:00:00";

const STYLES = "xl/styles.xml";

/**
 * Goes once more over the file that exceljs wrote. Merges the given ranges (`B3:B9`) of each sheet, in the order of
 * the sheets, and leaves the covered cells their values: Excel's filter then finds every row of a merged category and not
 * its first alone, which exceljs' own merge, emptying them, would make it do. Also names 宋体 as the workbook's own font.
 */
export function settled(file: Uint8Array, merged: string[][]): Uint8Array {
  const parts = unzipSync(file);
  merged.forEach((ranges, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    parts[name] = strToU8(withMerges(strFromU8(parts[name]!), ranges));
  });
  parts[STYLES] = strToU8(inSong(strFromU8(parts[STYLES]!)));
  return zipSync(parts, { mtime: NO_DAY, level: 6 });
}

/** Every sheet has a merged title, so there is a list of merges to add to. */
function withMerges(xml: string, ranges: string[]): string {
  const added = ranges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return xml.replace(
    /<mergeCells count="(\d+)">(.*?)<\/mergeCells>/s,
    (_, count: string, had: string) =>
      `<mergeCells count="${Number(count) + ranges.length}">${had}${added}</mergeCells>`,
  );
}

/**
 * The first font is the one whose digits the widths of columns are counted in. exceljs always says Calibri, which
 * Chinese systems may lack; with 宋体 a column is as wide everywhere.
 */
const inSong = (xml: string): string =>
  xml.replace(
    /<font>.*?<\/font>/s,
    '<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  );
