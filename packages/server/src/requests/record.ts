import type { Day, RequestContent } from '@sunlit/contract';
import { openDeadlines, stateOf, type BranchState, type Calendar, type Deadline, type RequestEvent, type RequestState, type RequestStep } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables } from '../database/tables.ts';
import { notFound } from '../problems.ts';
import { joinStep, type Said } from './said.ts';
import { openJson } from './sealing.ts';
import type { RequestReading } from './store.ts';

/** What is on record of a request that is no step in law, so that the rules are not told of it. */
export const OTHER_ENTRIES = ['note', 'urging', 'urging-answer', 'recount', 'file', 'redaction', 'erasure'] as const;
export type OtherEntry = (typeof OTHER_ENTRIES)[number];

export type EventRow = Tables['request_event'];

type Row<Table extends 'request' | 'request_case'> = Omit<Tables[Table], 'no'> & { readonly no: number };

/** A case with what its agency is now. */
export type CaseRow = Row<'request_case'> & { readonly agency_id: string; readonly position: number };

/** A request as it is on record. Nothing in it is in clear that somebody wrote: `contentOf` and `saidOf` open that. */
export interface RequestOnRecord {
  readonly row: Row<'request'> & { readonly agency_id: string };
  /** The key to what is sealed; none once it was erased. */
  readonly key: Buffer | undefined;
  readonly events: readonly EventRow[];
  /** The steps in law, without what somebody wrote. */
  readonly steps: readonly RequestEvent[];
  readonly state: RequestState;
  readonly cases: readonly CaseRow[];
  readonly calendar: Calendar;
}

export type RequestName = { readonly receiptNo: string } | { readonly caseId: string } | { readonly id: string };

/** @throws ProblemError `not-found`. */
export async function loadRequest(reading: RequestReading, name: RequestName): Promise<RequestOnRecord> {
  const { db, keys } = reading;
  const rows = db.selectFrom('request').innerJoin('agency', 'agency.no', 'request.agency_no').selectAll('request').select('agency.id as agency_id');
  const row = await ('receiptNo' in name ? rows.where('receipt_no', '=', name.receiptNo)
    : 'id' in name ? rows.where('request.id', '=', name.id)
    : rows.where('request.no', '=', db.selectFrom('request_case').select('request_no').where('id', '=', name.caseId))).executeTakeFirst();
  if (row === undefined) throw notFound();
  const events = await db.selectFrom('request_event').selectAll().where('request_no', '=', row.no).orderBy('n').execute();
  const cases = await db.selectFrom('request_case').innerJoin('agency', 'agency.no', 'request_case.agency_no').selectAll('request_case').select(['agency.id as agency_id', 'agency.position'])
    .where('request_no', '=', row.no).orderBy('request_case.no').execute();
  const { calendar } = await loadCalendar(db);
  const steps = events.filter(({ type }) => !OTHER_ENTRIES.some((other) => other === type)).map(stepOf);
  return {
    row, events, steps, state: stateOf(steps, { calendarOf: () => calendar }), cases, calendar,
    // Only when it is needed: without its master key, a request still has its periods and its place in the figures.
    get key() {
      return keys.open(row);
    },
  };
}

/** An event of the record as the rules know it, without what somebody wrote. */
export function stepOf({ step, on_day, role, person_id, branch }: EventRow): RequestEvent {
  return { ...(JSON.parse(step) as RequestStep), on: on_day, by: { role, ...(person_id === null ? {} : { id: person_id }) }, branch };
}

/** The same with what was written; of an erased request without. */
export function wholeStep(request: Pick<RequestOnRecord, 'row' | 'key'>, event: EventRow): RequestEvent {
  const { on, by, branch, ...step } = stepOf(event);
  return { ...joinStep(step as RequestStep, saidOf(request, event)?.texts ?? {}), on, by, branch };
}

/** What somebody wrote with an entry of the record. */
export function saidOf({ row, key }: Pick<RequestOnRecord, 'row' | 'key'>, { n, said }: EventRow): Said | undefined {
  return said === null || key === undefined ? undefined : openJson<Said>(key, said, placeOfEvent(row.id, n));
}

/** What was filed; none of an erased request. */
export function contentOf({ row, key }: Pick<RequestOnRecord, 'row' | 'key'>): RequestContent | undefined {
  return key === undefined ? undefined : openJson<RequestContent>(key, row.content, placeOfContent(row.id));
}

export const placeOfContent = (requestId: string) => `${requestId} content`;
export const placeOfEvent = (requestId: string, n: number) => `${requestId} event ${n}`;

/** The period of a branch that ends next and of which something follows; a right that merely ends is nobody's duty. */
export function nextDeadline(branch: BranchState): (Deadline & { readonly stands: 'running'; readonly due: Day }) | undefined {
  if (branch.endedOn !== undefined) return undefined;
  const running = openDeadlines(branch).filter((deadline) => deadline.stands === 'running').filter(({ onSilence }) => onSilence !== 'right-ends');
  return running.reduce<(typeof running)[number] | undefined>((next, one) => (next === undefined || one.due < next.due ? one : next), undefined);
}
