import { CASE_COMMANDS, type Case, type CaseCommand, type CaseEntry, type CaseSummary } from '@sunlit/contract';
import { dayInShanghai, offeredSteps, type BranchState, type Calendar, type FeeBasis } from '@sunlit/rules';
import { leftOf, shownDeadlines } from '../requests/deadlines.ts';
import { nextDeadline, saidOf, type CaseRow, type EventRow } from '../requests/record.ts';
import type { RequestReading } from '../requests/store.ts';
import { remedyOf, shownFee } from '../requests/tracked.ts';
import { holds, type StaffActor } from '../staff/actor.ts';
import { branchesOf, peopleOf, type CaseOnRecord } from './record.ts';

/** What of a request's row lists and cases show. */
interface Filed {
  readonly receipt_no: string;
  readonly channel: CaseSummary['channel'];
  readonly applicant_type: CaseSummary['applicant'];
  readonly submitted_on: string;
}

/** A case on one line. `handler` as they are now. */
export function summaryOf(
  filed: Filed, row: Omit<CaseRow, 'position'>, branch: BranchState, { handler, calendar, today }: { readonly handler: CaseSummary['handler']; readonly calendar: Calendar; readonly today: string },
): CaseSummary {
  const deadline = nextDeadline(branch);
  return {
    id: row.id,
    receiptNo: filed.receipt_no,
    agency: { id: row.agency_id, name: row.agency_name },
    phase: row.phase,
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.label === null ? {} : { label: row.label }),
    channel: filed.channel,
    applicant: filed.applicant_type,
    submittedOn: filed.submitted_on,
    ...(row.received_on === null ? {} : { receivedOn: row.received_on }),
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    ...(handler === undefined ? {} : { handler }),
    waitsFor: [...branch.waitsFor],
    ...(deadline === undefined ? {} : { next: { id: deadline.id, term: deadline.term, binds: deadline.binds, due: deadline.due, ...leftOf(deadline, calendar, today), provisional: deadline.provisional } }),
    urged: row.urged === 1,
    version: row.version,
    updatedAt: row.updated_at,
  };
}

/** A case as one member of the staff is shown it: nothing in it is personal, or was written by anybody but who urges and who answers that. */
export async function showCase(reading: RequestReading, { request, row, branch, events }: CaseOnRecord, actor: StaffActor): Promise<Case> {
  const { db, now } = reading;
  const { row: filed, state: { firstHandler }, cases, calendar } = request;
  const today = dayInShanghai(now());
  const people = await peopleOf(reading, [row.handler_id, firstHandler]);
  const first = firstHandler === undefined ? undefined : people.get(firstHandler);
  const handler = row.handler_id === null ? undefined : people.get(row.handler_id);
  const parent = cases.find(({ no }) => no === row.parent_no);
  const named = events.flatMap(({ type, step }) => (type === 'transfer' ? [(JSON.parse(step) as { to: string }).to] : []));
  const agencies = named.length === 0 ? [] : await db.selectFrom('agency').select(['id', 'name']).where('id', 'in', named).execute();
  return {
    ...summaryOf(filed, row, branch, { handler, calendar, today }),
    branch: row.branch,
    ...(parent === undefined ? {} : { parent: parent.id }),
    children: cases.filter((one) => one.parent_no === row.no).map(({ id, agency_id, agency_name, phase }) => ({ id, agency: { id: agency_id, name: agency_name }, phase })),
    ...(first === undefined ? {} : { firstHandler: first }),
    form: filed.form as Case['form'],
    route: filed.route as Case['route'],
    deadlines: shownDeadlines(branch, calendar, today),
    questions: branch.questions.map((question) => ({ ...question })),
    ...(await remedyOf(reading, branch)),
    entries: events.map((event) => ({ ...entryOf(event, { agencies, cases }), ...urgedWith(request, event) })),
    may: holds(actor, 'requests.handle', row) ? offered(branch, today) : [],
    inMonth: await othersInMonth(reading, filed, row, today),
    ...(filed.erased_on === null ? {} : { erasedOn: filed.erased_on }),
  };
}

/** What supervisor and agency wrote to each other, which is for all who read the case. */
function urgedWith(request: CaseOnRecord['request'], event: EventRow): Pick<CaseEntry, 'text'> {
  const text = event.type === 'urging' || event.type === 'urging-answer' ? saidOf(request, event)?.texts['text'] : undefined;
  return text === undefined ? {} : { text };
}

/** What the law lets the agency do now; the clock's own steps are offered to nobody. */
function offered(branch: BranchState, today: string): CaseCommand[] {
  const steps: readonly string[] = offeredSteps(branch, 'agency', today);
  return CASE_COMMANDS.filter((command) => steps.includes(command));
}

/** Of the plain part of an entry, what lists of the record show. */
type PlainEntry = Pick<CaseEntry, 'way' | 'workdays' | 'party' | 'question' | 'opinion' | 'term' | 'bound' | 'moved' | 'notice'> & {
  readonly reply?: { readonly outcome: CaseEntry['outcome'] };
  readonly fee?: FeeBasis;
  readonly to?: string;
};

/** A line of the record, by what of it is in clear. */
function entryOf(event: EventRow, { agencies, cases }: { readonly agencies: readonly { readonly id: string; readonly name: string }[]; readonly cases: readonly CaseRow[] }): CaseEntry {
  const { n, at, type, on_day: on, role: by, person_id: id, person_name: name, person_post: post } = event;
  const step = JSON.parse(event.step) as PlainEntry;
  const { way, workdays, party, question, opinion, term, bound, moved, notice } = step;
  const to = agencies.find((agency) => agency.id === step.to);
  const into = branchesOf(event);
  return Object.fromEntries(Object.entries({
    n, at, type, on, by, person: id === null ? undefined : { id, name, post },
    way, workdays, party, question, opinion, term, bound, moved, notice, to,
    outcome: step.reply?.outcome,
    fee: step.fee && shownFee(step.fee),
    cases: into.length === 0 ? undefined : cases.filter(({ branch }) => into.includes(branch)).map((one) => one.id),
  }).filter(([, value]) => value !== undefined)) as unknown as CaseEntry;
}

/** Requests of the same applicant that this agency received in the same month (国办函〔2020〕109号), found without knowing who that is. */
async function othersInMonth({ db }: RequestReading, filed: { readonly no: number; readonly same_applicant: string | null }, row: CaseRow, today: string): Promise<number> {
  if (filed.same_applicant === null) return 0;
  const month = (row.received_on ?? today).slice(0, 7);
  const { n } = await db.selectFrom('request_case').innerJoin('request', 'request.no', 'request_case.request_no')
    .select((count) => count.fn.count<number>('request.no').distinct().as('n'))
    .where('same_applicant', '=', filed.same_applicant).where('request.no', '<>', filed.no).where('request_case.agency_no', '=', row.agency_no)
    .where('received_on', '>=', `${month}-01`).where('received_on', '<=', `${month}-31`).executeTakeFirstOrThrow();
  return Number(n);
}
