import { parentPort } from "node:worker_threads";
import { asRefusal } from "../compile-file.ts";
import { keepFile } from "./keep.ts";
import type { Answer, Job } from "./protocol.ts";

/** One thread of `luoshi corpus`: a file in, what became of it out. A bad file is an answer, not an error. */
parentPort?.on("message", async (job: Job) => {
  parentPort?.postMessage(await keepFile(job).catch(refused));
});

function refused(error: unknown): Answer {
  const { code, message, english } = asRefusal(error);
  return { status: "refused", code, chinese: message, english };
}
