import { Refusal } from "#base/refusal";
import type { Diagnostic, Range } from "#base/report";

/** Why a file can't be read and what to do then: the Chinese sentence, the English one. `{name}` is filled in. */
const REFUSALS = {
  "reader/empty": ["文件是空的。请确认导出或下载完整后重试。", "The file is empty. Export or download it again."],
  "reader/no-text": [
    "文件里没有文字。请确认选对了文件。",
    "There is no text in the file. Check that it is the right one.",
  ],
  "reader/too-large": [
    "文件有{size}，超过上限{limit}。请去掉图片或拆分后重试。",
    "The file has {size}, more than {limit}. Remove pictures or split it.",
  ],
  "reader/not-found": ["找不到文件“{name}”。请检查路径。", "There is no file “{name}”. Check the path."],
  "reader/not-a-file": ["“{name}”不是文件。请给出文件的路径。", "“{name}” is not a file. Give the path of a file."],
  "reader/unreadable": [
    "打不开文件“{name}”（{reason}）。请检查权限。",
    "“{name}” can't be opened ({reason}). Check the permissions.",
  ],
  "reader/binary": [
    "文件内容不是文字，也不是本程序认识的格式。请给出 TXT、HTML、DOCX、PDF 或图片。",
    "The content is neither text nor a format that is known here. Give a TXT, HTML, DOCX, PDF or picture.",
  ],
  "reader/unsupported": [
    "这是{kind}，不能直接读取。请{cure}后重试。",
    "This is {english}, which can't be read as it is. {englishCure}.",
  ],
  "reader/encrypted": [
    "文件设有打开密码。请打开后去掉密码、另存一份再试。",
    "The file asks for a password. Open it, remove the password and save a copy.",
  ],
  "reader/damaged": [
    "{kind}文件已损坏或不完整（{reason}）。请重新下载，或用办公软件打开后另存一份。",
    "The {kind} file is damaged or incomplete ({reason}). Fetch it again, or open it and save a copy.",
  ],
  "reader/zip-bomb": [
    "文件解压后过大，疑似压缩炸弹，已停止读取。请用办公软件打开后另存一份。",
    "The file unpacks to an unreasonable size and was not read further. Open it and save a copy.",
  ],
  "reader/too-deep": [
    "文件结构嵌套过深，已停止读取。请打开后复制正文，另存为 TXT。",
    "The file is nested too deeply and was not read further. Copy the text and save it as TXT.",
  ],
  "reader/no-text-layer": [
    "这是扫描件，没有文字层。请打开文字识别（OCR），或换用带文字的 PDF、DOCX。",
    "This is a scan without a text layer. Switch OCR on, or give a PDF with text or a DOCX.",
  ],
  "reader/ocr-missing": [
    "这是扫描件，文字识别组件没有安装。请运行 npm install tesseract.js @tesseract.js-data/chi_sim @napi-rs/canvas 后重试。",
    "This is a scan and OCR is not installed. Run npm install tesseract.js @tesseract.js-data/chi_sim @napi-rs/canvas.",
  ],
  "reader/ocr-failed": [
    "图片无法识别（{reason}）。请换一份清晰、完整的扫描件，或给出带文字的文件。",
    "The picture can't be recognised ({reason}). Give a clear, complete scan or a file with text.",
  ],
} satisfies Record<string, [chinese: string, english: string]>;

/** What a reader noticed while it read on. */
const NOTICES = {
  "reader/extension": ["warning", "文件名是“{extension}”，内容却是{kind}，已按{kind}读取。"],
  "reader/encoding": ["info", "文字编码按{encoding}读取。"],
  "reader/replaced": ["warning", "有{count}处字符已损坏或无法解码（显示为“�”），请核对原文。"],
  "reader/tracked-changes": ["warning", "文档带有修订痕迹：已按接受全部修订读取。"],
  "reader/hidden-text": ["info", "文档里有隐藏文字，没有读取。"],
  "reader/external-reference": ["warning", "文档引用了{count}处外部内容，没有读取，也没有访问。"],
  "reader/embedded-document": ["warning", "文档里嵌入了其他文件，没有读取。"],
  "reader/no-article": ["info", "没有找出网页的正文区域，已读取整页文字。"],
  "reader/script-only": ["warning", "网页正文可能由脚本生成，读到的文字很少。请在浏览器中打开后另存为 PDF。"],
  "reader/two-columns": ["info", "第{pages}页按分栏读取，请核对次序。"],
  "reader/page-unreadable": ["error", "第{pages}页损坏，没有读出文字。"],
  "reader/page-without-text": ["warning", "第{pages}页没有文字层（可能是扫描页），没有读取。"],
  "reader/rotated-text": ["info", "第{pages}页有斜排文字（多为水印），没有读取。"],
  "reader/odd-glyphs": ["warning", "有{count}个字的字形没有对应文字，请核对原文，或改用 DOCX。"],
  "reader/ocr": ["warning", "文字由图片识别得到，可能有误，数字和标点须逐一核对后再用。"],
  "reader/ocr-poor": ["warning", "第{pages}页识别把握较低，请重点核对。"],
} satisfies Record<string, [severity: Diagnostic["severity"], message: string]>;

type Facts = Record<string, string | number>;
const fill = (sentence: string, facts: Facts) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** 拒绝读取: makes the refusal from the table; the caller throws it. */
export function refusal(code: keyof typeof REFUSALS, facts: Facts = {}): Refusal {
  const [chinese, english] = REFUSALS[code];
  return new Refusal(code, fill(chinese, facts), fill(english, facts));
}

/** 提示: a diagnostic of the reader. `source` is a range of the decoded text, null where the whole file is meant. */
export function notice(code: keyof typeof NOTICES, facts: Facts = {}, source: Range | null = null): Diagnostic {
  const [severity, message] = NOTICES[code];
  return { code, message: fill(message, facts), source, severity };
}

/** [1, 2, 3, 7] → "1–3、7", for a notice that names pages. */
export function pageList(pages: number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join("、");
}
