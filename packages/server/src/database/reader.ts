import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { prepared, type ReadAnswer, type ReadRequest } from './prepared.ts';

/** The thread of `sqliteReaders`: runs one statement after the other and answers its rows. */
const connection = new DatabaseSync(String(workerData), { readOnly: true });
connection.exec('pragma busy_timeout = 5000; pragma cache_size = -65536; pragma mmap_size = 1073741824');
const statements = prepared(connection);

parentPort?.on('message', ({ sql, parameters }: ReadRequest) => {
  parentPort?.postMessage(answer(sql, parameters));
});

function answer(sql: string, parameters: readonly unknown[]): ReadAnswer {
  try {
    return { rows: statements(sql).all(...(parameters as SQLInputValue[])) };
  } catch (error) {
    // Errors lose their own properties on the way between threads.
    return { failure: String(error), code: error instanceof Error && 'code' in error ? String(error.code) : 'ERR_SQLITE_ERROR' };
  }
}
