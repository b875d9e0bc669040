import { startTestRunner, type TestRunner } from '@web/test-runner';
import type { Tally } from './tally.ts';

type Session = ReturnType<TestRunner['sessions']['all']> extends Iterable<infer S> ? S : never;
type Suite = NonNullable<Session['testResults']>;

/** Runs the widget tests in a real browser; the runner itself prints what failed. */
export async function runWidgetTests(config: string): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const runner = await startTestRunner({ argv: ['--config', config, ...(process.stdout.isTTY ? [] : ['--static-logging'])], autoExitProcess: false });
  if (!runner) throw new Error('The test runner for the widgets did not start.');
  await new Promise<void>((resolve) => runner.on('finished', () => resolve()));

  for (const session of runner.sessions.all()) {
    const before = tally.failed;
    if (session.testResults) count(session.testResults, tally);
    // A file that does not load, a hook that throws or a page that breaks fails without any test that says so.
    if (!session.passed && tally.failed === before) tally.failed += 1;
  }
  return tally;
}

function count({ tests, suites }: Suite, tally: Tally): void {
  for (const test of tests) {
    if (test.skipped) tally.skipped += 1;
    else if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const suite of suites) count(suite, tally);
}
