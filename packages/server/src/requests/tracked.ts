import type { TrackedBranch, TrackedEvent, TrackedRequest } from '@sunlit/contract';
import { MOST_ATTACHMENTS } from '@sunlit/contract';
import { dayInShanghai, feeLines, feeOf, offeredSteps, type BranchState, type FeeBasis, type RequestStep } from '@sunlit/rules';
import { notFound } from '../problems.ts';
import type { Download } from '../sending.ts';
import { requestSettings } from './agency-settings.ts';
import { shownDeadlines } from './deadlines.ts';
import { filesOf, readKept, type KeptFile } from './files.ts';
import { remedySentence } from './letters/compose.ts';
import { LETTER_MEDIA, renderLetter } from './letters/render.ts';
import { OTHER_ENTRIES, contentOf, saidOf, wholeStep, type EventRow, type RequestOnRecord } from './record.ts';
import type { RequestReading } from './store.ts';
import { lettersOf, openLetter, type LetterRow } from './take.ts';

/** A request as its applicant follows it. What they wrote of themselves is not in it, nor whom the agency asked. */
export async function trackedRequest(reading: RequestReading, request: RequestOnRecord): Promise<TrackedRequest> {
  const { row, state } = request;
  const [files, letters] = [await filesOf(reading, request), await lettersOf(reading, request)];
  const attachments = files.filter(({ role }) => role === 'applicant');
  return {
    receiptNo: row.receipt_no,
    channel: row.channel,
    submittedOn: row.submitted_on,
    wanted: request.events.flatMap((event) => saidOf(request, event)?.wanted ?? []).at(-1) ?? contentOf(request)?.wanted ?? { description: '—' },
    attachments: attachments.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    filesAnnounced: row.files_announced,
    mayAttach: mayAttach(request) && attachments.length < MOST_ATTACHMENTS,
    branches: await Promise.all(state.branches.map(async (branch) => ({ ...trackedBranch(reading, request, branch, files, letters), ...(await remedyOf(reading, branch)) }))),
    ...(row.erased_on === null ? {} : { erasedOn: row.erased_on }),
  };
}

/** Until the agency has decided about all of it. */
export function mayAttach({ key, state }: Pick<RequestOnRecord, 'key' | 'state'>): boolean {
  return key !== undefined && state.branches.some(({ endedOn, decidedOn }) => endedOn === undefined && decidedOn === undefined);
}

/** A letter or released file that the applicant may take. @throws ProblemError `not-found` for any other. */
export async function paperOf(reading: RequestReading, request: RequestOnRecord, id: string, format: 'html' | 'docx' = 'html'): Promise<Download> {
  const branches = new Map(request.state.branches.map((branch) => [branch.id, branch]));
  const letter = (await lettersOf(reading, request)).find((one) => one.id === id);
  const to = letter && branches.get(letter.branch);
  if (letter !== undefined && to !== undefined && isForApplicant(letter, to)) {
    const text = openLetter(request, letter);
    if (text === undefined) throw notFound();
    const bytes = await renderLetter({ title: letter.title, docNo: letter.doc_no, ...text }, format);
    return { name: `${letter.title}.${format}`, mediaType: LETTER_MEDIA[format], bytes, ...(format === 'html' ? { page: true } : {}) };
  }
  const file = (await filesOf(reading, request)).find((one) => one.id === id);
  const of = request.cases.find(({ no }) => no === file?.case_no);
  const branch = of && branches.get(of.branch);
  if (file === undefined || branch === undefined || !isReleased(file, branch)) throw notFound();
  return { name: file.name, mediaType: file.media_type, bytes: await readKept(reading, request, file) };
}

/** Those to a third party are for nobody else, and a reply is none before it is served. */
function isForApplicant({ command }: Pick<LetterRow, 'command'>, branch: BranchState): boolean {
  return command !== 'consult' && command !== 'override' && (command !== 'decide' || isServed(branch));
}

function isReleased({ purpose }: Pick<KeptFile, 'purpose'>, branch: BranchState): boolean {
  return purpose === 'release' && isServed(branch);
}

function isServed({ phase }: BranchState): boolean {
  return phase === 'served' || phase === 'archived';
}

const APPLICANT_STEPS = ['correct', 'explain', 'withdraw'] as const;

