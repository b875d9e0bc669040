import type { AgencyRef, Answer, Body, Day, DraftContent, DisclosureContent, Operations, Withheld } from '@sunlit/contract';
import { dayInShanghai, publicationDue, publicationTermOf, type Calendar, type PublishedChange } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { monotonicFactory } from 'ulid';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Writing } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { Tables } from '../database/tables.ts';
import { isVisible } from '../disclosures/visible.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { loadDraft, writingDrafts, type DraftStore, type DraftWriting } from './record.ts';
import { append, decide, seen, shown, storable, type By } from './steps.ts';

type DraftAnswer = Answer<Operations['drafts.create']>;
type Written = Pick<Body<Operations['drafts.create']>, 'content' | 'reason' | 'withheld'>;

const ulid = monotonicFactory();

/** Begins a draft, of something new or of an amendment. @throws ProblemError for what cannot be begun. */
export function createDraft(store: DraftStore, { actor, key, body, language }: Call<'drafts.create'>): Promise<DraftAnswer> {
  return writingDrafts(store, (w) => once(w, { operation: 'drafts.create', owner: actor.id, key, body }, () => beginDraft(w, body, { actor, language })));
}

/** The same within a transaction of the caller's. */
export async function beginDraft(w: DraftWriting, body: Body<Operations['drafts.create']>, { actor, language }: By): Promise<DraftAnswer> {
  const { content, amends } = body;
  const agency = await w.db.selectFrom('agency').select('no').where('id', '=', content.agencyId).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/content/agencyId', code: 'unknown-agency' });
  const amended = amends === undefined ? undefined : await amendable(w, amends, content, agency.no);
  const now = w.now().toISOString();
  const id = ulid(w.now().getTime());
  const { no } = await w.db.insertInto('draft').values({
    id, agency_no: agency.no, state: 'draft', version: 1,
    ...written({ ...body, withheld: body.withheld ?? (amended ? await withheldOf(w, amended.no) : []) }),
    ...(await due(w, content, amended && { before: amended.content, begunOn: dayInShanghai(w.now()) })),
    amends_no: amended?.no ?? null, amends_revision: amended?.revision ?? null, disclosure_no: null, publish_on: null,
    author_id: actor.id, author_name: actor.name, author_post: actor.post, created_at: now, updated_at: now,
  }).returning('no').executeTakeFirstOrThrow();
  await append(w, { draftNo: no, n: 1, type: 'created', actor });
  return shown(w, id, { actor, language });
}

/** Saves a draft. What was returned or approved is a draft again: a changed text is reviewed anew. The same text again is no step. */
export function saveDraft(store: DraftStore, { params: { id }, actor, body, language }: Call<'drafts.save'>): Promise<DraftAnswer> {
  return writingDrafts(store, async (w) => {
    const draft = await loadDraft(w, id);
    await seen(w, draft, body.version, { actor, language });
    const { row } = draft;
    if (body.content.agencyId !== row.agency_id) throw invalid({ pointer: '/body/content/agencyId', code: 'constant' });
    if (row.amends_no !== null && body.content.kind !== row.kind) throw invalid({ pointer: '/body/content/kind', code: 'constant' });
    const text = written({ ...body, withheld: body.withheld ?? draft.withheld });
    const to = decide(draft, { command: 'save' }, actor);
    if (text.content === row.content && text.reason === row.reason && text.withheld === row.withheld) return shown(w, id, { actor, language });
    const amended = row.amends_no === null ? undefined : { before: await revisionOf(w, row.amends_no, row.amends_revision ?? 1), begunOn: dayInShanghai(new Date(row.created_at)) };
    await w.db.updateTable('draft')
      .set({ ...text, ...(await due(w, body.content, amended)), state: to, version: row.version + 1, publish_on: null, updated_at: w.now().toISOString() })
      .where('no', '=', row.no).execute();
    await append(w, { draftNo: row.no, n: row.version + 1, type: 'saved', actor });
    return shown(w, id, { actor, language });
  });
}

/** An open draft whose last day is another by another calendar. */
export interface MovedDueDay {
  readonly no: number;
  readonly id: string;
  readonly title: string;
  readonly agency: AgencyRef;
  readonly from: Day;
  readonly to: Day;
}

