import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * Runs all benchmarks, or the named ones, one after the other, and keeps what they print in RESULTS.md. A benchmark that is not
 * run this time keeps the section it has. `--cms` lets the comparison install what it compares with; `--rows` is for a
 * quick look on a busy machine.
 */
const BENCHMARKS = ['load', 'import', 'listing', 'figures', 'topics', 'trigram', 'render', 'page', 'replica', 'kiosk', 'kiosk-memory', 'typing', 'cms'] as const;
const TAKES_ROWS: ReadonlySet<string> = new Set(['load', 'import', 'listing', 'topics', 'trigram', 'replica', 'cms']);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string' }, cms: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !BENCHMARKS.some((known) => known === name));
if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.join(', ')}.`);
const wanted = BENCHMARKS.filter((name) => (positionals.length === 0 || positionals.includes(name)) && (name !== 'cms' || values.cms));

const results = join(import.meta.dirname, 'RESULTS.md');
const sections = new Map((await readFile(results, 'utf8').catch(() => '')).split(/^<!-- ([\w-]+) -->\n/m).slice(1).reduce<[string, string][]>((pairs, text, index, all) => (index % 2 === 0 ? [...pairs, [text, all[index + 1] ?? '']] : pairs), []));
let failed = false;

for (const name of wanted) {
  const args = [join(import.meta.dirname, `${name}.ts`)];
  if (values.rows !== undefined && TAKES_ROWS.has(name)) args.push('--rows', values.rows);
  if (values.cms && name === 'cms') args.push('--cms');
  process.stderr.write(`\n${name}\n`);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    printed.push(chunk);
    process.stdout.write(chunk);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  // A benchmark that failed says nothing, rather than what it said last time.
  sections.set(name, code === 0 ? Buffer.concat(printed).toString() : `## ${name}\n\nDid not finish on ${new Date().toISOString().slice(0, 10)} (${code ?? 'ended by a signal'}).\n\n`);
  failed ||= code !== 0;
  await writeFile(results, [
    '# Benchmarks\n\nWritten by `node test/bench/run.ts`. Each section says how it was run; numbers of different machines do not compare.\n\n',
    ...BENCHMARKS.flatMap((one) => (sections.has(one) ? [`<!-- ${one} -->\n${(sections.get(one) ?? '').trimEnd()}\n\n`] : [])),
  ].join('').trimEnd() + '\n');
}
process.exitCode = failed ? 1 : 0;
