import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { operation } from './operation.ts';
import {
  APPLICANT_TYPES, IDENTITY_TYPES, INFORMATION_FORMS, INFORMATION_ROUTES, OPINIONS, PAUSE_INTERVALS, PAUSE_REASONS, REQUEST_CHANNELS, REQUEST_EVENT_TYPES, REQUEST_OUTCOMES, REQUEST_PARTIES,
  REQUEST_PHASES, REQUEST_REMEDIES, REQUEST_TERM_IDS, REQUEST_TRIGGERS, SERVICE_WAYS, SILENCE_EFFECTS,
} from './request-words.ts';
import { AgencyId, Day, Line, Moment, Sha256, Text, Ulid, closed } from './schema.ts';

/** 14 digits: the day of the submission, and six drawn by lot. It says nothing of what was asked or by whom. */
export const ReceiptNo = Type.String({ title: 'ReceiptNo', pattern: '^\\d{8}-\\d{6}$' });

/** Twelve letters and digits in groups of four, shown once; the server keeps only its hash. */
const ReceiptSecret = Type.String({ title: 'ReceiptSecret', pattern: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$' });

export const MOST_ATTACHMENTS = 10;
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024;

const Contact = Type.Object(
  { phone: Type.Optional(Line(40)), email: Type.Optional(Line(120)), address: Type.Optional(Line(300)), postcode: Type.Optional(Line(20)) },
  { title: 'Contact', additionalProperties: false, minProperties: 1, description: 'How the agency reaches the applicant: at least one way (Reg. 29).' },
);

const NaturalPerson = closed(
  {
    type: Type.Literal('naturalPerson'),
    name: Line(60),
    identity: closed({ type: Type.Enum(IDENTITY_TYPES), number: Line(40) }, { title: 'Identity', description: 'Proof of identity (Reg. 29). What looks wrong in a number is said, and it is taken all the same.' }),
    contact: Contact,
  },
  { title: 'NaturalPerson' },
);

const Organisation = closed(
  {
    type: Type.Enum(APPLICANT_TYPES.filter((type) => type !== 'naturalPerson')),
    name: Line(120),
    creditCode: Type.Optional(Line(40)),
    representative: Type.Optional(Line(60)),
    contactPerson: Line(60),
    contact: Contact,
  },
  { title: 'Organisation', description: 'A legal person or other organisation, of one of the five kinds that the annual table counts.' },
);

/** Who asks. */
export const Applicant = Type.Union([NaturalPerson, Organisation], { title: 'Applicant' });
export type Applicant = Static<typeof Applicant>;

/** What is asked for: by title, document number, or whatever else tells it from others (Reg. 29). There is no purpose to state. */
export const Wanted = closed(
  { title: Type.Optional(Line(200)), docNo: Type.Optional(Line(100)), description: Text(5000, 1) },
  { title: 'Wanted' },
);
export type Wanted = Static<typeof Wanted>;

const asked = {
  agencyId: AgencyId,
  applicant: Applicant,
  wanted: Wanted,
  form: Type.Enum(INFORMATION_FORMS),
  route: Type.Enum(INFORMATION_ROUTES),
  assistance: Type.Optional(Type.String({ maxLength: 500, description: 'What help somebody needs who has difficulty reading, seeing or hearing (Reg. 43).' })),
  files: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_ATTACHMENTS, description: 'How many attachments will follow, so that the agency knows when one is missing.' })),
};

/** What a request says, whichever way it came in. */
export const RequestContent = closed(asked, { title: 'RequestContent' });
export type RequestContent = Static<typeof RequestContent>;

/** With what the applicant follows the request and acts in it. Shown once, and nothing of it is personal. */
export const Receipt = closed(
  {
    receiptNo: ReceiptNo,
    secret: ReceiptSecret,
    agency: AgencyRef,
    submittedAt: Moment,
    receivedOn: Type.Optional(Day),
  },
  { title: 'Receipt', description: 'Submitted is not received: `receivedOn` is there only where the law lets the request count as received at once (Reg. 31).' },
);
export type Receipt = Static<typeof Receipt>;

/** A day of a period, counted or not, and why. */
const RequestTrailDay = closed(
  { date: Day, counted: Type.Boolean(), reason: Type.Enum(['weekday', 'weekend', 'off', 'make-up', 'statutory', ...PAUSE_REASONS]) },
  { title: 'RequestTrailDay' },
);

