import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, migrate, openDatabase, publishMany, readSettings } from '@sunlit/server';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { generate, randomNumbers } from '../../demo/generate.ts';
import { launchBrowser } from '../browser.ts';
import { SEED, loaded, vocabulary } from './load.ts';
import { bytes, conditions, ms, quantile, table } from './report.ts';
import { TERM_CLASSES, searchTerms } from './terms.ts';

/*
 * The copy of the directory in a browser: what it takes to copy, what it takes of the disk, how soon after a start without a
 * network something is found, how fast later searches and what is like a typed topic are, and how long a thousand changes take on a slow line.
 *
 * DevTools slow the processor for pages, not for workers, and a machine that does other things too tells nothing by the clock. So
 * the processor time of the thread that does the work is read from the system (/proc, Linux only): four times that is what a processor four
 * times slower takes, as long as nothing else runs on it. The clock stands beside it, as it was.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '20000' }, topics: { type: 'string', default: '20000' }, searches: { type: 'string', default: '10' } } });
const [rows, topics] = [Number(values.rows), Number(values.topics)];
const SLOWDOWN = 4;
const CHANGES = 1_000;
/** 1 Mbit/s, as DevTools count, and a round trip of a village line. */
const LINE = { offline: false, downloadThroughput: 125_000, uploadThroughput: 125_000, latency: 50 };

type Bench = typeof import('./replica/page.ts');
declare global {
  var bench: Bench;
}

/** The processor time of a thread so far, in milliseconds. */
async function spent(task: string): Promise<number> {
  return Number((await readFile(`${task}/schedstat`, 'utf8')).split(' ')[0]) / 1e6;
}

/** The threads of that name in the processes of the browser, the newest last. Other browsers may run beside it. */
async function threads(name: string): Promise<string[]> {
  const parents = new Map<string, string>();
  for (const one of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const [, parent = ''] = /\) \w (\d+)/.exec(await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')) ?? [];
    parents.set(one, parent);
  }
  const isOurs = (one: string | undefined): boolean => one !== undefined && one !== '0' && (one === String(process.pid) || isOurs(parents.get(one)));
  const found: string[] = [];
  for (const one of [...parents.keys()].filter(isOurs)) {
    for (const task of await readdir(`/proc/${one}/task`).catch(() => [])) {
      const path = `/proc/${one}/task/${task}`;
      if ((await readFile(`${path}/comm`, 'utf8').catch(() => '')).startsWith(name)) found.push(path);
    }
  }
  return found.sort((a, b) => Number(a.split('/').at(-1)) - Number(b.split('/').at(-1)));
}

/** What came out so far, for who waits. */
const progress = (...told: unknown[]) => process.stderr.write(`${told.map((one) => JSON.stringify(one)).join(' ')}\n`);

