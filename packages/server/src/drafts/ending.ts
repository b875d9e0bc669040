import type { Answer, DisclosureContent, Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { writing, type Database } from '../database/database.ts';
import { PublicationError } from '../disclosures/content.ts';
import { isDay } from '../disclosures/number.ts';
import { endWithin, withdrawWithin } from '../disclosures/publication.ts';
import { visible } from '../disclosures/visible.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound, type InvalidPart } from '../problems.ts';

/** Withdraws a disclosure today. @throws ProblemError when it is withdrawn already, or nothing public would stand in its place. */
export async function withdrawDisclosure(database: Database, { params: { id }, body }: Call<'disclosures.withdraw'>): Promise<Answer<Operations['disclosures.withdraw']>> {
  await writing(database, (w) => refusing(() => withdrawWithin(w, id, { ...body, on: dayInShanghai(w.now()) })));
  return { id };
}

/** Repeals texts of an agency and those below it (清理): all of them or none. @throws ProblemError naming each that cannot be. */
export async function repealDisclosures(database: Database, { params, body: { ids, on, reason } }: Call<'disclosures.repeal'>): Promise<Answer<Operations['disclosures.repeal']>> {
  await writing(database, async (w) => {
    if (!isDay(on)) throw invalid({ pointer: '/body/on', code: 'day' });
    if (on > dayInShanghai(w.now())) throw invalid({ pointer: '/body/on', code: 'future' });
    const { position, last } = await w.db.selectFrom('agency').select(['position', 'last']).where('id', '=', params.id).executeTakeFirstOrThrow();
    const rows = await w.db.selectFrom('disclosure').select(['id', 'agency_position']).where('id', 'in', ids).execute();
    const places = new Map(rows.map(({ id, agency_position }) => [id, agency_position]));
    const refused = ids.flatMap((id, index): InvalidPart[] => {
      const place = places.get(id);
      if (place === undefined) return [{ pointer: `/body/ids/${index}`, code: 'unknown-disclosure' }];
      return place < position || place > last ? [{ pointer: `/body/ids/${index}`, code: 'foreign-disclosure' }] : [];
    });
    if (refused.length > 0) throw invalid(...refused);
    for (const [index, id] of ids.entries()) {
      await refusing(() => endWithin(w, id, { validity: 'repealed', on, reason }), `/body/ids/${index}`);
    }
  });
  return { ids };
}

/** The content of a public disclosure as it was written. @throws ProblemError `not-found`. */
export async function getContent({ read }: Database, id: string): Promise<DisclosureContent> {
  const row = await read.selectFrom('disclosure as d')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .select('r.content').where('d.id', '=', id).where(visible).executeTakeFirst();
  if (row === undefined) throw notFound();
  return JSON.parse(row.content) as DisclosureContent;
}

/** What cannot be done as things stand, told as a problem; `pointer` names the one of many. */
async function refusing(work: () => Promise<void>, pointer?: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    throw new ProblemError('not-possible', error.errors.map((fault) => ({ ...fault, pointer: pointer ?? (fault.pointer === '/id' ? '' : `/body${fault.pointer}`) })), { cause: error });
  }
}
