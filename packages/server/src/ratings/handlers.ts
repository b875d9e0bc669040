import type { HandlersOf } from '../handlers.ts';
import { challenges as newChallenges } from '../requests/challenges.ts';
import { discreet } from '../requests/discreet.ts';
import type { RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { boardLimits } from '../topics/limits.ts';
import { getRatings } from './count.ts';
import { createRating, rateRequest } from './rate.ts';
import { closeTask, listTasks, readWords } from './tasks.ts';

type RatingOperation = 'ratings.create' | 'ratings.request' | 'ratings.count' | 'ratings.tasks' | 'ratings.words' | 'ratings.close';

/** Five levels of satisfaction (好差评), and what becomes of low ones. */
export function ratingHandlers(store: RequestStore, settings: Pick<Settings, 'challengeCost' | 'boardLimit'>): HandlersOf<RatingOperation> {
  const challenges = newChallenges(store, settings.challengeCost);
  const limits = boardLimits(store.database, settings);
  return discreet({
    'ratings.create': (call) => createRating(store, challenges, limits, call),
    'ratings.request': (call) => rateRequest(store, call),
    'ratings.count': ({ query }) => getRatings(store.database, query),
    'ratings.tasks': (call) => listTasks(store, call),
    'ratings.words': (call) => readWords(store, call),
    'ratings.close': (call) => closeTask(store, call),
  } satisfies HandlersOf<RatingOperation>);
}
