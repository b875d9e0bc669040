import { execFileSync } from 'node:child_process';
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };

/** A Chrome or Chromium that tests and benchmarks can start. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What the program needs in its environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** Works as root in a container, stays off the network and asks nothing. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
] as const;

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'chrome.exe'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser of `CHROME_PATH`, else one that is installed, else the one npm brought along. `SUNLIT_BROWSER=npm` takes
 * npm's even where another is installed.
 */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  if (environment.SUNLIT_BROWSER === 'npm') return browserFromNpm();
  const { CHROME_PATH } = environment;
  if (CHROME_PATH) {
    if (await isProgram(CHROME_PATH)) return { executablePath: CHROME_PATH, args: FLAGS, env: {} };
    throw new Error(`CHROME_PATH=${CHROME_PATH} is not a program.`);
  }
  const onPath = (environment.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const executablePath of [...onPath, ...PLACES]) {
    if (await isProgram(executablePath)) return { executablePath, args: FLAGS, env: {} };
  }
  return browserFromNpm();
}

/** Starts the browser for playwright. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } });
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false);
}

/**
 * @sparticuz/chromium packs a headless Chromium together with the system libraries it needs (nss and others). It
 * unpacks into TMPDIR and takes whatever lies there for whole, so we give it a folder of its own and move that into
 * place when it is complete: two test processes may do this at once.
 */
async function browserFromNpm(): Promise<BrowserProgram> {
  const folder = resolve(import.meta.dirname, `../node_modules/.cache/chromium-${manifest.devDependencies['@sparticuz/chromium']}`);
  if (!(await isProgram(join(folder, 'chromium')))) {
    const unpacking = `${folder}-${String(process.pid)}`;
    await rm(unpacking, { recursive: true, force: true });
    await mkdir(unpacking, { recursive: true });
    // In a process of its own, since it is told by environment variables which libraries to unpack.
    execFileSync(process.execPath, ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await rename(unpacking, folder).catch(async (error: unknown) => {
      await rm(unpacking, { recursive: true, force: true });
      if (!(await isProgram(join(folder, 'chromium')))) throw error;
    });
  }
  return {
    executablePath: join(folder, 'chromium'),
    args: [...FLAGS, '--no-zygote', '--headless=shell'],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
  };
}
