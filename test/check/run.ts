import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { buildAll } from '../../demo/build.ts';

// `npm run check`: everything that is not a test. One line a check, and what it printed when it fails.
// `npm run check -- types lint` runs those two.

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Its output is worth reading when all is well, too. */
  readonly show?: boolean;
}

const here = 'test/check';
const published = ['.', 'packages/client'];
const checks: Check[] = [
  { name: 'lint', command: ['eslint', '-c', `${here}/eslint.config.mjs`, '--no-warn-ignored', '--max-warnings', '0', '.'] },
  ...['.', ...globSync('packages/*/tsconfig.json').sort().map((path) => path.replace('/tsconfig.json', ''))].map((folder) => ({
    name: folder === '.' ? 'types' : `types ${folder}`, command: ['tsc', '-p', folder, '--pretty', 'false'],
  })),
  { name: 'unused code', command: ['knip', '--config', `${here}/knip.json`, '--no-progress', '--no-config-hints'] },
  ...published.map((folder) => ({ name: `package ${folder}`, command: ['publint', '--strict', folder] })),
  // What is not a module has no types.
  ...published.map((folder) => ({
    name: `exports ${folder}`,
    command: ['attw', '--pack', folder, '--profile', 'esm-only', '--no-emoji', '--no-color', ...(folder === '.' ? ['--exclude-entrypoints', './embed/sunlit.js', './embed/manifest.json', './custom-elements.json'] : [])],
  })),
  { name: 'manifest', command: ['node', `${here}/manifest.ts`] },
  { name: 'syntax floor', command: ['node', `${here}/floor.ts`] },
  { name: 'api pages', command: ['typedoc', '--options', `${here}/typedoc.config.mjs`] },
  { name: 'sizes', command: ['node', `${here}/sizes.ts`], show: true },
];

process.chdir(resolve(import.meta.dirname, '../..'));
await buildAll();

const asked = process.argv.slice(2);
const waiting = checks.filter(({ name }) => asked.length === 0 || asked.some((start) => name.startsWith(start)));
let failed = 0;
const worker = async () => {
  for (let check = waiting.shift(); check; check = waiting.shift()) await perform(check);
};
await Promise.all([worker(), worker()]);
console.log(failed === 0 ? '\nAll checks pass.' : `\n${String(failed)} of the checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function perform({ name, command: [program = '', ...args], show = false }: Check): Promise<void> {
  const started = performance.now();
  const child = spawn(program, args, { env: { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) failed += 1;
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0 || show) console.log(output.trim().replace(/^/gm, '    '));
}
