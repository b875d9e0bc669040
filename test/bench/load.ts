import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { expire, migrate, openDatabase, optimise, publishMany, repeal, saveAgencies, saveCategories, type Database } from '@sunlit/server';
import { agencies, categories, disclosures } from '../../demo/content/index.ts';
import { generate, type Generated } from '../../demo/generate.ts';
import { bytes, conditions, table } from './report.ts';

/*
 * Fills an SQLite database with generated disclosures, the way an agency's own system would: by the server's publishMany, and by
 * repeal and expire for those that have ended. It is kept in SUNLIT_BENCH and built again only when its source has changed.
 */

export const BENCH = process.env.SUNLIT_BENCH ?? join(tmpdir(), 'sunlit-bench');
export const SEED = 20_260_401;

/** What the rows of every benchmark are generated from. */
export const vocabulary = { agencies, categories, disclosures };

/** The data directory of a database with so many rows. */
export async function loaded(rows: number): Promise<string> {
  const kept = join(BENCH, `rows-${rows}-${await sourceVersion()}`);
  if (existsSync(join(kept, 'sunlit.sqlite'))) return kept;
  const building = join(BENCH, `building-${rows}-${process.pid}`);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  const { rate, ended } = await fill(building, rows);
  // Gigabytes of an earlier schema or vocabulary are of no more use.
  for (const name of await readdir(BENCH)) if (name.startsWith(`rows-${rows}-`)) await rm(join(BENCH, name), { recursive: true });
  await rename(building, kept);
  process.stderr.write(`${rows} rows, ${Math.round(rate)} a second, ${ended} of them ended\n`);
  return kept;
}

async function fill(dataDirectory: string, rows: number): Promise<{ rate: number; ended: number }> {
  const database = openDatabase({ dataDirectory });
  try {
    await migrate(database);
    await saveAgencies(database, agencies);
    await saveCategories(database, categories.filter(({ agencyId }) => agencyId !== undefined));
    const started = performance.now();
    const ending: Generated[] = [];
    const all = async function* () {
      let done = 0;
      for (const one of generate({ count: rows, seed: SEED, ...vocabulary })) {
        if (one.repealed ?? one.expired) ending.push({ ...one, content: undefined as never });
        if (++done % 20_000 === 0) process.stderr.write(`${done} of ${rows}, ${Math.round((done / (performance.now() - started)) * 1000)} a second\n`);
        yield one;
      }
    };
    await publishMany(database, all());
    const rate = (rows / (performance.now() - started)) * 1000;
    // Each in a transaction of its own, as in life. A server that started with any left would end them beside what is measured.
    for (const one of ending) await end(database, one);
    await optimise(database);
    return { rate, ended: ending.length };
  } finally {
    await database.close();
  }
}

async function end(database: Database, { id, repealed, expired }: Generated): Promise<void> {
  if (repealed) await repeal(database, id, repealed);
  else if (expired) await expire(database, id, { on: expired });
}

/** Changes when the server's storage, the tokens of the search, the generator or its vocabulary do. */
async function sourceVersion(): Promise<string> {
  const root = join(import.meta.dirname, '../..');
  const files: string[] = [];
  for await (const file of glob(['demo/generate.ts', 'packages/search/src/*.ts', 'packages/server/src/{agencies,changes,database,search}/*.ts', 'packages/server/src/disclosures/{publication,cells,content,due-days,number}.ts'], { cwd: root })) {
    if (!file.endsWith('.test.ts')) files.push(file);
  }
  const hash = createHash('sha256').update(JSON.stringify(vocabulary));
  for (const file of files.sort()) hash.update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 10);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
  const rows = Number(values.rows);
  const started = performance.now();
  const directory = await loaded(rows);
  const { size } = await stat(join(directory, 'sunlit.sqlite'));
  const seconds = (performance.now() - started) / 1000;
  console.log(conditions({ title: 'Loading generated disclosures', with: { Rows: rows, Seed: SEED, Vocabulary: `${disclosures.length} disclosures of ${agencies.length} agencies` } }));
  console.log(table(['database', 'size', 'a row', 'took'], [[basename(dirname(directory)) + '/' + basename(directory), bytes(size), bytes(size / rows), seconds < 2 ? 'was there' : `${seconds.toFixed(0)} s`]]));
}
