import type { Body, Day, Operations, Round } from '@sunlit/contract';
import { addWorkdays, dayInShanghai } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { loadCalendar } from '../calendar/calendar.ts';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound, type InvalidPart } from '../problems.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { roundTold } from '../topics/follows/told.ts';
import { rounds, showRound, type RoundRow } from '../topics/rounds.ts';

const ulid = monotonicFactory();

type Planned = Omit<Body<Operations['rounds.create']>, 'agencyId'>;

/** Plans a round. Changes run one after the other (`writing`), so that of two that would collect at the same time only the first is made. */
export function createRound(store: RequestStore, { body, key, actor }: Pick<Call<'rounds.create'>, 'body' | 'key' | 'actor'>): Promise<Round> {
  const { agencyId, ...planned } = body;
  return writingRequests(store, async (w) => {
    const { id } = await onceUnseen(w, { operation: 'rounds.create', owner: actor.id, key, body }, async () => {
      refuseDays(planned, dayInShanghai(w.now()));
      return { id: await planRound(w, agencyId, planned) };
    });
    return shown(w, await loadRound(w, id));
  });
}

/** Enters a round whose days were looked at before, and answers its id. @throws ProblemError when another of the agency collects at the same time. */
export async function planRound(w: RequestWriting, agencyId: string, planned: Planned): Promise<string> {
  const agency = await w.db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  await refuseOverlap(w, agency.no, planned);
  const id = ulid(w.now().getTime());
  await w.db.insertInto('round').values({ id, agency_no: agency.no, ...(await columnsOf(w, planned)), recounts: null, report: null, reported_on: null, created_at: w.now().toISOString(), version: 1 }).execute();
  return id;
}

/**
 * Changes a round. Once it collects, people count on what it says: then only its end can move, and only to a later day. What was
 * promised to topics that it holds already stays as it was.
 */
export function saveRound(store: RequestStore, { params: { id }, body }: Pick<Call<'rounds.save'>, 'params' | 'body'>): Promise<Round> {
  const { version, ...planned } = body;
  return writingRequests(store, async (w) => {
    const row = await seenRound(w, id, version);
    const today = dayInShanghai(w.now());
    if (row.opens_on > today) {
      refuseDays(planned, today);
    } else {
      if (row.closes_on < today || row.reported_on !== null) throw new ProblemError('not-possible', [{ pointer: '', code: 'round-closed' }]);
      refuseDays({ ...planned, opensOn: row.opens_on }, row.opens_on);
      const faults = changedSinceBegun(row, planned);
      if (faults.length > 0) throw new ProblemError('not-possible', faults);
    }
    await refuseOverlap(w, row.agency_no, planned, row.no);
    await w.db.updateTable('round').set({ ...(await columnsOf(w, planned)), version: version + 1 }).where('no', '=', row.no).execute();
    return shown(w, await loadRound(w, id));
  });
}

/** Publishes the report of a round that no longer collects. Topics without an answer stay due. */
export function reportRound(store: RequestStore, { params: { id }, body: { version, text } }: Pick<Call<'rounds.report'>, 'params' | 'body'>): Promise<Round> {
  if (text.trim() === '') throw invalid({ pointer: '/body/text', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, async (w) => {
    const row = await seenRound(w, id, version);
    await publishReport(w, row, text);
    return shown(w, await loadRound(w, id));
  });
}

/** Whoever follows a topic of the round is told. @throws ProblemError while it collects, and when there is a report already. */
export async function publishReport(w: RequestWriting, { no, closes_on, reported_on, version }: RoundRow, text: string): Promise<void> {
  const today = dayInShanghai(w.now());
  if (closes_on >= today) throw new ProblemError('not-possible', [{ pointer: '', code: 'round-open' }]);
  if (reported_on !== null) throw new ProblemError('not-possible', [{ pointer: '', code: 'reported-already' }]);
  await w.db.updateTable('round').set({ report: text, reported_on: today, version: version + 1 }).where('no', '=', no).execute();
  await roundTold(w, no);
}

/** @throws ProblemError `not-found`. */
export async function loadRound({ db }: Pick<RequestWriting, 'db'>, id: string): Promise<RoundRow> {
  const row = await rounds(db).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
}

async function shown({ db, now }: RequestWriting, row: RoundRow): Promise<Round> {
  return showRound(db, row, (await loadCalendar(db)).calendar, dayInShanghai(now()));
}

async function seenRound(w: RequestWriting, id: string, version: number): Promise<RoundRow> {
  const row = await loadRound(w, id);
  if (row.version !== version) throw new ProblemError('changed-meanwhile', [], { current: await shown(w, row) });
  return row;
}

/** @throws ProblemError naming each day that is none, is over, or is not in its order. */
function refuseDays({ opensOn, closesOn, answerBy }: Planned, earliest: Day): void {
  const days = { opensOn, closesOn, ...('on' in answerBy ? { 'answerBy/on': answerBy.on } : {}) };
  const none = Object.entries(days).filter(([, day]) => !isDay(day)).map(([name]): InvalidPart => ({ pointer: `/body/${name}`, code: 'day' }));
  if (none.length > 0) throw invalid(...none);
  const faults: InvalidPart[] = [
    ...(opensOn < earliest ? [{ pointer: '/body/opensOn', code: 'day-past' }] : []),
    ...(closesOn < opensOn ? [{ pointer: '/body/closesOn', code: 'before-opening' }] : []),
    ...('on' in answerBy && answerBy.on <= closesOn ? [{ pointer: '/body/answerBy/on', code: 'before-closing' }] : []),
  ];
  if (faults.length > 0) throw invalid(...faults);
}

async function refuseOverlap({ db }: RequestWriting, agencyNo: number, { opensOn, closesOn }: Planned, own = -1): Promise<void> {
  const other = await db.selectFrom('round').select('title').where('agency_no', '=', agencyNo).where('no', '<>', own)
    .where('opens_on', '<=', closesOn).where('closes_on', '>=', opensOn).orderBy('opens_on').executeTakeFirst();
  if (other !== undefined) throw new ProblemError('not-possible', [{ pointer: '/body/opensOn', code: 'round-overlaps', values: { name: other.title } }]);
}

function changedSinceBegun(row: RoundRow, { title, intro, opensOn, closesOn, answerBy }: Planned): InvalidPart[] {
  const answer = 'workdays' in answerBy ? answerBy.workdays === row.answer_workdays : row.answer_workdays === null && answerBy.on === row.answer_on;
  const changed = { title: title !== row.title, intro: (intro ?? null) !== row.intro, opensOn: opensOn !== row.opens_on, closesOn: closesOn < row.closes_on, answerBy: !answer };
  return Object.entries(changed).filter(([, is]) => is).map(([name]) => ({ pointer: `/body/${name}`, code: 'round-begun' }));
}

async function columnsOf({ db }: RequestWriting, { title, intro, opensOn, closesOn, answerBy }: Planned) {
  const { calendar } = await loadCalendar(db);
  const answer = 'workdays' in answerBy ? { answer_on: addWorkdays(calendar, closesOn, answerBy.workdays).due, answer_workdays: answerBy.workdays } : { answer_on: answerBy.on, answer_workdays: null };
  return { title, intro: intro ?? null, opens_on: opensOn, closes_on: closesOn, ...answer };
}
