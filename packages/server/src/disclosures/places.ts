import type { DisclosureContent, FieldError } from '@sunlit/contract';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { PublicationError } from './content.ts';

/** An agency's place in the tree: `lineage` is itself, then those above it. */
export type Place = { readonly no: number; readonly position: number; readonly lineage: readonly number[] };

/** Where in the two trees the contents belong. @throws PublicationError for an unknown agency, or a category that is not its own. */
export async function findPlaces(
  { db }: { readonly db: Kysely<Tables> }, contents: readonly Pick<DisclosureContent, 'agencyId' | 'categoryId'>[], pointers: readonly string[],
): Promise<(content: DisclosureContent) => Place> {
  const agencyIds = [...new Set(contents.map(({ agencyId }) => agencyId))];
  const { rows } = await sql<{ id: string; no: number; position: number; above: number; distance: number }>`
    with recursive lineage (id, no, position, above, next, distance) as (
      select id, no, position, no, parent_no, 0 from agency where id in (${sql.join(agencyIds)})
      union all
      select lineage.id, lineage.no, lineage.position, agency.no, agency.parent_no, distance + 1
      from lineage join agency on agency.no = lineage.next
    )
    select id, no, position, above, distance from lineage order by distance`.execute(db);
  const places = new Map<string, Place & { lineage: number[] }>();
  for (const { id, no, position, above } of rows) {
    const place = places.get(id);
    if (place) place.lineage.push(above);
    else places.set(id, { no, position, lineage: [above] });
  }
  const categoryIds = [...new Set(contents.map(({ categoryId }) => categoryId))];
  const owners = new Map((await db.selectFrom('category').select(['id', 'agency_no']).where('id', 'in', categoryIds).execute()).map(({ id, agency_no }) => [id, agency_no]));
  const errors = contents.flatMap(({ agencyId, categoryId }, index): FieldError[] => {
    const pointer = `${pointers[index]}/content`;
    const place = places.get(agencyId);
    if (!place) return [{ pointer: `${pointer}/agencyId`, code: 'unknown-agency', detail: `there is no agency "${agencyId}"` }];
    const owner = owners.get(categoryId);
    if (owner === undefined) return [{ pointer: `${pointer}/categoryId`, code: 'unknown-category', detail: `there is no category "${categoryId}"` }];
    if (owner !== null && !place.lineage.includes(owner)) return [{ pointer: `${pointer}/categoryId`, code: 'foreign-category', detail: `"${categoryId}" is another agency's category` }];
    return [];
  });
  if (errors.length > 0) throw new PublicationError(errors);
  return ({ agencyId }) => places.get(agencyId) as Place;
}
