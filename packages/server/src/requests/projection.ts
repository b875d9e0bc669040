import type { RequestPhase } from '@sunlit/contract';
import { isPast, stateOf, type BranchState } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { monotonicFactory } from 'ulid';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables } from '../database/tables.ts';
import { OTHER_ENTRIES, nextDeadline, stepOf, type CaseRow, type EventRow, type RequestOnRecord } from './record.ts';
import type { RequestWriting } from './store.ts';

const ulid = monotonicFactory();

/** Writes what the events of a request say of each of its branches, and makes cases of the new ones. */
export async function project(w: RequestWriting, { row: { no, id: requestId, applicant_type }, events, state, cases }: RequestOnRecord): Promise<void> {
  const nos = new Map(cases.map((one) => [one.branch, one.no]));
  for (const branch of state.branches) {
    const known = cases.find((one) => one.branch === branch.id);
    const shown = shownOf(branch, events);
    if (known !== undefined) {
      if (Object.entries(shown).some(([name, value]) => known[name as keyof typeof shown] !== value)) {
        await w.db.updateTable('request_case').set(shown).where('no', '=', known.no).execute();
      }
      continue;
    }
    const agency = await w.db.selectFrom('agency').select(['no', 'name']).where('id', '=', branch.agency).executeTakeFirstOrThrow(() => new Error(`${requestId}: no agency ${branch.agency}`));
    const made = await w.db.insertInto('request_case').values({
      id: ulid(w.now().getTime()), request_no: no, branch: branch.id, parent_no: branch.parent === undefined ? null : (nos.get(branch.parent) ?? null),
      agency_no: agency.no, agency_name: agency.name, applicant_type, ...shown,
    }).returning('no').executeTakeFirstOrThrow();
    nos.set(branch.id, made.no);
  }
}

type Shown = Pick<CaseRow, 'phase' | 'outcome' | 'label' | 'handler_id' | 'received_on' | 'ended_on' | 'due_on' | 'in_time' | 'urged' | 'version' | 'updated_at'>;

function shownOf(branch: BranchState, all: readonly EventRow[]): Shown {
  const events = all.filter((event) => event.branch === branch.id || labelsIn(event)[branch.id] !== undefined || begins(event, branch.id));
  const phase: RequestPhase = branch.phase;
  return {
    phase,
    outcome: branch.outcome ?? null,
    label: events.flatMap((event) => labelsIn(event)[branch.id] ?? []).at(-1) ?? null,
    handler_id: branch.handler ?? null,
    received_on: branch.receivedOn ?? null,
    ended_on: branch.endedOn ?? null,
    due_on: nextDeadline(branch)?.due ?? null,
    in_time: inTime(branch),
    urged: events.filter(({ type }) => type === 'urging' || type === 'urging-answer').at(-1)?.type === 'urging' ? 1 : 0,
    version: events.length,
    updated_at: events.at(-1)?.at ?? '',
  };
}

/** The neutral words that officers gave branches with an event, by branch; they stand beside the step. */
function labelsIn({ step }: EventRow): Readonly<Record<string, string>> {
  return (JSON.parse(step) as { readonly labels?: Readonly<Record<string, string>> }).labels ?? {};
}

/** Whether a branch came of an event. */
function begins({ step }: EventRow, branch: string): boolean {
  const { into = [] } = JSON.parse(step) as { readonly into?: string | readonly string[] };
  return [into].flat().includes(branch);
}

/** Whether a branch ended by the last day of its reply; one that ended before its reply began to run was not late. */
function inTime({ endedOn, deadlines }: BranchState): 0 | 1 | null {
  if (endedOn === undefined) return null;
  return deadlines.some((deadline) => deadline.id === 'reply' && isPast(deadline, endedOn)) ? 0 : 1;
}

/** Enters the same of every case that ended before it was kept. Nothing needs to be opened that is sealed. */
export async function fillInTime(db: Kysely<Tables>): Promise<void> {
  const { calendar } = await loadCalendar(db);
  const cases = await db.selectFrom('request_case').select(['no', 'request_no', 'branch']).where('ended_on', 'is not', null).orderBy('request_no').execute();
  for (const [requestNo, own] of Map.groupBy(cases, ({ request_no }) => request_no)) {
    const events = await db.selectFrom('request_event').selectAll().where('request_no', '=', requestNo).where('type', 'not in', [...OTHER_ENTRIES]).orderBy('n').execute();
    const { branches } = stateOf(events.map(stepOf), { calendarOf: () => calendar });
    for (const { no, branch: id } of own) {
      const branch = branches.find((one) => one.id === id);
      if (branch !== undefined) await db.updateTable('request_case').set({ in_time: inTime(branch) }).where('no', '=', no).execute();
    }
  }
}
