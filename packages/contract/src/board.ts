import { Type, type Static, type TProperties } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { Attachment, DisclosureSummary } from './disclosures.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { Round } from './rounds.ts';
import { AgencyId, CategoryId, Day, Line, Moment, Sha256, Text, Ulid, closed, paging } from './schema.ts';
import { DECLINE_REASONS, RETURN_REASONS, SUPPORT_BASES, TOPIC_CHANNELS, TOPIC_COMMANDS, TOPIC_EVENT_TYPES, TOPIC_OUTCOMES, TOPIC_PHASES, TOPIC_PURPOSES, TOPIC_WAYS, type TopicCommand } from './topic-words.ts';
import { OwnTopic, Topic, TopicContent, TopicSummary, Words, topicShown, topicWords } from './topics.ts';

/*
 * The board as officers work it. A posting is a topic with what is not public of it: before it is approved its words are sealed, and
 * each reading of what somebody wrote goes on record.
 */

/** What in a text looks personal, so that the writer and the officer see it: half-open [start, end) in UTF-16 code units. */
export const PersonalMark = closed(
  { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }), kind: Type.Enum(['resident-id', 'phone', 'bank-card', 'email', 'plate', 'address', 'name']) },
  { title: 'PersonalMark' },
);
export type PersonalMark = Static<typeof PersonalMark>;

const posted = {
  ...topicShown,
  title: Type.Optional(Type.String({ ...Line(120), description: 'Once it was approved; before that it is in the papers alone.' })),
  phase: Type.Enum(TOPIC_PHASES),
  channel: Type.Enum(TOPIC_CHANNELS),
  handler: Type.Optional(PersonRef),
};

/** A posting in a list. */
export const PostingSummary = closed(posted, { title: 'PostingSummary' });
export type PostingSummary = Static<typeof PostingSummary>;

export const PostingEntry = closed(
  {
    n: Type.Integer({ minimum: 1 }),
    at: Moment,
    type: Type.Enum([...TOPIC_EVENT_TYPES, 'supports', 'note']),
    on: Day,
    by: Type.Enum(['resident', 'agency', 'system']),
    person: Type.Optional(PersonRef),
    to: Type.Optional(AgencyRef),
    due: Type.Optional(Day),
    reason: Type.Optional(Type.String()),
    way: Type.Optional(Type.Enum(TOPIC_WAYS)),
    words: Type.Optional(Type.String()),
    topic: Type.Optional(Ulid),
    basis: Type.Optional(Type.Enum(SUPPORT_BASES)),
    added: Type.Optional(Type.Integer({ description: 'Supporters that came with a list.' })),
    already: Type.Optional(Type.Integer({ description: 'Who was on a list and had been counted before.' })),
  },
  { title: 'PostingEntry' },
);
export type PostingEntry = Static<typeof PostingEntry>;

export const Posting = closed(
  {
    ...posted,
    ...(({ text, disclosure, answer, earlierAnswers, declined, merged, deadlines, ratings }) => ({ text, disclosure, answer, earlierAnswers, declined, merged, deadlines, ratings }))(Topic.properties),
    returned: OwnTopic.properties.returned,
    entries: Type.Array(PostingEntry, { description: 'Oldest first.' }),
    lists: Type.Array(closed({ id: Ulid, basis: Type.Enum(SUPPORT_BASES), on: Day, added: Type.Integer(), already: Type.Integer(), scan: Type.Boolean(), person: PersonRef }), { description: 'Lists of supporters that an officer entered.' }),
    may: Type.Array(Type.Enum(TOPIC_COMMANDS), { description: 'What can be done now, and the caller may.' }),
    erasedOn: Type.Optional(Day),
  },
  { title: 'Posting' },
);
export type Posting = Static<typeof Posting>;

/** What somebody wrote, as they wrote it. */
export const PostingPapers = closed(
  {
    written: Type.Optional(Type.Object({ ...TopicContent.properties }, { additionalProperties: false, description: 'Until it is erased.' })),
    marks: closed({ title: Type.Array(PersonalMark), text: Type.Array(PersonalMark) }),
    ways: Type.Array(closed({ way: Type.Enum(TOPIC_WAYS), found: Line(120) }), { description: 'Which other way the words point to, and by what.' }),
    reopenings: Type.Array(closed({ n: Type.Integer(), words: Type.String() })),
  },
  { title: 'PostingPapers' },
);
export type PostingPapers = Static<typeof PostingPapers>;

