import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { ParseArgsOptionsConfig } from 'node:util';
import { openDatabase, schemaIsCurrent, type Database } from '../../database/database.ts';
import type { Language } from '../../language.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { say } from '../texts.ts';
import { TransferError } from '../transfer-error.ts';

/** Where a command runs: what it reads its settings from, what it prints to, and what ends it early. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Writable;
  readonly err: Writable;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What a command is called with. */
export interface Invocation extends Surroundings {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly language: Language;
}

export interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** What stands after the command, as `problem/…` calls it. */
  readonly takes?: 'file' | 'directory' | 'username' | 'serve-or-run';
  /** Words for its help text. */
  readonly help?: Readonly<Record<string, string>>;
  /** Answers the exit code. */
  run(invocation: Invocation): Promise<number>;
}

export const DONE = 0;
export const REFUSED = 1;

/** Wrong usage: says so and how it would be right. */
export class UsageError extends TransferError {}

/** What the command achieved, on standard output. */
export function report({ language, out }: Invocation, key: string, values: Readonly<Record<string, unknown>> = {}): void {
  out.write(`${say(language, `done/${key}`, values)}\n`);
}

/** What stands in the way, on standard error. */
export function complain({ language, err }: Invocation, key: string, values: Readonly<Record<string, unknown>> = {}): void {
  err.write(`${say(language, `done/${key}`, values)}\n`);
}

/** An option that must be there. @throws UsageError. */
export function needed({ values }: Invocation, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError('option', { name: `--${name}` });
  return value;
}

export function text({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of some values, or nothing. @throws UsageError. */
export function oneOf<T extends string>(invocation: Invocation, name: string, allowed: readonly T[]): T | undefined {
  const value = text(invocation, name);
  const found = allowed.find((one) => one === value);
  if (value !== undefined && found === undefined) throw new UsageError('value', { name: `--${name}`, value, allowed: allowed.join(', ') });
  return found;
}

export function settings({ environment }: Surroundings): Settings {
  return readSettings(environment);
}

/** Opens the server's database. `made`: it may be new, and the command brings it up to date; else it must be there as the server left it. */
export async function withDatabase<T>(surroundings: Surroundings, work: (database: Database, settings: Settings) => Promise<T>, { made = false } = {}): Promise<T> {
  const all = settings(surroundings);
  const { databaseUrl: url, dataDirectory } = all;
  if (!made && url === undefined && !existsSync(join(dataDirectory, 'sunlit.sqlite'))) throw new TransferError('database.none', { directory: dataDirectory });
  const database = openDatabase({ url, dataDirectory });
  try {
    if (!made && !(await isCurrent(database))) throw new TransferError('database.old');
    return await work(database, all);
  } finally {
    await database.close();
  }
}

/** A database that never was a server's has no list of migrations. */
async function isCurrent(database: Database): Promise<boolean> {
  try {
    return await schemaIsCurrent(database);
  } catch (error) {
    if (error instanceof Error && /kysely_migration/.test(error.message)) return false;
    throw error;
  }
}
