import { globSync } from 'node:fs';
import { buildIfChanged } from '../demo/build.ts';
import { findBrowser } from './browser.ts';
import { runNodeTests } from './run-node-tests.ts';
import { runWidgetTests } from './run-widget-tests.ts';
import { closingLine, type Tally } from './tally.ts';

// `npm test`: everything, with one closing line.

process.chdir(new URL('..', import.meta.url).pathname);
await buildIfChanged('all');
// Found (and if need be unpacked) once, before many test processes look for it.
await findBrowser();

const parts: { name: string; files: string; run: (files: string[]) => Promise<Tally> }[] = [
  { name: 'packages, demo and faults', files: '{packages/!(desk),demo,test/faults}/**/*.test.ts', run: (files) => runNodeTests(files, 2) },
  { name: 'widgets and desk in a browser', files: '{src,packages/desk/src}/**/*.test.ts', run: () => runWidgetTests('test/web-test-runner.config.mjs') },
  { name: 'the whole product', files: 'test/{e2e,embed}/**/*.test.ts', run: (files) => runNodeTests(files, 1) },
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const { name, files, run } of parts) {
  const started = performance.now();
  const found = globSync(files, { exclude: ['**/node_modules/**', '**/dist/**'] }).sort();
  const tally = found.length === 0 ? { passed: 0, failed: 0, skipped: 0 } : await run(found);
  if (found.length > 0 && tally.passed + tally.failed + tally.skipped === 0) {
    console.log(`\n✗ ${name}: ${String(found.length)} files and not one test in them`);
    tally.failed = 1;
  }
  for (const outcome of ['passed', 'failed', 'skipped'] as const) total[outcome] += tally[outcome];
  console.log(`${name}: ${closingLine(tally)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(`\n${closingLine(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