const id = closed({ id: Ulid });
const seen = { version: Type.Integer({ minimum: 1 }) };

export const listPostings = operation({
  id: 'board.list', method: 'GET', path: '/v1/board', summary: 'Postings of the caller’s agencies, by what is due first; ended ones newest first', access: { permission: 'topics.read', of: 'any' },
  query: closed({
    agency: Type.Optional(AgencyId),
    state: Type.Optional(Type.Enum(['unread', 'unassigned', 'waiting', 'mine', 'late', 'ended', 'all'], { description: '`unread`: submitted or under review. `unassigned`: open, with nobody. `waiting`: with an agency and without a public answer. Without it: everything that is not ended.' })),
    phase: Type.Optional(Type.Enum(TOPIC_PHASES)),
    round: Type.Optional(Ulid),
    purpose: Type.Optional(Type.Enum(TOPIC_PURPOSES)),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'In what is public of them, or the beginning of a number.' })),
    ...paging,
  }),
  responses: { 200: closed({ items: Type.Array(PostingSummary), next: Type.Optional(Type.String()) }, { title: 'PostingPage' }) },
});

export const createPosting = operation({
  id: 'board.create', method: 'POST', path: '/v1/board', summary: 'Write down a topic that came by card, box, hotline or at the counter', access: { permission: 'topics.moderate', of: 'body' }, creates: true,
  body: closed({ ...topicWords, channel: Type.Enum(['counter', 'card', 'box', 'hotline']), on: Type.Optional(Day) }, { title: 'NewPosting' }), responses: { 200: Posting },
});

export const getPosting = operation({
  id: 'board.get', method: 'GET', path: '/v1/board/{id}', summary: 'One posting: where it stands, its terms, its record, what may be done next', access: { permission: 'topics.read', of: 'topic' }, params: id, responses: { 200: Posting },
});

export const getPostingPapers = operation({
  id: 'board.papers', method: 'GET', path: '/v1/board/{id}/papers', summary: 'What somebody wrote, with what in it looks personal; the reading goes on record', access: { permission: 'topics.moderate', of: 'topic' }, recorded: true,
  params: id, responses: { 200: PostingPapers },
});

export const findSimilarPostings = operation({
  id: 'board.similar', method: 'GET', path: '/v1/board/{id}/similar', summary: 'Topics and disclosures like this one, unread postings of the same board too', access: { permission: 'topics.moderate', of: 'topic' }, params: id,
  responses: { 200: closed(
    {
      topics: Type.Array(TopicSummary, { maxItems: 10 }),
      disclosures: Type.Array(DisclosureSummary, { maxItems: 10 }),
      unread: Type.Array(PostingSummary, { maxItems: 10, description: 'Their words are in their papers alone.' }),
    },
    { title: 'SimilarPostings' },
  ) },
});

/** A step, with what it states. */
function step<const C extends TopicCommand, P extends TProperties>(command: C, permission: 'topics.moderate' | 'topics.route' | 'topics.answer', summary: string, stated: P) {
  return operation({
    id: `board.${command}`, method: 'POST', path: `/v1/board/{id}/${command}`, summary, access: { permission, of: 'topic' }, params: id,
    body: closed({ ...seen, note: Type.Optional(Text(1000)), ...stated }, { title: `Posting${command.charAt(0).toUpperCase()}${command.slice(1)}` }),
    responses: { 200: Posting },
  });
}

/** Until when: so many workdays, the end of a round, or the next day of disclosure. */
export const TopicPromise = Type.Union(
  [closed({ workdays: Type.Integer({ minimum: 1, maximum: 250 }) }), closed({ round: Ulid }), closed({ on: Day })],
  { title: 'TopicPromise' },
);
export type TopicPromise = Static<typeof TopicPromise>;

const words = { words: Line(500) };

