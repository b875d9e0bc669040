import { normalise, titleKey, tsQuery, tsVector, type Query, type Word } from '@sunlit/search';
import { sql, type RawBuilder } from 'kysely';
import { inBatches, type Database, type Writing } from '../database/database.ts';
import { rowConditions, type Filters } from '../disclosures/filters.ts';
import type { IndexEntry } from './entry.ts';
import type { SearchEngine, Stage } from './engine.ts';

// Separates fields in the normalised text, so that no term adjoins across them.
const fieldBreak = '\n';

/** PostgreSQL stores no NUL; it separates words like any control character. */
function storable(text: string): string {
  return text.replaceAll('\0', ' ');
}

/** AND needs no positions, and without them no long document loses words (shared/design/search.md §9). */
function vector(text: string): RawBuilder<unknown> {
  return sql`array_to_tsvector(${tsVector(text)}::text[])`;
}

type Column = 'heading' | 'whole';

/** Whether the column holds every word. */
function holds(column: Column, words: readonly Word[]): RawBuilder<boolean> {
  const query = tsQuery(words);
  if (query === undefined) return sql<boolean>`false`;
  const adjoining = query.like.map((patterns) => sql`(${sql.join(patterns.map((pattern) => sql`s.${sql.ref(column)} like ${pattern}`), sql` or `)})`);
  return sql<boolean>`(s.${sql.ref(`${column}_tokens`)} @@ ${query.tsquery}::tsquery and ${sql.join(adjoining, sql` and `)})`;
}

/** As in SQLite, from three letters. They are letters only, so nothing in the pattern needs escaping. */
function sounding(letters: string | undefined): RawBuilder<boolean> | undefined {
  return letters !== undefined && letters.length >= 3 ? sql<boolean>`s.pinyin like ${`%${letters}%`}` : undefined;
}

/** The index of disclosures, or of what its table says in front of its name. */
export function postgresSearch(of: '' | 'topic_'): SearchEngine {
  const table = sql.table(`${of}search_text`);

  async function add({ db }: Writing, entries: readonly IndexEntry[]): Promise<void> {
    // A dictionary that a server starts without.
    const { titlePinyin } = await import('@sunlit/search/pinyin');
    await inBatches(entries, async (batch) => {
      const rows = batch.map(({ no, title, numbers, body }) => {
        const heading = normalise([title, ...numbers].join(fieldBreak));
        const whole = `${heading}${fieldBreak}${normalise(body)}`;
        const { full, initials } = titlePinyin(title);
        return sql`(${no}, ${storable(heading)}, ${titleKey(title)}, ${storable(whole)}, ${vector(heading)}, ${vector(whole)}, ${`${full} ${initials}`})`;
      });
      await sql`insert into ${table} (no, heading, title_key, whole, heading_tokens, whole_tokens, pinyin) values ${sql.join(rows)}`.execute(db);
    });
  }

  async function remove({ db }: Writing, no: number): Promise<void> {
    await sql`delete from ${table} where no = ${no}`.execute(db);
  }

  function hits(condition: RawBuilder<boolean>, filters: Filters = {}): RawBuilder<unknown> {
    return Object.keys(filters).length === 0
      ? sql`select s.no from ${table} s where ${condition}`
      : sql`select s.no from ${table} s join disclosure d on d.no = s.no where ${condition} and ${rowConditions(filters)}`;
  }

  function stages(query: Query, filters: Filters): Stage[] {
    const { terms } = query;
    const joined = terms.join('');
    const inHeading = holds('heading', terms);
    const someInHeading = sql<boolean>`(${sql.join(terms.map((term) => holds('heading', [term])), sql` or `)})`;
    const everywhere = holds('whole', terms);
    const equals = sql<boolean>`s.title_key = ${joined}`;
    const begins = sql<boolean>`starts_with(s.title_key, ${joined})`;
    const found: Stage[] = [
      { name: 'equals', tier: 'title', hits: hits(sql`${inHeading} and ${equals}`, filters) },
      { name: 'begins', tier: 'title', hits: hits(sql`${inHeading} and ${begins} and not ${equals}`, filters) },
      { name: 'contains', tier: 'title', hits: hits(sql`${inHeading} and not ${begins}`, filters) },
    ];
    if (terms.length > 1) found.push({ name: 'mixed', tier: 'mixed', hits: hits(sql`${everywhere} and ${someInHeading} and not ${inHeading}`, filters) });
    found.push({ name: 'body', tier: 'body', hits: hits(sql`${everywhere} and not ${someInHeading}`, filters) });
    const pinyin = sounding(query.letters);
    if (pinyin) found.push({ name: 'pinyin', tier: 'pinyin', hits: hits(sql`${pinyin} and not ${everywhere}`, filters) });
    return found;
  }

  function everything(query: Query, filters: Filters): RawBuilder<unknown> {
    const exact = holds('whole', query.terms);
    const pinyin = sounding(query.letters);
    return hits(pinyin ? sql<boolean>`(${exact} or ${pinyin})` : exact, filters);
  }

  return {
    add, remove, stages, everything,
    // Autovacuum brings in what the GIN indexes have pending; the planner should not wait for it.
    optimise: async ({ write }: Database) => void (await sql`analyze`.execute(write)),
    soundsLike: (readings, filters) => hits(readings.length > 0 ? sql<boolean>`s.pinyin like any (${readings.map((reading) => `%${reading}%`)}::text[])` : sql<boolean>`false`, filters),
    titlesWith: (words) => hits(holds('heading', words)),
    textsWith: (words) => hits(holds('whole', words)),
  };
}
