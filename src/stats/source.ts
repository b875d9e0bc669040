import { createStatistics, isSunlitError, type AnnualQuery, type CallOptions, type Statistics } from '@sunlit/client/statistics';
import type { Language } from '../shared/i18n.ts';
import type { Annual } from './requests.ts';

const known = new Map<string, Statistics>();

/** What reads the figures of an API; one for a page. Throws when `api` is no URL. */
export function statisticsAt(api: string, language: Language): Statistics {
  const key = `${language} ${api}`;
  let statistics = known.get(key);
  if (!statistics) known.set(key, (statistics = createStatistics({ baseUrl: api, language, early: globalThis.sunlit?.early, fetch: globalThis.sunlit?.fetch })));
  return statistics;
}

/** The tables of a year; a year that is not closed is no failure. */
export async function annualAt(statistics: Statistics, query: AnnualQuery, options: CallOptions): Promise<Annual> {
  try {
    return { state: 'closed', figures: await statistics.annual(query, options) };
  } catch (error) {
    if (isSunlitError(error) && error.code === 'not-found') return { state: 'open' };
    throw error;
  }
}