/** The open drafts whose last day is not what it is by a calendar, by the day that they have. */
export async function movedDueDays(db: Kysely<Tables>, calendar: Calendar): Promise<MovedDueDay[]> {
  const open = await db.selectFrom('draft').innerJoin('agency', 'agency.no', 'draft.agency_no')
    .select(['draft.no', 'draft.id', 'title', 'agency.id as agency_id', 'agency.name as agency_name', 'due_on', 'due_term', 'due_from'])
    .where('state', 'not in', ['published', 'discarded']).where('due_term', 'is not', null).orderBy('due_on').orderBy('draft.no').execute();
  return open.flatMap(({ no, id, title, agency_id, agency_name, due_on: from, due_term, due_from }) => {
    if (from === null || due_term === null || due_from === null) return [];
    const { due: to } = publicationDue(calendar, due_term, due_from);
    return to === from ? [] : [{ no, id, title, agency: { id: agency_id, name: agency_name }, from, to }];
  });
}

/** Counts the last days of all open drafts anew: after a notice of holidays, they may be others. Answers which changed. */
export async function recountDueDays({ db }: Writing): Promise<MovedDueDay[]> {
  const moved = await movedDueDays(db, (await loadCalendar(db)).calendar);
  for (const { no, to } of moved) await db.updateTable('draft').set({ due_on: to }).where('no', '=', no).execute();
  return moved;
}

interface Amended {
  readonly no: number;
  readonly revision: number;
  readonly content: DisclosureContent;
}

/** What is to be amended: public, of the same agency and kind, and amended by nobody else. */
async function amendable(w: Writing, id: string, content: DraftContent, agencyNo: number): Promise<Amended> {
  const row = await w.db.selectFrom('disclosure').select(['no', 'revision', 'agency_no', 'kind', 'state']).where('id', '=', id).executeTakeFirst();
  if (row === undefined || !isVisible(row.state)) throw invalid({ pointer: '/body/amends', code: 'unknown-disclosure' });
  if (row.agency_no !== agencyNo) throw invalid({ pointer: '/body/amends', code: 'foreign-disclosure' });
  if (row.kind !== content.kind) throw invalid({ pointer: '/body/content/kind', code: 'constant' });
  const open = await w.db.selectFrom('draft').select('no').where('amends_no', '=', row.no).where('state', 'not in', ['published', 'discarded']).executeTakeFirst();
  if (open) throw new ProblemError('not-possible', [{ pointer: '/body/amends', code: 'amendment-open' }]);
  return { no: row.no, revision: row.revision, content: await revisionOf(w, row.no, row.revision) };
}

async function revisionOf({ db }: Writing, no: number, revision: number): Promise<DisclosureContent> {
  const { content } = await db.selectFrom('revision').select('content').where('disclosure_no', '=', no).where('revision', '=', revision).executeTakeFirstOrThrow();
  return JSON.parse(content) as DisclosureContent;
}

/** What is withheld of a disclosure now, as its last published draft says: an amendment that does not mention it keeps it. */
async function withheldOf({ db }: Writing, no: number): Promise<Withheld[]> {
  const last = await db.selectFrom('draft').select('withheld').where('disclosure_no', '=', no).orderBy('no', 'desc').executeTakeFirst();
  return last === undefined ? [] : (JSON.parse(last.withheld) as Withheld[]);
}

/** The columns that hold what was written. */
function written({ content, reason, withheld }: Omit<Written, 'withheld'> & { readonly withheld: readonly Withheld[] }): Pick<Tables['draft'], 'kind' | 'title' | 'content' | 'reason' | 'withheld'> {
  return { kind: content.kind, title: storable(content.title ?? ''), content: JSON.stringify(content), reason: reason ?? null, withheld: JSON.stringify(withheld) };
}

async function due({ db }: Writing, content: DraftContent, change: PublishedChange | undefined): Promise<Pick<Tables['draft'], 'due_on' | 'due_term' | 'due_from'>> {
  const found = publicationTermOf(content, change);
  if (found === undefined) return { due_on: null, due_term: null, due_from: null };
  const { due: day } = publicationDue((await loadCalendar(db)).calendar, found.term, found.from);
  return { due_on: day, due_term: found.term, due_from: found.from };
}
