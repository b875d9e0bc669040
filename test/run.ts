import { globSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { resolve } from 'node:path';
import { buildAll } from '../demo/build.ts';
import { findBrowser } from './browser.ts';
import { withDemo } from './product.ts';
import { runNodeTests, runTogether } from './run-node-tests.ts';
import { runWidgetTests } from './run-widget-tests.ts';
import { closingLine, type Tally } from './tally.ts';

// `npm test`: everything, with one closing line.

process.chdir(new URL('..', import.meta.url).pathname);
// Every test file is a process of its own, and loads for the greater part what the others load: compiled once, and without types.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node');
// Each write of an SQLite database waits for the disk. What tests keep need not outlive the machine, so where memory allows, it is kept there.
if (process.env.TMPDIR === undefined && (await hasRoom('/dev/shm'))) process.env.TMPDIR = '/dev/shm';
await buildAll();
// Found (and if need be unpacked) once, before many test processes look for it.
await findBrowser();

/** It starts processes and kills them. */
const isFault = (file: string) => file.startsWith('test/faults/');

/** Files run in the order of their patterns: a long one at the end would have one core to itself and leave the other idle. */
const parts: { name: string; files: string[]; run: (files: string[]) => Promise<Tally> }[] = [
  { name: 'packages, demo and faults', files: ['test/faults/**/*.test.ts', '{packages/!(desk|kiosk),demo}/**/*.test.ts', 'packages/kiosk/test/*.test.ts'], run: (files) => runTogether(files.filter(isFault), files.filter((file) => !isFault(file)), 2) },
  { name: 'widgets, desk and kiosk in a browser', files: ['{src,packages/{desk,kiosk}/src}/**/*.test.ts'], run: () => runWidgetTests('test/web-test-runner.config.mjs') },
  { name: 'the whole product', files: ['test/{e2e,embed}/**/*.test.ts'], run: (files) => withDemo(() => runNodeTests(files, 2)) },
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const { name, files, run } of parts) {
  const started = performance.now();
  const found = files.flatMap((pattern) => globSync(pattern, { exclude: ['**/node_modules/**', '**/dist/**'] }).sort());
  const tally: Tally = found.length === 0 ? { passed: 0, failed: 0, skipped: 0 } : await run(found).catch((error: unknown) => {
    console.log(`\n✗ ${name} did not run:`, error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  if (found.length > 0 && tally.passed + tally.failed + tally.skipped === 0) {
    console.log(`\n✗ ${name}: ${String(found.length)} files and not one test in them`);
    tally.failed = 1;
  }
  for (const outcome of ['passed', 'failed', 'skipped'] as const) total[outcome] += tally[outcome];
  console.log(`${name}: ${closingLine(tally)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(`\n${closingLine(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function hasRoom(memory: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return Math.min(bavail * bsize, freemem()) > 6e9;
}
