import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { findBrowser } from './browser.ts';

const { executablePath, args, env } = await findBrowser();

/** Tests of widgets, desk and kiosk in a real browser, from source. One folder: `npm run test:widgets -- --files "src/search/*.test.ts"`. */
export default {
  files: ['src/**/*.test.ts', 'packages/{desk,kiosk}/src/**/*.test.ts', 'packages/client/test/browser/*.browser.ts'],
  nodeResolve: { exportConditions: ['source', 'browser', 'development'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('../tsconfig.json', import.meta.url).pathname }), a11ySnapshotPlugin()],
  browsers: [chromeLauncher({
    launchOptions: { executablePath, args: [...args], env: { ...process.env, ...env } },
    // Of two files that run at once neither may find, or clear away, what the other keeps in the browser.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  })],
  reporters: [defaultReporter({ reportTestProgress: false })],
  concurrency: 2,
  // Of the start and of a whole file, also where the machine has much else to do; each test has its own limit.
  browserStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 30_000 } },
  filterBrowserLogs: ({ args: [first] }) => !String(first).startsWith('Lit is in dev mode'),
};
