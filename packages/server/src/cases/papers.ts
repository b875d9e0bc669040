import type { CaseFile, CaseLetter, CasePapers } from '@sunlit/contract';
import type { Call } from '../handlers.ts';
import { ProblemError } from '../problems.ts';
import { filesOf, type KeptFile } from '../requests/files.ts';
import { contentOf, saidOf, wholeStep } from '../requests/record.ts';
import { readingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import type { LetterRow } from '../requests/take.ts';
import { lettersOfCase } from './letters.ts';
import { loadCase, type CaseOnRecord } from './record.ts';

/** What people wrote in a case. @throws ProblemError once it was erased: then there is nothing. */
export async function readPapers(store: RequestStore, { params: { id } }: Call<'cases.papers'>): Promise<CasePapers> {
  const reading = readingRequests(store);
  const found = await loadCase(reading, id);
  const { request, row, events, ownBranches } = found;
  const content = contentOf(request);
  if (content === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  // Urgings and their answers stand in the case itself.
  const said = events.filter(({ type }) => type !== 'urging' && type !== 'urging-answer').map((event) => ({ event, ...saidOf(request, event) }));
  const decided = events.filter(({ type, branch }) => type === 'decide' && branch === row.branch).at(-1);
  const step = decided && wholeStep(request, decided);
  return {
    applicant: content.applicant,
    wanted: [
      { on: request.row.submitted_on, wanted: content.wanted },
      ...said.flatMap(({ event, wanted }) => (wanted === undefined ? [] : [{ on: event.on_day, wanted }])),
    ],
    ...(content.assistance === undefined ? {} : { assistance: content.assistance }),
    said: said.filter(({ event: { branch, role } }) => role === 'applicant' || ownBranches.includes(branch))
      .flatMap(({ event: { n }, texts = {} }) => Object.entries(texts).map(([field, text]) => ({ n, field, text }))),
    ...(step?.type === 'decide' ? { reply: { ...step.reply, ...(step.reply.withheld && { withheld: step.reply.withheld.map((part) => ({ ...part })) }) } as NonNullable<CasePapers['reply']> } : {}),
    files: (await filesOfCase(reading, found)).map(shownFile),
    filesAnnounced: request.row.files_announced,
    letters: (await lettersOfCase(reading, found)).map(shownLetter),
    others: await othersOf(reading, found),
  };
}

/** The files of the whole request and of a case, with those of its agency from before it became a case of its own. */
export async function filesOfCase(reading: RequestReading, { request, ownBranches }: CaseOnRecord): Promise<KeptFile[]> {
  const own = request.cases.filter(({ branch }) => ownBranches.includes(branch)).map(({ no }) => no);
  return (await filesOf(reading, request)).filter(({ case_no }) => case_no === null || own.includes(case_no));
}

export function shownFile({ id, name, media_type: mediaType, size, sha256, purpose, role, at, redacted }: KeptFile): CaseFile {
  return { id, name, mediaType, size, sha256, purpose, by: role, at, redacted: redacted === 1 };
}

const shownLetter = ({ id, command, title, doc_no: docNo, on_day: on, event_n: n }: LetterRow): CaseLetter => ({ id, command, title, docNo, on, n });

async function othersOf({ db }: RequestReading, { request: { row: filed }, row }: CaseOnRecord): Promise<CasePapers['others']> {
  if (filed.same_applicant === null) return [];
  const rows = await db.selectFrom('request_case').innerJoin('request', 'request.no', 'request_case.request_no')
    .select(['request_case.id', 'receipt_no', 'submitted_on', 'phase', 'outcome', 'label'])
    .where('same_applicant', '=', filed.same_applicant).where('request.no', '<>', filed.no).where('request_case.agency_no', '=', row.agency_no)
    .orderBy('submitted_on', 'desc').orderBy('request_case.no', 'desc').limit(200).execute();
  return rows.map(({ id, receipt_no: receiptNo, submitted_on: submittedOn, phase, outcome, label }) => ({
    id, receiptNo, submittedOn, phase, ...(outcome === null ? {} : { outcome }), ...(label === null ? {} : { label }),
  }));
}
