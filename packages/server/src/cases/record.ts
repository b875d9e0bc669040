import type { PersonRef } from '@sunlit/contract';
import type { BranchState } from '@sunlit/rules';
import { notFound } from '../problems.ts';
import { loadRequest, type CaseRow, type EventRow, type RequestOnRecord } from '../requests/record.ts';
import type { RequestReading } from '../requests/store.ts';
import type { By } from '../requests/take.ts';
import type { StaffActor } from '../staff/actor.ts';

/** One case of a request, as officers work it. */
export interface CaseOnRecord {
  readonly request: RequestOnRecord;
  readonly row: CaseRow;
  readonly branch: BranchState;
  /** This branch, the one it came of, and so on to the first. */
  readonly line: readonly BranchState[];
  /** What was done with this branch, and with those it came of before it did. */
  readonly events: readonly EventRow[];
  /** Of its line, the branches of this agency: what another one wrote and sent before it handed the request on is its own. */
  readonly ownBranches: readonly string[];
}

/** @throws ProblemError `not-found`. */
export async function loadCase(reading: RequestReading, id: string): Promise<CaseOnRecord> {
  return caseIn(await loadRequest(reading, { caseId: id }), id);
}

export function caseIn(request: RequestOnRecord, id: string): CaseOnRecord {
  const row = request.cases.find((one) => one.id === id);
  const branch = request.state.branches.find((one) => one.id === row?.branch);
  if (row === undefined || branch === undefined) throw notFound();
  const line = lineOf(request.state.branches, branch);
  return { request, row, branch, line, events: eventsOf(request.events, line), ownBranches: line.filter(({ agency }) => agency === branch.agency).map(({ id: own }) => own) };
}

function lineOf(branches: readonly BranchState[], branch: BranchState): BranchState[] {
  const parent = branches.find(({ id }) => id === branch.parent);
  return parent === undefined ? [branch] : [branch, ...lineOf(branches, parent)];
}

/** A branch is the work of its own events, and of those of its line up to the one of which it came. */
function eventsOf(events: readonly EventRow[], line: readonly BranchState[]): EventRow[] {
  let until = Infinity;
  const own = new Set<EventRow>();
  for (const { id } of line) {
    for (const event of events) if (event.branch === id && event.n <= until) own.add(event);
    until = Math.min(until, events.find((event) => branchesOf(event).includes(id))?.n ?? until);
  }
  return events.filter((event) => own.has(event));
}

/** The branches that came of an event. */
export function branchesOf({ step }: EventRow): readonly string[] {
  const { into = [] } = JSON.parse(step) as { readonly into?: string | readonly string[] };
  return [into].flat();
}

export function byPerson({ id, name, post }: StaffActor): Extract<By, { readonly role: 'agency' }> {
  return { role: 'agency', person: { id, name, post } };
}

/** People of the staff as they are now, by id. */
export async function peopleOf({ db }: Pick<RequestReading, 'db'>, ids: readonly (string | null | undefined)[]): Promise<Map<string, PersonRef>> {
  const named = ids.filter((id) => typeof id === 'string');
  const rows = named.length === 0 ? [] : await db.selectFrom('person').select(['id', 'name', 'post']).where('id', 'in', named).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

