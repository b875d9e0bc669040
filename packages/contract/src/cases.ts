import { Type, type Static, type TProperties } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { Draft, EXEMPTIONS, PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import {
  APPLICANT_TYPES, CASE_COMMANDS, INFORMATION_FORMS, INFORMATION_ROUTES, LETTER_COMMANDS, OPINIONS, REQUEST_CHANNELS, REQUEST_EVENT_TYPES, REQUEST_OUTCOMES, REQUEST_PARTIES, REQUEST_PHASES,
  REQUEST_REMEDIES, REQUEST_TERM_IDS, SERVICE_WAYS, type CaseCommand,
} from './request-words.ts';
import { Applicant, Receipt, ReceiptNo, RequestContent, RequestDeadline, RequestFee, RequestRemedy, Wanted } from './requests.ts';
import { AgencyId, CategoryId, Day, Line, Moment, Sha256, Text, Ulid, closed, paging } from './schema.ts';

/*
 * A case is a request, or a branch of it, at one agency, as its officers work it. What staff read of it comes in two parts:
 * `Case` holds nothing personal and, but for urgings, nothing that somebody wrote; the papers hold all of that, and each reading goes on record.
 */

/** The period that ends next. */
const NextDeadline = closed(
  {
    id: Type.String(), term: Type.Enum(REQUEST_TERM_IDS), binds: Type.Enum(REQUEST_PARTIES), due: Day,
    left: Type.Integer({ description: 'Workdays from today, below zero when it has gone by.' }),
    light: Type.Enum(['green', 'amber', 'red']), provisional: Type.Boolean(),
  },
  { title: 'NextDeadline' },
);

const shown = {
  id: Ulid,
  receiptNo: ReceiptNo,
  agency: AgencyRef,
  phase: Type.Enum(REQUEST_PHASES),
  outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)),
  label: Type.Optional(Line(60)),
  channel: Type.Enum(REQUEST_CHANNELS),
  applicant: Type.Enum(APPLICANT_TYPES),
  submittedOn: Day,
  receivedOn: Type.Optional(Day),
  endedOn: Type.Optional(Day),
  handler: Type.Optional(PersonRef),
  waitsFor: Type.Array(Type.Enum(REQUEST_PARTIES)),
  next: Type.Optional(NextDeadline),
  urged: Type.Boolean({ description: 'A supervisor has urged and has no answer yet.' }),
  version: Type.Integer({ minimum: 1, description: 'Rises with every step; send it back to say which one you saw.' }),
  updatedAt: Moment,
};

export const CaseSummary = closed(shown, { title: 'CaseSummary', description: '`label`: a few neutral words of the officer’s, for lists; never anything personal.' });
export type CaseSummary = Static<typeof CaseSummary>;

const CaseQuestion = closed(
  {
    id: Type.String(),
    term: Type.Enum(REQUEST_TERM_IDS),
    workdays: Type.Integer(),
    askedOn: Day,
    deliveredOn: Type.Optional(Day),
    endedOn: Type.Optional(Day),
    answer: Type.Optional(Type.Enum(['answered', 'silent', ...OPINIONS])),
    overriddenOn: Type.Optional(Day),
  },
  { title: 'CaseQuestion', description: 'Something that somebody was asked and is bound to answer.' },
);

/** A line of the record: a step, or what else was done. */
export const CaseEntry = closed(
  {
    n: Type.Integer({ minimum: 1 }),
    at: Moment,
    type: Type.Enum([...REQUEST_EVENT_TYPES, 'note', 'urging', 'urging-answer', 'recount', 'file', 'redaction', 'erasure']),
    on: Type.Optional(Day),
    by: Type.Enum(['applicant', 'agency', 'system']),
    person: Type.Optional(PersonRef),
    way: Type.Optional(Type.Enum(SERVICE_WAYS)),
    workdays: Type.Optional(Type.Integer()),
    party: Type.Optional(Type.Enum(['third-party', 'co-maker'])),
    question: Type.Optional(Type.String()),
    opinion: Type.Optional(Type.Enum(OPINIONS)),
    term: Type.Optional(Type.Enum(REQUEST_TERM_IDS)),
    bound: Type.Optional(Type.Enum(REQUEST_PARTIES)),
    outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)),
    fee: Type.Optional(RequestFee),
    to: Type.Optional(AgencyRef),
    cases: Type.Optional(Type.Array(Ulid, { description: 'The cases that came of it.' })),
    moved: Type.Optional(Type.Array(closed({ deadline: Type.String(), from: Type.Optional(Day), to: Type.Optional(Day) }), { description: 'Of a recount: which periods end on another day by the new calendar.' })),
    notice: Type.Optional(Line(300)),
    text: Type.Optional(Type.String({ description: 'Of an urging and its answer: what supervisor and agency write to each other. Everything else that was written is in the papers.' })),
  },
  { title: 'CaseEntry' },
);
export type CaseEntry = Static<typeof CaseEntry>;

