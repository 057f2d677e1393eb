import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { refuseExisting, stemOf } from "#actions/output";
import { ENDINGS, type Format, isStream } from "#actions/render";
import { Refusal } from "#base/refusal";

/** Where one report's output goes: standard output, or a file; `named` where the user gave the file's very name. */
export type Destination = { path: string; named: boolean } | null;

type Wanted = { format: Format; out?: string | undefined; force?: boolean | undefined };

/**
 * 写到哪里, for each input in order; null is standard output. A file that the user named is replaced, as every compiler
 * does; a name that the program makes up never replaces anything without --force, because somebody may work in that file.
 */
export function destinations(inputs: string[], { format, out }: Wanted): Destination[] {
  if (out === "-" || (out === undefined && isStream(format))) return inputs.map(() => null);
  if (out !== undefined && inputs.length === 1 && !isFolder(out)) return [{ path: out, named: true }];
  const taken = new Map<string, number>();
  return inputs.map((input) => {
    const stem = input === "-" ? "报告" : stemOf(input);
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return { path: join(out ?? ".", stem + (times > 1 ? `-${times}` : "") + ENDINGS[format]), named: false };
  });
}

const isFolder = (path: string): boolean => /[\\/]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());

/** Refuses what would destroy a file: the report itself, or a file that stands under a name made up by the program. */
export function guard(input: string, destination: Destination, force = false): void {
  if (destination === null) return;
  const { path, named } = destination;
  if (input !== "-" && existsSync(path) && existsSync(input) && realpathSync(path) === realpathSync(input))
    throw new Refusal(
      "output/is-input",
      `输出与报告是同一个文件“${basename(path)}”，没有动它。请用 -o 换个名字。`,
      `The output would replace the report ${basename(path)} itself. Name another with -o.`,
    );
  if (!named && !force) refuseExisting(path);
}
