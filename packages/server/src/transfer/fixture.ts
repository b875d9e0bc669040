import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { temporaryDirectory } from '../fixture.ts';
import { main } from './main.ts';

/** What the tests of the command share. */

/** The environment in which the command finds the database of a test. */
export async function environmentOf(database: Database): Promise<Record<string, string>> {
  if (database.engine === 'sqlite') {
    const { rows: [main] } = await sql<{ file: string }>`pragma database_list`.execute(database.write);
    return { SUNLIT_DATA: dirname(main!.file), DATABASE_URL: '' };
  }
  const { rows: [current] } = await sql<{ name: string }>`select current_database() as name`.execute(database.write);
  const url = new URL(process.env['SUNLIT_TEST_POSTGRES']!);
  url.pathname = `/${current!.name}`;
  return { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: url.href };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** A process of its own, which a signal can reach. */
export function started(args: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], { env: { ...process.env, LANG: 'C.UTF-8', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs `sunlit` as a person does, in this process: one of its own takes seconds to start. */
export async function sunlit(args: readonly string[], environment: Record<string, string>): Promise<Ran> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(out), text(err)]);
  const code = await main(args, { environment: { LANG: 'C.UTF-8', ...environment }, out, err, signal: new AbortController().signal });
  out.end();
  err.end();
  const [said, complained] = await printed;
  return { code, out: said, err: complained };
}

export async function ended(child: ChildProcess): Promise<Ran> {
  const printed = { out: [] as Buffer[], err: [] as Buffer[] };
  child.stdout!.on('data', (chunk: Buffer) => printed.out.push(chunk));
  child.stderr!.on('data', (chunk: Buffer) => printed.err.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: Buffer.concat(printed.out).toString(), err: Buffer.concat(printed.err).toString() };
}

export function fileOf(name: string, bytes: string | Uint8Array): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, bytes);
  return path;
}