const deadline = {
  id: Type.String({ description: 'The term, or of a consultation its own name.' }),
  term: Type.Enum(REQUEST_TERM_IDS),
  binds: Type.Enum(REQUEST_PARTIES),
  onSilence: Type.Enum(SILENCE_EFFECTS),
  trigger: Type.Enum(REQUEST_TRIGGERS),
  length: Type.Integer({ minimum: 0 }),
  unit: Type.Enum(['workdays', 'calendar-days', 'months']),
  article: Type.String(),
  rollsOver: Type.Optional(Type.String({ description: 'The article by which it ends on the next workday.' })),
  pause: Type.Enum(PAUSE_INTERVALS, { description: 'The agreed reading of “not counted” (Reg. 33).' }),
  endedOn: Type.Optional(Day),
};
const counted = { from: Day, provisional: Type.Boolean(), calendarVersion: Type.String(), trail: Type.Array(RequestTrailDay) };

/** Who must act until when, and the proof. */
export const RequestDeadline = Type.Union(
  [
    closed(
      {
        stands: Type.Literal('running'), ...deadline, ...counted, due: Day,
        left: Type.Integer({ description: 'Workdays from today to `due`, below zero when it has gone by; of what has ended, as on the day it ended.' }),
        light: Type.Enum(['green', 'amber', 'red'], { description: 'Amber from five workdays before the end, red when it has gone by (电子监察).' }),
      },
      { description: 'It ends on `due`, at 24:00 in Asia/Shanghai.' },
    ),
    closed({ stands: Type.Literal('paused'), ...deadline, ...counted, by: Type.Enum(PAUSE_REASONS), since: Day, left: Type.Integer({ minimum: 0 }) }, { description: 'It stands still; `left` workdays run when the pause ends.' }),
    closed({ stands: Type.Literal('undelivered'), ...deadline }, { description: 'The letter is under way, so that it has not begun.' }),
  ],
  { title: 'RequestDeadline' },
);
export type RequestDeadline = Static<typeof RequestDeadline>;

export const RequestRemedy = closed({ remedy: Type.Enum(REQUEST_REMEDIES), text: Type.String({ description: 'The sentence of the letter, in the language of the law.' }), article: Type.String() }, { title: 'RequestRemedy' });
export type RequestRemedy = Static<typeof RequestRemedy>;

/** A fee that was asked for, price by price (国办函〔2020〕109号). */
export const RequestFee = closed(
  {
    scale: Type.Enum(['cases', 'pages']),
    yuan: Type.Integer({ minimum: 0 }),
    lines: Type.Array(closed({ first: Type.Integer(), last: Type.Integer(), each: Type.Integer(), yuan: Type.Integer() })),
  },
  { title: 'RequestFee' },
);
export type RequestFee = Static<typeof RequestFee>;

/** A step as the applicant sees it. Who was consulted is not theirs to know. */
export const TrackedEvent = closed(
  {
    n: Type.Integer({ minimum: 1 }),
    type: Type.Enum(REQUEST_EVENT_TYPES),
    on: Day,
    by: Type.Enum(['applicant', 'agency', 'system']),
    way: Type.Optional(Type.Enum(SERVICE_WAYS)),
    workdays: Type.Optional(Type.Integer()),
    points: Type.Optional(Type.Array(Type.String(), { description: 'What is to be corrected.' })),
    party: Type.Optional(Type.Enum(['third-party', 'co-maker'])),
    opinion: Type.Optional(Type.Enum(OPINIONS)),
    question: Type.Optional(Type.String()),
    term: Type.Optional(Type.Enum(REQUEST_TERM_IDS)),
    bound: Type.Optional(Type.Enum(REQUEST_PARTIES)),
    outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)),
    to: Type.Optional(AgencyRef),
    parts: Type.Optional(Type.Integer({ description: 'Into how many it was split.' })),
    fee: Type.Optional(RequestFee),
  },
  { title: 'TrackedEvent' },
);
export type TrackedEvent = Static<typeof TrackedEvent>;

const Paper = closed(
  { id: Ulid, name: Line(255), mediaType: Type.String(), size: Type.Integer({ minimum: 0 }), on: Day },
  { title: 'Paper', description: 'A letter or a released file that the applicant may take.' },
);

