import { ftsQuery, phrase, titleKey, tokens, type Query, type Word } from '@sunlit/search';
import { sql, type RawBuilder } from 'kysely';
import type { Database, Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import { numberConditions, type Filters } from '../disclosures/filters.ts';
import type { IndexEntry } from './entry.ts';
import type { SearchEngine, Stage } from './engine.ts';
import { filingQuery, filingWords } from './filing.ts';

// Private-use characters are token characters to FTS5's unicode61, and no query of ours holds one.
const fieldBreak = '\uE000';
const titleEnd = '\uE001';
const firstCharacter = '\uE003';
const firstToken = '\uE004';

const words = (text: string): string => tokens(text).join(' ');

/** A title's key with its beginning in tokens of their own: what begins a title is a short list, what occurs in it may be long. */
function keyWords(key: string): string {
  const [first = '', ...others] = tokens(key);
  return [firstCharacter + String.fromCodePoint(key.codePointAt(0) ?? 0), firstToken + first, ...others, titleEnd].join(' ');
}

/** Letters three at a time, so that a phrase of them is any substring of three or more. */
function threes(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, start) => text.slice(start, start + 3));
}

function letterWords(readings: string): string {
  return readings.split(' ').map((reading) => threes(reading).join(' ')).join(` ${fieldBreak} `);
}

const nothing = `"${fieldBreak}${titleEnd}"`;

/** The words in FTS5's language, or an expression that matches nothing. */
function fts5(words: readonly Word[]): string {
  return ftsQuery(words) ?? nothing;
}

const anyLetters = '{full initials}';

/** The index is of three letters at a time. */
function sounds(letters: string | undefined): letters is string {
  return letters !== undefined && letters.length >= 3;
}

/** The index of disclosures, or of what its tables say in front of their names. */
export function sqliteSearch(of: '' | 'topic_'): SearchEngine {
  const [heading, whole, pinyin] = [`${of}fts_heading`, `${of}fts_whole`, `${of}fts_pinyin`] as const;

  async function add(w: Writing, entries: readonly IndexEntry[]): Promise<void> {
    // A dictionary that a server starts without.
    const { titlePinyin } = await import('@sunlit/search/pinyin');
    const rows = entries.map(({ no, title, numbers, body, filing }) => ({
      rowid: no,
      heading: [title, ...numbers].map(words).join(` ${fieldBreak} `),
      key: keyWords(titleKey(title)),
      body: words(body),
      filing: filing === undefined ? '' : filingWords(filing),
      sounds: titlePinyin(title),
    }));
    await insertRows(w, heading, rows.map(({ rowid, heading: text, key, filing }) => ({ rowid, heading: text, key, filing })));
    await insertRows(w, whole, rows.map(({ rowid, heading: text, body, filing }) => ({ rowid, heading: text, body, filing })));
    await insertRows(w, pinyin, rows.map(({ rowid, sounds: { full, initials }, filing }) => ({ rowid, full: letterWords(full), initials: letterWords(initials), filing })));
  }

  async function remove({ db }: Writing, no: number): Promise<void> {
    await sql`delete from ${sql.table(heading)} where rowid = ${no}`.execute(db);
    await sql`delete from ${sql.table(whole)} where rowid = ${no}`.execute(db);
    await sql`delete from ${sql.table(pinyin)} where rowid = ${no}`.execute(db);
  }

  /** The hits of an expression that pass the filters, all of them found within the index. */
  function fts(table: string, expression: string, filters: Filters = {}): RawBuilder<unknown> {
    const filing = filingQuery(filters);
    const rowid = sql.ref(`${table}.rowid`);
    const numbers = sql.join([sql`true`, ...numberConditions(filters, rowid)], sql` and `);
    return sql`select ${rowid} as no from ${sql.table(table)} where ${sql.table(table)} match ${filing === undefined ? expression : `(${filing}) AND (${expression})`} and ${numbers}`;
  }

  /** The titles with one of these runs of letters, in the syllables or among the initials. */
  function sounding(runs: readonly string[], columns: string, filters: Filters = {}): RawBuilder<unknown> {
    const phrases = runs.map((run) => `"${threes(run).join(' ')}"`);
    return fts(pinyin, `${columns} : (${phrases.length > 0 ? phrases.join(' OR ') : nothing})`, filters);
  }

  /** Each stage is one streamed expression of FTS5, newest first, and excludes what the stages before it hold. */
  function stages(query: Query, filters: Filters): Stage[] {
    const all = fts5(query.terms);
    const any = query.terms.map((term) => fts5([term])).join(' OR ');
    const joined = query.terms.join('');
    const patterns = phrase(joined);
    const [first, ...others] = patterns.map(({ token }) => token);
    const begins = `key : "${patterns[0]?.match === 'prefix' ? firstCharacter + joined : [`${firstToken}${first}`, ...others].join(' ')}"${others.length > 0 && patterns.at(-1)?.match === 'prefix' ? ' *' : ''}`;
    const equals = `key : "${[`${firstToken}${tokens(joined)[0]}`, ...tokens(joined).slice(1), titleEnd].join(' ')}"`;
    const inHeading = `heading : (${all})`;
    const found: Stage[] = [
      { name: 'equals', tier: 'title', hits: fts(heading, `(${equals}) AND (${inHeading})`, filters) },
      { name: 'begins', tier: 'title', hits: fts(heading, `((${begins}) AND (${inHeading})) NOT (${equals})`, filters) },
      { name: 'contains', tier: 'title', hits: fts(heading, `(${inHeading}) NOT (${begins})`, filters) },
    ];
    if (query.terms.length > 1) found.push({ name: 'mixed', tier: 'mixed', hits: fts(whole, `((${all}) AND (heading : (${any}))) NOT (${inHeading})`, filters) });
    found.push({ name: 'body', tier: 'body', hits: fts(whole, `(${all}) NOT (heading : (${any}))`, filters) });
    if (sounds(query.letters)) {
      const exact = sql`exists (select 1 from ${sql.table(whole)} where ${sql.ref(`${whole}.rowid`)} = ${sql.ref(`${pinyin}.rowid`)} and ${sql.table(whole)} match ${all})`;
      found.push({ name: 'pinyin', tier: 'pinyin', hits: sql`${sounding([query.letters], anyLetters, filters)} and not ${exact}` });
    }
    return found;
  }

  function everything(query: Query, filters: Filters, most?: number): RawBuilder<unknown> {
    const exact = fts(whole, fts5(query.terms), filters);
    if (!sounds(query.letters)) return exact;
    // A union takes all of both; no more is needed of either than of both.
    const limit = most === undefined ? sql`` : sql`order by no desc limit ${most}`;
    return sql`select no from (${exact} ${limit}) union select no from (${sounding([query.letters], anyLetters, filters)} ${limit})`;
  }

  async function optimise({ write }: Database): Promise<void> {
    for (const table of [heading, whole, pinyin]) {
      await sql`insert into ${sql.table(table)} (${sql.ref(table)}) values ('optimize')`.execute(write);
    }
  }

  return {
    add, remove, stages, everything, optimise,
    soundsLike: (readings, filters) => sounding(readings, 'full', filters),
    titlesWith: (words) => fts(heading, `heading : (${fts5(words)})`),
    textsWith: (words) => fts(whole, fts5(words)),
  };
}
