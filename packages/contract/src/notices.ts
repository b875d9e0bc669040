import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { operation } from './operation.ts';
import { AgencyId, Count, Day, Line, Link, Moment, Sha256, Ulid, closed, paging } from './schema.ts';
import { DeviceToken, Words, solved } from './topics.ts';

/*
 * Public notices (公示) and hearings (听证): what is shown from when to when, what anybody may say to it, and what became of that. A notice is
 * a disclosure and has its id; what stands here beside it is the agency's to set.
 */

export const NOTICE_TYPES = ['notice', 'hearing'] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Where it stands today: its days have begun, are still to come, are over. */
export const NOTICE_STATES = ['open', 'coming', 'over'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What somebody thinks of it. */
export const STANCES = ['support', 'object', 'suggest'] as const;
export type Stance = (typeof STANCES)[number];

/** 听证陈述人 and 旁听人. */
export const SEAT_ROLES = ['presenter', 'observer'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** What became of an opinion: taken up, taken up in part, not taken up. */
export const OPINION_OUTCOMES = ['taken', 'partly', 'not-taken'] as const;
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number];

/** What a reader has to say to a disclosure with one tap. */
export const FEEDBACK = ['useful', 'unclear', 'wrong'] as const;
export type Feedback = (typeof FEEDBACK)[number];

/** Days that are left, today among them; 0 when they are over. */
const left = { days: Type.Integer({ minimum: 0, description: 'Calendar days, today and the last one among them.' }), workdays: Type.Integer({ minimum: 0, description: 'Of these, the workdays.' }) };
export const DaysLeft = closed(left, { title: 'DaysLeft' });
export type DaysLeft = Static<typeof DaysLeft>;

/** How whoever wants a seat is chosen when there are more of them than seats. `source`: from where the seed of the lots comes, named before anybody knows it. */
export const SeatSelection = Type.Union(
  [closed({ way: Type.Literal('order') }), closed({ way: Type.Literal('lot'), source: Line(200) })],
  { title: 'SeatSelection', description: '`order`: who came first. `lot`: SHA-256 of the seed and the id of each registration, the smallest first.' },
);
export type SeatSelection = Static<typeof SeatSelection>;

const seatNumber = Type.Integer({ minimum: 0, maximum: 1000 });
const opinionWindow = { until: Day };
const seatWindow = { until: Day, presenters: seatNumber, observers: seatNumber, selection: SeatSelection };

/** Until when anybody may say what. Without it, the notice is only to be read. */
export const NoticeWindows = closed(
  { opinions: Type.Optional(closed(opinionWindow)), seats: Type.Optional(closed(seatWindow)) },
  { title: 'NoticeWindows', description: 'Each is open up to and with its last day, at 24:00 in Asia/Shanghai. `seats` only of a hearing.' },
);
export type NoticeWindows = Static<typeof NoticeWindows>;

/** How the seats of one role were given. Names are nowhere public. */
export const SeatDraw = closed(
  {
    role: Type.Enum(SEAT_ROLES),
    registered: Type.Integer({ minimum: 0 }),
    chosen: Type.Integer({ minimum: 0 }),
    last: Type.Optional(Type.String({ ...Sha256, description: 'With a seed: the largest hash that was chosen. Whoever holds the id of a registration hashes the seed and it, and compares.' })),
  },
  { title: 'SeatDraw' },
);
export type SeatDraw = Static<typeof SeatDraw>;

const SeatResult = closed({ on: Day, seed: Type.Optional(Line(200)), draws: Type.Array(SeatDraw) }, { title: 'SeatResult' });
export type SeatResult = Static<typeof SeatResult>;

const StanceCounts = closed(Object.fromEntries(STANCES.map((stance) => [stance, Type.Integer({ minimum: 0 })])) as Record<Stance, ReturnType<typeof Type.Integer>>, { title: 'StanceCounts' });

const summaryWritten = {
  words: Words(5000),
  points: Type.Array(
    closed({ point: Line(500), n: Type.Integer({ minimum: 1, description: 'How many opinions came to this.' }), outcome: Type.Enum(OPINION_OUTCOMES), reason: Words(1000) }),
    { maxItems: 100 },
  ),
};

/** How the opinions that came were taken, as the agency publishes it (重大行政决策程序暂行条例). `counts` is of those that came by the form. */
export const OpinionSummary = closed(
  { ...summaryWritten, counts: StanceCounts, on: Day, revisedOn: Type.Optional(Day) },
  { title: 'OpinionSummary' },
);
export type OpinionSummary = Static<typeof OpinionSummary>;

const shown = {
  id: Ulid,
  type: Type.Enum(NOTICE_TYPES),
  title: Line(300),
  subject: Line(200),
  agency: AgencyRef,
  publishedOn: Day,
  state: Type.Enum(NOTICE_STATES),
  from: Type.Optional(Type.String({ ...Day, description: 'Of a hearing, the day it is held; without it, no day is set yet.' })),
  to: Type.Optional(Day),
  left: Type.Optional(Type.Object({ ...DaysLeft.properties }, { additionalProperties: false, description: 'Until its last day, when one is known.' })),
  place: Type.Optional(Line(200)),
  liveUrl: Type.Optional(Link),
  opinions: Type.Optional(closed({ ...opinionWindow, open: Type.Boolean(), left: DaysLeft }, { title: 'OpinionWindow' })),
  seats: Type.Optional(closed({ ...seatWindow, open: Type.Boolean(), left: DaysLeft, registered: closed({ presenters: Type.Integer({ minimum: 0 }), observers: Type.Integer({ minimum: 0 }) }) }, { title: 'SeatWindow' })),
  result: Type.Optional(SeatResult),
  summarised: Type.Boolean({ description: 'Whether there is a summary of how opinions were taken.' }),
};

/** A notice or a hearing in a list. */
export const NoticeSummary = closed(shown, { title: 'NoticeSummary' });
export type NoticeSummary = Static<typeof NoticeSummary>;

export const Notice = closed(
  {
    ...shown,
    objections: Type.Array(closed({ way: Line(60), contact: Line(200) }), { description: 'Other ways to object, as the notice names them.' }),
    roles: Type.Array(closed({ role: Line(60), group: Type.Optional(Line(100)), count: Type.Integer({ minimum: 0 }) }), { description: 'Of a hearing: who takes part.' }),
    selection: Type.Optional(Type.String({ description: 'Of a hearing: how they are chosen, in the words of the notice.' })),
    outcome: Type.Optional(Type.String({ description: 'What came of it: the record of a hearing, the result of a notice.' })),
    summary: Type.Optional(OpinionSummary),
  },
  { title: 'Notice' },
);
export type Notice = Static<typeof Notice>;

const NoticeQuery = closed({
  agency: Type.Optional(Type.String({ ...AgencyId, description: 'Of this agency and all below it.' })),
  own: Type.Optional(Type.Boolean({ description: 'Only of the agency itself.' })),
  state: Type.Optional(Type.Enum(['current', ...NOTICE_STATES], { default: 'current', description: '`current`: open or coming, by what ends first. `over`: what ended last first.' })),
  type: Type.Optional(Type.Enum(NOTICE_TYPES)),
  ...paging,
});

export const NoticePage = closed({ items: Type.Array(NoticeSummary), next: Type.Optional(Type.String()), total: Count }, { title: 'NoticePage' });
export type NoticePage = Static<typeof NoticePage>;

const params = closed({ id: Ulid });
const mayPublish = { permission: 'drafts.publish', of: 'disclosure' } as const;
const version = Type.Integer({ minimum: 1, description: 'As it was seen.' });

export const listNotices = operation({
  id: 'notices.list', method: 'GET', path: '/v1/notices', summary: 'Current public notices and hearings, with their remaining days and what may be said', access: 'public',
  query: NoticeQuery, responses: { 200: NoticePage },
});

export const getNotice = operation({
  id: 'notices.get', method: 'GET', path: '/v1/notices/{id}', summary: 'One notice or hearing: what may be said, and how opinions were taken', access: 'public', params, responses: { 200: Notice },
});

/** What whoever may publish a notice sees of what came in. */
export const NoticeDesk = closed(
  { notice: Notice, windows: NoticeWindows, counts: StanceCounts, version: Type.Integer({ minimum: 1 }) },
  { title: 'NoticeDesk' },
);
export type NoticeDesk = Static<typeof NoticeDesk>;

export const getNoticeDesk = operation({
  id: 'notices.desk', method: 'GET', path: '/v1/notices/{id}/desk', summary: 'One notice with its windows and how many opinions came', access: mayPublish, params, responses: { 200: NoticeDesk },
});

export const configureNotice = operation({
  id: 'notices.configure', method: 'PUT', path: '/v1/notices/{id}/windows', summary: 'Set until when opinions and registrations are taken, and how many seats there are', access: mayPublish, params,
  body: closed({ version, windows: NoticeWindows }, { title: 'NoticeWindowsChange' }), responses: { 200: NoticeDesk },
});

/** Who says it, as far as they like to. */
const who = { name: Type.Optional(Line(60)), contact: Type.Optional(Line(120)), group: Type.Optional(Line(100)) };
const channel = Type.Enum(['web', 'kiosk']);

export const createOpinion = operation({
  id: 'opinions.create', method: 'POST', path: '/v1/notices/{id}/opinions', summary: 'Say what one thinks of what a notice shows, without an account', access: 'public', creates: true, params,
  description: 'What is written is sealed and read by officers alone; public are only the counts and the agency’s summary. A kiosk sends a `token` for this visit alone.',
  body: closed({ stance: Type.Enum(STANCES), words: Words(3000), ...who, channel, token: DeviceToken, challenge: solved }, { title: 'NewOpinion' }),
  responses: { 200: closed({ id: Ulid }, { title: 'OpinionTaken' }) },
});

/** An opinion as officers read it. */
export const Opinion = closed(
  { id: Ulid, stance: Type.Enum(STANCES), channel, at: Moment, words: Type.Optional(Type.String({ description: 'Until it is erased.' })), ...who },
  { title: 'Opinion' },
);
export type Opinion = Static<typeof Opinion>;

export const listOpinions = operation({
  id: 'opinions.list', method: 'GET', path: '/v1/notices/{id}/opinions', summary: 'The opinions that came to a notice, oldest first; the reading goes on record', access: mayPublish, recorded: true, params,
  query: closed({ stance: Type.Optional(Type.Enum(STANCES)), ...paging }), responses: { 200: closed({ items: Type.Array(Opinion), next: Type.Optional(Type.String()) }, { title: 'OpinionPage' }) },
});

export const answerOpinions = operation({
  id: 'opinions.answer', method: 'PUT', path: '/v1/notices/{id}/summary', summary: 'Publish how the opinions were taken, or a better summary of it', access: mayPublish, params,
  body: closed({ version, ...summaryWritten }, { title: 'NewOpinionSummary' }), responses: { 200: NoticeDesk },
});

export const createSeat = operation({
  id: 'seats.create', method: 'POST', path: '/v1/notices/{id}/seats', summary: 'Register for a seat at a hearing', access: 'public', creates: true, params,
  description: 'Once for each device, or each visit to a screen. The answered id is what lots are drawn by; keep it to see the draw for yourself.',
  body: closed({ role: Type.Enum(SEAT_ROLES), name: Line(60), contact: Line(120), group: Type.Optional(Line(100)), channel, token: DeviceToken, challenge: solved }, { title: 'NewSeat' }),
  responses: { 200: closed({ id: Ulid }, { title: 'SeatRegistered' }) },
});

/** A registration as officers read it. */
export const Seat = closed(
  {
    id: Ulid, role: Type.Enum(SEAT_ROLES), channel, at: Moment, name: Type.Optional(Line(60)), contact: Type.Optional(Line(120)), group: Type.Optional(Line(100)),
    chosen: Type.Optional(Type.Boolean({ description: 'Once the seats were given.' })),
  },
  { title: 'Seat', description: 'Name, contact and group until they are erased.' },
);
export type Seat = Static<typeof Seat>;

export const listSeats = operation({
  id: 'seats.list', method: 'GET', path: '/v1/notices/{id}/seats', summary: 'Who registered for a hearing, in the order they came; the reading goes on record', access: mayPublish, recorded: true, params,
  query: closed({ role: Type.Optional(Type.Enum(SEAT_ROLES)), ...paging }), responses: { 200: closed({ items: Type.Array(Seat), next: Type.Optional(Type.String()) }, { title: 'SeatPage' }) },
});

export const selectSeats = operation({
  id: 'seats.select', method: 'POST', path: '/v1/notices/{id}/draw', summary: 'Give the seats of a hearing by the rule that was published; once', access: mayPublish, params,
  body: closed({ version, seed: Type.Optional(Type.String({ ...Line(200), description: 'With lots: as it came from the source that was named.' })) }, { title: 'SeatDrawOrder' }), responses: { 200: NoticeDesk },
});

const FeedbackCount = closed(Object.fromEntries(FEEDBACK.map((said) => [said, Type.Integer({ minimum: 0 })])) as Record<Feedback, ReturnType<typeof Type.Integer>>, { title: 'FeedbackCount' });

export const createFeedback = operation({
  id: 'feedback.create', method: 'POST', path: '/v1/disclosures/{id}/feedback', summary: 'Say whether a disclosure was useful, unclear or wrong; once for each device and day', access: 'public', creates: true, params,
  description: 'The same token on the same day replaces what it said. Words go to the board, as a topic of purpose `correct`.',
  body: closed({ said: Type.Enum(FEEDBACK), token: DeviceToken, challenge: solved }, { title: 'NewFeedback' }), responses: { 200: closed({ id: Ulid, useful: Type.Integer({ minimum: 0 }) }, { title: 'FeedbackTaken' }) },
});

export const countFeedback = operation({
  id: 'feedback.count', method: 'GET', path: '/v1/disclosures/{id}/feedback', summary: 'How many found a disclosure useful, unclear or wrong', access: { permission: 'drafts.read', of: 'disclosure' }, params,
  responses: { 200: FeedbackCount },
});
