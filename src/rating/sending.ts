import { createRatings, isSunlitError, type Ratings, type RatingSubject } from '@sunlit/client/ratings';
import type { Language, Translate } from '../shared/i18n.ts';
import type { RatingKey } from './strings/index.ts';

const known = new Map<string, Ratings>();

/** What rates at an API; one for a page, so that a sending can be repeated. Throws when `api` is no URL. */
export function ratingsAt(api: string, language: Language): Ratings {
  const key = `${language} ${api}`;
  let ratings = known.get(key);
  if (!ratings) known.set(key, (ratings = createRatings({ baseUrl: api, language, fetch: globalThis.sunlit?.fetch })));
  return ratings;
}

/** Why it was not taken, in the words of whoever rated. */
export function explain(t: Translate<RatingKey>, problem: unknown, subject: RatingSubject): string {
  if (!isSunlitError(problem)) return t('problem.server');
  switch (problem.code) {
    case 'network': case 'offline': case 'timeout': return t('problem.network');
    case 'too-many-requests': return t('problem.wait', { n: Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)) });
    case 'not-found': case 'not-possible': return t(subject === 'request' ? 'problem.early' : 'problem.closed');
    case 'receipt-refused': return t('problem.receipt');
    case 'invalid-input': return t('problem.input');
    case 'not-secure': return t('problem.secure');
    case 'invalid-base-url': return t('error.address');
    default: return t('problem.server');
  }
}
