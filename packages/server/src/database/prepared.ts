import type { DatabaseSync, StatementSync } from 'node:sqlite';

/* What the writer and the reader threads share. It imports nothing that runs, so that a reader starts at once. */

/** What a reader thread is asked and answers. */
export type ReadRequest = { readonly sql: string; readonly parameters: readonly unknown[] };
export type ReadAnswer = { readonly rows: unknown[] } | { readonly failure: string; readonly code: string };

/** Prepared statements by their text. Bounded, because a filter's list of values makes a text of its own. */
export function prepared(connection: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = connection.prepare(sql);
      if (statements.size >= 200) statements.clear();
      statements.set(sql, statement);
    }
    return statement;
  };
}
