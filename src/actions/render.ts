import type { CompiledReport } from "#base/report";

/** 输出格式: what a compiled report can be written as. */
export const FORMATS = ["json", "xlsx", "csv", "html", "lines"] as const;
export type Format = (typeof FORMATS)[number];

/** What a file of each format is named after its report: `报告.docx` → `报告-任务分解表.xlsx`. */
export const ENDINGS: Record<Format, string> = {
  json: ".json",
  xlsx: "-任务分解表.xlsx",
  csv: "-任务分解表.csv",
  html: "-阅读页.html",
  lines: "-要点.txt",
};

/** Formats that are for a program or an eye at a terminal; the others are files to be opened. */
export const isStream = (format: Format): boolean => format !== "xlsx" && format !== "html";

/** The format that a file name asks for, null where it asks for none. */
export function formatOf(path: string): Format | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === "txt") return "lines";
  if (ending === "htm") return "html";
  return FORMATS.find((format) => format === ending) ?? null;
}

/** 输出: the whole file in one of the formats. Each format's library is loaded when it is first asked for. */
export async function render(report: CompiledReport, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case "json":
      return json(report);
    case "lines":
      return (await import("#paper/lines")).lines(report);
    case "csv":
      return (await import("#paper/csv")).csv(report);
    case "html":
      return (await import("#paper/page")).readingPage(report);
    case "xlsx":
      return (await import("#paper/excel")).workbook(report);
  }
}

/** The report as JSON with one finding a line, so that it can be searched and compared with tools that know lines. */
function json(report: CompiledReport): string {
  const parts = Object.entries(report).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}: [\n  ${value.map((one) => JSON.stringify(one)).join(",\n  ")}\n ]`;
  });
  return `{\n ${parts.join(",\n ")}\n}\n`;
}
