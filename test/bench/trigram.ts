import { existsSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import type { DisclosureContent } from '@sunlit/contract';
import { openDatabase } from '@sunlit/server';
import { searchableText } from '../../packages/server/src/disclosures/content.ts';
import { listDisclosures } from '../../packages/server/src/disclosures/list.ts';
import { SEED, loaded, vocabulary } from './load.ts';
import { bytes, conditions, ms, quantile, table } from './report.ts';
import { TERM_CLASSES, searchTerms } from './terms.ts';

/*
 * Our search against what SQLite brings along for Chinese: one FTS5 table with the trigram tokeniser over the same titles
 * and texts, LIKE where a word is shorter than three characters. Both are asked in this process, without HTTP. Ours answers
 * what the API answers: ranked by tiers, with summaries, highlighting, and how many there are, up to 2,000. The trigram side
 * does the least it could: one connection in this thread, the 20 newest, and as many counted.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, queries: { type: 'string', default: '60' }, scans: { type: 'string', default: '12' } } });
const rows = Number(values.rows);
const queries = Number(values.queries);

/** The trigram table beside our database; built once. */
async function trigramTable(dataDirectory: string): Promise<{ path: string; seconds: number }> {
  const path = join(dataDirectory, 'trigram.sqlite');
  if (existsSync(path)) return { path, seconds: 0 };
  const building = `${path}.building`;
  await rm(building, { force: true });
  const started = performance.now();
  const ours = new DatabaseSync(join(dataDirectory, 'sunlit.sqlite'), { readOnly: true });
  const theirs = new DatabaseSync(building);
  theirs.exec(`
    pragma journal_mode = off; pragma synchronous = off;
    create table doc (no integer primary key, title text not null, body text not null);
    create virtual table found using fts5 (title, body, content = 'doc', content_rowid = 'no', tokenize = 'trigram')`);
  const keep = theirs.prepare('insert into doc (no, title, body) values (?, ?, ?)');
  const index = theirs.prepare('insert into found (rowid, title, body) values (?, ?, ?)');
  theirs.exec('begin');
  let done = 0;
  for (const { no, content } of ours.prepare(`select d.no, r.content from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision order by d.no`).iterate()) {
    const parsed = JSON.parse(String(content)) as DisclosureContent;
    const row = [Number(no), parsed.title, searchableText(parsed)] as const;
    keep.run(...row);
    index.run(...row);
    if (++done % 50_000 === 0) process.stderr.write(`trigram: ${done} of ${rows}\n`);
  }
  theirs.exec('commit');
  ours.close();
  theirs.close();
  await rename(building, path);
  return { path, seconds: (performance.now() - started) / 1000 };
}

/** The same question to the trigram table: 20 newest, and how many. */
function askTrigram(db: DatabaseSync, q: string): { ms: number; found: number } {
  const started = performance.now();
  const words = q.split(' ');
  const short = words.some((word) => [...word].length < 3);
  const from = short
    ? `doc where ${words.map(() => `(title like ? or body like ?)`).join(' and ')}`
    : 'found where found match ?';
  const parameters = short ? words.flatMap((word) => [`%${word}%`, `%${word}%`]) : [words.map((word) => `"${word}"`).join(' ')];
  const key = short ? 'no' : 'rowid';
  const newest = db.prepare(`select ${key}, title from ${from} order by ${key} desc limit 20`).all(...parameters);
  const counted = db.prepare(`select count(*) as n from (select 1 from ${from} limit 2001)`).get(...parameters) as { n: number };
  return { ms: performance.now() - started, found: newest.length === 0 ? 0 : Math.min(counted.n, 2_000) };
}

const dataDirectory = await loaded(rows);
const { path, seconds } = await trigramTable(dataDirectory);
const db = new DatabaseSync(path, { readOnly: true });
db.exec('pragma cache_size = -65536; pragma mmap_size = 1073741824');
const database = openDatabase({ dataDirectory });
try {
  const lines: string[][] = [];
  for (const kind of TERM_CLASSES.filter((one) => !one.startsWith('pinyin'))) {
    process.stderr.write(`${kind}\n`);
    const scans = kind === '1 character' || kind === '2 characters' || kind === 'two words';
    const terms = searchTerms(kind, (scans ? Number(values.scans) : queries) * 2, vocabulary.disclosures, SEED + 3);
    const samples = { ours: [] as number[], trigram: [] as number[] };
    let differing = 0;
    for (const [index, q] of terms.entries()) {
      const started = performance.now();
      const ours = await listDisclosures(database, { q });
      const took = performance.now() - started;
      const theirs = askTrigram(db, q);
      if (index < terms.length / 2) continue; // to warm up
      samples.ours.push(took);
      samples.trigram.push(theirs.ms);
      if (ours.total.value !== theirs.found) differing += 1;
    }
    const cells = (of: readonly number[]) => [ms(quantile(of, 0.5)), ms(quantile(of, 0.95)), ms(Math.max(...of))];
    lines.push([kind, String(samples.ours.length), ...cells(samples.ours), ...cells(samples.trigram), `${(quantile(samples.trigram, 0.5) / quantile(samples.ours, 0.5)).toFixed(1)} ×`, String(differing)]);
  }
  const size = async (file: string) => bytes((await stat(file)).size);
  console.log(conditions({
    title: 'Search against FTS5 trigram',
    with: {
      Rows: rows, Runs: `questions in turns, after as many others to warm up`, Ours: 'the whole answer of the API: ranking, summaries, highlighting, total', Trigram: 'titles of the 20 newest and the count; LIKE below three characters',
      Files: `ours ${await size(join(dataDirectory, 'sunlit.sqlite'))} with everything else the server keeps, trigram ${await size(path)} with title and text only${seconds > 0 ? `, built in ${seconds.toFixed(0)} s` : ''}`,
    },
  }));
  console.log(table(['search', 'n', 'ours p50 ms', 'p95', 'max', 'trigram p50 ms', 'p95', 'max', 'trigram / ours (p50)', 'other totals'], lines));
  console.log('“Other totals” counts questions whose number of hits differs. Trigram compares text as it stands; ours folds width, case and traditional characters, and also finds document numbers.\n');
} finally {
  await database.close();
  db.close();
}
