import { pathToFileURL } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import { libraryFile, libraryFolder, loadPdfLibrary } from "./pdf-library.ts";
import { refusal } from "./sentences.ts";

/** An open PDF. */
export type Pdf = {
  document: PDFDocumentProxy;
  /** Waits for a piece of work, but not if the parser has died or the work takes longer than a minute: then it refuses. */
  wait: <T>(work: Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** No picture above this is decoded, in pixels: an A3 scan at 600 dpi. */
const LARGEST_PICTURE = 7016 * 9933;
/** What one step (opening, one page) may take, in milliseconds, and the memory of the parser, in megabytes. */
const [LONGEST, MEMORY] = [60_000, 1024];

/**
 * The parser runs in a thread of its own. On damaged files the library rejects promises that nobody waits for, which would
 * end the process; and a file made to take for ever, or all memory, is stopped with its thread.
 */
const THREAD = `
  const { workerData } = require("node:worker_threads");
  process.on("unhandledRejection", () => {});
  import(workerData.library).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port));
`;

/**
 * Opens a PDF; `close` must be called. Scripts in it are never run and nothing is fetched.
 * Throws `reader/encrypted` where it asks for a password, `reader/damaged` where it can't be opened.
 */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument, PDFWorker } = await loadPdfLibrary();
  const thread = startThread();
  const worker = new PDFWorker({ port: thread.port as never });
  const task = getDocument({
    worker: worker as PDFWorker,
    // A copy: the library takes the buffer away from whoever lent it.
    data: new Uint8Array(bytes),
    cMapUrl: libraryFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: libraryFolder("standard_fonts"),
    wasmUrl: libraryFolder("wasm"),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE,
    verbosity: 0,
  });
  const close = async () => {
    worker.destroy();
    await thread.end();
  };
  try {
    return { document: await thread.wait(task.promise), wait: thread.wait, close };
  } catch (error) {
    await close();
    throw (error as Error).name === "PasswordException" ? refusal("reader/encrypted") : damaged("结构无法解析");
  }
}

function startThread() {
  const { port1, port2 } = new MessageChannel();
  const library = pathToFileURL(libraryFile("legacy", "build", "pdf.worker.mjs")).href;
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { library, port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    stderr: true,
  });
  const death = new Promise<never>((_, reject) => {
    thread.on("error", () => reject(damaged("解析中断")));
    thread.on("exit", () => reject(damaged("解析中断")));
  });
  death.catch(() => {});
  return {
    port: port1,
    wait: <T>(work: Promise<T>) => soon(Promise.race([work, death])),
    end: async () => {
      port1.close();
      await thread.terminate();
    },
  };
}

/** Refuses where the work takes too long. */
async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(damaged("读取超时")), LONGEST);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const damaged = (reason: string) => refusal("reader/damaged", { kind: " PDF ", reason });
