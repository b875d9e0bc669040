import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { Attachment, DisclosureRef, DisclosureSummary } from './disclosures.ts';
import { operation } from './operation.ts';
import { AgencyId, CategoryId, Count, Day, Line, Moment, Text, Ulid, closed, paging } from './schema.ts';
import {
  DECLINE_REASONS, PUBLIC_TOPIC_PHASES, RATING_LEVELS, RETURN_REASONS, SUPPORT_BASES, TOPIC_EVENT_TYPES, TOPIC_OUTCOMES, TOPIC_PHASES, TOPIC_PURPOSES, TOPIC_TERM_IDS, TOPIC_WAYS,
} from './topic-words.ts';

/*
 * The topic board (点题公开): what residents want to see next. A topic is no request in the sense of Reg. 27: it starts no statutory clock, and
 * what is promised on the board the agency promises of itself.
 */

/** What a device proves itself by: 26 letters and digits that it drew by lot. It is kept as a keyed hash and says nothing of anybody. */
export const DeviceToken = Type.String({ title: 'DeviceToken', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' });

/** A text that somebody wrote: no control characters but line ends and tabs, and no direction overrides. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*$' });

export const solved = Type.String({ minLength: 1, maxLength: 4000, description: 'A solved proof of work (`requests.challenge`), as ALTCHA encodes it.' });

/** What somebody writes on the board. Neither name nor address is asked for. */
export const topicWords = {
  agencyId: AgencyId,
  purpose: Type.Enum(TOPIC_PURPOSES),
  title: Line(120),
  text: Type.Optional(Words(2000)),
  categoryId: Type.Optional(CategoryId),
  place: Type.Optional(Line(60)),
  disclosureId: Type.Optional(Type.String({ ...Ulid, description: 'With `correct`: what is wrong or out of date.' })),
};
export const TopicContent = closed(topicWords, { title: 'TopicContent', description: 'On whose board, what for, and in what words.' });
export type TopicContent = Static<typeof TopicContent>;

/** How many different supporters there are, by how their support came in. Nobody is counted twice as far as that can be known, and never is it called a vote. */
export const SupportCount = closed(
  { total: Type.Integer({ minimum: 0 }), ...Object.fromEntries(SUPPORT_BASES.map((basis) => [basis, Type.Integer({ minimum: 0 })])) as Record<(typeof SUPPORT_BASES)[number], ReturnType<typeof Type.Integer>> },
  { title: 'SupportCount', description: '`total` is the sum. `web` counts devices, `kiosk` visits to a screen, `paper`, `counter` and `hotline` people whom an officer wrote down.' },
);
export type SupportCount = Static<typeof SupportCount>;

/** Who must do what until when. Overdue is read off it and stored nowhere. */
export const TopicDeadline = closed(
  {
    term: Type.Enum(TOPIC_TERM_IDS),
    from: Day,
    due: Day,
    workdays: Type.Optional(Type.Integer({ minimum: 0, description: 'Of a promise in workdays; without it, a round or a day was named.' })),
    left: Type.Integer({ description: 'Workdays from today to `due`, below zero when it has gone by; of what was done, as on the day it was done.' }),
    late: Type.Boolean(),
    provisional: Type.Boolean(),
    doneOn: Type.Optional(Day),
  },
  { title: 'TopicDeadline', description: 'It ends on `due`, at 24:00 in Asia/Shanghai.' },
);
export type TopicDeadline = Static<typeof TopicDeadline>;

export const RoundRef = closed({ id: Ulid, title: Line(100) }, { title: 'RoundRef' });

/** How many said what; never a share without its number. */
export const RatingCount = closed(
  { n: Type.Integer({ minimum: 0 }), levels: closed(Object.fromEntries(RATING_LEVELS.map((level) => [level, Type.Integer({ minimum: 0 })])) as Record<(typeof RATING_LEVELS)[number], ReturnType<typeof Type.Integer>>) },
  { title: 'RatingCount' },
);
export type RatingCount = Static<typeof RatingCount>;

export const TopicNo = Type.String({ title: 'TopicNo', pattern: '^\\d{8}-\\d{4,6}$', description: 'For slips and notice boards: the day and a number.' });

export const topicShown = {
  id: Ulid,
  no: TopicNo,
  board: AgencyRef,
  agency: Type.Optional(Type.Object({ ...AgencyRef.properties }, { additionalProperties: false, description: 'With whom it is now, when that is another one than the board’s.' })),
  purpose: Type.Enum(TOPIC_PURPOSES),
  title: Line(120),
  categoryId: Type.Optional(CategoryId),
  place: Type.Optional(Line(60)),
  phase: Type.Enum(PUBLIC_TOPIC_PHASES),
  outcome: Type.Optional(Type.Enum(TOPIC_OUTCOMES)),
  round: Type.Optional(RoundRef),
  supports: SupportCount,
  submittedOn: Day,
  next: Type.Optional(TopicDeadline),
  answeredOn: Type.Optional(Day),
  mergedInto: Type.Optional(Ulid),
  version: Type.Integer({ minimum: 1, description: 'Rises with every step; send it back to say which one you saw.' }),
  updatedAt: Moment,
};

/** A topic in a list. */
export const TopicSummary = closed(topicShown, { title: 'TopicSummary' });
export type TopicSummary = Static<typeof TopicSummary>;

/** A day that another calendar moved, and the notice that says why. */
export const DayRecount = closed({ notice: Line(60), on: Day, from: Day, to: Day }, { title: 'DayRecount', description: 'On that day a new calendar was loaded, and what ended on `from` ends on `to`.' });
export type DayRecount = Static<typeof DayRecount>;

/** The agency’s answer. Who answered is a post, never only a person. */
export const TopicAnswer = closed(
  {
    outcome: Type.Enum(TOPIC_OUTCOMES),
    text: Type.String({ minLength: 1, maxLength: 20_000, description: 'Markdown.' }),
    disclosures: Type.Array(DisclosureRef),
    files: Type.Array(Attachment),
    post: Line(60),
    on: Day,
    promise: Type.Optional(closed(
      { text: Line(500), due: Day, kept: Type.Optional(closed({ on: Day, result: Line(500) })) },
      { title: 'FollowUp', description: 'What the answer promises for later, and what came of it.' },
    )),
    ratings: Type.Optional(RatingCount),
  },
  { title: 'TopicAnswer' },
);
export type TopicAnswer = Static<typeof TopicAnswer>;

/** A step as everybody may read it. */
export const TopicStep = closed(
  {
    n: Type.Integer({ minimum: 1 }),
    type: Type.Enum(TOPIC_EVENT_TYPES),
    on: Day,
    by: Type.Enum(['resident', 'agency', 'system']),
    post: Type.Optional(Line(60)),
    to: Type.Optional(AgencyRef),
    due: Type.Optional(Day),
    round: Type.Optional(RoundRef),
    reason: Type.Optional(Type.Enum(DECLINE_REASONS)),
    words: Type.Optional(Line(500)),
    topic: Type.Optional(closed({ id: Ulid, title: Line(120) })),
  },
  { title: 'TopicStep', description: '`words`: the public reason of a postponement, a refusal, a reopening; `topic`: of a merge, the other one.' },
);
export type TopicStep = Static<typeof TopicStep>;

export const Topic = closed(
  {
    ...topicShown,
    text: Type.Optional(Type.String()),
    disclosure: Type.Optional(Type.Object({ ...DisclosureRef.properties }, { additionalProperties: false, description: 'With `correct`: what it is about, as far as that is public.' })),
    answer: Type.Optional(TopicAnswer),
    earlierAnswers: Type.Array(TopicAnswer, { description: 'Of a topic that was reopened, oldest first; each with `ratings`, as it was rated while it stood.' }),
    declined: Type.Optional(closed({ reason: Type.Enum(DECLINE_REASONS), words: Line(500), on: Day })),
    merged: Type.Array(closed({ id: Ulid, no: TopicNo, title: Line(120) }), { description: 'Topics that were merged into this one; their supporters count here.' }),
    deadlines: Type.Array(TopicDeadline),
    steps: Type.Array(TopicStep, { description: 'Oldest first.' }),
    ratings: RatingCount,
    may: Type.Array(Type.Enum(['support', 'rate', 'reopen']), { description: 'What a resident can do now; `reopen` whoever wrote it, once.' }),
  },
  { title: 'Topic' },
);
export type Topic = Static<typeof Topic>;

/** How an agency keeps its word, in figures with what they are out of. */
export const TopicFigures = closed(
  {
    asked: Type.Integer(), open: Type.Integer(), answered: Type.Integer(), declined: Type.Integer(), merged: Type.Integer(), returned: Type.Integer(),
    claimedInTime: closed({ n: Type.Integer(), of: Type.Integer() }),
    answeredInTime: closed({ n: Type.Integer(), of: Type.Integer() }),
    overdue: Type.Integer({ description: 'Open ones of which a term has gone by.' }),
    reopened: Type.Integer(),
    ratings: RatingCount,
    deflections: Type.Integer({ description: '“This answers me”, before anything was sent.' }),
  },
  { title: 'TopicFigures' },
);
export type TopicFigures = Static<typeof TopicFigures>;

/** A topic as whoever sent it sees it: also before and instead of being public. */
export const OwnTopic = closed(
  {
    id: Ulid,
    no: TopicNo,
    phase: Type.Enum(TOPIC_PHASES),
    relation: Type.Enum(['wrote', 'supports']),
    returned: Type.Optional(closed({ reason: Type.Enum(RETURN_REASONS), words: Line(500), way: Type.Optional(Type.Enum(TOPIC_WAYS)), agency: Type.Optional(AgencyRef) })),
    topic: Type.Optional(TopicSummary),
  },
  { title: 'OwnTopic', description: '`topic` is there when it is public; what was written is not sent back before that.' },
);
export type OwnTopic = Static<typeof OwnTopic>;

export const TOPIC_SORTS = ['newest', 'supports', 'answered', 'due'] as const;

/** What lists topics; `q` searches titles, texts and answers. */
export const TopicQuery = closed(
  {
    agency: Type.Optional(Type.String({ ...AgencyId, description: 'On the boards of this agency and of all below it, or with one of them.' })),
    own: Type.Optional(Type.Boolean({ description: 'Only of the agency itself.' })),
    state: Type.Optional(Type.Enum(['open', 'answered', 'declined', 'merged', 'all'], { default: 'all', description: '`open`: waiting for an answer. `answered`: with one that is public. `all`: everything but what was merged.' })),
    purpose: Type.Optional(Type.Enum(TOPIC_PURPOSES)),
    category: Type.Optional(CategoryId),
    place: Type.Optional(Line(60)),
    round: Type.Optional(Ulid),
    disclosure: Type.Optional(Type.String({ ...Ulid, description: 'About this disclosure, or answered by it.' })),
    late: Type.Optional(Type.Boolean()),
    q: Type.Optional(Text(200, 1)),
    sort: Type.Optional(Type.Enum(TOPIC_SORTS, { default: 'newest' })),
    ...paging,
  },
  { title: 'TopicQuery' },
);

export const TopicPage = closed({ items: Type.Array(TopicSummary), next: Type.Optional(Type.String()), total: Count }, { title: 'TopicPage' });
export type TopicPage = Static<typeof TopicPage>;

const id = closed({ id: Ulid });

export const listTopics = operation({
  id: 'topics.list', method: 'GET', path: '/v1/topics', summary: 'Topics on the boards of an agency and below it', access: 'public', query: TopicQuery, responses: { 200: TopicPage },
});

export const getTopic = operation({
  id: 'topics.get', method: 'GET', path: '/v1/topics/{id}', summary: 'A topic with its steps, its terms and its answer', access: 'public', params: id, responses: { 200: Topic },
});

export const getTopicAttachment = operation({
  id: 'topics.attachment', method: 'GET', path: '/v1/topics/{id}/attachments/{name}', summary: 'A file of a published answer', access: 'public',
  params: closed({ id: Ulid, name: Type.String({ minLength: 1, maxLength: 180 }) }), responses: { 200: Type.String({ format: 'binary' }) }, media: 'application/octet-stream',
});

export const getTopicFigures = operation({
  id: 'topics.figures', method: 'GET', path: '/v1/topics/figures', summary: 'How agencies keep their word: an agency with all below it, and each one directly below with all below that', access: 'public',
  query: closed({ agency: Type.Optional(AgencyId), from: Type.Optional(Day), to: Type.Optional(Day) }),
  responses: { 200: closed({ whole: TopicFigures, below: Type.Array(closed({ agency: AgencyRef, figures: TopicFigures })) }, { title: 'TopicFiguresByAgency' }) },
});

export const findSimilar = operation({
  id: 'topics.similar', method: 'POST', path: '/v1/topics/similar', summary: 'Topics and disclosures like what is being typed',
  description: 'A question asked by POST, so that the words stand in no address; they are kept nowhere.', access: 'public',
  body: closed({ agencyId: AgencyId, text: Text(500, 1) }, { title: 'SimilarQuery' }),
  responses: { 200: closed({ topics: Type.Array(TopicSummary, { maxItems: 5 }), disclosures: Type.Array(DisclosureSummary, { maxItems: 5 }) }, { title: 'Similar' }) },
});

export const submitTopic = operation({
  id: 'topics.submit', method: 'POST', path: '/v1/topics', summary: 'Write a topic on a board, without an account',
  description: 'The writer supports it with it. Until an officer has read it, it is sealed and nobody else sees it. A kiosk sends a `token` for this visit alone.',
  access: 'public', creates: true,
  body: closed({ ...topicWords, channel: Type.Enum(['web', 'kiosk']), token: DeviceToken, challenge: solved }, { title: 'NewTopic' }),
  responses: { 200: closed({ id: Ulid, no: TopicNo, phase: Type.Enum(TOPIC_PHASES) }, { title: 'SubmittedTopic' }) },
});

export const supportTopic = operation({
  id: 'topics.support', method: 'POST', path: '/v1/topics/{id}/supports', summary: 'Support a topic: once per device, or per visit to a screen',
  description: 'The same token again changes nothing. Of a merged topic, the one it was merged into is supported.',
  access: 'public', creates: true, params: id, body: closed({ token: DeviceToken, basis: Type.Enum(['web', 'kiosk']), challenge: solved }, { title: 'NewSupport' }),
  responses: { 200: closed({ id: Ulid, supports: SupportCount }, { title: 'Supported' }) },
});

export const withdrawSupport = operation({
  id: 'topics.unsupport', method: 'POST', path: '/v1/topics/{id}/supports/withdrawal', summary: 'Take back one’s support',
  access: 'public', creates: true, params: id, body: closed({ token: DeviceToken }, { title: 'SupportWithdrawal' }), responses: { 200: closed({ id: Ulid, supports: SupportCount }, { title: 'Supported' }) },
});

export const listOwnTopics = operation({
  id: 'topics.mine', method: 'POST', path: '/v1/topics/mine', summary: 'What this device wrote or supports, newest first, the newest 100',
  description: 'A question asked by POST, so that the token stands in no address.', access: 'public',
  body: closed({ token: DeviceToken }, { title: 'OwnTopicsQuery' }), responses: { 200: closed({ items: Type.Array(OwnTopic) }, { title: 'OwnTopics' }) },
});

export const getTopicStanding = operation({
  id: 'topics.standing', method: 'GET', path: '/v1/topics/{id}/standing', summary: 'Where a topic stands, for whoever has its id from a slip: nothing of what was written', access: 'public', params: id,
  responses: { 200: closed({ id: Ulid, no: TopicNo, phase: Type.Enum(TOPIC_PHASES), returned: OwnTopic.properties.returned, submittedOn: Day }, { title: 'TopicStanding' }) },
});

export const reopenTopic = operation({
  id: 'topics.reopen', method: 'POST', path: '/v1/topics/{id}/reopening', summary: 'Say that the answer did not answer it: whoever wrote it, once', access: 'public', creates: true, params: id,
  body: closed({ token: DeviceToken, words: Line(500), challenge: solved }, { title: 'Reopening', description: '`words` are sealed until an officer has read them.' }), responses: { 200: Topic },
});

export const countTopicDeflection = operation({
  id: 'topics.answered', method: 'POST', path: '/v1/topics/{id}/answers', summary: 'Count that a topic already answered somebody who was about to write',
  description: 'Nothing of what they typed is sent or kept: only which topic, which agency and the day.', access: 'public', creates: true, params: id,
  body: closed({ agencyId: AgencyId, instead: Type.Enum(['topic', 'request']) }, { title: 'TopicDeflection' }), responses: { 200: closed({ id: Ulid }, { title: 'Deflected' }) },
});

/** A change of what is public on the boards. `removed`: it is no longer there. */
export const TopicChange = closed(
  { seq: Type.Integer({ minimum: 1, description: 'Rising, with gaps for what is not of the agency asked for.' }), id: Ulid, time: Moment, topic: Type.Optional(TopicSummary) },
  { title: 'TopicChange', description: 'Without `topic`, it is no longer public.' },
);
export type TopicChange = Static<typeof TopicChange>;

const after = Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 }));

