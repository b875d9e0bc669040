import type { AgencyContent, Day, LetterCommand, LetterDraft, RequestReply } from '@sunlit/contract';
import { dayInShanghai, feeLines, isFeeBasis, mayTake, stateOf, type FeeBasis, type RequestEvent, type RequestStep } from '@sunlit/rules';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { requestSettings } from '../requests/agency-settings.ts';
import { compose, replyValues, type Values } from '../requests/letters/compose.ts';
import { LETTER_MEDIA, renderLetter } from '../requests/letters/render.ts';
import { DECIDED_OUTCOMES, templateOf, type DecidedOutcome, type LetterOf } from '../requests/letters/templates.ts';
import { FORMS, GROUNDS, ROUTES, dayInWords, feeInWords, numbered, oneLine, wantedInWords } from '../requests/letters/words.ts';
import { contentOf, saidOf } from '../requests/record.ts';
import { readingRequests, type RequestReading, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { lettersOf, nextLetterNumber, openLetter, type NewLetter } from '../requests/take.ts';
import type { Download } from '../sending.ts';
import { loadCase, type CaseOnRecord } from './record.ts';

/** What a step states, as its body says it; while somebody still writes, perhaps not all of it. */
export type Stated = Readonly<Record<string, unknown>>;

/** The letter of a step before it is taken, to be read and edited. */
export async function composeFor(store: RequestStore, { params, body }: Call<'cases.compose'>): Promise<LetterDraft> {
  const { command } = body;
  const stated = record(body.stated);
  const reading = readingRequests(store);
  const found = await loadCase(reading, params.id);
  const on = text(stated, 'on') ?? dayInShanghai(reading.now());
  if (!isDay(on)) throw invalid({ pointer: '/body/stated/on', code: 'day' });
  const letter = letterOf(command, stated);
  if (letter === undefined) throw invalid({ pointer: command === 'consult' ? '/body/stated/party' : '/body/stated/reply/outcome', code: 'choice' });
  return draftOf(reading, found, { letter, stated, on });
}

/**
 * The letter that goes out with a step, with the next number of its agency; none where the step has none, or where the rules refuse it,
 * as `takeStep` will say. @throws ProblemError where something is missing in it.
 */
export async function letterFor(
  w: RequestWriting, found: CaseOnRecord, step: RequestStep, { stated, on, event }: { readonly stated: Stated; readonly on: Day; readonly event: RequestEvent },
): Promise<NewLetter | undefined> {
  const letter = letterOf(step.type as LetterCommand, stated);
  if (letter === undefined || !('to' in mayTake(found.request.state, event, dayInShanghai(w.now())))) return undefined;
  const { missing, title, body, fixed } = await draftOf(w, found, { letter, stated, on });
  if (missing.length > 0) throw new ProblemError('not-possible', missing.map((name) => ({ pointer: '/body/letter', code: 'letter-missing', values: { name } })));
  const year = Number(on.slice(0, 4));
  const { docNo = '{n}' } = (await requestSettings(w.db, found.row.agency_id)) ?? {};
  const n = await nextLetterNumber(w, found.row.agency_no, year);
  return { title, body, fixed, docNo: docNo.replace('{year}', String(year)).replace('{n}', String(n)) };
}

/** Which letter a command writes, as far as what is stated says. */
function letterOf(command: LetterCommand, stated: Stated): LetterOf | undefined {
  if (command === 'consult') {
    const party = text(stated, 'party');
    return party === 'third-party' || party === 'co-maker' ? { command, party } : undefined;
  }
  if (command === 'decide') {
    const { outcome } = replyOf(stated) ?? {};
    return outcome !== undefined && isDecided(outcome) ? { command, outcome } : undefined;
  }
  return Object.hasOwn(VALUES, command) ? { command } : undefined;
}

const isDecided = (outcome: string): outcome is DecidedOutcome => DECIDED_OUTCOMES.some((one) => one === outcome);

interface Order {
  readonly letter: LetterOf;
  readonly stated: Stated;
  readonly on: Day;
}

async function draftOf(reading: RequestReading, found: CaseOnRecord, { letter, stated, on }: Order): Promise<LetterDraft> {
  const template = templateOf(letter);
  const settings = await requestSettings(reading.db, found.row.agency_id);
  const wording = settings?.wording.find((one) => one.template === template)?.body;
  const words = text(stated, 'letter');
  const agency = await agencyOf(reading, found);
  const toOthers = letter.command === 'consult' || letter.command === 'override';
  return compose({
    template, on, agency: agency.name, places: settings?.remedies,
    body: words !== undefined ? { text: words } : wording === undefined ? undefined : { wording },
    values: {
      agency: agency.name, contact: agency.contact, on: dayInWords(on),
      ...(toOthers ? {} : valuesOfRequest(found, on)),
      ...await VALUES[letter.command]({ reading, found, stated, on }),
    },
  });
}

interface Known {
  readonly reading: RequestReading;
  readonly found: CaseOnRecord;
  readonly stated: Stated;
  readonly on: Day;
}

/** What each letter says beyond what every one does. */
const VALUES: Readonly<Record<LetterCommand, (known: Known) => Values | Promise<Values>>> = {
  receive: ({ found, on }) => ({ due: dueAfter(found, { type: 'receive' }, on) }),
  'ask-correction': ({ stated }) => ({ points: numbered(texts(stated, 'points')), workdays: number(stated, 'workdays') }),
  consult: ({ stated }) => ({ name: text(stated, 'name'), about: text(stated, 'about')?.trim() }),
  override: ({ found, stated }) => ({ ...consulted(found, text(stated, 'question')), reason: text(stated, 'reason') }),
  extend: ({ found, stated, on }) => ({
    reason: text(stated, 'reason'), workdays: number(stated, 'workdays'), due: dueAfter(found, { type: 'extend', workdays: count(stated, 'workdays'), approvedBy: 'head' }, on),
  }),
  'ask-reasons': ({ stated }) => ({ workdays: number(stated, 'workdays') }),
  delay: ({ found, stated, on }) => ({
    reason: text(stated, 'reason'), workdays: number(stated, 'workdays'), due: dueAfter(found, { type: 'delay', workdays: count(stated, 'workdays'), reason: 'reason' }, on),
  }),
  'notice-fee': ({ stated }) => feeValues(stated['fee']),
  transfer: async ({ reading: { db }, stated }) => ({ to: (await db.selectFrom('agency').select('name').where('id', '=', text(stated, 'to') ?? '').executeTakeFirst())?.name }),
  decide: ({ found, stated }) => ({
    form: FORMS[found.request.row.form as keyof typeof FORMS], route: ROUTES[found.request.row.route as keyof typeof ROUTES],
    ...replyValues(replyOf(stated) ?? { outcome: 'other' }),
  }),
};

function valuesOfRequest({ request, branch, events }: CaseOnRecord, on: Day): Values {
  const content = contentOf(request);
  const corrected = events.flatMap((event) => saidOf(request, event)?.wanted ?? []).at(-1);
  const wanted = corrected ?? content?.wanted;
  return {
    applicant: content && oneLine(content.applicant.name),
    receiptNo: request.row.receipt_no,
    submittedOn: dayInWords(branch.submittedOn),
    receivedOn: dayInWords(branch.receivedOn ?? on),
    wanted: wanted && wantedInWords(wanted),
  };
}

/** When the reply is due once a step was taken; while somebody is asked, by how much of it will be left. */
function dueAfter({ request: { steps, calendar }, branch: { id } }: CaseOnRecord, step: RequestStep, on: Day): string | undefined {
  const after = stateOf([...steps, { ...step, on, by: { role: 'agency' }, branch: id }], { calendarOf: () => calendar });
  const reply = after.branches.find((branch) => branch.id === id)?.deadlines.find((deadline) => deadline.id === 'reply');
  if (reply?.stands === 'running') return dayInWords(reply.due);
  return reply?.stands === 'paused' ? `征求意见结束后的第${reply.left}个工作日` : undefined;
}

/** Whom a consultation asked, and about what. */
function consulted({ request, events }: CaseOnRecord, question: string | undefined): Values {
  const asked = events.find(({ type, step }) => type === 'consult' && (JSON.parse(step) as { readonly question: string }).question === question);
  const { name, about } = (asked && saidOf(request, asked)?.texts) ?? {};
  return { name, about: about?.trim() };
}

function feeValues(fee: unknown): Values {
  const basis = feeBasisOf(record(fee));
  if (basis === undefined || !isFeeBasis(basis)) return {};
  const lines = feeLines(basis);
  return { feeLines: feeInWords({ scale: basis.scale, lines }), yuan: String(lines.reduce((sum, { yuan }) => sum + yuan, 0)) };
}

/** What a fee is counted by, as far as it is written; none is before in the month until it is said. */
function feeBasisOf(fee: Stated): FeeBasis | undefined {
  if (fee['scale'] === 'pages') return { scale: 'pages', pages: count(fee, 'pages') };
  return fee['scale'] === 'cases' ? { scale: 'cases', before: count({ before: 0, ...fee }, 'before'), cases: count(fee, 'cases') } : undefined;
}

/** The agency as it signs, and how it is reached. */
async function agencyOf({ db }: RequestReading, { row }: CaseOnRecord): Promise<{ readonly name: string; readonly contact: string }> {
  const { content } = await db.selectFrom('agency').select('content').where('no', '=', row.agency_no).executeTakeFirstOrThrow();
  const { name, address, phones, email } = JSON.parse(content) as AgencyContent;
  const contact = [address && `地址：${address}`, phones[0] && `电话：${phones[0].number}`, email && `电子邮箱：${email}`].filter((part) => part !== undefined && part !== '');
  return { name, contact: contact.join('，') };
}

/** A letter that went out. */
export async function renderSent(store: RequestStore, { params, query: { format } }: Call<'cases.letter'>): Promise<Download> {
  const reading = readingRequests(store);
  const found = await loadCase(reading, params.id);
  const letter = (await lettersOfCase(reading, found)).find(({ id }) => id === params.letter);
  const said = letter && openLetter(found.request, letter);
  if (letter === undefined || said === undefined) throw new ProblemError('not-found');
  const { title, doc_no: docNo } = letter;
  const file = { name: `${title}.${format}`, mediaType: LETTER_MEDIA[format], bytes: await renderLetter({ title, docNo, ...said }, format) };
  return format === 'html' ? { ...file, page: true } : file;
}

/** The letters of a case, with those its agency sent before it became a case of its own. */
export async function lettersOfCase(reading: RequestReading, { request, ownBranches }: CaseOnRecord) {
  return (await lettersOf(reading, request)).filter(({ branch }) => ownBranches.includes(branch));
}

const record = (value: unknown): Stated => (typeof value === 'object' && value !== null ? (value as Stated) : {});

function text(stated: Stated, name: string): string | undefined {
  const value = stated[name];
  return typeof value === 'string' ? value : undefined;
}

function texts(stated: Stated, name: string): string[] {
  const value = stated[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : [];
}

/** A number that is stated; what is none is not taken for one. */
function count(stated: Stated, name: string): number {
  const value = stated[name];
  return typeof value === 'number' ? value : Number.NaN;
}

function number(stated: Stated, name: string): string | undefined {
  return typeof stated[name] === 'number' ? String(stated[name]) : undefined;
}

function replyOf(stated: Stated): RequestReply | undefined {
  const reply = record(stated['reply']);
  const outcome = text(reply, 'outcome');
  if (outcome === undefined || !isDecided(outcome)) return undefined;
  const [grounds, pointsTo] = [text(reply, 'grounds'), text(reply, 'pointsTo')];
  const parts = Array.isArray(reply['withheld']) ? reply['withheld'].map(record) : [];
  const withheld = parts.flatMap((part) => {
    const [what, ground] = [text(part, 'what'), text(part, 'ground')];
    return what !== undefined && ground !== undefined && Object.hasOwn(GROUNDS, ground) ? [{ what, ground: ground as keyof typeof GROUNDS }] : [];
  });
  return { outcome, ...(grounds === undefined ? {} : { grounds }), ...(pointsTo === undefined ? {} : { pointsTo }), withheld };
}

