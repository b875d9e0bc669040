import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';

const NAMES = ['firefox', 'firefox-esr', 'firefox.exe'];
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** The Firefox of `FIREFOX_PATH`, else one that is installed, else none: npm brings no Firefox along. */
export async function findFirefox(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const { FIREFOX_PATH, PATH = '' } = environment;
  if (FIREFOX_PATH) return FIREFOX_PATH;
  for (const path of [...PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES]) {
    if (await access(path, constants.X_OK).then(() => true, () => false)) return path;
  }
  return undefined;
}

/** Starts it as people have it. What it tells assistive technology is asked of the browser itself, which it must allow. */
export const launchFirefox = (executablePath: string): Promise<Browser> =>
  launch({ browser: 'firefox', executablePath, args: ['--remote-allow-system-access'], defaultViewport: null, timeout: 120_000 });
