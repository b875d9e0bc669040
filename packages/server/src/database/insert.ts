import { CompiledQuery, type Kysely } from 'kysely';
import type { Writing } from './database.ts';
import type { Tables } from './tables.ts';

/**
 * Inserts rows of one shape by statements of a few fixed sizes: their texts recur, so each is prepared once, and none is
 * composed by the query builder, which costs more than the insert itself. `ending` says what happens in a conflict.
 */
export async function insertRows<Name extends keyof Tables>({ db, engine }: Pick<Writing, 'engine'> & { readonly db: Kysely<Tables> }, table: Name, rows: readonly Tables[Name][], ending = ''): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Tables[Name] & string)[];
  let start = 0;
  for (const size of [100, 10, 1]) {
    const text = `insert into ${table} (${columns.join(', ')}) values ${placeholders(engine, size, columns.length)} ${ending}`;
    for (; rows.length - start >= size; start += size) {
      const parameters = rows.slice(start, start + size).flatMap((row) => columns.map((column) => row[column]));
      await db.executeQuery(CompiledQuery.raw(text, parameters));
    }
  }
}

function placeholders(engine: Writing['engine'], rows: number, columns: number): string {
  const row = (index: number) => Array.from({ length: columns }, (_, column) => (engine === 'sqlite' ? '?' : `$${index * columns + column + 1}`)).join(', ');
  return Array.from({ length: rows }, (_, index) => `(${row(index)})`).join(', ');
}
