import type { AgencyContent, Category } from '@sunlit/contract';
import { normalise } from '@sunlit/search';
import { sql } from 'kysely';
import { writing, type Database, type Writing } from '../database/database.ts';
import { WHOLE, sumCells } from '../disclosures/cells.ts';
import { reindexAgency } from '../disclosures/indexing.ts';

/** Enters agencies or brings them up to date. The order given is the order among those with the same parent. */
export function saveAgencies(database: Database, agencies: readonly AgencyContent[]): Promise<void> {
  return writing(database, (w) => enterAgencies(w, agencies));
}

/** The same within a change of more. What is searched and counted follows an agency that has moved. */
export async function enterAgencies(w: Writing, agencies: readonly AgencyContent[]): Promise<void> {
  const known = await w.db.selectFrom('agency').select(['no', 'id', 'parent_no']).orderBy('position').execute();
  const numbers = new Map(known.map(({ id, no }) => [id, no]));
  let highest = Math.max(WHOLE, ...numbers.values());
  for (const { id } of agencies) if (!numbers.has(id)) numbers.set(id, ++highest);
  const number = (id: string): number => {
    const no = numbers.get(id);
    if (no === undefined) throw new Error(`There is no agency "${id}".`);
    return no;
  };

  const parents = new Map<number, number | null>(known.map(({ no, parent_no }) => [no, parent_no]));
  const moved = agencies.some(({ id, parentId }) => parents.has(number(id)) && parents.get(number(id)) !== (parentId === undefined ? null : number(parentId)));
  const before = new Map(parents);
  for (const { id, parentId } of agencies) parents.set(number(id), parentId === undefined ? null : number(parentId));
  const positions = depthFirst(parents);
  // Parents first: the foreign key is checked row by row.
  const inOrder = [...agencies].sort((a, b) => (positions.get(number(a.id))?.position ?? 0) - (positions.get(number(b.id))?.position ?? 0));
  const { titlePinyin } = await import('@sunlit/search/pinyin');
  for (const agency of inOrder) {
    const { id, parentId, level, kind, name, shortName } = agency;
    const { full, initials } = titlePinyin(name);
    const row = {
      id, level, kind, name,
      parent_no: parentId === undefined ? null : number(parentId),
      short_name: shortName ?? null,
      search_text: [normalise(name), normalise(shortName ?? ''), full, initials].join('\n'),
      content: JSON.stringify(agency),
      ...(positions.get(number(id)) ?? { position: 0, last: 0 }),
    };
    await w.db.insertInto('agency').values({ no: number(id), ...row }).onConflict((conflict) => conflict.column('no').doUpdateSet(row)).execute();
  }
  await renumber(w, positions);
  if (moved) await refile(w, before, parents);
}

/** Enters categories or brings them up to date, parents before children. Statutory ones are there from the beginning. */
export function saveCategories(database: Database, categories: readonly Category[]): Promise<void> {
  return writing(database, async ({ db }) => {
    for (const [index, { id, parentId, agencyId, name }] of categories.entries()) {
      const agency = agencyId === undefined ? undefined : await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
      // After the fifteen statutory ones.
      const row = { parent_id: parentId ?? null, agency_no: agency?.no ?? null, name, position: 100 + index };
      await db.insertInto('category').values({ id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
    }
  });
}

type Span = { readonly position: number; readonly last: number };

/** Positions from 1, each agency before those below it. @throws Error when agencies stand below one another in a ring. */
function depthFirst(parents: ReadonlyMap<number, number | null>): Map<number, Span> {
  const children = new Map<number | null, number[]>();
  for (const [no, parent] of parents) children.set(parent, [...(children.get(parent) ?? []), no]);
  const spans = new Map<number, Span>();
  let position = 0;
  const visit = (no: number): void => {
    const own = ++position;
    children.get(no)?.forEach(visit);
    spans.set(no, { position: own, last: position });
  };
  children.get(null)?.forEach(visit);
  if (spans.size < parents.size) throw new Error('Some agencies stand below one another in a ring.');
  return spans;
}

/** Gives every agency its position, and its disclosures and topics with it. The tree changes rarely. */
async function renumber({ db }: Writing, spans: ReadonlyMap<number, Span>): Promise<void> {
  const stored = await db.selectFrom('agency').select(['no', 'position', 'last']).execute();
  for (const { no, position, last } of stored) {
    const span = spans.get(no);
    if (span && (span.position !== position || span.last !== last)) await db.updateTable('agency').set(span).where('no', '=', no).execute();
  }
  await sql`
    update disclosure set agency_position = (select position from agency where no = disclosure.agency_no)
    where agency_position <> (select position from agency where no = disclosure.agency_no)`.execute(db);
  await sql`
    update topic set board_position = (select position from agency where no = topic.board_no), agency_position = (select position from agency where no = topic.agency_no)
    where board_position <> (select position from agency where no = topic.board_no) or agency_position <> (select position from agency where no = topic.agency_no)`.execute(db);
}

type Parents = ReadonlyMap<number, number | null>;

/** The agency, then those above it. */
function lineage(parents: Parents, no: number): number[] {
  const above = parents.get(no) ?? null;
  return above === null ? [no] : [no, ...lineage(parents, above)];
}

/** Sums all cells up anew and files what is searched anew, since the agencies above some disclosures are others now. */
async function refile(w: Writing, before: Parents, parents: Parents): Promise<void> {
  await sumCells(w.db);
  for (const no of before.keys()) {
    const now = lineage(parents, no);
    if (now.join() !== lineage(before, no).join()) await reindexAgency(w, no, now);
  }
}