export const Case = closed(
  {
    ...shown,
    branch: Type.String(),
    parent: Type.Optional(Ulid),
    children: Type.Array(closed({ id: Ulid, agency: AgencyRef, phase: Type.Enum(REQUEST_PHASES) })),
    firstHandler: Type.Optional(PersonRef),
    form: Type.Enum(INFORMATION_FORMS),
    route: Type.Enum(INFORMATION_ROUTES),
    deadlines: Type.Array(RequestDeadline),
    questions: Type.Array(CaseQuestion),
    remedy: Type.Optional(RequestRemedy),
    entries: Type.Array(CaseEntry, { description: 'Oldest first.' }),
    may: Type.Array(Type.Enum(CASE_COMMANDS), { description: 'What the law lets the agency do now, and the caller may.' }),
    inMonth: Type.Integer({ minimum: 0, description: 'Requests of the same applicant received by this agency in the same calendar month, without this one (for the fee, 国办函〔2020〕109号).' }),
    erasedOn: Type.Optional(Day),
  },
  { title: 'Case' },
);
export type Case = Static<typeof Case>;

/** What a file of a case is: the applicant's own, the image of an identity, what goes to the applicant with the reply, or of the record only. */
export const CASE_FILE_PURPOSES = ['attachment', 'identity', 'release', 'record'] as const;

export const CaseFile = closed(
  {
    id: Ulid,
    name: Line(255),
    mediaType: Type.String(),
    size: Type.Integer({ minimum: 0 }),
    sha256: Sha256,
    purpose: Type.Enum(CASE_FILE_PURPOSES),
    by: Type.Enum(['applicant', 'agency']),
    at: Moment,
    redacted: Type.Boolean({ description: 'Made by redaction: what was hidden is not in it.' }),
  },
  { title: 'CaseFile' },
);
export type CaseFile = Static<typeof CaseFile>;

export const CaseLetter = closed(
  { id: Ulid, command: Type.Enum(LETTER_COMMANDS), title: Line(120), docNo: Line(100), on: Day, n: Type.Integer({ description: 'The entry it belongs to.' }) },
  { title: 'CaseLetter' },
);
export type CaseLetter = Static<typeof CaseLetter>;

const Withholding = closed({ what: Line(500), ground: Type.Enum(EXEMPTIONS) }, { title: 'Withholding' });

/** What the agency decides, as its letter states it. */
export const RequestReply = closed(
  {
    outcome: Type.Enum(REQUEST_OUTCOMES),
    grounds: Type.Optional(Text(4000)),
    withheld: Type.Optional(Type.Array(Withholding, { maxItems: 100 })),
    pointsTo: Type.Optional(Text(2000)),
    remedy: Type.Optional(Type.Enum(REQUEST_REMEDIES)),
  },
  { title: 'RequestReply', description: 'Which of these an outcome needs, the law says; what is missing is refused by name.' },
);
export type RequestReply = Static<typeof RequestReply>;