export const reviewPosting = step('review', 'topics.moderate', 'Take it to read; it says who has it', {});
export const approvePosting = step('approve', 'topics.moderate', 'Let it onto the board, in words from which what is personal was taken', {
  title: Line(120), text: Type.Optional(Words(2000)), place: Type.Optional(Line(60)), categoryId: Type.Optional(CategoryId), round: Type.Optional(Ulid),
});
export const returnPosting = step('return', 'topics.moderate', 'Give it back with a reason, and say which way leads further', {
  reason: Type.Enum(RETURN_REASONS), ...words, way: Type.Optional(Type.Enum(TOPIC_WAYS)), agencyId: Type.Optional(AgencyId),
});
export const declinePosting = step('decline', 'topics.answer', 'Refuse an answer, for a reason that the public reads', { reason: Type.Enum(DECLINE_REASONS), ...words });
export const assignPosting = step('assign', 'topics.route', 'Give it to the agency, and the officer, whose matter it is', { agencyId: AgencyId, handler: Type.Optional(PersonRef.properties.id) });
export const claimPosting = step('claim', 'topics.answer', 'Take it up, and promise until when', { promise: TopicPromise });
export const postponePosting = step('postpone', 'topics.answer', 'Promise anew, once, with a reason that the public reads', { promise: TopicPromise, ...words });
export const answerPosting = step('answer', 'topics.answer', 'Write the answer, or write it anew; nobody outside sees it yet', {
  answer: closed(
    {
      outcome: Type.Enum(TOPIC_OUTCOMES),
      text: Words(20_000),
      disclosures: Type.Array(Ulid, { maxItems: 20, uniqueItems: true }),
      files: Type.Array(Attachment, { maxItems: 20, description: 'Uploaded before (`files.create`, as attachments).' }),
      post: Line(60),
      promise: Type.Optional(closed({ text: Line(500), due: Day })),
    },
    { title: 'NewTopicAnswer' },
  ),
});
export const publishPosting = step('publish', 'topics.answer', 'Publish the answer; who follows is told', {});
export const reopenPosting = step('reopen', 'topics.answer', 'Open it again, once: the answer was none', words);
export const mergePosting = step('merge', 'topics.moderate', 'Merge it into another topic of the same board: its supporters count there, each once', { into: Ulid });
export const unmergePosting = step('unmerge', 'topics.moderate', 'Undo a merge exactly', {});
export const keepPosting = step('keep', 'topics.answer', 'Say what came of what the answer promised', { result: Line(500) });

export const notePosting = operation({
  id: 'board.note', method: 'POST', path: '/v1/board/{id}/notes', summary: 'Write a note that is never public', access: { permission: 'topics.answer', of: 'topic' }, creates: true, params: id,
  body: closed({ text: Line(1000) }, { title: 'PostingNote' }), responses: { 200: Posting },
});

/** Who stands on a paper sheet, at the counter or on the line. */
export const Signer = closed({ name: Line(60), phone: Type.Optional(Line(40)) }, { title: 'Signer', description: 'Kept as a keyed hash, so that nobody is counted twice; name and number are not kept.' });
export type Signer = Static<typeof Signer>;

export const enterSupports = operation({
  id: 'board.supports', method: 'POST', path: '/v1/board/{id}/supports', summary: 'Enter supporters from a signed sheet, from the counter or the hotline; each counts once', access: { permission: 'topics.moderate', of: 'topic' }, creates: true,
  params: id, body: closed({ basis: Type.Enum(['counter', 'paper', 'hotline']), on: Day, signers: Type.Array(Signer, { minItems: 1, maxItems: 500 }), scan: Type.Optional(Ulid) }, { title: 'SupportList' }), responses: { 200: Posting },
});

export const keepScan = operation({
  id: 'board.scan', method: 'PUT', path: '/v1/board/{id}/scans', summary: 'Keep the scan of a signed sheet, sealed', access: { permission: 'topics.moderate', of: 'topic' }, params: id,
  query: closed({ name: Line(255) }), body: Type.String({ format: 'binary' }), bodyMedia: 'application/octet-stream', responses: { 200: closed({ id: Ulid, sha256: Sha256 }, { title: 'KeptScan' }) },
});

