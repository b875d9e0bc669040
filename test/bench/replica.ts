import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, migrate, openDatabase, readSettings } from '@sunlit/server';
import { build } from 'esbuild';
import { launchBrowser } from '../browser.ts';
import { SEED, loaded, vocabulary } from './load.ts';
import { bytes, conditions, ms, quantile, table } from './report.ts';
import { TERM_CLASSES, searchTerms } from './terms.ts';

/*
 * The copy of the directory in a browser: how long it takes to copy, what it takes of the disk, how soon after a start without a
 * network something is found, and how fast the searches after that are. A worker is not slowed by the browser's
 * emulation of slow processors, so the replica runs in the page itself where it is slowed.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '20000' }, searches: { type: 'string', default: '20' } } });
const rows = Number(values.rows);
const SLOWDOWN = 4;

type Bench = typeof import('../../packages/client/src/replica.ts');
declare global {
  var bench: Bench;
}

const folder = await mkdtemp(join(tmpdir(), 'sunlit-replica-'));
const dataDirectory = await loaded(rows);
const database = openDatabase({ dataDirectory });
await migrate(database);
const settings = readSettings({ SUNLIT_DATA: dataDirectory, LOG_LEVEL: 'silent', RATE_LIMIT: '1000000' });
await build({ entryPoints: ['packages/client/src/replica.ts', 'packages/client/src/replica-worker.ts'], outdir: folder, bundle: true, splitting: true, minify: true, format: 'esm', conditions: ['source'], logLevel: 'error' });
await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module">globalThis.bench = await import("./replica.js");</script>');
const app = await buildApp({ database, settings, static: [{ prefix: '/bench/', root: folder }] });
const url = await app.listen({ port: 0, host: '127.0.0.1' });
const browser = await launchBrowser();
try {
  const context = await browser.newContext();
  /** Starts a replica in a page of its own and looks for something as soon as that is possible. */
  const start = async (slowdown: number, worker: boolean, terms: readonly string[] = []) => {
    const page = await context.newPage();
    await page.goto(`${url}/bench/index.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const measured = await page.evaluate(async ({ base, worker: inWorker, terms: all }) => {
      const replica = globalThis.bench.createReplica({ baseUrl: base, ...(inWorker && { worker: () => new Worker('/bench/replica-worker.js', { type: 'module' }) }) });
      const began = performance.now();
      await replica.start();
      await new Promise<void>((resolve) => {
        const stop = replica.watch(({ state }) => {
          if (state !== 'ready') return;
          setTimeout(() => stop());
          resolve();
        });
      });
      await replica.search('采砂');
      const first = performance.now() - began;
      const searches: number[] = [];
      for (const q of all) {
        const asked = performance.now();
        await replica.search(q).catch(() => undefined);
        searches.push(performance.now() - asked);
      }
      const held = replica.status().rows;
      const { usage = 0 } = await navigator.storage.estimate();
      await replica.stop();
      return { first, searches, usage, held };
    }, { base: url, worker, terms });
    await page.close();
    return measured;
  };
  const copied = await start(1, true);
  const terms = TERM_CLASSES.flatMap((kind) => searchTerms(kind, Number(values.searches), vocabulary.disclosures, SEED));
  const again = { worker: await start(1, true, terms), page: await start(1, false, terms), slowed: await start(SLOWDOWN, false, terms) };
  console.log(conditions({ title: 'The replica in a browser', browser: `Chromium ${browser.version()}`, with: { Rows: copied.held, Searches: `${terms.length}, as many of each class: ${TERM_CLASSES.join(', ')}`, Seed: SEED } }));
  console.log(`Goals: at most 25 MB on the disk; the first search within 300 ms of a start; later ones p95 under 16 ms at ${SLOWDOWN} times slower.\n`);
  console.log(table(['what', 'first search after the start', 'p50', 'p95'], [
    ['first visit, copied over the loopback', ms(copied.first), '', ''],
    ...Object.entries(again).map(([how, { first, searches }]) => [{ worker: 'in a worker', page: 'in the page', slowed: `in the page, ${SLOWDOWN} times slower` }[how] ?? how, ms(first), ms(quantile(searches, 0.5)), ms(quantile(searches, 0.95))]),
  ]));
  console.log(`On the disk: ${bytes(again.worker.usage)}, by the browser's own estimate.`);
} finally {
  await browser.close();
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
