import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { recording } from '../audit/record.ts';
import { CHANNEL, Commits, everySecond, notifications } from './commits.ts';
import { migrations } from './migrations.ts';
import { sqliteReaders, sqliteWriter } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** An open database: one connection (or pool) to read with, one to write with. */
export interface Database {
  readonly engine: Engine;
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
  /** The time that publications are stamped with. */
  readonly now: () => Date;
  /** Says when there may be something new to read. */
  readonly commits: Commits;
  close(): Promise<void>;
}

/** A transaction of the writer, with what the functions inside it need to know. */
export interface Writing extends Pick<Database, 'engine' | 'now'> {
  readonly db: Transaction<Tables>;
}

export interface DatabaseOptions {
  /** A postgres URL; without it, SQLite in `dataDirectory`. */
  readonly url?: string | undefined;
  readonly dataDirectory: string;
  readonly now?: () => Date;
}

/** Opens a database, and makes the SQLite file when there is none. `migrate` brings its schema up to date. */
export function openDatabase({ url, dataDirectory, now = () => new Date() }: DatabaseOptions): Database {
  if (url !== undefined) {
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: () => openPool(url) }) });
    const commits = new Commits(notifications(url));
    return {
      engine: 'postgres', read: db, write: db, now, commits,
      async close() {
        await commits.end();
        await db.destroy();
      },
    };
  }
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'sunlit.sqlite');
  const write = new Kysely<Tables>({ dialect: sqliteWriter(path) });
  const read = new Kysely<Tables>({ dialect: sqliteReaders(path) });
  const commits = new Commits(everySecond);
  return {
    engine: 'sqlite', read, write, now, commits,
    async close() {
      await commits.end();
      await read.destroy();
      await write.destroy();
    },
  };
}

/** Its package is loaded only where there is PostgreSQL. */
async function openPool(connectionString: string) {
  const { Pool, types } = (await import('pg')).default;
  // PostgreSQL's bigint comes as text; every one of ours is a safe integer.
  const getTypeParser: typeof types.getTypeParser = (id: number, format?: 'text' | 'binary') => (id === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(id, format));
  const pool = new Pool({ connectionString, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced at the next query; without a listener the process would end.
  pool.on('error', (error) => {
    if (!pool.ending) process.emitWarning(error);
  });
  return pool;
}

/** Brings the schema up to date and enters the calendars that ship with `@sunlit/rules`. Safe to run by many at once. */
export async function migrate(database: Database): Promise<void> {
  const all = migrations(database.engine);
  const migrator = new Migrator({ db: database.write, provider: { getMigrations: () => Promise.resolve(all) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await enterCalendars(database);
}

/** The newest migration that has run, to compare with the newest there is. */
export async function schemaIsCurrent(database: Database): Promise<boolean> {
  const latest = Object.keys(migrations(database.engine)).sort().at(-1);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(database.read);
  return rows[0]?.name === latest;
}

async function enterCalendars({ write }: Database): Promise<void> {
  const directory = fileURLToPath(new URL('calendars/', import.meta.resolve('@sunlit/rules/package.json')));
  for (const file of await readdir(directory)) {
    const content = await readFile(join(directory, file), 'utf8');
    const { year } = JSON.parse(content) as { year: number };
    await write.insertInto('calendar_year').values({ year, content }).onConflict((row) => row.column('year').doNothing()).execute();
  }
}

/**
 * Runs one change of the disclosures. Its first statement takes the sequence's only row, so writers run one after the
 * other: sequence numbers are gapless and rise in the order of commits, and no two transactions wait for each other's cells.
 * What a member of staff does by it goes on record in the same transaction.
 */
export async function writing<T>(database: Database, work: (writing: Writing) => Promise<T>): Promise<T> {
  const done = await recording((record) => database.write.transaction().execute(async (db) => {
    await db.updateTable('change_head').set((row) => ({ seq: row.ref('seq') })).execute();
    // PostgreSQL passes it on when, and only when, the transaction commits.
    if (database.engine === 'postgres') await sql`notify ${sql.raw(CHANNEL)}`.execute(db);
    const transaction = { engine: database.engine, now: database.now, db };
    const answer = await work(transaction);
    await record(transaction, answer);
    return answer;
  }));
  database.commits.announce();
  return done;
}

/** A statement takes a limited number of parameters. */
export async function inBatches<T>(rows: readonly T[], write: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 250) await write(rows.slice(start, start + 250));
}