const APPLICANT_COMMANDS = ['correct', 'explain', 'withdraw'] as const;

/** The request, or a part of it, at one agency, as its applicant sees it. */
export const TrackedBranch = closed(
  {
    id: Type.String({ description: '`main`, or of a branch that came of a transfer or a split its own name.' }),
    parent: Type.Optional(Type.String()),
    agency: AgencyRef,
    phase: Type.Enum(REQUEST_PHASES),
    outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)),
    receivedOn: Type.Optional(Day),
    endedOn: Type.Optional(Day),
    waitsFor: Type.Array(Type.Enum(REQUEST_PARTIES), { description: 'Whose move it is.' }),
    deadlines: Type.Array(RequestDeadline),
    remedy: Type.Optional(RequestRemedy),
    events: Type.Array(TrackedEvent, { description: 'Oldest first.' }),
    letters: Type.Array(Paper),
    files: Type.Array(Paper, { description: 'What was released with the reply.' }),
    may: Type.Array(Type.Enum(APPLICANT_COMMANDS), { description: 'What the applicant can do now.' }),
  },
  { title: 'TrackedBranch' },
);
export type TrackedBranch = Static<typeof TrackedBranch>;

/** A request as its holder follows it: no name, number or contact is in it. */
export const TrackedRequest = closed(
  {
    receiptNo: ReceiptNo,
    channel: Type.Enum(REQUEST_CHANNELS),
    submittedOn: Day,
    wanted: Wanted,
    attachments: Type.Array(closed({ name: Line(255), size: Type.Integer({ minimum: 0 }), sha256: Sha256 })),
    filesAnnounced: Type.Integer({ minimum: 0, description: 'How many attachments were to follow.' }),
    mayAttach: Type.Boolean({ description: 'Attachments can still be added: until the agency has decided.' }),
    branches: Type.Array(TrackedBranch, { minItems: 1 }),
    erasedOn: Type.Optional(Day),
  },
  { title: 'TrackedRequest' },
);
export type TrackedRequest = Static<typeof TrackedRequest>;

/** What a form must know of an agency before anybody writes into it. */
export const RequestForm = closed(
  {
    agency: AgencyRef,
    open: Type.Boolean({ description: 'False: this agency takes no requests here; `office` says where it does.' }),
    identityImage: Type.Enum(['none', 'optional', 'required'], { description: 'Whether an image of the proof of identity is asked for, to be attached.' }),
    routes: Type.Array(Type.Enum(INFORMATION_ROUTES), { minItems: 1 }),
    intro: Type.Optional(Text(2000)),
    office: closed({ name: Line(120), address: Type.Optional(Line(300)), hours: Type.Optional(Line(200)), phone: Type.Optional(Line(60)) }),
    retentionMonths: Type.Integer({ description: 'How long after the end personal data is kept; then it is erased.' }),
  },
  { title: 'RequestForm' },
);
export type RequestForm = Static<typeof RequestForm>;

/** A proof of work to be solved before something is sent, instead of a puzzle for people (ALTCHA, version 2 of its protocol). */
export const Challenge = Type.Object({ parameters: Type.Object({}, { additionalProperties: true }), signature: Type.String() }, { title: 'Challenge', additionalProperties: true });
export type Challenge = Static<typeof Challenge>;

const receipt = closed({ receiptNo: ReceiptNo });
const branch = { branch: Text(40, 1) };

export const getRequestForm = operation({
  id: 'requests.form',
  method: 'GET',
  path: '/v1/agencies/{id}/request-form',
  summary: 'What an agency’s request form must know: whether it is open, routes, identity image, office',
  access: 'public',
  params: closed({ id: AgencyId }),
  responses: { 200: RequestForm },
});

export const getChallenge = operation({
  id: 'requests.challenge',
  method: 'GET',
  path: '/v1/challenge',
  summary: 'A new proof of work; good once, for twenty minutes',
  access: 'public',
  responses: { 200: Challenge },
});

