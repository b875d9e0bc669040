import type { Call, HandlersOf } from '../../handlers.ts';
import { challenges as newChallenges } from '../../requests/challenges.ts';
import { discreet } from '../../requests/discreet.ts';
import { readingRequests, type RequestStore } from '../../requests/store.ts';
import type { Settings } from '../../settings.ts';
import { askToFollow, confirm, findFollow, stop } from './follow.ts';
import { followPage } from './page.ts';

type FollowOperation = 'follows.create' | 'follows.page' | 'follows.confirmPage' | 'follows.stopPage' | 'follows.confirm' | 'follows.stop';
type LinkCall = Pick<Call<'follows.page'>, 'params' | 'language'>;

/** Following by e-mail: for anyone, and for whoever has the link of a letter. */
export function followHandlers(store: RequestStore, settings: Pick<Settings, 'challengeCost' | 'mail'>): HandlersOf<FollowOperation> {
  const challenges = newChallenges(store, settings.challengeCost);
  /** What stands: opening an address changes nothing. */
  const page = async ({ params: { token }, language }: LinkCall) => {
    const followed = await findFollow(readingRequests(store), token);
    return followPage(followed === undefined ? 'unknown' : followed.state === 'asked' ? 'confirm' : 'following', { followed, token, language: followed?.language ?? language });
  };
  return discreet({
    'follows.create': (call) => askToFollow(store, challenges, settings, call),
    'follows.page': page,
    // Whoever pressed a button finds its address in the browser, and mail programs without one-click open that of the end.
    'follows.confirmPage': page,
    'follows.stopPage': page,
    'follows.confirm': async ({ params: { token }, language }: LinkCall) => {
      const followed = await confirm(store, token);
      return followPage(followed === undefined ? 'unknown' : 'following', { followed, token, language: followed?.language ?? language });
    },
    // To a mail program that asks twice, stopped is stopped (RFC 8058).
    'follows.stop': async ({ params: { token }, language }: LinkCall) => {
      const followed = await stop(store, token);
      return followPage(followed === undefined ? 'unknown' : 'stopped', { followed, token, language: followed?.language ?? language });
    },
  } satisfies HandlersOf<FollowOperation>);
}
