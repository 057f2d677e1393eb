import { Command, type Option } from "commander";
import { version } from "#actions/program";
import { addCompile } from "./compile.ts";
import { addCorpus } from "./corpus.ts";
import { addExplain } from "./explain.ts";
import { addStart } from "./start.ts";
import { addTargets } from "./targets.ts";
import { OK, tellEnd } from "./tell.ts";
import { displayWidth } from "./width.ts";

const TITLES: Record<string, string> = {
  "Usage:": "用法 Usage:",
  "Arguments:": "参数 Arguments:",
  "Options:": "选项 Options:",
  "Commands:": "命令 Commands:",
};

function luoshi(): Command {
  const program = new Command("luoshi")
    .description("落实：把政府工作报告逐字读成一本可核对的账\nReads a Chinese government work report to the character.")
    .version(version(), "-V, --version", "版本号 show the version")
    .helpOption("-h, --help", "帮助 show this help")
    .helpCommand("help [命令]", "某个命令的帮助 help on a command")
    .configureHelp({ displayWidth, styleTitle: (title) => TITLES[title] ?? title, optionDescription })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const add of [addCompile, addExplain, addTargets, addCorpus, addStart]) add(program);
  return program.addHelpText(
    "after",
    "\n例 Examples:\n  luoshi compile 报告.docx --format xlsx      任务分解表\n  luoshi compile 报告.pdf --format lines | less\n  luoshi targets 各县报告/                    目标与结果",
  );
}

/** The choices stand in the description already, each with what it is for. */
const optionDescription = ({ description, defaultValue }: Option): string =>
  defaultValue === undefined ? description : `${description}（默认 default ${defaultValue}）`;

/** `luoshi … | head`: the reader has seen enough, that is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(OK);
});

try {
  await luoshi().parseAsync();
} catch (error) {
  process.exitCode = tellEnd(error);
}
