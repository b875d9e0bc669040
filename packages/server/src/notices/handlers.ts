import type { HandlersOf } from '../handlers.ts';
import { challenges as newChallenges } from '../requests/challenges.ts';
import { discreet } from '../requests/discreet.ts';
import type { RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { boardLimits } from '../topics/limits.ts';
import { answerOpinions, configureNotice, noticeDesk, selectSeats } from './desk.ts';
import { countFeedback, createFeedback } from './feedback.ts';
import { getNotice, listNotices } from './list.ts';
import { createOpinion, createSeat, listOpinions, listSeats } from './opinions.ts';

type NoticeOperation =
  | 'notices.list' | 'notices.get' | 'notices.desk' | 'notices.configure' | 'opinions.create' | 'opinions.list' | 'opinions.answer' | 'seats.create' | 'seats.list' | 'seats.select' | 'feedback.create' | 'feedback.count';

/** Public notices and hearings: what is current, what comes in, and what becomes of it. */
export function noticeHandlers(store: RequestStore, settings: Pick<Settings, 'challengeCost' | 'boardLimit'>): HandlersOf<NoticeOperation> {
  const { database } = store;
  const challenges = newChallenges(store, settings.challengeCost);
  const limits = boardLimits(database, settings);
  return discreet({
    'notices.list': ({ query }) => listNotices(database, query),
    'notices.get': ({ params }) => getNotice(database, params.id),
    'notices.desk': ({ params }) => noticeDesk(database.read, database.now(), params.id),
    'notices.configure': (call) => configureNotice(database, call),
    'opinions.create': (call) => createOpinion(store, challenges, limits, call),
    'opinions.list': (call) => listOpinions(store, call),
    'opinions.answer': (call) => answerOpinions(database, call),
    'seats.create': (call) => createSeat(store, challenges, limits, call),
    'seats.list': (call) => listSeats(store, call),
    'seats.select': (call) => selectSeats(database, call),
    'feedback.create': (call) => createFeedback(store, challenges, limits, call),
    'feedback.count': ({ params }) => countFeedback(database.read, params.id),
  } satisfies HandlersOf<NoticeOperation>);
}
