import type { HandwritingAnswers } from '../handwriting/handwriting.worker.ts';
import type { PinyinAnswers } from '../pinyin/pinyin.worker.ts';
import { asking, type Asking } from './answering.ts';

/** Where the keyboard finds what lies beside the app. */
export interface Places {
  /** The address of a worker, as Trusted Types want it. */
  worker(name: 'pinyin' | 'handwriting'): string;
  /** The address of a file made at build. */
  data(name: 'pinyin.txt' | 'strokes.bin'): string;
}

/** The two workers. Each is started when it is first needed, and once more when that failed and somebody tries again. */
export function engines(places: Places) {
  let lexicon: readonly string[] = [];
  const pinyin = lazily(() => {
    const ask: Asking<PinyinAnswers> = asking(new Worker(places.worker('pinyin'), { type: 'module' }));
    return { ask, ready: ask('load', places.data('pinyin.txt')), learn: () => ask('learn', lexicon) };
  });
  const handwriting = lazily(() => {
    const ask: Asking<HandwritingAnswers> = asking(new Worker(places.worker('handwriting'), { type: 'module' }));
    return { ask, ready: ask('load', places.data('strokes.bin')), learn: () => ask('learn', lexicon) };
  });
  return {
    pinyin,
    handwriting,
    learn(texts: readonly string[]) {
      lexicon = texts;
      pinyin.started()?.learn().catch(() => undefined); // what cannot be loaded is said when somebody types
      handwriting.started()?.learn().catch(() => undefined);
    },
  };
}
export type Engines = ReturnType<typeof engines>;

interface Started<Ask> {
  readonly ask: Ask;
  readonly ready: Promise<void>;
  readonly learn: () => Promise<void>;
}

function lazily<Ask>(start: () => Started<Ask>) {
  let running: Started<Ask> | undefined;
  return {
    started: () => running,
    /** What can be asked, once it is ready. */
    async ready(): Promise<Ask> {
      const own = (running ??= begun(start()));
      try {
        await own.ready;
        return own.ask;
      } catch (error) {
        if (running === own) running = undefined;
        throw error;
      }
    },
  };
}

function begun<Ask>(started: Started<Ask>): Started<Ask> {
  started.ready.then(() => started.learn()).catch(() => undefined); // whoever waits for `ready` says so
  return started;
}
