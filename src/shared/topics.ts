import { createTopics, type TopicsClient } from '@sunlit/client/topics';
import type { Language } from './i18n.ts';

const known = new Map<string, TopicsClient>();
/** APIs of which a cache may hold what is no more so. */
const changed = new Set<string>();

/** What reads and writes the boards of an API; one for a page. Throws when `api` is no URL. */
export function topicsAt(api: string, language: Language): TopicsClient {
  const key = `${language} ${api}`;
  let client = known.get(key);
  if (!client) {
    const fresh: typeof fetch = (input, init) => (globalThis.sunlit?.fetch ?? fetch)(changed.has(api) ? new Request(input, { ...init, cache: 'no-cache' }) : input, init);
    known.set(key, (client = createTopics({ baseUrl: api, language, early: globalThis.sunlit?.early, fetch: fresh })));
  }
  return client;
}

/** From now on the boards of an API are asked for past the browser’s cache, which would give what they were before. */
export const pastTopicCaches = (api: string): unknown => changed.add(api);
