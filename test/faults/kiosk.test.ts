import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Submission } from '@sunlit/client/outbox';
import type { Receipt, TrackedRequest } from '@sunlit/contract';
import { saveAgencies } from '@sunlit/server';
import { randomNumbers } from '../../demo/generate.ts';
import { appOf } from '../../packages/server/src/box/fixture.ts';
import { Life } from '../../packages/server/src/box/life.ts';
import { buildBox } from '../../packages/server/src/box/serve.ts';
import { CITY, listening, openSqlite, type Server } from '../../packages/server/src/fixture.ts';
import { asked } from '../../packages/server/src/requests/fixture.ts';
import { FAULTS, badNetwork, type Weather } from './network.ts';
import type { OutboxCall } from './outbox-worker.ts';
import { builtPage, eventually, folderFor, openScreen } from './screen.ts';

/*
 * What residents submit at a touch screen, over a network that does everything networks do, with the page ended at any moment: whatever
 * they were told is stored is on the server, once. The outbox's own crash points are tested beside it; here all parts are real: the page's
 * outbox, the box and its disk, the line, the server.
 *
 * `SUNLIT_FAULT_RUNS=200 SUNLIT_FAULT_SEED=7 node --test test/faults/kiosk.test.ts` runs more, from another seed.
 */
const RUNS = Number(process.env['SUNLIT_FAULT_RUNS'] ?? 6);
const SEED = Number(process.env['SUNLIT_FAULT_SEED'] ?? 20260903);

/** When the page is ended, of each submission. */
const MOMENTS = ['never', 'while it is stored', 'when it is stored', 'on its way', 'on its way'] as const;

/** Everything but the page, with a network of which `fault` decides. */
async function installed(appFolder: string) {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database);
  const weather: Weather = { fault: () => 'none', moment: () => undefined };
  const network = await badNetwork(server.url, weather);
  const told: unknown[] = [];
  const box = await buildBox({
    api: new URL(`${network.url}/`), agency: 'liuhe-tuanjie', folder: folderFor('box'), appFolder, life: new Life(), tell: (trouble) => told.push(trouble),
    // So that a cut lasts for some milliseconds, not seconds.
    now: () => performance.now() * 200,
  });
  const url = await box!.server.listen({ host: '127.0.0.1', port: 0 });
  after(() => box!.server.close());
  const rows = async () => (await database.read.selectFrom('request').select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  return { server, network, weather, url, told, rows };
}

test(`${RUNS} runs of crashes and cuts: what was acknowledged to the resident is on the server, each once`, { timeout: 60_000 + RUNS * 60_000 }, async (context) => {
  const { server, network, weather, url, told, rows } = await installed(appOf({ 'index.html': '' }));
  const random = randomNumbers(SEED);
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
  let [acknowledged, stored, kills] = [0, 0, 0];

  for (let run = 0; run < RUNS; run += 1) {
    const storm = random();
    weather.fault = () => (random() < storm ? one(FAULTS) : 'none');
    const promised = new Map<string, string>();
    let page = opened(url);
    const people = 1 + Math.floor(random() * 3);
    for (let person = 0; person < people; person += 1) {
      const description = `第${run}-${person}号`;
      const submitting = page.ask<string>({ do: 'submit', body: asked({ wanted: { description } }) }).then((id) => promised.set(id, description), () => undefined);
      const when = one(MOMENTS);
      if (when !== 'while it is stored') await submitting;
      if (when === 'on its way') await underWay(page, weather, 1 + Math.floor(random() * 6));
      if (when === 'never') await page.ask({ do: 'hurry' });
      else {
        await page.kill();
        await submitting;
        kills += 1;
        page = opened(url);
      }
    }
    weather.fault = () => 'none';
    const all = await eventually(async () => {
      const list = await page.ask<Submission[]>({ do: 'list' });
      if (list.every(({ state }) => state === 'received')) return list;
      await page.ask({ do: 'hurry' });
      return undefined;
    });
    for (const id of promised.keys()) assert.ok(all.some((submission) => submission.id === id), `run ${run}: ${id} was acknowledged and is not stored`);
    await eachOnce(server, all, promised);
    stored += all.length;
    acknowledged += promised.size;
    assert.equal(await rows(), stored, `run ${run} of seed ${SEED}: rows on the server and submissions of the outbox`);
    for (const { id } of all) await page.ask({ do: 'remove', id });
    await page.kill();
  }
  assert.deepEqual(told, [], 'nothing of the box was damaged');
  const faults = [...network.seen].filter(([fault]) => fault !== 'none').reduce((sum, [, times]) => sum + times, 0);
  assert.ok(faults > RUNS && kills > 0 && acknowledged >= RUNS, `${faults} faults, ${kills} kills, ${acknowledged} acknowledged`);
  context.diagnostic(`${acknowledged} acknowledged, ${stored} stored, ${await rows()} rows; ${kills} kills, ${faults} faults: ${[...network.seen].map(([fault, times]) => `${fault} ${times}`).join(', ')}`);
});

