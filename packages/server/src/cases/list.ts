import { DEFAULT_LIMIT, type Answer, type Operations, type RequestPhase } from '@sunlit/contract';
import { dayInShanghai, stateOf } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { decodeCursor, encodeCursor, type Position } from '../disclosures/cursor.ts';
import { dayOfNumber, numberOfDay, within } from '../drafts/list.ts';
import type { Call } from '../handlers.ts';
import { OTHER_ENTRIES, stepOf, type EventRow } from '../requests/record.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import { peopleOf } from './record.ts';
import { summaryOf } from './show.ts';

/** Sorts after every day. */
const NEVER = '9999-12-31';

/** Phases in which nothing is due any more. */
const ENDED: readonly RequestPhase[] = ['served', 'closed', 'transferred', 'split', 'archived'];

/** Cases of the caller's agencies: open ones by what is due first, ended ones newest first. */
export async function listCases(store: RequestStore, { query, actor }: Call<'cases.list'>): Promise<Answer<Operations['cases.list']>> {
  const { db, now } = readingRequests(store);
  const { agency, phase, receipt, cursor, limit = DEFAULT_LIMIT } = query;
  const state = query.state ?? (phase === undefined && receipt === undefined ? 'open' : undefined);
  const bound = { agency, phase, state, receipt, person: actor.id };
  const ended = state === 'ended' || (state === undefined && phase !== undefined && ENDED.includes(phase));
  const today = dayInShanghai(now());
  const conditions = [
    await within(store.database, actor, agency, 'requests.read'),
    ...(state === undefined ? [] : [IN_STATE[state]({ today, person: actor.id })]),
    ...(phase === undefined ? [] : [sql<boolean>`c.phase = ${phase}`]),
    ...(receipt === undefined ? [] : [sql<boolean>`substr(r.receipt_no, 1, ${sql.lit(receipt.length)}) = ${receipt}`]),
    ...(cursor === undefined ? [] : [ended ? before(decodeCursor(bound, cursor, ['d', 'n'])) : after(decodeCursor(bound, cursor, ['d', 'n']))]),
  ];
  const select = db.selectFrom('request_case as c').innerJoin('agency as a', 'a.no', 'c.agency_no').innerJoin('request as r', 'r.no', 'c.request_no')
    .selectAll('c').select(['a.id as agency_id', 'r.receipt_no', 'r.channel', 'r.applicant_type', 'r.submitted_on'])
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`);
  const ordered = ended
    ? select.orderBy(sql`coalesce(c.ended_on, ${NEVER})`, 'desc').orderBy('c.no', 'desc')
    : select.orderBy(sql`coalesce(c.due_on, ${NEVER})`).orderBy('c.no');
  const found = await ordered.limit(limit + 1).execute();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;

  const { calendar } = await loadCalendar(db);
  const people = await peopleOf({ db }, rows.map(({ handler_id }) => handler_id));
  const steps = await stepsOf(db, rows.map(({ request_no }) => request_no));
  const items = rows.flatMap((row) => {
    const { branches } = stateOf(steps.filter(({ request_no }) => request_no === row.request_no).map(stepOf), { calendarOf: () => calendar });
    const branch = branches.find(({ id }) => id === row.branch);
    const handler = row.handler_id === null ? undefined : people.get(row.handler_id);
    return branch === undefined ? [] : [summaryOf(row, row, branch, { handler, calendar, today })];
  });
  return { items, ...(last ? { next: encodeCursor(bound, positionOf(last, ended)) } : {}) };
}

const IN_STATE: Readonly<Record<'open' | 'ended' | 'late' | 'mine', (who: { readonly today: string; readonly person: string }) => RawBuilder<boolean>>> = {
  open: () => sql`c.ended_on is null`,
  ended: () => sql`c.ended_on is not null`,
  mine: ({ person }) => sql`(c.ended_on is null and c.handler_id = ${person})`,
  // Where somebody else is waited for, the period that ends next may be theirs; that the reply was due before that is on record.
  late: ({ today }) => sql`(c.ended_on is null and ((c.due_on < ${today} and c.phase not in ('correcting', 'consulting', 'paying')) or exists (
    select 1 from request_event e where e.request_no = c.request_no and e.branch = c.branch and e.type = 'overdue' and e.step like '%"term":"reply"%')))`,
};

function stepsOf(db: ReturnType<typeof readingRequests>['db'], requests: readonly number[]): Promise<EventRow[]> {
  return db.selectFrom('request_event').selectAll().where('request_no', 'in', [-1, ...requests]).where('type', 'not in', OTHER_ENTRIES).orderBy('request_no').orderBy('n').execute();
}

interface Placed {
  readonly no: number;
  readonly due_on: string | null;
  readonly ended_on: string | null;
}

const positionOf = ({ no, due_on, ended_on }: Placed, ended: boolean): Position => ({ d: numberOfDay((ended ? ended_on : due_on) ?? NEVER), n: no });
type Place = Readonly<Record<'d' | 'n', number>>;
const before = ({ d, n }: Place) => sql<boolean>`(coalesce(c.ended_on, ${NEVER}), c.no) < (${dayOfNumber(d)}, ${n})`;
const after = ({ d, n }: Place) => sql<boolean>`(coalesce(c.due_on, ${NEVER}), c.no) > (${dayOfNumber(d)}, ${n})`;
