import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { startBrowser } from '../../packages/server/src/box/browser.ts';
import type { Run } from '../../packages/server/src/box/watch.ts';
import { findBrowser } from '../browser.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What the fault runs of the touch screen share: its least page, built as the app is, and a real browser as the box starts it. */

export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sunlit-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** A folder with the page and its `files.json`. */
export async function builtPage(): Promise<string> {
  const folder = folderFor('page');
  const { outputFiles: [script] } = await build({ entryPoints: [join(import.meta.dirname, 'kiosk-page.ts')], bundle: true, format: 'esm', target: 'es2022', conditions: ['source'], write: false });
  const files = { 'index.html': '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>家</title><link rel="icon" href="data:,"><p id="home"></p><script type="module" src="page.js"></script>', 'page.js': script!.text };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const hashes = Object.entries(files).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]);
  writeFileSync(join(folder, 'files.json'), JSON.stringify({ files: Object.fromEntries(hashes) }));
  return folder;
}

/** A browser that the box starts, and whose page a test can see. */
export async function openScreen(url: string, folder: string) {
  const { executablePath, args, env } = await findBrowser();
  Object.assign(process.env, env);
  const port = join(folder, 'profile', 'DevToolsActivePort');
  // Nobody else would end it when this process is ended from outside.
  process.once('exit', () => {
    try {
      process.kill(-Number(readFileSync(join(folder, 'browser.pid'), 'utf8')), 'SIGKILL');
    } catch {
      // It never began, or is gone.
    }
  });
  return {
    profile: join(folder, 'profile'),
    async start(fresh: boolean): Promise<Run> {
      await rm(port, { force: true });
      return startBrowser({ program: executablePath, url, folder, more: ['--headless=new', '--remote-debugging-port=0', ...args] }, fresh);
    },
    /** The page of the browser that runs now, or is about to. */
    async page<T>(look: (page: Page) => Promise<T>): Promise<T> {
      const seen = await eventually(async () => {
        const [open = ''] = (await readFile(port, 'utf8').catch(() => '')).split('\n');
        // It may be the port of the one before.
        return open === '' ? undefined : chromium.connectOverCDP(`http://127.0.0.1:${open}`, { timeout: 20_000 }).catch(() => undefined);
      });
      try {
        return await look(await eventually(async () => seen.contexts()[0]?.pages()[0]));
      } finally {
        await seen.close();
      }
    },
    /** As if somebody pulled the plug of the browser alone. */
    async kill(): Promise<void> {
      process.kill(-Number(await readFile(join(folder, 'browser.pid'), 'utf8')), 'SIGKILL');
    },
  };
}

/** Until the worker knows that a page of the version it shows lives. */
export async function lives(page: Page): Promise<void> {
  await eventually(async () => (await page.evaluate(async () => ((await (await (await caches.open('sunlit kiosk state')).match(new URL('state', location.href)))?.json()) as { proven?: string } | undefined)?.proven === 'lives')) || undefined);
}

/** Asks until there is an answer. A machine that has much else to do needs half a minute to start a browser. */
export async function eventually<T>(ask: () => Promise<T | undefined>, patience = 120_000): Promise<T> {
  for (const began = performance.now(); performance.now() - began < patience; await pause(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`Nothing came of ${String(ask)}`);
}
