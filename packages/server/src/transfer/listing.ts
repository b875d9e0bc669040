import type { DisclosureContent, DisclosureFilters } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { resolveFilters } from '../disclosures/filters.ts';
import { readQuery } from '../disclosures/list.ts';
import { newest, newestOf } from '../disclosures/order.ts';
import { visible } from '../disclosures/visible.ts';
import { searchEngine } from '../search/engine.ts';

/** One disclosure of a listing, in full. */
export interface Listed {
  readonly row: Pick<Tables['disclosure'], 'id' | 'index_no' | 'published_on' | 'repealed_on' | 'validity' | 'open_term' | 'revision' | 'updated_at'>;
  readonly agency: string;
  readonly category: string;
  readonly content: DisclosureContent;
}

const together = 500;

/** Every disclosure of a listing, newest first, some at a time. @throws ProblemError when a filter names what does not exist. */
export async function* listed(database: Database, { q, ...asked }: DisclosureFilters): AsyncGenerator<Listed> {
  const query = readQuery(q);
  const filters = await resolveFilters(database, asked);
  const hits = query && searchEngine(database.engine).everything(query, filters);
  for (let after: { n: number } | undefined; ; ) {
    const numbers = hits ? await newestOf(database, hits, together, after) : await newest(database, filters, together, after);
    yield* await inFull(database, numbers);
    const last = numbers.at(-1);
    if (last === undefined || numbers.length < together) return;
    after = { n: last };
  }
}

async function inFull({ read }: Database, numbers: readonly number[]): Promise<Listed[]> {
  if (numbers.length === 0) return [];
  const rows = await read.selectFrom('disclosure as d')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no').innerJoin('category as c', 'c.id', 'd.category_id')
    .select(['d.id', 'd.index_no', 'd.published_on', 'd.repealed_on', 'd.validity', 'd.open_term', 'd.revision', 'd.updated_at', 'a.name as agency', 'c.name as category', 'r.content'])
    .where('d.no', 'in', numbers).where(visible).orderBy('d.no', 'desc')
    .execute();
  return rows.map(({ agency, category, content, ...row }) => ({ row, agency, category, content: JSON.parse(content) as DisclosureContent }));
}
