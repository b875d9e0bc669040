import { createHash } from 'node:crypto';
import type { AgencyContent, AgencyRecord, Answer, Category, Operations } from '@sunlit/contract';
import { sql, type Kysely } from 'kysely';
import { writing, type Database, type Writing } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { Tables } from '../database/tables.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { enterAgencies } from './tree.ts';

/** An agency as it is written. @throws ProblemError `not-found`. */
export async function readAgency(db: Kysely<Tables>, id: string): Promise<AgencyRecord> {
  const row = await db.selectFrom('agency').select('content').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return { id, version: createHash('sha256').update(row.content).digest('hex'), content: JSON.parse(row.content) as AgencyContent };
}

/** Changes what an agency entered about itself. @throws ProblemError when somebody else did meanwhile. */
export function saveAgency(database: Database, { params: { id }, body: { version, content } }: Call<'agencies.save'>): Promise<AgencyRecord> {
  return writing(database, async (w) => {
    const { content: { parentId } } = await seen(w, id, version);
    const constants = { id: content.id === id, parentId: content.parentId === parentId };
    const changed = Object.entries(constants).filter(([, same]) => !same).map(([name]) => ({ pointer: `/body/content/${name}`, code: 'constant' }));
    if (changed.length > 0) throw invalid(...changed);
    await enterAgencies(w, [content]);
    return readAgency(w.db, id);
  });
}

/** Enters an agency, last of those below its parent. */
export function createAgency(database: Database, { actor, key, body }: Call<'agencies.create'>): Promise<AgencyRecord> {
  return writing(database, (w) => once(w, { operation: 'agencies.create', owner: actor.id, key, body }, async () => {
    const known = await w.db.selectFrom('agency').select('no').where('id', '=', body.id).executeTakeFirst();
    if (known) throw invalid({ pointer: '/body/id', code: 'taken' });
    await enterAgencies(w, [body]);
    return readAgency(w.db, body.id);
  }));
}

/** Puts an agency and everything below it elsewhere in the tree. */
export function moveAgency(database: Database, { params: { id }, body: { version, parentId } }: Call<'agencies.move'>): Promise<AgencyRecord> {
  return writing(database, async (w) => {
    const { content } = await seen(w, id, version);
    const own = await w.db.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirstOrThrow();
    const parent = await w.db.selectFrom('agency').select('position').where('id', '=', parentId).executeTakeFirstOrThrow();
    if (own.position <= parent.position && parent.position <= own.last) throw invalid({ pointer: '/body/parentId', code: 'below-itself' });
    if (content.parentId !== parentId) await enterAgencies(w, [{ ...content, parentId }]);
    return readAgency(w.db, id);
  });
}

async function seen({ db }: Writing, id: string, version: string): Promise<AgencyRecord> {
  const current = await readAgency(db, id);
  if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
  return current;
}

/** Enters or changes a category of an agency's own. @throws ProblemError for an id or a parent that is not its own to use, or when somebody else changed it meanwhile. */
export function saveCategory(database: Database, { params: { id: agencyId, category: id }, body: { parentId, name, before } }: Call<'categories.save'>): Promise<Category> {
  return writing(database, async ({ db }) => {
    if (!id.startsWith(`${agencyId}.`)) throw invalid({ pointer: '/params/category', code: 'pattern' });
    const { no } = await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
    const rows = await db.selectFrom('category').select(['id', 'parent_id', 'agency_no', 'name', 'position']).execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    const parent = known.get(parentId);
    if (parent === undefined) throw invalid({ pointer: '/body/parentId', code: 'unknown-category' });
    if (parent.agency_no !== null && parent.agency_no !== no) throw invalid({ pointer: '/body/parentId', code: 'foreign-category' });
    for (let above: string | null = parentId; above !== null; above = known.get(above)?.parent_id ?? null) {
      if (above === id) throw invalid({ pointer: '/body/parentId', code: 'below-itself' });
    }
    const saved = known.get(id);
    if (saved === undefined && before !== undefined) throw notFound();
    const stands = (as: typeof before) => saved?.parent_id === as?.parentId && saved?.name === as?.name;
    if (!stands(before) && !stands({ parentId, name })) throw new ProblemError('changed-meanwhile', [], { current: { id, parentId: saved?.parent_id, agencyId, name: saved?.name } });
    const position = saved?.position ?? Math.max(...rows.map((row) => row.position)) + 1;
    const row = { parent_id: parentId, agency_no: no, name, position };
    await db.insertInto('category').values({ id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
    return { id, parentId, agencyId, name };
  });
}

/** Removes a category of an agency's own. @throws ProblemError while a disclosure, a draft or another category stands in it. */
export function deleteCategory(database: Database, { params: { id: agencyId, category: id } }: Call<'categories.delete'>): Promise<Answer<Operations['categories.delete']>> {
  return writing(database, async ({ db }) => {
    const own = await db.selectFrom('category').innerJoin('agency', 'agency.no', 'category.agency_no').select('category.id').where('category.id', '=', id).where('agency.id', '=', agencyId).executeTakeFirst();
    if (own === undefined) throw notFound();
    const named = `%${JSON.stringify({ categoryId: id }).slice(1, -1).replaceAll('_', '\\_')}%`;
    const used = await Promise.all([
      db.selectFrom('disclosure').select('id').where('category_id', '=', id).limit(1).executeTakeFirst(),
      db.selectFrom('category').select('id').where('parent_id', '=', id).limit(1).executeTakeFirst(),
      db.selectFrom('draft').select('id').where('state', 'not in', ['published', 'discarded']).where((row) => sql<boolean>`${row.ref('content')} like ${named} escape '\\'`).limit(1).executeTakeFirst(),
    ]);
    if (used.some((one) => one !== undefined)) throw new ProblemError('not-possible', [{ pointer: '/params/category', code: 'in-use' }]);
    await db.deleteFrom('category').where('id', '=', id).execute();
    return { id };
  });
}