function trackedBranch({ now }: RequestReading, request: RequestOnRecord, branch: BranchState, files: readonly KeptFile[], letters: readonly LetterRow[]): TrackedBranch {
  const { cases, events, calendar } = request;
  const today = dayInShanghai(now());
  const own = cases.find((one) => one.branch === branch.id);
  const offered = offeredSteps(branch, 'applicant', today);
  // Decided is not served: what the reply says is told by serving it.
  const ended = branch.endedOn !== undefined;
  return {
    id: branch.id,
    ...(branch.parent === undefined ? {} : { parent: branch.parent }),
    agency: { id: branch.agency, name: own?.agency_name ?? '' },
    phase: branch.phase,
    ...(ended && branch.outcome !== undefined ? { outcome: branch.outcome } : {}),
    ...(branch.receivedOn === undefined ? {} : { receivedOn: branch.receivedOn }),
    ...(branch.endedOn === undefined ? {} : { endedOn: branch.endedOn }),
    waitsFor: [...branch.waitsFor],
    deadlines: shownDeadlines(branch, calendar, today),
    events: events.filter((event) => event.branch === branch.id && !OTHER_ENTRIES.some((other) => other === event.type)).map((event) => trackedEvent(request, event, ended)),
    letters: letters.filter((letter) => letter.branch === branch.id && isForApplicant(letter, branch)).flatMap((letter) => {
      const text = openLetter(request, letter);
      return text === undefined ? [] : [{ id: letter.id, name: letter.title, mediaType: LETTER_MEDIA.html, size: Buffer.byteLength(text.body + text.fixed), on: letter.on_day }];
    }),
    files: files.filter((file) => file.case_no === own?.no && isReleased(file, branch))
      .map(({ id, name, media_type, size, at }) => ({ id, name, mediaType: media_type, size, on: dayInShanghai(new Date(at)) })),
    may: request.key === undefined ? [] : APPLICANT_STEPS.filter((step) => offered.includes(step)),
  };
}

/** The way that is open against what the agency did or failed to do, in the words of its letters. */
async function remedyOf({ db }: RequestReading, { agency, remedy: open }: BranchState): Promise<Pick<TrackedBranch, 'remedy'>> {
  if (open === undefined) return {};
  const { remedy, text, article } = open;
  return { remedy: { remedy, text: remedySentence(text as Parameters<typeof remedySentence>[0], (await requestSettings(db, agency))?.remedies), article } };
}

function trackedEvent(request: RequestOnRecord, event: EventRow, ended: boolean): TrackedEvent {
  const { on, by, branch: _branch, ...step } = wholeStep(request, event);
  return { n: event.n, type: step.type, on, by: by.role, ...statedIn(step as RequestStep, request, ended) };
}

/** What of a step the applicant is told. */
function statedIn(step: RequestStep, { cases }: RequestOnRecord, ended: boolean): Partial<TrackedEvent> {
  switch (step.type) {
    case 'ask-correction': return { points: step.points.filter((point) => point !== ''), workdays: step.workdays, way: step.way };
    case 'consult': return { party: step.party, question: step.question, way: step.way };
    case 'opinion': return { question: step.question, opinion: step.opinion };
    case 'override': case 'deliver': return { question: step.question };
    case 'extend': case 'delay': return { workdays: step.workdays };
    case 'ask-reasons': return { workdays: step.workdays, way: step.way };
    case 'notice-fee': return { fee: shownFee(step.fee), way: step.way };
    case 'transfer': return { to: { id: step.to, name: cases.find(({ branch }) => branch === step.into)?.agency_name ?? step.to } };
    case 'split': return { parts: step.into.length };
    case 'decide': return ended ? { outcome: step.reply.outcome } : {};
    case 'serve': return { way: step.way };
    case 'silence': return { question: step.question, bound: step.bound };
    case 'overdue': return { term: step.term, bound: step.bound };
    default: return {};
  }
}

/** A fee, price by price. */
export function shownFee(basis: FeeBasis): { scale: FeeBasis['scale']; yuan: number; lines: { first: number; last: number; each: number; yuan: number }[] } {
  return { scale: basis.scale, yuan: feeOf(basis), lines: feeLines(basis) };
}
