import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import type { Tally } from './tally.ts';

/** Runs test files with Node's runner, each in a process of its own; prints what failed and nothing else. */
export async function runNodeTests(files: string[], concurrency: number): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const printed = new Map<string, string>();
  const withFailures = new Set<string>();
  const remember = ({ file = '', message }: { file?: string; message: string }) => printed.set(file, (printed.get(file) ?? '') + message);

  // `source`: a package that is built for others is tested as it is written.
  const tests = run({ files, concurrency, timeout: 300_000, execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] });
  tests.on('test:stdout', remember);
  tests.on('test:stderr', remember);
  tests.on('test:pass', ({ details, skip, todo }) => {
    // A suite that is skipped runs none of its tests, so it counts itself.
    if (skip !== undefined || todo !== undefined) tally.skipped += 1;
    else if (details.type !== 'suite') tally.passed += 1;
  });
  tests.on('test:fail', ({ name, file = '', line, details, todo }) => {
    // A parent fails because of a child that has been told already, and a `todo` may fail.
    const { failureType, cause } = details.error as Error & { failureType?: string };
    if (failureType === 'subtestsFailed') return;
    if (todo !== undefined) {
      tally.skipped += 1;
      return;
    }
    tally.failed += 1;
    withFailures.add(file);
    console.log(`\n✗ ${name}\n  ${relative('.', file)}${line === undefined ? '' : `:${String(line)}`}\n${inspect(cause ?? details.error).replace(/^/gm, '  ')}`);
  });
  await new Promise<void>((resolve, reject) => {
    tests.once('end', resolve).once('error', reject);
    tests.resume();
  });
  for (const file of withFailures) {
    const output = printed.get(file)?.trim();
    if (output) console.log(`\nPrinted by ${relative('.', file)}:\n${output}`);
  }
  return tally;
}
