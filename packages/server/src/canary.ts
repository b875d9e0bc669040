import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Database, Engine } from './database/database.ts';

/* What tests look for that plant strings where people write, and want them found nowhere in clear. */

/** Strings that stand nowhere else, one for each place where somebody can write. */
export function canaries(): { readonly planted: string[]; canary(place: string): string } {
  const planted: string[] = [];
  return {
    planted,
    canary(place) {
      const text = `cnry${place}${randomUUID().slice(0, 8)}`;
      planted.push(text);
      return text;
    },
  };
}

/** A text as it might stand somewhere: as it is, in UTF-16, in hexadecimal, or in base64, wherever in it it begins. */
export function disguises(text: string): Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => Buffer.from('\0'.repeat(shift) + text).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('hex')), ...inBase64.flatMap((some) => [Buffer.from(some), Buffer.from(some.replaceAll('+', '-').replaceAll('/', '_'))])];
}

/** The files of a directory and all below it. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Everything a database keeps: every row, and of SQLite the bytes of its files, the log of what was written among them. */
export async function kept({ read }: Database, engine: Engine): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  if (engine === 'sqlite') {
    const { rows: [main] } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(read);
    for (const path of filesBelow(dirname(main?.file ?? ''))) all.set(path, readFileSync(path));
    return all;
  }
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(read);
  for (const { name } of tables) all.set(name, Buffer.from(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(read)).rows)));
  return all;
}

/** Which of the strings stand in what was kept, and where. */
export function found(planted: readonly string[], everything: ReadonlyMap<string, Buffer>): string[] {
  return [...everything].flatMap(([where, bytes]) => planted.filter((text) => disguises(text).some((one) => bytes.includes(one))).map((text) => `${text} in ${where}`));
}