/** What people wrote: who asks, what for, what was said with each step. */
export const CasePapers = closed(
  {
    applicant: Applicant,
    wanted: Type.Array(closed({ on: Day, wanted: Wanted }), { description: 'As first asked, then as corrected.' }),
    assistance: Type.Optional(Type.String()),
    said: Type.Array(closed({ n: Type.Integer(), field: Type.String(), text: Type.String() }), { description: 'What was written with the entry `n`: `points/0`, `grounds`, `reason`, `name`, `note` …' }),
    reply: Type.Optional(RequestReply),
    files: Type.Array(CaseFile),
    filesAnnounced: Type.Integer({ minimum: 0 }),
    letters: Type.Array(CaseLetter),
    others: Type.Array(
      closed({ receiptNo: ReceiptNo, id: Ulid, submittedOn: Day, phase: Type.Enum(REQUEST_PHASES), outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)), label: Type.Optional(Line(60)) }),
      { description: 'Other requests of the same applicant to this agency, newest first: for the fee, and to tell a repeat (Reg. 36(6)).' },
    ),
  },
  { title: 'CasePapers' },
);
export type CasePapers = Static<typeof CasePapers>;

const id = closed({ id: Ulid });
const seen = { version: Type.Integer({ minimum: 1 }) };

export const listCases = operation({
  id: 'cases.list',
  method: 'GET',
  path: '/v1/cases',
  summary: 'Cases of the caller’s agencies, by what is due first; ended ones newest first',
  access: { permission: 'requests.read', of: 'any' },
  query: closed({
    agency: Type.Optional(AgencyId),
    phase: Type.Optional(Type.Enum(REQUEST_PHASES)),
    state: Type.Optional(Type.Enum(['open', 'ended', 'late', 'mine'], { description: 'Without it and without `phase`: open. `late`: a period that binds the agency has gone by. `mine`: open, and the caller is its handler.' })),
    receipt: Type.Optional(Type.String({ minLength: 1, maxLength: 15, description: 'The beginning of a receipt number.' })),
    ...paging,
  }),
  responses: { 200: closed({ items: Type.Array(CaseSummary), next: Type.Optional(Type.String()) }, { title: 'CasePage' }) },
});

export const createCase = operation({
  id: 'cases.create',
  method: 'POST',
  path: '/v1/cases',
  summary: 'File for an applicant what came in at the counter, by word of mouth, by post or by fax (Reg. 29)',
  description: 'What was said is written down and read back before it is sent (`readBack`); the receipt is for the applicant.',
  access: { permission: 'requests.handle', of: 'body' },
  creates: true,
  body: closed(
    {
      ...RequestContent.properties,
      channel: Type.Enum(['counter', 'oral', 'post-registered', 'post-ordinary', 'fax']),
      on: Type.Optional(Day),
      readBack: Type.Optional(Type.Boolean({ description: 'Of an oral one: it was read back and confirmed.' })),
    },
    { title: 'FiledRequest' },
  ),
  responses: { 200: closed({ id: Ulid, receipt: Receipt }, { title: 'FiledCase' }) },
});

export const getCase = operation({
  id: 'cases.get', method: 'GET', path: '/v1/cases/{id}', summary: 'One case: where it stands, its periods with their proof, its record, what may be done next',
  access: { permission: 'requests.read', of: 'case' }, params: id, responses: { 200: Case },
});

export const getPapers = operation({
  id: 'cases.papers', method: 'GET', path: '/v1/cases/{id}/papers', summary: 'What people wrote in a case: applicant, request, texts, files and letters; the reading goes on record',
  access: { permission: 'requests.personal', of: 'case' }, recorded: true, params: id, responses: { 200: CasePapers },
});

/** A step, with what it states; a letter in other words than the template's is given as `letter`. */
function step<const C extends CaseCommand, P extends TProperties>(command: C, summary: string, stated: P) {
  return operation({
    id: `cases.${command}`,
    method: 'POST',
    path: `/v1/cases/{id}/${command}`,
    summary,
    access: { permission: 'requests.handle', of: 'case' },
    params: id,
    body: closed(
      {
        ...seen,
        on: Type.Optional(Type.String({ ...Day, description: 'The day on which it took effect; today unless said.' })),
        note: Type.Optional(Text(1000)),
        ...stated,
      },
      { title: `Case${command.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}` },
    ),
    responses: { 200: Case },
  });
}