for (const storage of ['box', 'browser'] as const) {
  test(`the same in a real browser that is killed, with its outbox in the storage of the ${storage}`, { timeout: 280_000 }, async () => {
    const { server, weather, url, rows } = await installed(await builtPage());
    const screen = await openScreen(`${url}/kiosk/?storage=${storage}`, folderFor('browser'));
    const random = randomNumbers(SEED);
    const promised = new Map<string, string>();
    for (const kill of [1, 2]) {
      weather.fault = () => (random() < 0.6 ? FAULTS[Math.floor(random() * FAULTS.length)]! : 'none');
      const run = await screen.start(false);
      await screen.page(async (page) => {
        await page.waitForFunction('globalThis.submit');
        for (const person of [1, 2]) {
          const description = `第${kill}-${person}号`;
          const id = (await page.evaluate(`submit(${JSON.stringify(asked({ wanted: { description } }))})`)) as string;
          promised.set(id, description);
        }
        await new Promise<void>((resolve) => {
          let left = 2 * kill;
          weather.moment = () => void ((left -= 1) === 0 && resolve());
          void eventually(() => page.evaluate('hurry()').then(() => (left <= 0 ? true : undefined))).catch(() => undefined);
        });
        await screen.kill();
      }).catch((error: unknown) => {
        // The page went with the browser.
        if (!/closed|crash/i.test(String(error))) throw error;
      });
      await run.ended;
    }
    weather.fault = () => 'none';
    const run = await screen.start(false);
    const all = await screen.page(async (page) => {
      await page.waitForFunction('globalThis.submit');
      return eventually(async () => {
        const list = (await page.evaluate('submissions()')) as Submission[];
        if (list.length >= promised.size && list.every(({ state }) => state === 'received')) return list;
        await page.evaluate('hurry()');
        return undefined;
      });
    });
    await run.end();
    assert.deepEqual(all.map(({ id }) => id).sort(), [...promised.keys()].sort());
    await eachOnce(server, all, promised);
    assert.equal(await rows(), promised.size);
  });
}

/** Until so much has happened on the line: before a call is passed on, while the server has it, after; or until nothing is left to send. */
async function underWay(page: ReturnType<typeof opened>, weather: Weather, moments: number): Promise<void> {
  let left = moments;
  const reached = new Promise<void>((resolve) => (weather.moment = () => void ((left -= 1) === 0 && resolve())));
  const over = eventually(async () => {
    if (left <= 0 || (await page.ask<Submission[]>({ do: 'list' })).every(({ state }) => state === 'received')) return true;
    await page.ask({ do: 'hurry' });
    return undefined;
  }).catch(() => undefined);
  await Promise.race([reached, over]);
}

/** Every receipt is another's, is good, and is for what was written. */
async function eachOnce(server: Server, all: readonly Submission[], promised: ReadonlyMap<string, string>): Promise<void> {
  const receipts = new Set<string>();
  for (const submission of all) {
    assert.ok(submission.state === 'received');
    const { receiptNo, secret } = submission.answer as Receipt;
    receipts.add(receiptNo);
    const answer = await server.get(`/v1/requests/${receiptNo}`, { authorization: `Receipt ${secret}` });
    assert.equal(answer.status, 200, receiptNo);
    const description = promised.get(submission.id);
    if (description !== undefined) assert.equal(((await answer.json()) as TrackedRequest).wanted.description, description);
  }
  assert.equal(receipts.size, all.length);
}

/** The outbox of a page that can be ended at any moment. */
function opened(url: string) {
  const worker = new Worker(new URL('outbox-worker.ts', import.meta.url), { workerData: url, execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] });
  const waiting = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }>();
  let count = 0;
  worker.on('message', ({ n, answer }: { n: number; answer: never }) => waiting.get(n)?.resolve(answer));
  worker.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The page is gone'));
  });
  return {
    ask<T = unknown>(call: OutboxCall extends infer C ? (C extends OutboxCall ? Omit<C, 'n'> : never) : never): Promise<T> {
      count += 1;
      worker.postMessage({ ...call, n: count });
      return new Promise<T>((resolve, reject) => waiting.set(count, { resolve, reject }));
    },
    kill: () => worker.terminate(),
  };
}
