import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import type { Browser, Response } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { bytes, conditions, median, range, ms, table } from './report.ts';
import { serve } from './serving.ts';

/*
 * The water bureau's page of the demo as somebody far away sees it for the first time: an old phone and a slow line, an empty
 * cache in every run.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, path: { type: 'string', default: '/water/' } } });
const runs = Number(values.runs);

const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWDOWN = 4;
const ROWS = 'ol.rows > li .title';

declare global {
  var seen: { firstRows: number | undefined; shift: number; shifts: string[] };
}

/** Runs in the page before anything else: when the first row is in view and painted, and all that moves. */
function watch(selector: string): void {
  globalThis.seen = { firstRows: undefined, shift: 0, shifts: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] })[]) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      seen.shifts.push(`${entry.value.toFixed(4)} at ${entry.startTime.toFixed(0)} ms: ${(entry.sources ?? []).map(({ node }) => (node instanceof Element ? `<${node.localName} id="${node.id}" class="${node.className}">` : (node?.nodeName ?? '?'))).join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // No polling: every look would cost the slowed page a frame.
  document.addEventListener('sunlit-ready', ({ target }) => {
    if (!(target instanceof Element) || !target.shadowRoot?.querySelector(selector)) return;
    requestAnimationFrame(() => {
      // What a frame posts to itself arrives when it has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen.firstRows ??= performance.now();
        console.debug('first rows');
      };
      port2.postMessage(null);
    });
  });
}

interface Visit {
  readonly firstRows: number;
  readonly shift: number;
  readonly shifts: readonly string[];
  readonly scripts: readonly Script[];
  /** Those that came only when an item was opened. */
  readonly later: readonly Script[];
  readonly inView: boolean;
  readonly requests: readonly Timed[];
}

/** A request of the page, in milliseconds after it was opened. */
interface Timed {
  readonly name: string;
  readonly startTime: number;
  readonly responseEnd: number;
}

interface Script {
  readonly name: string;
  readonly wire: number;
  readonly encoding: string;
  readonly gzip: number;
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: false });
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const answers: Response[] = [];
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('response', (response) => void (response.ok() || troubles.push(`${response.status()} ${response.url()}`)));
  page.on('response', (response) => void (response.request().resourceType() === 'script' && answers.push(response)));
  await page.addInitScript(watch, ROWS);
  // Told by the page: whoever asks it (`waitForFunction`) has the slowed page read a large script of playwright's first.
  const rowsCame = page.waitForEvent('console', { predicate: (message) => message.text() === 'first rows', timeout: 60_000 });
  await page.goto(url, { waitUntil: 'commit' });
  await rowsCame.catch((error: unknown) => {
    throw new Error(`No rows came. ${troubles.join('; ')}`, { cause: error });
  });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500); // what moves late moves too
  const { firstRows = Number.NaN, shift, shifts } = await page.evaluate(() => globalThis.seen);
  const requests = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.toJSON() as Timed));
  const inView = await page.evaluate((selector) => (document.querySelector('sunlit-directory')?.shadowRoot?.querySelector(selector)?.getBoundingClientRect().top ?? Infinity) < innerHeight, ROWS);
  const before = answers.splice(0);
  await page.locator('sunlit-directory').locator(ROWS).first().click();
  await page.locator('sunlit-directory sunlit-disclosure').first().waitFor();
  await page.waitForLoadState('networkidle');
  const visited = { firstRows, shift, shifts, inView, requests, scripts: await Promise.all(before.map(measure)), later: await Promise.all(answers.map(measure)) };
  await context.close();
  return visited;
}

async function measure(response: Response): Promise<Script> {
  const request = response.request();
  return {
    name: new URL(response.url()).pathname,
    wire: (await request.sizes()).responseBodySize,
    encoding: response.headers()['content-encoding'] ?? 'none',
    gzip: gzipSync(await response.body(), { level: 9 }).length,
  };
}

const sum = (scripts: readonly Script[], what: 'wire' | 'gzip') => scripts.reduce((total, script) => total + script[what], 0);

const dataDirectory = await mkdtemp(join(tmpdir(), 'sunlit-page-'));
// The first start also builds and loads; it may take its time.
const server = await serve({ args: ['demo/start.ts'], env: { SUNLIT_DATA: dataDirectory, RATE_LIMIT: '1000000' }, ready: '/readyz', patience: 300_000 });
// As on any day but the first: whoever comes within six minutes of a change has the page look whether a cache hid it, and loads what tells so.
const database = new DatabaseSync(join(dataDirectory, 'sunlit.sqlite'), { timeout: 5_000 });
database.prepare('update change set time = ?').run(new Date(Date.now() - 86_400_000).toISOString());
database.close();
const browser = await launchBrowser();
try {
  await visit(browser, server.url + values.path); // the server's own first answers are not the question
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, server.url + values.path));
  const [last] = visits.slice(-1);
  if (!last) throw new Error('Nothing was measured.');
  const firstRows = visits.map((one) => one.firstRows);

  console.log(conditions({
    title: `First visit to ${values.path}`,
    browser: `Chromium ${browser.version()}`,
    with: { Runs: `${runs} with an empty cache, after one to warm up the server; the newest change is a day old`, Line: '1.6 Mbit/s, 150 ms round trip (DevTools)', Processor: `${SLOWDOWN} times slower (DevTools)`, Viewport: '1280 × 900' },
  }));
  console.log(table(['what', 'median', 'min – max', 'goal'], [
    ['first rows on screen', `${ms(median(firstRows))} ms`, range(firstRows), '≤ 1200 ms'],
    ['cumulative layout shift', median(visits.map(({ shift }) => shift)).toFixed(4), visits.map(({ shift }) => shift.toFixed(4)).join(', '), '0'],
    ['JavaScript until an item is opened, gzip -9', bytes(sum(last.scripts, 'gzip')), `${last.scripts.length} files`, '≤ 52 KB'],
    ['JavaScript as it came over the wire', bytes(sum(last.scripts, 'wire')), [...new Set(last.scripts.map(({ encoding }) => encoding))].join(', '), ''],
    ['JavaScript more when an item is opened, gzip -9', bytes(sum(last.later, 'gzip')), `${last.later.length} files`, ''],
  ]));
  console.log(table(['script', 'gzip -9', 'wire'], [...last.scripts, ...last.later].map((script) => [script.name, bytes(script.gzip), bytes(script.wire)])));
  console.log(table([`request of the last run, rows at ${ms(last.firstRows)} ms`, 'asked at ms', 'there at ms'], last.requests.map(({ name, startTime, responseEnd }) => [
    name.replace(server.url, ''), ms(startTime), ms(responseEnd),
  ])));
  if (!last.inView) console.log('The first row is below the fold; the time is when it was painted in the page, not seen.\n');
  const shifts = [...new Set(visits.flatMap((one) => one.shifts))];
  if (shifts.length > 0) console.log(`Layout shifts:\n${shifts.map((shift) => `- ${shift}`).join('\n')}\n`);
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
