import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { Tally } from './tally.ts';

/** Files that share a process: most of a file's time goes into loading what the others load too. */
const FILES_A_PROCESS = 12;

/** Runs test files of packages, some in one process at a time, after the files that want one to themselves; prints what failed and nothing else. */
export async function runTogether(alone: string[], files: string[], concurrency: number): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'sunlit-tests-'));
  // Dealt out, so that the long ones, which are neighbours, do not share one.
  const count = Math.max(concurrency, Math.ceil(files.length / FILES_A_PROCESS));
  const processes = [...new Array<undefined>(count)].map((_, n) => ({ path: join(folder, `${String(n)}.mjs`), files: files.filter((_file, index) => index % count === n) }));
  for (const { path, files: together } of processes) await writeFile(path, together.map((file) => `import ${JSON.stringify(pathToFileURL(resolve(file)).href)};\n`).join(''));
  try {
    const tallies = [await runNodeTests(alone, concurrency), await runNodeTests(processes.map(({ path }) => path), concurrency, FILES_A_PROCESS * 75_000)];
    return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs test files with Node's runner, each in a process of its own; prints what failed and nothing else. */
export async function runNodeTests(files: string[], concurrency: number, timeout = 300_000): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const printed = new Map<string, string>();
  const withFailures = new Set<string>();
  const remember = ({ file = '', message }: { file?: string; message: string }) => printed.set(file, (printed.get(file) ?? '') + message);

  // `source`: a package that is built for others is tested as it is written.
  const tests = run({ files, concurrency, timeout, execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] });
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
