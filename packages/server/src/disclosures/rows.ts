import type { DisclosureContent, DisclosureRef, DisclosureSummary } from '@sunlit/contract';
import { matchOf, type Query, type Tier } from '@sunlit/search';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { searchableText } from './content.ts';
import { visible } from './visible.ts';

/** A row to show: its number, and by which tier the search found it. */
export type Hit = { readonly no: number; readonly tier?: Tier };

/** The rows of a listing for these numbers, in their order. What became invisible since is left out. */
export async function summaries({ read }: Database, hits: readonly Hit[], query?: Query): Promise<(DisclosureSummary & { updatedAt: string })[]> {
  if (hits.length === 0) return [];
  const rows = await read.selectFrom('disclosure as d')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .select([
      'd.no', 'd.id', 'd.index_no', 'd.kind', 'r.title', 'r.summary', 'a.id as agency_id', 'a.name as agency_name', 'd.category_id',
      'r.doc_no', 'd.published_on', 'd.validity', 'd.open_term', 'd.revision', 'd.updated_at',
    ])
    .$if(query !== undefined, (select) => select.select('r.content'))
    .where('d.no', 'in', hits.map(({ no }) => no)).where(visible)
    .execute();
  const byNumber = new Map(rows.map((row) => [row.no, row]));
  return hits.flatMap(({ no, tier }) => {
    const row = byNumber.get(no);
    if (row === undefined) return [];
    return [{
      id: row.id,
      indexNo: row.index_no,
      kind: row.kind,
      title: row.title,
      summary: row.summary,
      agency: { id: row.agency_id, name: row.agency_name },
      categoryId: row.category_id,
      ...(row.doc_no === null ? {} : { docNo: row.doc_no }),
      publishedOn: row.published_on,
      validity: row.validity,
      openTerm: row.open_term,
      revision: row.revision,
      ...(query && row.content !== undefined ? { match: matchOf(row.title, searchableText(JSON.parse(row.content) as DisclosureContent), query, { tier }) } : {}),
      updatedAt: row.updated_at,
    }];
  });
}

/** References to these numbers, in their order, visible ones only. */
export async function references({ read }: Pick<Database, 'read'>, numbers: readonly number[]): Promise<DisclosureRef[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ no: number; id: string; title: string; agency_id: string; agency_name: string; kind: DisclosureRef['kind']; validity: DisclosureRef['validity'] }>`
    select d.no, d.id, r.title, a.id as agency_id, a.name as agency_name, d.kind, d.validity
    from disclosure d
    join revision r on r.disclosure_no = d.no and r.revision = d.revision
    join agency a on a.no = d.agency_no
    where ${visible} and d.no in (${sql.join(numbers)})`.execute(read);
  const byNumber = new Map(rows.map(({ no, id, title, agency_id, agency_name, kind, validity }) =>
    [no, { id, title, agency: { id: agency_id, name: agency_name }, kind, validity }]));
  return numbers.flatMap((no) => byNumber.get(no) ?? []);
}