const folder = await mkdtemp(join(tmpdir(), 'sunlit-replica-'));
const dataDirectory = join(folder, 'data');
await cp(await loaded(rows), dataDirectory, { recursive: true });
const database = openDatabase({ dataDirectory });
await migrate(database);
const settings = readSettings({ SUNLIT_DATA: dataDirectory, LOG_LEVEL: 'silent', RATE_LIMIT: '1000000' });
await build({ entryPoints: ['test/bench/replica/page.ts', 'packages/client/src/replica-worker.ts'], outdir: join(folder, 'page'), entryNames: '[name]', bundle: true, splitting: true, minify: true, format: 'esm', conditions: ['source'], logLevel: 'error' });
await writeFile(join(folder, 'page/index.html'), '<!doctype html><script type="module">globalThis.bench = await import("./page.js");</script>');
const app = await buildApp({ database, settings, static: [{ prefix: '/bench/', root: join(folder, 'page') }] });
const url = await app.listen({ port: 0, host: '127.0.0.1' });
const browser = await launchBrowser();
try {
  const context = await browser.newContext();
  const opened = async (): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${url}/bench/index.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    return page;
  };
  const known = new Set(await threads('DedicatedWorker'));
  const worker = async (): Promise<string> => {
    const task = (await threads('DedicatedWorker')).find((one) => !known.has(one)) ?? '';
    known.add(task);
    return task;
  };

  const page = await opened();
  const copied = await page.evaluate((base) => globalThis.bench.started(base, true), url);
  const copiedSpent = await spent(await worker());
  const usage = await page.evaluate(async () => {
    await globalThis.bench.packed();
    return (await navigator.storage.estimate()).usage ?? 0;
  });
  progress('copied', copied, copiedSpent, usage);
  await page.evaluate(() => globalThis.bench.stopped());
  await page.close();

  const again = await opened();
  const first = await again.evaluate((base) => globalThis.bench.started(base, true), url);
  const task = await worker();
  const firstSpent = await spent(task);
  for (let before = -1, now = await spent(task); now - before > 1; ) {
    // It begins to settle a second after the start.
    await again.waitForTimeout(3_000);
    [before, now] = [now, await spent(task)];
  }
  const settled = await spent(task);
  progress('started', first, firstSpent, settled);
  const terms = TERM_CLASSES.flatMap((kind) => searchTerms(kind, Number(values.searches), vocabulary.disclosures, SEED).map((q) => ({ kind, q })));
  const searches: { kind: string; cpu: number; clock: number }[] = [];
  for (const { kind, q } of terms) {
    const before = await spent(task);
    const clock = await again.evaluate((words) => globalThis.bench.searched(words), q);
    searches.push({ kind, cpu: (await spent(task)) - before, clock });
  }
  progress('searches', searches);
  await again.evaluate(() => globalThis.bench.stopped());
  await again.close();

  const random = randomNumbers(SEED + 7);
  const subjects = vocabulary.disclosures.flatMap(({ content }) => content.title.match(/\p{Script=Han}{4,}/gu) ?? []);
  const subject = () => subjects[Math.floor(random() * subjects.length)] ?? '';
  const asked = Array.from({ length: topics }, (_, n) => ({ title: `${['请公布', '想知道', '为什么没有'][n % 3] ?? ''}${subject()}`, text: `${subject()}和${subject()}` }));
  const typed = Array.from({ length: 100 }, () => subject().slice(0, 4 + Math.floor(random() * 8)));
  const board = await opened();
  const similar = await board.evaluate(([all, words]) => globalThis.bench.similar(all, words), [asked, typed] as const);
  await board.close();
  progress('similar', quantile(similar, 0.5), quantile(similar, 0.95));

  const more = [...generate({ count: CHANGES, seed: SEED + 1, ...vocabulary })].map(({ content, publishedOn }) => ({ content, publishedOn }));
  await publishMany(database, more);
  const slow = await opened();
  const devtools = await context.newCDPSession(slow);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  let received = 0;
  devtools.on('Network.dataReceived', ({ encodedDataLength }) => (received += encodedDataLength));
  const sync = await slow.evaluate(([base, count]) => globalThis.bench.followed(base, count), [url, copied.rows + CHANGES] as const);
  await slow.close();

  console.log(conditions({ title: 'The replica in a browser', browser: `Chromium ${browser.version()}`, with: { Rows: copied.rows, Searches: `${terms.length}, as many of each class: ${TERM_CLASSES.join(', ')}`, Topics: topics, Load: `${loadavg().map((one) => one.toFixed(1)).join(', ')} on this machine meanwhile`, Seed: SEED } }));
  console.log(`Goals: at most 25 MB on the disk; the first search within 300 ms of a start; later ones p95 under 16 ms at ${SLOWDOWN} times slower; similar topics under 16 ms; ${CHANGES} changes within 3 s at 1 Mbit/s.\n`);
  const line = (what: string, cpu: number, clock: number) => [what, ms(cpu), ms(SLOWDOWN * cpu), ms(clock)];
  console.log(table(['in a worker', 'processor ms', `at ${SLOWDOWN} times slower`, 'by the clock, unslowed'], [
    line('first visit, copied over the loopback until searched', copiedSpent, copied.clock),
    line('first search after a start, from the start on', firstSpent, first.clock),
    ['all indexed', ms(settled), ms(SLOWDOWN * settled), ''],
    line('later searches, p50', quantile(searches.map(({ cpu }) => cpu), 0.5), quantile(searches.map(({ clock }) => clock), 0.5)),
    line('later searches, p95', quantile(searches.map(({ cpu }) => cpu), 0.95), quantile(searches.map(({ clock }) => clock), 0.95)),
    ...TERM_CLASSES.map((kind) => {
      const own = searches.filter((one) => one.kind === kind);
      return line(`of them ${kind}, p95`, quantile(own.map(({ cpu }) => cpu), 0.95), quantile(own.map(({ clock }) => clock), 0.95));
    }),
  ]));
  console.log(table(['in the page, by the clock', 'p50', 'p95'], [[`what is like a text, of ${topics} topics`, ms(quantile(similar, 0.5)), ms(quantile(similar, 0.95))]]));
  console.log(table(['', ''], [
    ['on the disk, by the browser’s own estimate', bytes(usage)],
    [`${CHANGES} changes at 1 Mbit/s and ${LINE.latency} ms, from the first question to all shown`, ms(sync)],
    ['sent over the line for that', bytes(received)],
  ]));
} finally {
  await browser.close();
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
