import { ftsQuery, phrase, tokens, type Query, type Word } from '@sunlit/search';
import { titlePinyin } from '@sunlit/search/pinyin';
import { sql, type RawBuilder } from 'kysely';
import type { Writing } from '../database/database.ts';
import { titleKey, type IndexEntry } from './entry.ts';
import type { SearchEngine, Stage } from './engine.ts';

// Private-use characters are token characters to FTS5's unicode61, and no query of ours holds one.
const fieldBreak = '\uE000';
const titleEnd = '\uE001';

function headingTokens({ title, numbers }: IndexEntry): string {
  return [title, ...numbers].map((text) => tokens(text).join(' ')).join(` ${fieldBreak} `);
}

async function add({ db }: Writing, entries: readonly IndexEntry[]): Promise<void> {
  const heading = entries.map((entry) => sql`(${entry.no}, ${headingTokens(entry)}, ${[...tokens(titleKey(entry.title)), titleEnd].join(' ')})`);
  const whole = entries.map((entry) => sql`(${entry.no}, ${headingTokens(entry)}, ${tokens(entry.body).join(' ')})`);
  const pinyin = entries.map((entry) => {
    const { full, initials } = titlePinyin(entry.title);
    return sql`(${entry.no}, ${full}, ${initials})`;
  });
  await sql`insert into fts_heading (rowid, heading, key) values ${sql.join(heading)}`.execute(db);
  await sql`insert into fts_whole (rowid, heading, body) values ${sql.join(whole)}`.execute(db);
  await sql`insert into fts_pinyin (rowid, full, initials) values ${sql.join(pinyin)}`.execute(db);
}

async function remove({ db }: Writing, no: number): Promise<void> {
  await sql`delete from fts_heading where rowid = ${no}`.execute(db);
  await sql`delete from fts_whole where rowid = ${no}`.execute(db);
  await sql`delete from fts_pinyin where rowid = ${no}`.execute(db);
}

const fts = (table: 'fts_heading' | 'fts_whole' | 'fts_pinyin', expression: string): RawBuilder<unknown> =>
  sql`select rowid as no from ${sql.table(table)} where ${sql.ref(table)} match ${expression}`;

const nothing: RawBuilder<unknown> = sql`select 0 as no where 1 = 0`;

/** The words in FTS5's language, or an expression that matches nothing. */
function fts5(words: readonly Word[]): string {
  return ftsQuery(words) ?? `"${fieldBreak}${titleEnd}"`;
}

/** Each stage is one streamed expression of FTS5, newest first, and excludes what the stages before it hold. */
function stages(query: Query): Stage[] {
  const all = fts5(query.terms);
  const any = query.terms.map((term) => fts5([term])).join(' OR ');
  const joined = query.terms.join('');
  const patterns = phrase(joined);
  const begins = `key : ^ "${patterns.map(({ token }) => token).join(' ')}"${patterns.at(-1)?.match === 'prefix' ? ' *' : ''}`;
  const equals = `key : ^ "${[...tokens(joined), titleEnd].join(' ')}"`;
  const inHeading = `heading : (${all})`;
  const found: Stage[] = [
    { name: 'equals', tier: 'title', hits: fts('fts_heading', `(${equals}) AND (${inHeading})`) },
    { name: 'begins', tier: 'title', hits: fts('fts_heading', `((${begins}) AND (${inHeading})) NOT (${equals})`) },
    { name: 'contains', tier: 'title', hits: fts('fts_heading', `(${inHeading}) NOT (${begins})`) },
  ];
  if (query.terms.length > 1) found.push({ name: 'mixed', tier: 'mixed', hits: fts('fts_whole', `((${all}) AND (heading : (${any}))) NOT (${inHeading})`) });
  found.push({ name: 'body', tier: 'body', hits: fts('fts_whole', `(${all}) NOT (heading : (${any}))`) });
  if (sounds(query.letters)) {
    const exact = sql`exists (select 1 from fts_whole where fts_whole.rowid = fts_pinyin.rowid and fts_whole match ${all})`;
    found.push({ name: 'pinyin', tier: 'pinyin', hits: sql`${fts('fts_pinyin', `"${query.letters}"`)} and not ${exact}` });
  }
  return found;
}

/** The index is of three letters at a time. */
function sounds(letters: string | undefined): letters is string {
  return letters !== undefined && letters.length >= 3;
}

function everything(query: Query): RawBuilder<unknown> {
  const exact = fts('fts_whole', fts5(query.terms));
  return sounds(query.letters) ? sql`${exact} union ${fts('fts_pinyin', `"${query.letters}"`)}` : exact;
}

export const sqliteSearch: SearchEngine = {
  add, remove, stages, everything,
  soundsLike: (readings) => (readings.length > 0 ? fts('fts_pinyin', `full : (${readings.map((reading) => `"${reading}"`).join(' OR ')})`) : nothing),
  titlesWith: (words) => fts('fts_heading', `heading : (${fts5(words)})`),
  textsWith: (words) => fts('fts_whole', fts5(words)),
  best: (hits) => sql`${hits} order by rank`,
};
