import { launch, type Browser } from 'puppeteer-core';

/** The Firefox that `FIREFOX_PATH` names: npm brings none along, and its journey wants a machine that does little else. */
export const findFirefox = (): string | undefined => process.env.FIREFOX_PATH || undefined;

/** Starts it as people have it. What it tells assistive technology is asked of the browser itself, which it must allow. */
export const launchFirefox = (executablePath: string): Promise<Browser> =>
  launch({ browser: 'firefox', executablePath, args: ['--remote-allow-system-access'], defaultViewport: null, timeout: 120_000 });
