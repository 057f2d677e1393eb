import { Worker } from "node:worker_threads";

/** What became of one job: an answer, or the thread was lost on it. */
export type Ended<Answer> = { answer: Answer } | { lost: "hung" | "died"; why: string };

export type PoolOptions<Job, Answer> = {
  /** The worker's script: it answers every message that it gets with one message. */
  script: URL;
  /** How many threads. */
  threads: number;
  /** A job that takes longer is given up, and its thread replaced. */
  timeoutMs: number;
  /** A thread that needs more memory than this dies with its job, not with the program. */
  memoryMb: number;
  jobs: Job[];
  onEnd: (job: Job, ended: Ended<Answer>) => void;
};

/** Does all jobs on several threads, one job a thread at a time; a thread that dies or hangs is replaced by a fresh one. */
export async function runPool<Job, Answer>(options: PoolOptions<Job, Answer>): Promise<void> {
  const waiting = [...options.jobs].reverse();
  const threads = Math.min(options.threads, waiting.length);
  await Promise.all(Array.from({ length: threads }, () => serve(waiting, options)));
}

/** One place in the pool: takes jobs until none is left, on one thread as long as that thread lives. */
async function serve<Job, Answer>(waiting: Job[], options: PoolOptions<Job, Answer>): Promise<void> {
  let worker: Worker | null = null;
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    worker ??= start(options);
    const ended: Ended<Answer> = await answerOf(worker, job, options.timeoutMs);
    if ("lost" in ended) {
      await worker.terminate();
      worker = null;
    }
    options.onEnd(job, ended);
  }
  await worker?.terminate();
}

function start({ script, memoryMb }: { script: URL; memoryMb: number }): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  // A thread that is ended may still report an error; unheard it would end the program.
  return worker.on("error", () => {});
}

function answerOf<Job, Answer>(worker: Worker, job: Job, timeoutMs: number): Promise<Ended<Answer>> {
  return new Promise((resolve) => {
    const settle = (ended: Ended<Answer>) => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", left);
      resolve(ended);
    };
    const answered = (answer: Answer) => settle({ answer });
    const failed = (error: Error) => settle({ lost: "died", why: error.message });
    const left = (code: number) => settle({ lost: "died", why: `exit ${code}` });
    const timer = setTimeout(() => settle({ lost: "hung", why: `${timeoutMs / 1000} s` }), timeoutMs);
    worker.on("message", answered).on("error", failed).on("exit", left);
    worker.postMessage(job);
  });
}
