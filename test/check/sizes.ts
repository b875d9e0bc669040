import { readFileSync } from 'node:fs';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** What a page loads, and how many bytes of gzip (level 9) it may come to. */
const BUDGETS: Record<string, number> = {
  'sunlit.js': 2 * 1024,
  'page with <sunlit-directory>': 52 * 1024,
  'page with <sunlit-topics>': 60 * 1024,
  // Without what draws charts, which comes with the first one.
  'page with <sunlit-stats>': 62 * 1024,
  '@sunlit/client with ky': 15 * 1024,
};

interface EmbedManifest {
  readonly entry: string;
  readonly elements: Readonly<Record<string, readonly string[]>>;
}

const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')) as EmbedManifest;
const inEmbed = (files: readonly string[]) => files.map((file) => readFileSync(`dist/embed/${file}`));

// A server compresses each file by itself, so the sum over files is what travels.
const loads: Record<string, Uint8Array[]> = { 'sunlit.js': inEmbed([manifest.entry]) };
for (const [element, files] of Object.entries(manifest.elements)) loads[`page with <${element}>`] = inEmbed([manifest.entry, ...files]);
loads['page with all of them'] = inEmbed([...new Set([manifest.entry, ...Object.values(manifest.elements).flat()])]);
loads['@sunlit/client with ky'] = [Buffer.from(await bundled('packages/client/dist/index.js'))];

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
let over = false;
const row = (name: string, ...cells: string[]) => console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(10)).join(''));
row('', 'files', 'minified', 'brotli', 'gzip', 'budget');
for (const [name, files] of Object.entries(loads)) {
  const sum = (size: (file: Uint8Array) => number) => files.reduce((total, file) => total + size(file), 0);
  const gzip = sum((file) => gzipSync(file, { level: 9 }).length);
  const brotli = sum((file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length);
  const budget = BUDGETS[name];
  const excess = budget !== undefined && gzip > budget;
  over ||= excess;
  row(name, String(files.length), kib(sum((file) => file.length)), kib(brotli), kib(gzip), budget === undefined ? '' : kib(budget), excess ? '  OVER' : '');
}
if (over) process.exitCode = 1;

/** The SDK as an application would bundle it. */
async function bundled(input: string): Promise<string> {
  const bundle = await rollup({ input, plugins: [resolve({ browser: true }), terser({ module: true, format: { comments: false } })] });
  const { output: [chunk] } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return chunk.code;
}
