import type { Count, DisclosurePage, DisclosureQuery } from '@sunlit/contract';
import { DEFAULT_LIMIT } from '@sunlit/contract';
import { parseQuery, type Query } from '@sunlit/search';
import type { Database } from '../database/database.ts';
import { invalid } from '../problems.ts';
import { searchEngine } from '../search/engine.ts';
import { nearTitles } from '../search/near.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';
import { facetsFromCells, facetsFromRows, totalFromCells, totalFromRows } from './facets.ts';
import { resolveFilters, type Filters } from './filters.ts';
import { byAgency, newest, newestOf, newestOfEach } from './order.ts';
import { references, summaries, type Hit } from './rows.ts';

/** Some hits, and where those after them begin if there are more. */
type Found = { readonly hits: readonly Hit[]; readonly next?: Position };

/** One page of disclosures: `DisclosureQuery` says what, in which order, from where. */
export async function listDisclosures(database: Database, request: DisclosureQuery): Promise<DisclosurePage> {
  const { cursor, limit = DEFAULT_LIMIT, facets: withFacets = false, ...asked } = request;
  const query = readQuery(asked.q);
  const sort = asked.sort ?? (query ? 'relevance' : 'newest');
  if (sort === 'relevance' && !query) throw invalid({ pointer: '/query/sort', code: 'needs-query' });
  const filters = await resolveFilters(database, asked);
  const bound = { ...asked, sort };
  const position = <Name extends string>(...names: Name[]) => (cursor === undefined ? undefined : decodeCursor(bound, cursor, names));
  const all = query && ((some: Filters, most?: number) => searchEngine(database.engine).everything(query, some, most));

  const fromRows = all !== undefined || filters.days !== undefined;
  // Facets of rows read all that is counted, and count it on the way.
  const ofRows = fromRows && withFacets ? facetsFromRows(database, filters, all) : undefined;
  const count = async (): Promise<Count> => (fromRows ? (await ofRows)?.total ?? totalFromRows(database, filters, all) : totalFromCells(database, filters));
  let known: Count | undefined;
  const find = async (): Promise<Found> => {
    if (query && sort === 'relevance') return byRelevance(database, query, filters, { limit, after: position('s', 'n'), known: () => known });
    if (sort === 'agency') {
      const rows = await byAgency(database, filters, limit + 1, position('p', 'n'), all?.(filters));
      return page(rows.map(({ no, agency_position }) => ({ no, position: { p: agency_position, n: no } })), limit);
    }
    const numbers = all ? await newestOf(database, all(filters), limit + 1, position('n')) : await newest(database, filters, limit + 1, position('n'));
    return page(numbers.map((no) => ({ no, position: { n: no } })), limit);
  };
  const [{ items, next }, total, facets] = await Promise.all([
    // Shown while others are still counted.
    find().then(async ({ hits, next: after }) => ({ items: await summaries(database, hits, query), next: after })),
    count().then((counted) => (known = counted)),
    ofRows?.then(({ facets: some }) => some) ?? (withFacets ? facetsFromCells(database, filters) : undefined),
  ]);
  return {
    items: items.map(({ updatedAt: _, ...item }) => item),
    ...(next ? { next: encodeCursor(bound, next) } : {}),
    total,
    ...(facets ? { facets } : {}),
    ...(query ? { search: { terms: [...query.terms], near: total.value === 0 ? await references(database, await nearTitles(database, query, filters)) : [] } } : {}),
  };
}

/** `undefined` for an empty box. @throws ProblemError when something was typed but nothing in it can be searched for. */
export function readQuery(q: string | undefined): Query | undefined {
  if (q === undefined || q.trim() === '') return undefined;
  const query = parseQuery(q);
  if (query === undefined) throw invalid({ pointer: '/query/q', code: 'nothing-to-search' });
  return query;
}

interface Wanted {
  readonly limit: number;
  /** The stage and the last row in it. */
  readonly after: { readonly s: number; readonly n: number } | undefined;
  /** How many hits there are, once they are counted: nothing is looked for after the last of them. */
  readonly known: () => Count | undefined;
}

/** The stages of the search one after the other; those of titles, which fill most pages, in one question. */
async function byRelevance(database: Database, query: Query, filters: Filters, { limit, after, known }: Wanted): Promise<Found> {
  const hits: Placed[] = [];
  const stages = searchEngine(database.engine).stages(query, filters).map((stage, s) => ({ ...stage, s, after: after?.s === s ? after : undefined })).slice(after?.s);
  const ofTitles = stages.filter(({ tier }) => tier === 'title');
  const groups = [ofTitles, ...stages.slice(ofTitles.length).map((stage) => [stage])];
  for (const asked of groups.filter(({ length }) => length > 0)) {
    for (const { place, no } of await newestOfEach(database, asked, limit + 1 - hits.length)) {
      const stage = asked[place];
      if (stage !== undefined) hits.push({ no, tier: stage.tier, position: { s: stage.s, n: no } });
    }
    const count = known();
    if (hits.length > limit || (!after && count?.relation === 'eq' && hits.length >= count.value)) break;
  }
  return page(hits, limit);
}

type Placed = Hit & { readonly position: Position };

/** A page of the hits; that there is one more says that there is a next page. */
function page(hits: readonly Placed[], limit: number): Found {
  const last = hits.length > limit ? hits[limit - 1] : undefined;
  return { hits: hits.slice(0, limit), ...(last ? { next: last.position } : {}) };
}
