import { ftsQuery, phrase, tokens, type Query, type Word } from '@sunlit/search';
import { titlePinyin } from '@sunlit/search/pinyin';
import { sql, type RawBuilder } from 'kysely';
import type { Database, Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import { numberConditions, rowConditions, type Filters } from '../disclosures/filters.ts';
import { titleKey, type IndexEntry } from './entry.ts';
import type { SearchEngine, Stage } from './engine.ts';
import { filingQuery, filingWords } from './filing.ts';

// Private-use characters are token characters to FTS5's unicode61, and no query of ours holds one.
const fieldBreak = '\uE000';
const titleEnd = '\uE001';

async function add(w: Writing, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ no, title, numbers, body, filing }) => ({
    rowid: no,
    heading: [title, ...numbers].map(words).join(` ${fieldBreak} `),
    key: `${words(titleKey(title))} ${titleEnd}`,
    body: words(body),
    filing: filingWords(filing),
    pinyin: titlePinyin(title),
  }));
  await insertRows(w, 'fts_heading', rows.map(({ rowid, heading, key, filing }) => ({ rowid, heading, key, filing })));
  await insertRows(w, 'fts_whole', rows.map(({ rowid, heading, body, filing }) => ({ rowid, heading, body, filing })));
  await insertRows(w, 'fts_pinyin', rows.map(({ rowid, pinyin: { full, initials } }) => ({ rowid, full, initials })));
}

const words = (text: string): string => tokens(text).join(' ');

async function remove({ db }: Writing, no: number): Promise<void> {
  await sql`delete from fts_heading where rowid = ${no}`.execute(db);
  await sql`delete from fts_whole where rowid = ${no}`.execute(db);
  await sql`delete from fts_pinyin where rowid = ${no}`.execute(db);
}

type Indexed = 'fts_heading' | 'fts_whole';

/** The hits of an expression that pass the filters, all of them found within the index. */
function fts(table: Indexed, expression: string, filters: Filters = {}): RawBuilder<unknown> {
  const filing = filingQuery(filters);
  const rowid = sql.ref(`${table}.rowid`);
  const numbers = sql.join([sql`true`, ...numberConditions(filters, rowid)], sql` and `);
  return sql`select ${rowid} as no from ${sql.table(table)} where ${sql.table(table)} match ${filing === undefined ? expression : `(${filing}) AND (${expression})`} and ${numbers}`;
}

/** Of these the index knows the letters alone. */
function sounding(expression: string, filters: Filters = {}): RawBuilder<unknown> {
  return Object.keys(filters).length === 0
    ? sql`select fts_pinyin.rowid as no from fts_pinyin where fts_pinyin match ${expression}`
    : sql`select fts_pinyin.rowid as no from fts_pinyin cross join disclosure d where fts_pinyin match ${expression} and d.no = fts_pinyin.rowid and ${rowConditions(filters, sql`fts_pinyin.rowid`)}`;
}

const nothing: RawBuilder<unknown> = sql`select 0 as no where 1 = 0`;

/** The words in FTS5's language, or an expression that matches nothing. */
function fts5(words: readonly Word[]): string {
  return ftsQuery(words) ?? `"${fieldBreak}${titleEnd}"`;
}

/** Each stage is one streamed expression of FTS5, newest first, and excludes what the stages before it hold. */
function stages(query: Query, filters: Filters): Stage[] {
  const all = fts5(query.terms);
  const any = query.terms.map((term) => fts5([term])).join(' OR ');
  const joined = query.terms.join('');
  const patterns = phrase(joined);
  const begins = `key : ^ "${patterns.map(({ token }) => token).join(' ')}"${patterns.at(-1)?.match === 'prefix' ? ' *' : ''}`;
  const equals = `key : ^ "${[...tokens(joined), titleEnd].join(' ')}"`;
  const inHeading = `heading : (${all})`;
  const found: Stage[] = [
    { name: 'equals', tier: 'title', hits: fts('fts_heading', `(${equals}) AND (${inHeading})`, filters) },
    { name: 'begins', tier: 'title', hits: fts('fts_heading', `((${begins}) AND (${inHeading})) NOT (${equals})`, filters) },
    { name: 'contains', tier: 'title', hits: fts('fts_heading', `(${inHeading}) NOT (${begins})`, filters) },
  ];
  if (query.terms.length > 1) found.push({ name: 'mixed', tier: 'mixed', hits: fts('fts_whole', `((${all}) AND (heading : (${any}))) NOT (${inHeading})`, filters) });
  found.push({ name: 'body', tier: 'body', hits: fts('fts_whole', `(${all}) NOT (heading : (${any}))`, filters) });
  if (sounds(query.letters)) {
    const exact = sql`exists (select 1 from fts_whole where fts_whole.rowid = fts_pinyin.rowid and fts_whole match ${all})`;
    found.push({ name: 'pinyin', tier: 'pinyin', hits: sql`${sounding(`"${query.letters}"`, filters)} and not ${exact}` });
  }
  return found;
}

/** The index is of three letters at a time. */
function sounds(letters: string | undefined): letters is string {
  return letters !== undefined && letters.length >= 3;
}

function everything(query: Query, filters: Filters, most?: number): RawBuilder<unknown> {
  const exact = fts('fts_whole', fts5(query.terms), filters);
  if (!sounds(query.letters)) return exact;
  // A union takes all of both; to be counted it needs no more than the count goes.
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  return sql`select no from (${exact} ${limit}) union select no from (${sounding(`"${query.letters}"`, filters)} ${limit})`;
}

async function optimise({ write }: Database): Promise<void> {
  for (const table of ['fts_heading', 'fts_whole', 'fts_pinyin']) {
    await sql`insert into ${sql.table(table)} (${sql.ref(table)}) values ('optimize')`.execute(write);
  }
}

export const sqliteSearch: SearchEngine = {
  add, remove, stages, everything, optimise,
  soundsLike: (readings) => (readings.length > 0 ? sounding(`full : (${readings.map((reading) => `"${reading}"`).join(' OR ')})`) : nothing),
  titlesWith: (words) => fts('fts_heading', `heading : (${fts5(words)})`),
  textsWith: (words) => fts('fts_whole', fts5(words)),
  best: (hits) => sql`${hits} order by rank`,
};
