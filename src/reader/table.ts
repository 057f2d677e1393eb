/** Words in a cell beyond which a table is no table but a page laid out with one 版式表格. */
const PROSE = 200;

/**
 * 表格行: one row as text, cells separated by tabs, or — where the row only lays out prose — its paragraphs one under another.
 * A cell holds its paragraphs separated by line feeds; a covered cell of a merged one is "".
 *
 *     tableRow(["序号", "任务\n内容"]) // => "序号\t任务 内容"
 */
export function tableRow(cells: string[]): string {
  const filled = cells.filter((cell) => cell.trim());
  if (filled.length <= 1 || filled.some(isProse)) return filled.join("\n");
  return cells
    .map((cell) => cell.trim().replace(/\s*[\n\t\f]\s*/g, " "))
    .join("\t")
    .trimEnd();
}

const isProse = (cell: string) => cell.length > PROSE && (cell.match(/\n/g)?.length ?? 0) >= 2;