export const submitRequest = operation({
  id: 'requests.submit',
  method: 'POST',
  path: '/v1/requests',
  summary: 'File a request (依申请公开) without an account; answers its receipt',
  description: 'The same key with the same body answers the same receipt, its secret included; with another body it is `key-reused`. `challenge` is a solved one, as ALTCHA encodes it.',
  access: 'public',
  creates: true,
  body: closed({ ...asked, channel: Type.Enum(['online', 'kiosk']), challenge: Text(4000, 1) }, { title: 'NewRequest' }),
  responses: { 200: Receipt },
});

export const trackRequest = operation({
  id: 'requests.track',
  method: 'GET',
  path: '/v1/requests/{receiptNo}',
  summary: 'A request with every step, whose move it is and until when',
  access: 'receipt',
  params: receipt,
  responses: { 200: TrackedRequest },
});

export const correctRequest = operation({
  id: 'requests.correct',
  method: 'POST',
  path: '/v1/requests/{receiptNo}/correction',
  summary: 'Answer a correction notice (Reg. 30): say anew what is asked for',
  access: 'receipt',
  creates: true,
  params: receipt,
  body: closed({ ...branch, wanted: Wanted }, { title: 'RequestCorrection' }),
  responses: { 200: TrackedRequest },
});

export const explainRequest = operation({
  id: 'requests.explain',
  method: 'POST',
  path: '/v1/requests/{receiptNo}/reasons',
  summary: 'Give the reasons that were asked for (Reg. 35)',
  access: 'receipt',
  creates: true,
  params: receipt,
  body: closed({ ...branch, reasons: Text(2000, 1) }, { title: 'RequestReasons' }),
  responses: { 200: TrackedRequest },
});

export const withdrawRequest = operation({
  id: 'requests.withdraw',
  method: 'POST',
  path: '/v1/requests/{receiptNo}/withdrawal',
  summary: 'Withdraw a request, or a branch of it',
  access: 'receipt',
  creates: true,
  params: receipt,
  body: closed(branch, { title: 'RequestWithdrawal' }),
  responses: { 200: TrackedRequest },
});

/** What an attachment is for: part of the request, or the image of the proof of identity. */
export const ATTACHMENT_PURPOSES = ['attachment', 'identity'] as const;

export const attachToRequest = operation({
  id: 'requests.attach',
  method: 'PUT',
  path: '/v1/requests/{receiptNo}/attachments',
  summary: 'Add an attachment: up to 10 of 20 MB; what kind it is, its content says',
  description: 'The same bytes under the same name are kept once, so a call may be repeated.',
  access: 'receipt',
  params: receipt,
  query: closed({ name: Line(255), purpose: Type.Optional(Type.Enum(ATTACHMENT_PURPOSES, { default: 'attachment' })) }),
  body: Type.String({ format: 'binary' }),
  bodyMedia: 'application/octet-stream',
  responses: { 200: TrackedRequest },
});

export const linkToPaper = operation({
  id: 'requests.link',
  method: 'POST',
  path: '/v1/requests/{receiptNo}/links',
  summary: 'An address from which one letter or released file can be taken for five minutes',
  access: 'receipt',
  params: receipt,
  body: closed({ paper: Ulid, format: Type.Optional(Type.Enum(['html', 'docx'], { description: 'Of a letter; a file has the one it has.' })) }, { title: 'PaperOrder' }),
  responses: { 200: closed({ url: Type.String(), expiresAt: Moment }, { title: 'PaperLink' }) },
});

export const takePaper = operation({
  id: 'requests.paper',
  method: 'GET',
  path: '/v1/papers/{token}',
  summary: 'The letter or file that such an address is for',
  access: 'public',
  params: closed({ token: Type.String({ minLength: 1, maxLength: 600 }) }),
  responses: { 200: Type.String({ format: 'binary' }) },
  media: 'application/octet-stream',
});

export const countDeflection = operation({
  id: 'requests.answered',
  method: 'POST',
  path: '/v1/disclosures/{id}/answers',
  summary: 'Count that what is already public answered somebody who was about to ask for it',
  description: 'Nothing of what they typed is sent or kept: only which disclosure, which agency and the day.',
  access: 'public',
  creates: true,
  params: closed({ id: Ulid }),
  body: closed({ agencyId: AgencyId, instead: Type.Enum(['request', 'topic']) }, { title: 'Deflection' }),
  responses: { 200: closed({ id: Ulid }, { title: 'Deflected' }) },
});