const letter = { letter: Type.Optional(Type.String({ minLength: 1, maxLength: 20_000, description: 'The body of the letter, composed before and edited; without it, as the template says. Number, date and remedy are added by the server.' })) };
const way = { way: Type.Enum(SERVICE_WAYS) };
const workdays = { workdays: Type.Integer({ minimum: 1, maximum: 250 }) };
const question = { question: Text(40, 1) };

export const receiveCase = step('receive', 'Confirm receipt in law (Reg. 31): the clock starts', letter);
export const registerCase = step('register', 'Enter it in the register (Reg. 45)', { label: Type.Optional(Line(60)) });
export const assignCase = step('assign', 'Give it to an officer', { handler: PersonRef.properties.id });
export const askCorrection = step('ask-correction', 'Ask once, within 7 workdays, what is to be corrected (Reg. 30)', { points: Type.Array(Line(500), { minItems: 1, maxItems: 20 }), ...workdays, ...way, ...letter });
export const takeCorrection = step('correct', 'Write down a correction that came in another way; after abandonment, with the good reason it is late for (Reg. 30)', { wanted: Wanted, goodReason: Type.Optional(Line(500)) });
export const consult = step('consult', 'Ask a third party (Reg. 32) or the agency that made it too (Reg. 34)', {
  party: Type.Enum(['third-party', 'co-maker']), name: Line(120), address: Type.Optional(Line(300)), about: Text(2000), ...way, ...letter,
});
export const takeOpinion = step('opinion', 'Write down what who was consulted says', { ...question, opinion: Type.Enum(OPINIONS), text: Type.Optional(Text(2000)) });
export const overrideObjection = step('override', 'Disclose against an objection, for a major public interest, and tell the third party (Reg. 32)', { ...question, reason: Line(500), ...letter });
export const extendCase = step('extend', 'Extend the reply once and tell the applicant (Reg. 33)', { ...workdays, reason: Line(500), approvedBy: Line(60), ...letter });
export const askReasons = step('ask-reasons', 'Ask why so much or so often (Reg. 35)', { ...workdays, ...way, ...letter });
export const takeReasons = step('explain', 'Write down reasons that came in another way', { reasons: Text(2000, 1) });
export const delayCase = step('delay', 'Set a reasonable delay where there are good reasons but too much to do (Reg. 35)', { ...workdays, reason: Line(500), ...letter });
export const noticeFee = step('notice-fee', 'Ask for the information-processing fee (Reg. 42)', {
  fee: Type.Union([
    closed({ scale: Type.Literal('cases'), before: Type.Integer({ minimum: 0 }), cases: Type.Integer({ minimum: 1 }) }),
    closed({ scale: Type.Literal('pages'), pages: Type.Integer({ minimum: 1 }) }),
  ]),
  ...way, ...letter,
});
export const takePayment = step('pay', 'The fee is paid', {});
export const takeDelivery = step('deliver', 'A return slip says when a posted letter arrived', question);
export const transferCase = step('transfer', 'Hand it on to another agency, which begins a case of its own', { to: AgencyId, ...letter });
export const splitCase = step('split', 'Split it into parts, each a case of its own', { parts: Type.Array(closed({ label: Type.Optional(Line(60)) }), { minItems: 2, maxItems: 20 }) });
export const withdrawCase = step('withdraw', 'The applicant withdraws it in another way than on the tracking page', {});
export const decideCase = step('decide', 'Decide, with ground, article and remedy (Reg. 36 to 39)', { reply: RequestReply, ...letter });
export const serveCase = step('serve', 'Serve the reply', way);
export const archiveCase = step('archive', 'Close the file (Reg. 45)', {});

/** A letter before it goes out: what may be edited, and what may not. */
export const LetterDraft = closed(
  {
    title: Line(120),
    body: Type.String({ description: 'Paragraphs, separated by blank lines: to be edited.' }),
    fixed: Type.String({ description: 'What is added whatever the body says: above all the remedy.' }),
    missing: Type.Array(Type.String(), { description: 'Names of placeholders for which nothing is known yet; a letter with one does not go out.' }),
  },
  { title: 'LetterDraft' },
);
export type LetterDraft = Static<typeof LetterDraft>;