export const getScan = operation({
  id: 'board.list-scan', method: 'GET', path: '/v1/board/{id}/lists/{list}/scan', summary: 'The scan of a list of supporters; the reading goes on record', access: { permission: 'topics.moderate', of: 'topic' }, recorded: true,
  params: closed({ id: Ulid, list: Ulid }), responses: { 200: Type.String({ format: 'binary' }) }, media: 'application/octet-stream',
});

export const listTopicHandlers = operation({
  id: 'board.handlers', method: 'GET', path: '/v1/board/{id}/handlers', summary: 'Who can be given a posting at an agency', access: { permission: 'topics.route', of: 'topic' }, params: id, query: closed({ agency: AgencyId }),
  responses: { 200: closed({ items: Type.Array(PersonRef) }, { title: 'HandlerList' }) },
});

/** How an agency's board works. */
export const BoardSettings = closed(
  {
    open: Type.Boolean(),
    purposes: Type.Array(Type.Enum(TOPIC_PURPOSES), { minItems: 1, uniqueItems: true }),
    moderated: Type.Boolean({ description: 'False: what does not look personal comes onto the board at once.' }),
    categories: Type.Array(CategoryId, { maxItems: 60, uniqueItems: true }),
    rounds: Type.Boolean({ description: 'Topics are collected in rounds; between rounds nothing is taken.' }),
    intro: Type.Optional(Text(2000)),
    reviewWorkdays: Type.Integer({ minimum: 1, maximum: 30 }),
    claimWorkdays: Type.Integer({ minimum: 1, maximum: 60 }),
    answerWorkdays: Type.Integer({ minimum: 1, maximum: 250 }),
    ratingWorkdays: Type.Integer({ minimum: 1, maximum: 60, description: 'Within which a low rating is followed up.' }),
    writtenMonths: Type.Integer({ minimum: 1, maximum: 60, description: 'How long after its end what somebody wrote is kept as they wrote it.' }),
  },
  { title: 'BoardSettings' },
);
export type BoardSettings = Static<typeof BoardSettings>;

const HeldBoardSettings = closed({ version: Sha256, settings: BoardSettings }, { title: 'HeldBoardSettings' });

export const getBoardSettings = operation({
  id: 'topics.settings', method: 'GET', path: '/v1/agencies/{id}/topic-settings', summary: 'How an agency’s board works', access: { permission: 'topics.settings', of: 'agency' }, params: closed({ id: AgencyId }), responses: { 200: HeldBoardSettings },
});

export const saveBoardSettings = operation({
  id: 'topics.configure', method: 'PUT', path: '/v1/agencies/{id}/topic-settings', summary: 'Change how an agency’s board works', access: { permission: 'topics.settings', of: 'agency' }, params: closed({ id: AgencyId }),
  body: closed({ version: Sha256, settings: BoardSettings }, { title: 'BoardSettingsChange' }), responses: { 200: HeldBoardSettings },
});

const planned = {
  title: Line(100), intro: Type.Optional(Text(2000)), opensOn: Day, closesOn: Day,
  answerBy: Type.Union([closed({ workdays: Type.Integer({ minimum: 1, maximum: 250 }) }), closed({ on: Day })], { title: 'AnswerByPlan', description: 'So many workdays after it closes, or the next day of disclosure.' }),
};

export const createRound = operation({
  id: 'rounds.create', method: 'POST', path: '/v1/rounds', summary: 'Plan a round; two of one agency never collect at the same time', access: { permission: 'topics.answer', of: 'body' }, creates: true,
  body: closed({ agencyId: AgencyId, ...planned }, { title: 'NewRound' }), responses: { 200: Round },
});

export const saveRound = operation({
  id: 'rounds.save', method: 'PUT', path: '/v1/rounds/{id}', summary: 'Change a round; once it collects, only its end, later', access: { permission: 'topics.answer', of: 'round' }, params: id,
  body: closed({ ...seen, ...planned }, { title: 'RoundChange' }), responses: { 200: Round },
});

export const reportRound = operation({
  id: 'rounds.report', method: 'POST', path: '/v1/rounds/{id}/report', summary: 'Publish the report of a round; what is unanswered stays due and says so', access: { permission: 'topics.answer', of: 'round' }, params: id,
  body: closed({ ...seen, text: Words(20_000) }, { title: 'NewRoundReport' }), responses: { 200: Round },
});
