import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { TYPING_DATA, makeTypingData } from '../../demo/build.ts';
import { readWordList } from '../../packages/kiosk/src/pinyin/dictionary.ts';
import { createPinyinEngine } from '../../packages/kiosk/src/pinyin/engine.ts';
import { createRecogniser } from '../../packages/kiosk/src/handwriting/recogniser.ts';
import { readTemplates } from '../../packages/kiosk/src/handwriting/templates.ts';
import { exactly, hunanese, phrases, scoreOf as scoreOfPhrases, southern } from '../../packages/kiosk/test/phrases.ts';
import { OWN_SAMPLES, readSamples, scoreOf, shuffled, type Sample } from '../../packages/kiosk/test/samples.ts';
import { launchBrowser } from '../browser.ts';
import { bytes, conditions, median, ms, quantile, range, table } from './report.ts';

/*
 * Typing on the touch screen: how often it is right, what its data weigh, and how long it takes on a processor a quarter as fast. `--samples`
 * names `all.tdic` of github.com/hiroyuki-komatsu/tomoe_data, to measure with all of its characters that GB 2312 has too.
 */
const { values } = parseArgs({ options: { samples: { type: 'string' }, runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
const SLOWDOWN = 4;
const ROOT = new URL('../../', import.meta.url).pathname;
const KIOSK = `${ROOT}packages/kiosk/src`;

await makeTypingData();
const list = readWordList(readFileSync(TYPING_DATA.pinyin, 'utf8'));
const templates = readTemplates(readFileSync(TYPING_DATA.strokes));
const recogniser = createRecogniser(templates);
const samples = readSamples(values.samples ?? OWN_SAMPLES, templates);

/** What the widgets bring along anyway is not the keyboard's. */
const shared: Plugin = {
  name: 'shared',
  setup: ({ onResolve }) => onResolve({ filter: /src\/shared\/|^lit|^@lit|^tslib/ }, ({ path }) => ({ path, external: true })),
};
const bundled = async (entry: string, plugins: Plugin[] = []) => {
  const { outputFiles: [file] } = await build({ entryPoints: [entry], bundle: true, write: false, minify: true, format: 'esm', target: 'es2022', conditions: ['source', 'browser'], tsconfig: `${ROOT}tsconfig.json`, plugins });
  return file?.text ?? '';
};
const weight = (content: string | Uint8Array) => bytes(gzipSync(content, { level: 9 }).length);

const browser = await launchBrowser();
console.log(conditions({ title: 'Typing on the touch screen', browser: `Chromium ${browser.version()}`, with: { Processor: `${String(SLOWDOWN)} times slower for the times`, Runs: runs, Phrases: phrases.length, Samples: `${String(samples.length)} of ${values.samples === undefined ? 'packages/handwriting-data/samples' : 'all.tdic'}` } }));

console.log(table(['weight', 'gzip'], [
  ['word list', weight(readFileSync(TYPING_DATA.pinyin))],
  ['strokes', weight(readFileSync(TYPING_DATA.strokes))],
  ['keyboard, without what widgets share', weight(await bundled(`${KIOSK}/keyboard/define.ts`, [shared]))],
  ['pinyin worker', weight(await bundled(`${KIOSK}/pinyin/pinyin.worker.ts`))],
  ['handwriting worker', weight(await bundled(`${KIOSK}/handwriting/handwriting.worker.ts`))],
]));

const typed = (name: string, lexicon: boolean) => [[name, exactly], [`${name}, zh as z, -ng as -n`, southern], [`${name}, and l as n, hu as f`, hunanese]].map(([title, how]) => {
  const { first, three } = scoreOfPhrases(createPinyinEngine(list, { lexicon }), phrases, how as typeof exactly);
  return [title as string, first, three];
});
console.log(table(['pinyin, of 100 phrases', 'first', 'first three'], [...typed('without lexicon', false), ...typed('with lexicon', true)]));

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const read = (name: string, written: readonly Sample[]) => {
  const { first, five } = scoreOf(recogniser, written);
  return [name, percent(first), percent(five)];
};
console.log(table(['handwriting', 'first', 'first five'], [read('as written', samples), read('strokes in another order', samples.map(shuffled))]));

// In the page itself: the slowdown does not reach workers.
const script = (await build({
  stdin: {
    contents: `
      import { readWordList } from '${KIOSK}/pinyin/dictionary.ts';
      import { createPinyinEngine } from '${KIOSK}/pinyin/engine.ts';
      import { readTemplates } from '${KIOSK}/handwriting/templates.ts';
      import { createRecogniser } from '${KIOSK}/handwriting/recogniser.ts';
      const timed = (act) => { const from = performance.now(); const result = act(); return [performance.now() - from, result]; };
      globalThis.measure = async (typed, written) => {
        const [words, bytes] = await Promise.all([fetch('/pinyin.txt').then((r) => r.text()), fetch('/strokes.bin').then((r) => r.arrayBuffer())]);
        const [list, engine] = timed(() => createPinyinEngine(readWordList(words)));
        const [build, recogniser] = timed(() => createRecogniser(readTemplates(new Uint8Array(bytes))));
        return { list, build, typed: typed.map((one) => timed(() => engine.candidates(one))[0]), written: written.map((one) => timed(() => recogniser.recognise(one))[0]) };
      };`,
    resolveDir: ROOT, loader: 'ts',
  },
  bundle: true, write: false, minify: true, format: 'esm', target: 'es2022', conditions: ['source'], tsconfig: `${ROOT}tsconfig.json`,
})).outputFiles[0]?.text ?? '';
const files: Record<string, [type: string, content: string | Uint8Array]> = {
  '/': ['text/html', '<!DOCTYPE html><script type="module" src="/measure.js"></script>'],
  '/measure.js': ['text/javascript', script],
  '/pinyin.txt': ['text/plain; charset=utf-8', readFileSync(TYPING_DATA.pinyin)],
  '/strokes.bin': ['application/octet-stream', readFileSync(TYPING_DATA.strokes)],
};
const server = createServer((request, response) => {
  const [type, content] = files[request.url ?? ''] ?? ['text/plain', ''];
  response.setHeader('content-type', type).end(content);
}).listen(0, '127.0.0.1');

interface Measured {
  readonly list: number;
  readonly build: number;
  readonly typed: readonly number[];
  readonly written: readonly number[];
}
const measured: Measured[] = [];
for (let run = 0; run < runs; run += 1) {
  const page = await browser.newPage();
  const address = server.address();
  await page.goto(`http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/`);
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  measured.push(await page.evaluate(([typing, writing]) => (globalThis as unknown as { measure: (...given: unknown[]) => Promise<Measured> }).measure(typing, writing), [phrases.map(exactly), samples.slice(0, 40).map(({ strokes }) => strokes)] as const));
  await page.close();
}
await browser.close();
server.close();

const row = (name: string, all: readonly number[]) => [name, ms(median(all)), ms(quantile(all, 0.95)), range(all)];
console.log(table(['in the browser, slowed', 'p50 ms', 'p95 ms', 'min – max'], [
  row('word list read and indexed', measured.map((one) => one.list)),
  row('strokes read and prepared', measured.map((one) => one.build)),
  row('a phrase of pinyin', measured.flatMap((one) => one.typed)),
  row('a written character', measured.flatMap((one) => one.written)),
]));
