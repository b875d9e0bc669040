import type { HandlersOf } from '../handlers.ts';
import { challenges as newChallenges } from '../requests/challenges.ts';
import { discreet } from '../requests/discreet.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { getBoard } from './board.ts';
import { topicFigures } from './figures.ts';
import { boardLimits } from './limits.ts';
import { listTopics } from './list.ts';
import { ownTopics, topicStanding } from './own.ts';
import { getRound, listRounds } from './rounds.ts';
import { findSimilar } from './similar.ts';
import { countTopicAnswered, reopenTopic, submitTopic } from './submit.ts';
import { supportTopic, withdrawSupport } from './support.ts';
import { findAnswerFile, getTopic } from './topic.ts';

type PublicOperation =
  | 'topics.list' | 'topics.get' | 'topics.attachment' | 'topics.figures' | 'topics.similar' | 'topics.submit' | 'topics.support' | 'topics.unsupport' | 'topics.mine' | 'topics.standing' | 'topics.reopen'
  | 'topics.answered' | 'topics.board' | 'rounds.list' | 'rounds.get';

/** What anyone may call of the boards. */
export function topicHandlers(store: RequestStore, settings: Pick<Settings, 'challengeCost' | 'boardLimit' | 'mail'>): HandlersOf<PublicOperation> {
  const { database } = store;
  const challenges = newChallenges(store, settings.challengeCost);
  const limits = boardLimits(database, settings);
  return discreet({
    'topics.list': ({ query }) => listTopics(database, query),
    'topics.get': ({ params }) => getTopic(readingRequests(store), params.id),
    'topics.attachment': ({ params }) => findAnswerFile(database.read, params.id, params.name),
    'topics.figures': ({ query }) => topicFigures(database, query),
    'topics.similar': ({ body }) => findSimilar(database, body),
    'topics.submit': (call) => submitTopic(store, challenges, limits, call),
    'topics.support': (call) => supportTopic(store, challenges, limits, call),
    'topics.unsupport': (call) => withdrawSupport(store, limits, call),
    'topics.mine': ({ body }) => ownTopics(readingRequests(store), body.token),
    'topics.standing': ({ params }) => topicStanding(readingRequests(store), params.id),
    'topics.reopen': (call) => reopenTopic(store, challenges, limits, call),
    'topics.answered': (call) => countTopicAnswered(store, call),
    'topics.board': ({ params }) => getBoard(database, params.id, settings.mail !== undefined),
    'rounds.list': ({ query }) => listRounds(database, query),
    'rounds.get': ({ params }) => getRound(database, params.id),
  } satisfies HandlersOf<PublicOperation>);
}
