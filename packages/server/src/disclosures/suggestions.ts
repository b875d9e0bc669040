import type { DisclosureRef, Suggestion } from '@sunlit/contract';
import { highlight, parseQuery, type Query } from '@sunlit/search';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { searchEngine } from '../search/engine.ts';
import { resolveFilters, type Filters } from './filters.ts';
import { newestOf } from './order.ts';
import { references } from './rows.ts';

const mostAgencies = 3;
const candidates = 60;

/** Agencies and titles while typing. Nothing to search for is no error here: the next letter may be one. */
export async function suggestions(database: Database, q: string, limit: number, agency?: string): Promise<Suggestion[]> {
  const query = parseQuery(q);
  if (query === undefined) return [];
  const filters = await resolveFilters(database, agency === undefined ? {} : { agency });
  const agencies = await agenciesNamed(database, query, filters, Math.min(mostAgencies, limit));
  return [...agencies, ...(await titles(database, query, filters, limit - agencies.length))];
}

async function agenciesNamed({ read }: Database, { terms, letters }: Query, { agency }: Filters, limit: number): Promise<Suggestion[]> {
  const holds = (text: string) => sql`search_text like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
  const named = sql`(${sql.join(terms.map(holds), sql` and `)})`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from agency
    where ${letters === undefined ? named : sql`(${named} or ${holds(letters)})`}
      ${agency ? sql`and position between ${agency.position} and ${agency.last}` : sql``}
    order by length(name), position limit ${limit}`.execute(read);
  return rows.map(({ id, name }) => ({ type: 'agency', id, text: name, marks: highlight(name, terms) }));
}

async function titles(database: Database, query: Query, filters: Filters, limit: number): Promise<Suggestion[]> {
  const found: DisclosureRef[] = [];
  for (const { tier, hits } of searchEngine(database.engine).stages(query, filters)) {
    if (tier === 'mixed' || tier === 'body') continue;
    if (found.length >= limit) break;
    const newest = await references(database, await newestOf(database, hits, candidates));
    // The shorter a title that holds the words, the more it is about them; else forty notices hide the rule they rest on.
    found.push(...newest.sort((a, b) => a.title.length - b.title.length));
  }
  return found.slice(0, limit).map(({ id, title, agency }) => ({ type: 'disclosure', id, text: title, agency, marks: highlight(title, query.terms) }));
}
