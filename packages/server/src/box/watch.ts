import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from './life.ts';

/** A browser that was started. */
export interface Run {
  /** Resolves when it is gone, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it, and everything it started. */
  end(): Promise<void>;
}

export type WatchEvent =
  | { readonly event: 'died' | 'silent'; readonly failures: number; readonly seconds: number; readonly fresh: boolean }
  | { readonly event: 'not-started'; readonly failures: number; readonly seconds: number; readonly reason: string }
  | { readonly event: 'nightly' };

/** By a clock that never jumps, but for the hour of the day. */
export interface Clock {
  now(): number;
  hour(): number;
  /** Ends early with the signal, or when what is waited for comes. */
  wait(milliseconds: number, signal: AbortSignal, until?: Promise<void>): Promise<void>;
}

export interface WatchOptions {
  /** Starts the browser; `fresh`: with a new profile, whatever the last one was. */
  readonly start: (fresh: boolean) => Promise<Run>;
  readonly life: Life;
  /** The hour at which it is started anew every night, when nobody is there; `undefined` never. */
  readonly restartHour?: number | undefined;
  readonly tell: (event: WatchEvent) => void;
  /** No page lived in so many runs that the app itself must be at fault, not what a browser kept of it. */
  readonly stillborn?: () => Promise<void>;
  readonly clock?: Clock;
  /** For so long a page may be silent: an "Aw, Snap!" is no dead process, only a page that says nothing any more. */
  readonly silence?: number;
}

const SILENCE_MILLISECONDS = 60_000;
const LOOK_MILLISECONDS = 1_000;
/** A run that lived so long was good: only then are the failures before it forgotten. */
const GOOD_MILLISECONDS = 10 * 60_000;
const SHORTEST_PAUSE_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 5 * 60_000;
/** From so many failures on, one after the other, each start has a new profile: nothing that matters is in the old one. */
const FRESH_AFTER = 2;
/** One more than that: also a new profile shows nothing. */
const STILLBORN_AFTER = 3;
const LEAST_BEFORE_NIGHTLY_MILLISECONDS = 2 * 3_600_000;
const UNTOUCHED_SECONDS = 10 * 60;

/** Keeps a browser with a living page on the screen until the signal: whatever dies or falls silent is started again, later each time. */
export async function keepBrowser({ start, life, restartHour, tell, stillborn, clock = systemClock, silence = SILENCE_MILLISECONDS }: WatchOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let neverLived = 0;
  let fresh = false;
  while (!signal.aborted) {
    const began = clock.now();
    const lived = () => life.at !== undefined && life.at >= began;
    let how: 'died' | 'silent' | 'nightly' | 'not-started' = 'not-started';
    let reason = '';
    try {
      const run = await start(fresh);
      how = await watched(run, { began, life, clock, silence, restartHour }, signal);
      await run.end();
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    if (signal.aborted) return;
    life.restarts += 1;
    // A browser that does not even run says nothing of the app.
    neverLived = how === 'silent' && !lived() ? neverLived + 1 : 0;
    if (how === 'nightly') {
      tell({ event: 'nightly' });
      fresh = true;
      continue;
    }
    const good = lived() && (life.at ?? 0) - began >= GOOD_MILLISECONDS;
    failures = good ? 1 : failures + 1;
    if (neverLived === STILLBORN_AFTER) await stillborn?.();
    fresh = failures >= FRESH_AFTER;
    const milliseconds = pauseAfter(failures);
    const seconds = milliseconds / 1000;
    tell(how === 'not-started' ? { event: how, failures, seconds, reason } : { event: how, failures, seconds, fresh });
    await clock.wait(milliseconds, signal);
  }
}

/** Doubles with each failure in a row, up to five minutes. */
export function pauseAfter(failures: number): number {
  return Math.min(SHORTEST_PAUSE_MILLISECONDS * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MILLISECONDS);
}

type Watched = Required<Pick<WatchOptions, 'life' | 'clock' | 'silence'>> & Pick<WatchOptions, 'restartHour'> & { readonly began: number };

async function watched({ ended }: Run, { began, life, clock, silence, restartHour }: Watched, signal: AbortSignal): Promise<'died' | 'silent' | 'nightly'> {
  let gone = false;
  const end = ended.then(() => void (gone = true));
  for (;;) {
    await clock.wait(LOOK_MILLISECONDS, signal, end);
    if (gone || signal.aborted) return 'died';
    const last = Math.max(began, life.at ?? 0);
    if (clock.now() - last > silence) return 'silent';
    const isNight = restartHour === clock.hour() && clock.now() - began > LEAST_BEFORE_NIGHTLY_MILLISECONDS;
    if (isNight && life.untouchedSeconds >= UNTOUCHED_SECONDS) return 'nightly';
  }
}

export const systemClock: Clock = {
  now: () => performance.now(),
  hour: () => new Date().getHours(),
  async wait(milliseconds, signal, until) {
    const woken = new AbortController();
    const waiting = pause(milliseconds, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => undefined);
    await (until === undefined ? waiting : Promise.race([waiting, until]));
    woken.abort();
  },
};
