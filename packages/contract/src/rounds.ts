import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { operation } from './operation.ts';
import { AgencyId, CategoryId, Day, Line, Text, Ulid, closed, paging } from './schema.ts';
import { ROUND_STATES, TOPIC_PURPOSES } from './topic-words.ts';
import { DayRecount, TopicFigures, TopicSummary } from './topics.ts';

/** A round (一轮点题): collecting, then answering, then a report. */
export const Round = closed(
  {
    id: Ulid,
    agency: AgencyRef,
    title: Line(100),
    intro: Type.Optional(Text(2000)),
    state: Type.Enum(ROUND_STATES),
    opensOn: Day,
    closesOn: Day,
    answerBy: closed({ due: Day, workdays: Type.Optional(Type.Integer()), provisional: Type.Boolean() }, { title: 'AnswerBy', description: 'So many workdays after it closes, or the next day of disclosure.' }),
    recounts: Type.Optional(Type.Array(DayRecount, { description: 'Of the day by which it is answered, oldest first.' })),
    left: Type.Integer({ description: 'Workdays from today to the end of the stretch it is in.' }),
    figures: TopicFigures,
    reportedOn: Type.Optional(Day),
    version: Type.Integer({ minimum: 1 }),
  },
  { title: 'Round' },
);
export type Round = Static<typeof Round>;

/** What a board must know of its agency before anybody writes on it. */
export const Board = closed(
  {
    agency: AgencyRef,
    open: Type.Boolean({ description: 'False: nothing can be written here now; what there is can be read.' }),
    purposes: Type.Array(Type.Enum(TOPIC_PURPOSES)),
    moderated: Type.Boolean({ description: 'An officer reads everything before it is public. What looks personal is always read first.' }),
    categories: Type.Array(CategoryId, { description: 'Which may be chosen; empty: any.' }),
    intro: Type.Optional(Text(2000)),
    promise: closed({ review: Type.Integer(), claim: Type.Integer(), answer: Type.Integer() }, { title: 'BoardPromise', description: 'Workdays for each, as the agency promises.' }),
    round: Type.Optional(Round),
    mail: Type.Boolean({ description: 'Following by e-mail is possible.' }),
    figures: TopicFigures,
  },
  { title: 'Board' },
);
export type Board = Static<typeof Board>;

export const getBoard = operation({
  id: 'topics.board', method: 'GET', path: '/v1/agencies/{id}/board', summary: 'What a board must know of its agency: purposes, promises, the round, how it keeps its word', access: 'public',
  params: closed({ id: AgencyId }), responses: { 200: Board },
});

export const listRounds = operation({
  id: 'rounds.list', method: 'GET', path: '/v1/rounds', summary: 'The rounds of an agency, newest first', access: 'public',
  query: closed({ agency: AgencyId, ...paging }), responses: { 200: closed({ items: Type.Array(Round), next: Type.Optional(Type.String()) }, { title: 'RoundPage' }) },
});

export const getRound = operation({
  id: 'rounds.get', method: 'GET', path: '/v1/rounds/{id}', summary: 'A round with its report, and its topics by how many different people support them', access: 'public', params: closed({ id: Ulid }),
  responses: { 200: closed({ ...Round.properties, report: Type.Optional(Text(20_000)), ranking: Type.Array(TopicSummary, { maxItems: 100 }) }, { title: 'RoundReport' }) },
});
