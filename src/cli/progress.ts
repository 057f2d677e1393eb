import { cut } from "./width.ts";

/** 进度: one line that is drawn again and again on a terminal; nothing at all in a pipe. */
export type Progress = {
  /** Draws the line with so many of all done. */
  show(done: number, total: number, what: string): void;
  /** Wipes the line, so that what is printed next stands alone. */
  clear(): void;
};

const SILENT: Progress = { show: () => {}, clear: () => {} };
const CELLS = 24;

/** `█████░░░░░  532/1200  44%  博野县2021.txt` */
export function bar(done: number, total: number, what: string): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.floor(share * CELLS);
  const drawn = "█".repeat(full) + "░".repeat(CELLS - full);
  return `${drawn}  ${done}/${total}  ${Math.floor(share * 100)}%  ${what}`;
}

/** A progress line on this stream: real where it is a terminal, silent where it is not. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return SILENT;
  let drawnAt = 0;
  return {
    show(done, total, what) {
      const now = performance.now();
      if (done > 0 && done < total && now - drawnAt < 50) return;
      drawnAt = now;
      stream.write(`\r\u001b[2K${cut(bar(done, total, what), (stream.columns || 80) - 1)}`);
    },
    clear: () => void stream.write("\r\u001b[2K"),
  };
}
