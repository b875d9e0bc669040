import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from './watch.ts';

export interface BrowserOptions {
  /** A Chromium, Chrome or Edge. */
  readonly program: string;
  /** What the page shows. */
  readonly url: string;
  /** Where its profile lies, and which process it is. */
  readonly folder: string;
  /** More arguments than a kiosk needs, for tests. */
  readonly more?: readonly string[];
}

/** One screen, one page, and nothing that asks, offers or leads elsewhere. What policies can say better is in docs/kiosk-box.md. */
const FLAGS = [
  '--kiosk', '--no-first-run', '--no-default-browser-check', '--noerrdialogs', '--hide-crash-restore-bubble', '--disable-session-crashed-bubble',
  '--disable-pinch', '--overscroll-history-navigation=0', '--disable-features=Translate,AutofillServerCommunication,TouchpadOverscrollHistoryNavigation',
  '--disable-component-update', '--disable-sync', '--password-store=basic', '--kiosk-printing', '--autoplay-policy=no-user-gesture-required',
] as const;

const NAMES = process.platform === 'win32' ? ['chrome.exe', 'msedge.exe', 'chromium.exe'] : ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const TERM_MILLISECONDS = 5_000;

/** A browser that is installed, by the names it goes by. */
export function findBrowserProgram(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const places = (environment['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts the browser on its profile, or on a new one; ends first what an earlier box left running on it. */
export async function startBrowser({ program, url, folder, more = [] }: BrowserOptions, fresh: boolean): Promise<Run> {
  const profile = join(folder, 'profile');
  const noted = join(folder, 'browser.pid');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await endLeftOver(noted, profile);
  if (fresh) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  await endedWell(profile);
  // A group of its own, so that all its processes can be ended, of which there are a dozen.
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, ...more, url], { detached: process.platform !== 'win32', stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await once(child, 'spawn');
  await writeFile(noted, String(child.pid));
  return { ended, end: () => endAll(child, ended) };
}

/**
 * A browser that was ended by force must not ask whether to restore its pages, nor think that another one on another machine (this one
 * under an older name) holds its profile.
 */
async function endedWell(profile: string): Promise<void> {
  for (const name of await readdir(profile)) if (name.startsWith('Singleton')) await rm(join(profile, name), { force: true });
  const path = join(profile, 'Default', 'Preferences');
  const text = await readFile(path, 'utf8').catch(() => '{}');
  let preferences: Record<string, unknown>;
  try {
    preferences = JSON.parse(text) as Record<string, unknown>;
  } catch {
    // Damaged: the browser makes new ones, and nothing of ours is in them.
    preferences = {};
  }
  const known = preferences['profile'] as object | undefined;
  await writeFile(path, JSON.stringify({
    ...preferences,
    profile: { ...known, exit_type: 'Normal', exited_cleanly: true },
    credentials_enable_service: false,
    autofill: { ...(preferences['autofill'] as object | undefined), profile_enabled: false, credit_card_enabled: false },
  }));
}

/** Asks it to end, then makes it: a page that hangs hears nothing. */
async function endAll(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    await once(spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }), 'exit');
    return ended;
  }
  signalGroup(pid, 'SIGTERM');
  await Promise.race([ended, pause(TERM_MILLISECONDS, undefined, { ref: false })]);
  // Also what its first process left behind.
  signalGroup(pid, 'SIGKILL');
  return ended;
}

/** A box that was killed leaves a browser that holds the profile: the next one would hand its page over to it and end. */
async function endLeftOver(noted: string, profile: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const pid = Number(await readFile(noted, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid < 2) return;
  // The number may be somebody else's by now.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes(`--user-data-dir=${profile}`)) return;
  signalGroup(pid, 'SIGKILL');
  while ((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '') await pause(20);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ESRCH') throw error;
  }
}