export const composeLetter = operation({
  id: 'cases.compose', method: 'POST', path: '/v1/cases/{id}/compose', summary: 'The letter of a step, from the agency’s template, to be read and edited before the step is taken',
  access: { permission: 'requests.personal', of: 'case' }, recorded: true, params: id,
  body: closed(
    {
      command: Type.Enum(LETTER_COMMANDS),
      stated: Type.Optional(Type.Object({}, { additionalProperties: true, description: 'What the step will state, as its own body says it.' })),
    },
    { title: 'LetterOrder' },
  ),
  responses: { 200: LetterDraft },
});

export const getLetter = operation({
  id: 'cases.letter', method: 'GET', path: '/v1/cases/{id}/letters/{letter}', summary: 'A letter that went out, as a page to print or a DOCX file',
  access: { permission: 'requests.personal', of: 'case' }, recorded: true,
  params: closed({ id: Ulid, letter: Ulid }), query: closed({ format: Type.Enum(['html', 'docx']) }),
  responses: { 200: Type.String({ format: 'binary' }) }, media: 'application/octet-stream',
});

export const attachToCase = operation({
  id: 'cases.attach', method: 'PUT', path: '/v1/cases/{id}/files', summary: 'Add a file to a case; what kind it is, its content says',
  description: 'The same bytes under the same name and purpose are kept once, so a call may be repeated.',
  access: { permission: 'requests.handle', of: 'case' }, params: id,
  query: closed({ name: Line(255), purpose: Type.Enum(CASE_FILE_PURPOSES) }),
  body: Type.String({ format: 'binary' }), bodyMedia: 'application/octet-stream',
  responses: { 200: CaseFile },
});

export const getCaseFile = operation({
  id: 'cases.file', method: 'GET', path: '/v1/cases/{id}/files/{file}', summary: 'Download a file of a case; it goes on record',
  access: { permission: 'requests.personal', of: 'case' }, recorded: true,
  params: closed({ id: Ulid, file: Ulid }), responses: { 200: Type.String({ format: 'binary' }) }, media: 'application/octet-stream',
});

export const removeCaseFile = operation({
  id: 'cases.remove', method: 'DELETE', path: '/v1/cases/{id}/files/{file}', summary: 'Take out a file that the agency added by mistake; not after the reply was served',
  access: { permission: 'requests.handle', of: 'case' }, params: closed({ id: Ulid, file: Ulid }), responses: { 200: closed({ id: Ulid }, { title: 'RemovedFile' }) },
});

export const redactText = operation({
  id: 'cases.redact', method: 'POST', path: '/v1/cases/{id}/redactions', summary: 'Separate out parts of a text (区分处理, Reg. 37): a copy for the applicant in which they are not',
  description: 'Answers the copy, a DOCX file to be released, and what was withheld on which ground, as the reply of outcome `partial` states it.',
  access: { permission: 'requests.handle', of: 'case' }, creates: true, params: id,
  body: closed(
    {
      name: Line(200),
      text: Text(200_000, 1),
      spans: Type.Array(
        closed({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 1 }), ground: Type.Enum(EXEMPTIONS), what: Line(500) }),
        { minItems: 1, maxItems: 1000, description: 'Half-open, in UTF-16 code units, rising, not overlapping. `what` names what is hidden without saying it, such as 当事人姓名.' },
      ),
    },
    { title: 'Redaction' },
  ),
  responses: { 200: closed({ file: CaseFile, withheld: Type.Array(Withholding) }, { title: 'RedactedCopy' }) },
});

export const publishReleased = operation({
  id: 'cases.publish', method: 'POST', path: '/v1/cases/{id}/publications', summary: 'Begin a disclosure from a released file (Reg. 44), without any trace of the applicant',
  description: 'The file is cleaned as an upload is; the draft then goes the way of every draft, secrecy review included.',
  access: { permission: 'drafts.write', of: 'case' }, creates: true, params: id,
  body: closed({ file: Ulid, title: Line(300), summary: Line(500), categoryId: CategoryId }, { title: 'CasePublication' }),
  responses: { 200: Draft },
});

