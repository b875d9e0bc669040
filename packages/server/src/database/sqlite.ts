import { availableParallelism } from 'node:os';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  SqliteAdapter, SqliteDialect, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type Kysely, type QueryResult, type SqliteDatabase, type SqliteDialectConfig,
} from 'kysely';
import { prepared, type ReadAnswer, type ReadRequest } from './prepared.ts';

/** Kysely over the one connection that writes. */
export function sqliteWriter(path: string): Dialect {
  return new WriterDialect({ database: () => Promise.resolve(openForWriting(path)) });
}

class WriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    return new WriterAdapter();
  }

  override createDriver(): Driver {
    return new WriterDriver(this.#config);
  }
}

/** node:sqlite answers at once, so changes in a row would leave no turn to anything else: a sweep of thousands held up every reader for minutes. */
class WriterDriver extends SqliteDriver {
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    await setImmediate();
  }
}

/** SQLite rolls back table definitions like rows (Kysely's adapter does not count on it): a migration is whole or absent. */
class WriterAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The first statement of a migration's transaction: a write, so that two processes take turns. */
  override async acquireMigrationLock(db: Kysely<{ kysely_migration_lock: { is_locked: number } }>): Promise<void> {
    await db.updateTable('kysely_migration_lock').set({ is_locked: 0 }).execute();
  }
}

function openForWriting(path: string): SqliteDatabase {
  const connection = new DatabaseSync(path);
  // FULL: a committed change survives a loss of power (measured by fsync calls, shared/design/search.md §3).
  connection.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  // What is overwritten is gone from the page, too: the key of an erased request must not be found in free space.
  connection.exec('pragma secure_delete = fast');
  connection.exec('pragma cache_size = -65536');
  const statements = prepared(connection);
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = statements(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** Kysely over worker threads with read-only connections: node:sqlite blocks, and a slow search must hold up nothing else. */
export function sqliteReaders(path: string): Dialect {
  return {
    createAdapter: () => new ReaderAdapter(),
    createDriver: () => new ReaderDriver(path, Math.min(4, Math.max(2, availableParallelism()))),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ReaderAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class ReaderDriver implements Driver {
  readonly #path: string;
  readonly #size: number;
  readonly #all: Reader[] = [];
  readonly #idle: Reader[] = [];
  readonly #waiting: { resolve: (reader: Reader) => void; reject: (error: Error) => void }[] = [];
  #destroyed = false;

  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Reader> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.length < this.#size) return this.#add();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #add(): Reader {
    const reader = new Reader(this.#path, (broken) => this.#drop(broken));
    this.#all.push(reader);
    return reader;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const reader = connection as Reader;
    if (!this.#all.includes(reader)) return;
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(reader);
    else next.resolve(reader);
  }

  #drop(broken: Reader): void {
    for (const list of [this.#all, this.#idle]) {
      const at = list.indexOf(broken);
      if (at >= 0) list.splice(at, 1);
    }
    // Who waits would wait for ever if every other reader broke too.
    if (!this.#destroyed) this.#waiting.shift()?.resolve(this.#add());
  }

  beginTransaction = readOnly;
  commitTransaction = readOnly;
  rollbackTransaction = readOnly;

  async destroy(): Promise<void> {
    this.#destroyed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The database was closed.'));
    await Promise.all(this.#all.map((reader) => reader.close()));
  }
}

function readOnly(): Promise<never> {
  return Promise.reject(new Error('The readers take single statements; transactions belong to the writer.'));
}

/** One thread with its connection; Kysely gives it one statement at a time. */
class Reader implements DatabaseConnection {
  readonly #worker: Worker;
  #pending: { resolve: (rows: unknown[]) => void; reject: (error: Error) => void } | undefined;
  #ended = false;

  constructor(path: string, onExit: (reader: Reader) => void) {
    this.#worker = new Worker(new URL('./reader.ts', import.meta.url), { workerData: path });
    this.#worker.unref();
    this.#worker.on('message', (answer: ReadAnswer) => {
      const pending = this.#pending;
      this.#pending = undefined;
      if ('rows' in answer) pending?.resolve(answer.rows);
      else pending?.reject(Object.assign(new Error(answer.failure), { code: answer.code }));
    });
    this.#worker.on('error', (error) => this.#pending?.reject(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => {
      this.#ended = true;
      this.#pending?.reject(new Error('A database reader ended.'));
      onExit(this);
    });
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      if (this.#ended) return reject(new Error('A database reader ended.'));
      this.#pending = { resolve, reject };
      this.#worker.postMessage({ sql, parameters } satisfies ReadRequest);
    });
    return { rows: rows as R[] };
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The readers do not stream.');
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
