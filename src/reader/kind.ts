import { sniff } from "./encoding.ts";
import { refusal } from "./sentences.ts";

/** 文件种类: what a file is by its content. */
export type Kind = "text" | "html" | "docx" | "pdf" | "png" | "jpeg";

/** Everything about a kind that is not its reader. `extensions` are those that do not lie. */
export const KINDS: Record<Kind, { name: string; mediaType: string; extensions: string[] }> = {
  text: { name: "纯文本", mediaType: "text/plain", extensions: ["txt", "text", "md", "log", "asc"] },
  html: {
    name: "网页",
    mediaType: "text/html",
    extensions: ["html", "htm", "shtml", "xhtml", "xht", "jsp", "asp", "php"],
  },
  docx: {
    name: " DOCX 文档",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx", "docm", "dotx", "dotm"],
  },
  pdf: { name: " PDF", mediaType: "application/pdf", extensions: ["pdf"] },
  png: { name: " PNG 图片", mediaType: "image/png", extensions: ["png"] },
  jpeg: { name: " JPEG 图片", mediaType: "image/jpeg", extensions: ["jpg", "jpeg", "jpe", "jfif"] },
};

const AS_DOCX = [
  "用 Word 或 WPS 打开，另存为 DOCX 或 PDF",
  "Open it in Word or WPS and save it as DOCX or PDF",
] as const;
const AS_PDF = ["另存为 DOCX 或 PDF", "Save it as DOCX or PDF"] as const;
const AS_PICTURE = ["另存为 PNG、JPEG 或 PDF", "Save it as PNG, JPEG or PDF"] as const;
const UNPACK = ["解压，取出其中的文件", "Unpack it and give a file that is in it"] as const;

type Known = readonly [kind: string, english: string, cure: readonly [chinese: string, english: string]];

