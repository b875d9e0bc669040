import { Worker } from 'node:worker_threads';
import type { Examinee, Examined } from './examination.ts';

/** Milliseconds that a file may take; no honest one of 50 MB comes near. */
const LONGEST = 60_000;
/** Megabytes of heap that one may take. */
const LARGEST_HEAP = 1024;
const AT_ONCE = 2;

/**
 * Looks into a file and cleans it, in a thread of its own: large ones keep a processor busy for seconds, and one that was made
 * to hang or to fill the memory ends with its thread. The others wait.
 */
export async function examineFile(examinee: Examinee): Promise<Examined> {
  await turn();
  try {
    return await inThread(examinee);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

function turn(): Promise<void> {
  if (running >= AT_ONCE) return new Promise((resolve) => waiting.push(resolve));
  running += 1;
  return Promise.resolve();
}

async function inThread(examinee: Examinee): Promise<Examined> {
  const worker = new Worker(new URL('./examination.ts', import.meta.url), { workerData: examinee, resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP } });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Examined>((resolve, reject) => {
      const tooMuch = () => resolve({ type: 'refused', pointer: '/body', code: 'file-too-much', values: {} });
      timer = setTimeout(tooMuch, LONGEST);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { readonly code?: string }) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
