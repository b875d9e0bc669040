import { createHash } from 'node:crypto';
import type { Answer, Operations, RequestSettings } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound, type InvalidPart } from '../problems.ts';
import { requestSettings } from '../requests/agency-settings.ts';
import { unknownPlaceholders } from '../requests/letters/compose.ts';
import { TEMPLATES, isTemplateName } from '../requests/letters/templates.ts';

type Held = Answer<Operations['requests.settings']>;

/** How an agency takes requests, and every template as it ships. @throws ProblemError `not-found`. */
export async function readRequestSettings(db: Kysely<Tables>, agencyId: string): Promise<Held> {
  const settings = await requestSettings(db, agencyId);
  if (settings === undefined) throw notFound();
  const version = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
  return { version, settings, templates: Object.entries(TEMPLATES).map(([template, { body, placeholders }]) => ({ template, body, placeholders: [...placeholders] })) };
}

/** @throws ProblemError for wording that no letter could be made of, or when somebody else changed the settings meanwhile. */
export function saveRequestSettings(database: Database, { params: { id }, body: { version, settings } }: Call<'requests.configure'>): Promise<Held> {
  return writing(database, async ({ db }) => {
    const current = await readRequestSettings(db, id);
    if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
    const faults = wordingFaults(settings.wording);
    if (faults.length > 0) throw invalid(...faults);
    const { no } = await db.selectFrom('agency').select('no').where('id', '=', id).executeTakeFirstOrThrow();
    const content = JSON.stringify(settings);
    await db.insertInto('request_settings').values({ agency_no: no, content }).onConflict((row) => row.column('agency_no').doUpdateSet({ content })).execute();
    return readRequestSettings(db, id);
  });
}

function wordingFaults(wording: RequestSettings['wording']): InvalidPart[] {
  return wording.flatMap(({ template, body }, index): InvalidPart[] => {
    const pointer = `/body/settings/wording/${index}`;
    if (!isTemplateName(template)) return [{ pointer: `${pointer}/template`, code: 'unknown-template' }];
    if (wording.findIndex((other) => other.template === template) < index) return [{ pointer: `${pointer}/template`, code: 'unique' }];
    return unknownPlaceholders(template, body).map((name) => ({ pointer: `${pointer}/body`, code: 'unknown-placeholder', values: { name } }));
  });
}