export const addNote = operation({
  id: 'cases.note', method: 'POST', path: '/v1/cases/{id}/notes', summary: 'Write a note that is never public',
  access: { permission: 'requests.handle', of: 'case' }, creates: true, params: id, body: closed({ text: Text(4000, 1) }, { title: 'CaseNote' }), responses: { 200: Case },
});

export const urge = operation({
  id: 'cases.urge', method: 'POST', path: '/v1/cases/{id}/urgings', summary: 'Urge the agency (督办)',
  access: { permission: 'requests.urge', of: 'case' }, creates: true, params: id, body: closed({ text: Line(500) }, { title: 'Urging' }), responses: { 200: Case },
});

export const answerUrging = operation({
  id: 'cases.answer', method: 'POST', path: '/v1/cases/{id}/urgings/answer', summary: 'Answer what the supervisor urged',
  access: { permission: 'requests.handle', of: 'case' }, creates: true, params: id, body: closed({ text: Line(500) }, { title: 'UrgingAnswer' }), responses: { 200: Case },
});

export const listHandlers = operation({
  id: 'cases.handlers', method: 'GET', path: '/v1/cases/{id}/handlers', summary: 'Who can be given a case',
  access: { permission: 'requests.handle', of: 'case' }, params: id, responses: { 200: closed({ items: Type.Array(PersonRef) }, { title: 'HandlerList' }) },
});

/** How an agency takes requests. */
export const RequestSettings = closed(
  {
    open: Type.Boolean(),
    identityImage: Type.Enum(['none', 'optional', 'required']),
    routes: Type.Array(Type.Enum(INFORMATION_ROUTES), { minItems: 1, uniqueItems: true }),
    intro: Type.Optional(Text(2000)),
    feeScale: Type.Enum(['cases', 'pages']),
    retentionMonths: Type.Integer({ minimum: 1, maximum: 360, description: 'After the end of a case; then what is personal is erased and the figures stay.' }),
    remedies: Type.Optional(closed(
      { reconsideration: Type.Optional(Line(120)), court: Type.Optional(Line(120)) },
      { title: 'RemedyPlaces', description: 'To whom the remedy of a letter leads (行政复议机关, 人民法院); without them, to those that have jurisdiction.' },
    )),
    docNo: Type.String({ pattern: '^[^{}\\u0000-\\u001f\\u007f]*\\{year\\}[^{}\\u0000-\\u001f\\u007f]*\\{n\\}[^{}\\u0000-\\u001f\\u007f]*$', maxLength: 60, description: 'How letters are numbered, for example 清水公开〔{year}〕第{n}号.' }),
    wording: Type.Array(
      closed({ template: Type.String({ pattern: '^[a-z-]{1,40}$', description: 'A letter command, or of replies the outcome.' }), body: Type.String({ minLength: 1, maxLength: 20_000 }) }),
      { maxItems: 60, description: 'Templates in the agency’s own words.' },
    ),
  },
  { title: 'RequestSettings' },
);
export type RequestSettings = Static<typeof RequestSettings>;

const held = { settings: RequestSettings, templates: Type.Array(closed({ template: Type.String(), body: Type.String(), placeholders: Type.Array(Type.String()) }), { description: 'Every template as it ships, with the placeholders it knows.' }) };

export const getRequestSettings = operation({
  id: 'requests.settings', method: 'GET', path: '/v1/agencies/{id}/request-settings', summary: 'How an agency takes requests, and its templates',
  access: { permission: 'requests.settings', of: 'agency' }, params: closed({ id: AgencyId }), responses: { 200: closed({ version: Sha256, ...held }, { title: 'HeldRequestSettings' }) },
});

export const saveRequestSettings = operation({
  id: 'requests.configure', method: 'PUT', path: '/v1/agencies/{id}/request-settings', summary: 'Change how an agency takes requests',
  access: { permission: 'requests.settings', of: 'agency' }, params: closed({ id: AgencyId }),
  body: closed({ version: Sha256, settings: RequestSettings }, { title: 'RequestSettingsChange' }), responses: { 200: closed({ version: Sha256, ...held }, { title: 'HeldRequestSettings' }) },
});
