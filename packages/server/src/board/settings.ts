import { createHash } from 'node:crypto';
import type { Answer, BoardSettings, Operations } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound, type InvalidPart } from '../problems.ts';
import { boardSettings, keepBoardSettings } from '../topics/settings.ts';

type Held = Answer<Operations['topics.settings']>;

/** How an agency's board works. @throws ProblemError `not-found`. */
export async function readBoardSettings(db: Kysely<Tables>, agencyId: string): Promise<Held> {
  const settings = await boardSettings(db, agencyId);
  if (settings === undefined) throw notFound();
  return { version: createHash('sha256').update(JSON.stringify(settings)).digest('hex'), settings };
}

/** @throws ProblemError for a category that nobody could choose, or when somebody else changed the settings meanwhile. */
export function saveBoardSettings(database: Database, { params: { id }, body: { version, settings } }: Pick<Call<'topics.configure'>, 'params' | 'body'>): Promise<Held> {
  return writing(database, async ({ db }) => {
    const current = await readBoardSettings(db, id);
    if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
    const faults = await categoryFaults(db, id, settings);
    if (faults.length > 0) throw invalid(...faults);
    await keepBoardSettings(db, id, settings);
    return readBoardSettings(db, id);
  });
}

async function categoryFaults(db: Kysely<Tables>, agencyId: string, { categories }: BoardSettings): Promise<InvalidPart[]> {
  const known = await db.selectFrom('category').leftJoin('agency', 'agency.no', 'category.agency_no').select(['category.id', 'agency.id as agency_id']).where('category.id', 'in', ['', ...categories]).execute();
  return categories.flatMap((category, index): InvalidPart[] => {
    const pointer = `/body/settings/categories/${index}`;
    const found = known.find(({ id }) => id === category);
    if (found === undefined) return [{ pointer, code: 'unknown-category' }];
    return found.agency_id === null || found.agency_id === agencyId ? [] : [{ pointer, code: 'foreign-category' }];
  });
}
