import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildIfChanged } from '../../demo/build.ts';

const root = join(import.meta.dirname, '../..');

/** A process of its own that answers at `url`. */
export interface Served {
  readonly url: string;
  /** From the start of the process until it said it was ready. */
  readonly readyAfter: number;
  /** Resident memory now, at its highest, and what of the present is not pages of files that the system can drop, in bytes. */
  memory(): Promise<{ now: number; most: number; own: number }>;
  stop(): Promise<void>;
  /** As a loss of power would, and no word more. */
  kill(): Promise<void>;
}

export interface ServeOptions {
  readonly command?: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  /** What answers 200 when it is ready. */
  readonly ready: string;
  readonly patience?: number;
}

/** The API server on a data directory, as an operator starts it. */
export async function serveApi(dataDirectory: string): Promise<Served> {
  await buildIfChanged('server');
  return serve({ args: ['packages/server/dist/start.js'], env: { SUNLIT_DATA: dataDirectory, RATE_LIMIT: '1000000', LOG_LEVEL: 'warn' }, ready: '/readyz' });
}

// An interrupted benchmark goes through `exit`, where its processes are ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts a process on a free port and waits until it is ready. */
export async function serve({ command = process.execPath, args, cwd = root, env, ready, patience = 60_000 }: ServeOptions): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'ignore', 'inherit'] });
  // Nobody else would end it when this process is ended from outside.
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  while (!(await fetch(url + ready).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode} before it was ready.`);
    if (performance.now() - started > patience) {
      await end(child);
      throw new Error(`${args.join(' ')} was not ready after ${patience} ms.`);
    }
    // Asked every few milliseconds, it would share a core with the questions.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const readyAfter = performance.now() - started;
  return { url, readyAfter, memory: () => memoryOf(child), stop: () => end(child), kill: () => end(child, 'SIGKILL') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const slow = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(slow);
}

/** Linux tells it in /proc; elsewhere it is not measured. */
async function memoryOf({ pid }: ChildProcess): Promise<{ now: number; most: number; own: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024;
  return { now: kilobytes('VmRSS'), most: kilobytes('VmHWM'), own: kilobytes('RssAnon') };
}
