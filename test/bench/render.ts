import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { generate } from '../../demo/generate.ts';
import { launchBrowser } from '../browser.ts';
import { SEED, vocabulary } from './load.ts';
import { conditions, median, ms, range, table } from './report.ts';
import type { Measured, Row } from './render/stage.ts';

/*
 * The same rows by the result list of <sunlit-directory>, by hand, by React and by Vue: the same elements, styles and
 * words, in one run, in turns, each in a page of its own.
 */
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000' }, runs: { type: 'string', default: '7' } } });
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);

const WAYS = [
  { name: 'hand-written DOM', entry: 'dom', query: '' },
  { name: '<sunlit-directory>', entry: 'sunlit', query: '' },
  { name: 'hand-written DOM in our groups', entry: 'dom', query: '?grouped' },
  { name: 'React 19', entry: 'react', query: '' },
  { name: 'Vue 3', entry: 'vue', query: '' },
] as const;

function rowsOf(count: number): Row[] {
  const names = new Map(vocabulary.agencies.map(({ id, name }) => [id, name]));
  return [...generate({ count, seed: SEED, ...vocabulary })].map(({ id, publishedOn, content, repealed, expired }) => ({
    id, publishedOn, kind: content.kind, title: content.title, summary: content.summary,
    agency: { id: content.agencyId, name: names.get(content.agencyId) ?? '' },
    validity: repealed ? 'repealed' : expired ? 'expired' : 'in-force',
    ...(content.docNo === undefined ? {} : { docNo: content.docNo }),
  }));
}

/** One script a way, production builds all. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/render/${entry}.ts`],
    bundle: true, write: false, minify: true, format: 'iife', target: 'es2021', logLevel: 'error',
    // Its other builds cannot compile a template.
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    conditions: ['source', 'production', 'browser'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  });
  return outputFiles[0]?.text ?? '';
}

const scripts = new Map<string, string>();
for (const { entry } of WAYS) if (!scripts.has(entry)) scripts.set(entry, await bundle(entry));

const browser = await launchBrowser();
try {
  const one = async ({ entry, query }: (typeof WAYS)[number], rows: readonly Row[]): Promise<Measured> => {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
    const page = await context.newPage();
    await page.route('http://bench.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><html lang="zh-CN"><body></body></html>' }));
    await page.goto(`http://bench.test/${query}`);
    await page.addScriptTag({ content: scripts.get(entry) ?? '' });
    // Given as text and read there, so that no row has been touched before.
    const measured = await page.evaluate(async (text) => globalThis.measure(JSON.parse(text) as Row[]), JSON.stringify(rows));
    await context.close();
    return measured;
  };

  console.log(conditions({
    title: 'Rendering a list of results',
    browser: browser.version(),
    with: { Rows: sizes.join(' and '), Runs: `${runs} fresh pages each, in turns, after one to warm up; medians`, Viewport: '1080 × 1920, no throttling', Goal: '≤ 0.35 of hand-written DOM until painted' },
  }));
  for (const size of sizes) {
    const rows = rowsOf(size);
    const samples = new Map(WAYS.map((way) => [way, [] as Measured[]]));
    for (let run = 0; run <= runs; run += 1) {
      process.stderr.write(`${size} rows, run ${run} of ${runs}\n`);
      for (const way of WAYS) {
        const measured = await one(way, rows);
        if (run > 0) samples.get(way)?.push(measured);
      }
    }
    const by = (way: (typeof WAYS)[number], what: keyof Measured) => (samples.get(way) ?? []).map((sample) => sample[what]);
    const [first] = WAYS;
    console.log(table([`${size} rows`, 'script ms', 'script + layout ms', 'ratio', 'painted ms', 'min – max', 'ratio', 'elements'], WAYS.map((way) => [
      way.name,
      ms(median(by(way, 'script'))),
      ms(median(by(way, 'laidOut'))),
      (median(by(way, 'laidOut')) / median(by(first, 'laidOut'))).toFixed(2),
      ms(median(by(way, 'painted'))),
      range(by(way, 'painted')),
      (median(by(way, 'painted')) / median(by(first, 'painted'))).toFixed(2),
      median(by(way, 'elements')),
    ])));
  }
} finally {
  await browser.close();
}
