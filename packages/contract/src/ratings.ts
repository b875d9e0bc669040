import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { ReceiptNo } from './requests.ts';
import { AgencyId, Day, Line, Moment, Text, Ulid, closed, paging } from './schema.ts';
import { RATING_LEVELS, RATING_REASONS, RATING_SUBJECTS } from './topic-words.ts';
import { DayRecount, DeviceToken, RatingCount, TopicDeadline, Words, solved } from './topics.ts';

/** What somebody thinks of it: one tap, and if they like why. */
const rated = {
  level: Type.Enum(RATING_LEVELS),
  reasons: Type.Optional(Type.Array(Type.Enum(RATING_REASONS), { uniqueItems: true })),
  words: Type.Optional(Words(500)),
};

/** A window is known by its name at its agency. */
const Subject = Type.Union(
  [
    closed({ type: Type.Literal('window'), agencyId: AgencyId, window: Line(60) }),
    closed({ type: Type.Literal('disclosure'), id: Ulid }),
    closed({ type: Type.Literal('answer'), id: Type.String({ ...Ulid, description: 'The topic.' }) }),
  ],
  { title: 'RatedSubject' },
);

/** Of a low rating: until when an officer looks into it. */
const followUp = Type.Optional(closed(
  { due: Day, workdays: Type.Integer({ minimum: 1 }), provisional: Type.Boolean() },
  { title: 'RatingFollowUp', description: 'Of a low rating: an officer looks into it until `due`, so many workdays from today.' },
));

const Rated = closed({ id: Ulid, count: RatingCount, followUp }, { title: 'Rated' });

export const createRating = operation({
  id: 'ratings.create', method: 'POST', path: '/v1/ratings', summary: 'Rate a window, a disclosure or the answer to a topic (好差评): five levels',
  description: 'The same token on the same day, or for an answer ever, replaces what it said before. What is written is sealed, and only officers read it.',
  access: 'public', creates: true, body: closed({ subject: Subject, ...rated, token: DeviceToken, challenge: solved }, { title: 'NewRating' }), responses: { 200: Rated },
});

export const rateRequest = operation({
  id: 'ratings.request', method: 'POST', path: '/v1/requests/{receiptNo}/rating', summary: 'Rate how a request was handled; once, and replaced when it is said again', access: 'receipt', creates: true,
  params: closed({ receiptNo: ReceiptNo }), body: closed(rated, { title: 'NewRequestRating' }), responses: { 200: closed({ id: Ulid, followUp }, { title: 'RequestRated' }) },
});

export const getRatings = operation({
  id: 'ratings.count', method: 'GET', path: '/v1/ratings', summary: 'How many said what of a window, a disclosure, an answer, or of an agency with all below it', access: 'public',
  query: closed({ type: Type.Optional(Type.Enum(RATING_SUBJECTS)), id: Type.Optional(Ulid), agency: Type.Optional(AgencyId), window: Type.Optional(Line(60)), from: Type.Optional(Day), to: Type.Optional(Day) }),
  responses: { 200: closed({ ...RatingCount.properties, reasons: Type.Array(closed({ reason: Type.Enum(RATING_REASONS), n: Type.Integer() })) }, { title: 'RatingsSaid' }) },
});

/** A low rating that somebody follows up. */
export const RatingTask = closed(
  {
    id: Ulid,
    agency: AgencyRef,
    subject: closed({ type: Type.Enum(RATING_SUBJECTS), id: Type.Optional(Ulid), name: Line(300) }),
    level: Type.Enum(RATING_LEVELS),
    reasons: Type.Array(Type.Enum(RATING_REASONS)),
    written: Type.Boolean({ description: 'Words came with it; read by themselves, the reading goes on record.' }),
    at: Moment,
    deadline: TopicDeadline,
    recounts: Type.Optional(Type.Array(DayRecount, { description: 'Of its last day, oldest first.' })),
    done: Type.Optional(closed({ by: PersonRef, on: Day, result: Text(1000) })),
    version: Type.Integer({ minimum: 1 }),
  },
  { title: 'RatingTask' },
);
export type RatingTask = Static<typeof RatingTask>;

export const listRatingTasks = operation({
  id: 'ratings.tasks', method: 'GET', path: '/v1/ratings/tasks', summary: 'Low ratings of the caller’s agencies to be followed up, by what is due first', access: { permission: 'ratings.read', of: 'any' },
  query: closed({ agency: Type.Optional(AgencyId), state: Type.Optional(Type.Enum(['open', 'done', 'late'], { default: 'open' })), ...paging }),
  responses: { 200: closed({ items: Type.Array(RatingTask), next: Type.Optional(Type.String()) }, { title: 'RatingTaskPage' }) },
});

export const getRatingWords = operation({
  id: 'ratings.words', method: 'GET', path: '/v1/ratings/tasks/{id}/words', summary: 'What was written with a low rating; the reading goes on record', access: { permission: 'ratings.follow', of: 'rating' }, recorded: true,
  params: closed({ id: Ulid }), responses: { 200: closed({ id: Ulid, words: Type.Optional(Type.String({ description: 'Until it is erased.' })) }, { title: 'RatingWords' }) },
});

export const closeRatingTask = operation({
  id: 'ratings.close', method: 'POST', path: '/v1/ratings/tasks/{id}/result', summary: 'Say what was done about a low rating', access: { permission: 'ratings.follow', of: 'rating' }, params: closed({ id: Ulid }),
  body: closed({ version: Type.Integer({ minimum: 1 }), result: Text(1000, 1) }, { title: 'RatingResult' }), responses: { 200: RatingTask },
});