export const listTopicChanges = operation({
  id: 'topics.changes', method: 'GET', path: '/v1/topics/changes', summary: 'Topics that changed after a sequence number, each once, oldest first', access: 'public',
  query: closed({ after, agency: Type.Optional(AgencyId), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })) }),
  responses: { 200: closed({ items: Type.Array(TopicChange), latest: Type.Integer({ minimum: 0 }) }, { title: 'TopicChangeList' }) },
});

export const streamTopicChanges = operation({
  id: 'topics.stream', method: 'GET', path: '/v1/topics/changes/stream', summary: 'Topics as they change, as server-sent events',
  description: 'Each event `change` has the sequence number as its id and a change as its data; `latest` comes first and every 15 seconds. It goes on after `Last-Event-ID`, else after `after`, else with what happens from now on.',
  access: 'public', query: closed({ after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })), agency: Type.Optional(AgencyId) }),
  media: 'text/event-stream', responses: { 200: Type.String() },
});

export const topicsFeed = operation({
  id: 'feeds.topics', method: 'GET', path: '/v1/feeds/topics.atom', summary: 'The newest 50 topics or answers of a board, or the steps of one topic, as Atom (RFC 4287)', access: 'public',
  query: closed({ agency: Type.Optional(AgencyId), topic: Type.Optional(Ulid), state: Type.Optional(Type.Enum(['answered', 'all'], { default: 'all' })) }),
  responses: { 200: Type.String() }, media: 'application/atom+xml',
});
