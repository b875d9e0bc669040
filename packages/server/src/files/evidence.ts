import type { Evidence } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Kysely, Selectable } from 'kysely';
import { writing, type Database } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { invalid, notFound } from '../problems.ts';

/** What proves that a disclosure was posted elsewhere, oldest first. */
export async function listEvidence({ read }: Database, id: string): Promise<{ items: Evidence[] }> {
  const rows = await rowsOf(read).innerJoin('disclosure as d', 'd.no', 'e.disclosure_no').where('d.id', '=', id).orderBy('e.no').execute();
  return { items: rows.map(shown) };
}

/** Records a posting; it is never changed afterwards. @throws ProblemError when the file is no evidence of that agency or the time is still to come. */
export function createEvidence(database: Database, { params, body, actor, key }: Call<'evidence.create'>): Promise<Evidence> {
  return writing(database, (w) => once(w, { operation: 'evidence.create', owner: actor.id, key, body: { ...params, ...body } }, async () => {
    const now = w.now();
    if (!isDay(body.postedOn)) throw invalid({ pointer: '/body/postedOn', code: 'day' });
    if (body.postedOn > dayInShanghai(now)) throw invalid({ pointer: '/body/postedOn', code: 'not-yet' });
    const taken = body.takenAt === undefined ? 0 : Date.parse(body.takenAt);
    if (Number.isNaN(taken)) throw invalid({ pointer: '/body/takenAt', code: 'day' });
    if (taken > now.getTime()) throw invalid({ pointer: '/body/takenAt', code: 'not-yet' });
    const disclosure = await w.db.selectFrom('disclosure').select(['no', 'agency_no']).where('id', '=', params.id).executeTakeFirst();
    if (disclosure === undefined) throw notFound();
    const file = await w.db.selectFrom('file').select('no')
      .where('agency_no', '=', disclosure.agency_no).where('purpose', '=', 'evidence').where('sha256', '=', body.sha256).orderBy('no', 'desc').executeTakeFirst();
    if (file === undefined) throw invalid({ pointer: '/body/sha256', code: 'file-unknown' });
    const { no } = await w.db.insertInto('evidence').values({
      disclosure_no: disclosure.no, file_no: file.no, carrier: body.carrier, place: body.place, posted_on: body.postedOn, taken_at: body.takenAt ?? null, note: body.note ?? null,
      person_id: actor.id, person_name: actor.name, person_post: actor.post, at: now.toISOString(),
    }).returning('no').executeTakeFirstOrThrow();
    return shown(await rowsOf(w.db).where('e.no', '=', no).executeTakeFirstOrThrow());
  }));
}

const rowsOf = (db: Kysely<Tables>) =>
  db.selectFrom('evidence as e').innerJoin('file as f', 'f.no', 'e.file_no').selectAll('e').select(['f.name', 'f.media_type', 'f.size', 'f.sha256']);

type EvidenceRow = Selectable<Tables['evidence']> & Pick<Tables['file'], 'name' | 'media_type' | 'size' | 'sha256'>;

function shown(row: EvidenceRow): Evidence {
  return {
    no: row.no, carrier: row.carrier, place: row.place, postedOn: row.posted_on,
    ...(row.taken_at === null ? {} : { takenAt: row.taken_at }),
    ...(row.note === null ? {} : { note: row.note }),
    file: { name: row.name, mediaType: row.media_type, size: row.size, sha256: row.sha256 },
    by: { id: row.person_id, name: row.person_name, post: row.person_post },
    at: row.at,
  };
}
