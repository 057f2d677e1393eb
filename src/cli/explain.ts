import { type Command, Option } from "commander";
import { open } from "#actions/compile-file";
import type { SourceDocument } from "#base/document";
import { Refusal } from "#base/refusal";
import { notNegative } from "./options.ts";
import { note, usage } from "./tell.ts";

type Options = { at?: number; find?: string };

/** `luoshi explain FILE --at OFFSET` */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("说明一处是怎么读的 how a place was read")
    .description("一步一步说明报告某一处是怎么读出来的\nExplains step by step how one place of a report was read.")
    .argument("<文件>", "报告；- 为标准输入 the report; - is standard input")
    .addOption(
      new Option("-a, --at <字位>", "从 0 数起的字位，按源文 offset in the source text").argParser(notNegative),
    )
    .addOption(new Option("-t, --find <文字>", "这段文字第一次出现处 where these words first stand").conflicts("at"))
    .action(async (file: string, options: Options) => {
      const { explainAt } = await import("#actions/explain");
      if (options.at === undefined && options.find === undefined)
        throw usage("请用 --at 给出字位，或用 --find 给出文字。", "Give an offset with --at, or words with --find.");
      const document = await open(file);
      const { find, at = await placeOf(document, find!) } = options;
      const { steps } = explainAt(document, at, find?.length);
      process.stdout.write(steps.map(({ title, text }, i) => `${i + 1}. ${title}\n${indented(text)}\n`).join("\n"));
    });
}

const indented = (text: string): string => text.replace(/^/gm, "   ");

async function placeOf(document: SourceDocument, words: string): Promise<number> {
  const { placesOf } = await import("#actions/explain");
  const [first, ...others] = placesOf(document.text, words);
  if (first === undefined)
    throw new Refusal(
      "explain/not-found",
      `报告里没有“${words}”。请换短一些的原文文字。`,
      `The report does not have these words. Try fewer of them.`,
    );
  if (others.length > 0) note(`共 ${others.length + 1} 处，这是第 1 处；其余用 --at：${others.slice(0, 8).join("、")}`);
  return first;
}