/** Formats that are known but not read: the bytes they begin with (Latin-1), what they are, what to do. */
const OTHERS: [magic: RegExp, known: Known][] = [
  [/^\{\\rtf/, [" RTF 文档", "an RTF document", AS_DOCX]],
  [/^GIF8/, [" GIF 图片", "a GIF picture", AS_PICTURE]],
  [/^BM.{4}\0\0\0\0/s, [" BMP 图片", "a BMP picture", AS_PICTURE]],
  [/^(II\*\0|MM\0\*)/, [" TIFF 图片", "a TIFF picture", AS_PICTURE]],
  [/^RIFF.{4}WEBP/s, [" WebP 图片", "a WebP picture", AS_PICTURE]],
  [/^.{4}ftyp(heic|heix|mif1|avif)/s, [" HEIC 图片", "a HEIC picture", AS_PICTURE]],
  [/^AT&TFORM/, [" DjVu 文件", "a DjVu file", AS_PDF]],
  [/^%!PS/, [" PostScript 文件", "a PostScript file", AS_PDF]],
  [/^(CAJ|HN\0|\xc8HN|KDH)/, [" CAJ 文件", "a CAJ file", AS_PDF]],
  [/^(\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ)/, ["压缩文件", "an archive", UNPACK]],
];

/** Containers of the same outside: what their inside names (Latin-1), what they are, what to do. */
const ZIPPED: [inside: RegExp, known: Known][] = [
  [/xl\/workbook/, [" Excel 工作簿", "an Excel workbook", AS_PDF]],
  [/ppt\/presentation/, ["演示文稿", "a presentation", AS_PDF]],
  [
    /OFD\.xml/,
    [" OFD 版式文件", "an OFD document", ["用 OFD 阅读器打开，转换为 PDF", "Convert it to PDF with an OFD viewer"]],
  ],
  [/opendocument\.text|content\.xml/, [" ODT 文档", "an ODT document", AS_DOCX]],
  [/application\/epub/, ["电子书", "an e-book", AS_PDF]],
];
const wide = (name: string) => new RegExp([...name].join("\0"));
const OLE: [inside: RegExp, known: Known][] = [
  [wide("WordDocument"), ["旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document", AS_DOCX]],
  [wide("Workbook"), ["旧版 Excel 表格（.xls、.et）", "an old Excel workbook", AS_PDF]],
  [wide("PowerPoint"), ["旧版演示文稿（.ppt、.dps）", "an old presentation", AS_PDF]],
  [/./s, ["旧版办公文档", "an old office document", AS_DOCX]],
];

const latin = new TextDecoder("latin1");
const unsupported = ([kind, english, [cure, englishCure]]: Known) =>
  refusal("reader/unsupported", { kind, english, cure, englishCure });
const pick = (table: [RegExp, Known][], content: string) => table.find(([inside]) => inside.test(content))?.[1];

/**
 * Finds out what a file is by its content, never by its name.
 * Throws `reader/unsupported`, `reader/encrypted` or `reader/binary` for what can't be read.
 */
export function kindOf(bytes: Uint8Array): Kind {
  const head = latin.decode(bytes.subarray(0, 1024));
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return zipKind(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw oleRefusal(bytes);
  if (head.startsWith("\x89PNG\r\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.includes("%PDF-")) return "pdf";
  const other = pick(OTHERS, head);
  if (other) throw unsupported(other);
  return markupKind(sniff(bytes));
}

/** A zip file names its entries at its end, in the central directory; a truncated one only in front of each entry. */
function zipKind(bytes: Uint8Array): Kind {
  const names = latin.decode(bytes.subarray(0, 4096)) + latin.decode(bytes.subarray(-65536));
  if (/word\/|document\.xml/.test(names)) return "docx";
  const other = pick(ZIPPED, names);
  if (other) throw unsupported(other);
  if (/\[Content_Types\]\.xml/.test(names)) return "docx";
  throw unsupported(["压缩文件", "an archive", UNPACK]);
}

/** 复合文档: the container of .doc, .xls, .wps, and of a DOCX that has a password. Its directory names the streams. */
function oleRefusal(bytes: Uint8Array) {
  const content = latin.decode(bytes.subarray(0, 2 ** 20)) + latin.decode(bytes.subarray(-(2 ** 18)));
  if (wide("EncryptedPackage").test(content)) return refusal("reader/encrypted");
  return unsupported(pick(OLE, content)!);
}

/** Text or a web page: `head` are the first characters of the decoded file. */
function markupKind(head: string): Kind {
  const start = head.trimStart().replace(/^(<\?xml[^>]*>|<!--.*?-->|\s)+/s, "");
  if (/<w:wordDocument|<pkg:package/.test(head)) throw unsupported([" Word XML 文档", "a Word XML document", AS_DOCX]);
  if (/^MIME-Version:|^From: <Saved by|^Content-Type: multipart/im.test(head.slice(0, 500)))
    throw unsupported(["单个文件网页（MHT）", "a web archive (MHT)", ["另存为 HTML 或 PDF", "Save it as HTML or PDF"]]);
  const opens =
    /^<(!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|main|h[1-6]|[uo]l|br|span|font|center|style|script|link)\b/i;
  return opens.test(start) ? "html" : "text";
}

/** What the extension promises, null where it promises nothing (no extension, an unknown one). */
export function promisedKind(name: string): Kind | null {
  const extension = extensionOf(name);
  const found = Object.entries(KINDS).find(([, { extensions }]) => extensions.includes(extension));
  return (found?.[0] as Kind | undefined) ?? null;
}

/** Extensions of other programs' formats: a file of such a name whose content can be read is told, too. */
const OTHER_EXTENSIONS = /^(doc|dot|wps|wpt|xlsx?|et|pptx?|dps|rtf|odt|ofd|zip|rar|7z|gif|bmp|tiff?|webp|mht|mhtml)$/;

/** True where the name promises another kind of file than `kind`. */
export function lies(name: string, kind: Kind): boolean {
  const promised = promisedKind(name);
  return promised ? promised !== kind : OTHER_EXTENSIONS.test(extensionOf(name));
}

/** "报告.TXT" → "txt" */
export const extensionOf = (name: string) => /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
