import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Life } from './life.ts';
import { keepBrowser, pauseAfter, type Clock, type Run, type WatchEvent } from './watch.ts';

interface Plan {
  /** How long this run lives, in seconds; for good without it. */
  readonly dies?: number;
  /** For how long its page shows that it lives. */
  readonly shows?: number;
  readonly fails?: true;
}

/** A watchdog on a clock of its own, over runs that go as planned; answers what it did when the plan is through. */
async function watch(plans: readonly Plan[], { untouched = 0, hour = (): number => 12, restartHour = undefined as number | undefined } = {}) {
  let now = 0;
  const life = new Life(() => now);
  const events: (WatchEvent & { readonly at: number })[] = [];
  const starts: { readonly at: number; readonly fresh: boolean }[] = [];
  const ending = new AbortController();
  let current: { readonly plan: Plan; readonly began: number; readonly die: () => void } | undefined;
  const clock: Clock = {
    now: () => now,
    hour: () => hour(),
    async wait(milliseconds, _signal, until) {
      now += milliseconds;
      if (current) {
        const age = (now - current.began) / 1000;
        if (age <= (current.plan.shows ?? 0)) life.report(untouched);
        if (current.plan.dies !== undefined && age >= current.plan.dies) current.die();
      }
      await (until === undefined ? undefined : Promise.race([until, new Promise(setImmediate)]));
    },
  };
  let next = 0;
  const start = (fresh: boolean): Promise<Run> => {
    const plan = plans[next++];
    if (plan === undefined) {
      ending.abort();
      return Promise.resolve({ ended: Promise.resolve(), end: () => Promise.resolve() });
    }
    starts.push({ at: now / 1000, fresh });
    if (plan.fails) return Promise.reject(new Error('ENOENT'));
    let die: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (die = resolve));
    current = { plan, began: now, die };
    return Promise.resolve({ ended, end: () => Promise.resolve(void (current = undefined)) });
  };
  const stillborn: number[] = [];
  await keepBrowser({ start, life, restartHour, clock, stillborn: () => Promise.resolve(void stillborn.push(starts.length)), tell: (event) => events.push({ ...event, at: now / 1000 }) }, ending.signal);
  return { events, starts, life, stillborn };
}

test('pauses double to five minutes and no further, however often it fails', () => {
  assert.deepEqual([1, 2, 3, 4, 8, 9, 10, 11, 827].map((n) => pauseAfter(n) / 1000), [1, 2, 4, 8, 128, 256, 300, 300, 300]);
});

test('a browser that dies at once is started again, later each time, and never as if nothing had been', async () => {
  const { events, starts, life } = await watch(Array.from({ length: 40 }, () => ({ dies: 3 })));
  assert.deepEqual(events.map((event) => 'failures' in event && event.failures), Array.from({ length: 40 }, (_, n) => n + 1));
  assert.deepEqual(events.slice(-30).map((event) => 'seconds' in event && event.seconds), Array.from({ length: 30 }, () => 300));
  assert.deepEqual(starts.slice(0, 4).map(({ fresh }) => fresh), [false, false, true, true], 'from the second failure on with a new profile');
  assert.equal(life.restarts, 40);
});

test('only a long run with a living page ends the row of failures: not a short one, nor a long one that nobody saw alive', async () => {
  const failed = { dies: 3 };
  const numbers = async (plan: Plan) => (await watch([failed, failed, failed, plan, failed])).events.map((event) => 'failures' in event && event.failures);
  assert.deepEqual(await numbers({ dies: 500, shows: 500 }), [1, 2, 3, 4, 5], 'eight minutes');
  assert.deepEqual(await numbers({ dies: 3600, shows: 3600 }), [1, 2, 3, 1, 2], 'an hour');
  assert.deepEqual(await numbers({ shows: 30 }), [1, 2, 3, 4, 5], 'half a minute, then silent');
});

test('a page that falls silent, or never speaks, is ended after a minute; one that speaks is left alone', async () => {
  const { events } = await watch([{ shows: 0 }, { shows: 1200, dies: 2000 }]);
  assert.deepEqual(events.map(({ event, at }) => [event, at]), [['silent', 61], ['silent', 61 + 1 + 1200 + 61]]);
});

test('a program that cannot be started is told with its reason, and tried again', async () => {
  const { events } = await watch([{ fails: true }, { dies: 1 }]);
  assert.deepEqual(events.map(({ event }) => event), ['not-started', 'died']);
  assert.equal(events[0]!.event === 'not-started' && events[0]!.reason, 'ENOENT');
});

test('at night it is started anew with a new profile, but not under a hand, not twice, and not without an hour', async () => {
  const day = { shows: 7500, dies: 7500 };
  assert.deepEqual((await watch([day, { dies: 5 }], { untouched: 900, hour: () => 4, restartHour: 4 })).events.map(({ event }) => event), ['nightly', 'died']);
  const { starts } = await watch([day, day], { untouched: 900, hour: () => 4, restartHour: 4 });
  assert.deepEqual(starts.map(({ fresh, at }) => [fresh, at]), [[false, 0], [true, 7201]]);
  for (const options of [{ untouched: 10, hour: () => 4, restartHour: 4 }, { untouched: 900, hour: () => 5, restartHour: 4 }, { untouched: 900, hour: () => 4 }]) {
    assert.deepEqual((await watch([day], options)).events.map(({ event }) => event), ['died'], JSON.stringify(options));
  }
});

test('an app of which three pages in a row never live is told to be stillborn, once; a browser that dies, or a page that lived, says nothing of the app', async () => {
  assert.deepEqual((await watch([{}, {}, {}, {}, {}])).stillborn, [3]);
  assert.deepEqual((await watch([{}, {}, { dies: 3 }, { fails: true }, {}, {}, { shows: 5 }, {}, {}])).stillborn, []);
});
