import { readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { Refusal } from "#base/refusal";

/** One file of a corpus: where it lies, and its path below the folder with / on every system. */
export type CorpusFile = { path: string; file: string };

const DOCUMENTS = /\.(txt|text|html?|shtml|docx|pdf)$/i;
const PICTURES = /\.(png|jpe?g)$/i;

/**
 * 语料: the reports below a folder, by name; pictures only where they are to be recognised.
 * Hidden files, links to folders and the output folder are passed over.
 */
export async function filesOf(
  folder: string,
  { pictures, except }: { pictures: boolean; except?: string | undefined },
) {
  const found: CorpusFile[] = [];
  const outside = except === undefined ? null : resolve(except);
  await walk(
    folder,
    (path) => {
      if (!DOCUMENTS.test(path) && !(pictures && PICTURES.test(path))) return;
      found.push({ path, file: relative(folder, path).split(sep).join("/") });
    },
    outside,
  );
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function walk(folder: string, take: (path: string) => void, except: string | null): Promise<void> {
  if (resolve(folder) === except) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw cannotList(folder, error);
  });
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, take, except);
    else take(path);
  }
}

function cannotList(folder: string, error: NodeJS.ErrnoException): Refusal {
  const [chinese, english] = {
    ENOENT: ["没有这个文件夹", "there is no such folder"],
    ENOTDIR: ["它不是文件夹", "it is not a folder"],
    EACCES: ["没有读取权限", "it may not be read"],
  }[error.code ?? ""] ?? [`系统报告 ${error.code}`, `the system says ${error.code}`];
  return new Refusal(
    "corpus/cannot-list",
    `“${folder}”打不开：${chinese}。请给出报告所在的文件夹。`,
    `Cannot open ${folder}: ${english}. Name the folder that holds the reports.`,
  );
}
