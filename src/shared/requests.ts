import { createRequests, type Requests } from '@sunlit/client/requests';
import type { Language } from './i18n.ts';

const known = new Map<string, Requests>();

/** What files and follows requests at an API; one for a page, so that a sending can be repeated. Throws when `api` is no URL. */
export function requestsAt(api: string, language: Language): Requests {
  const key = `${language} ${api}`;
  let requests = known.get(key);
  if (!requests) known.set(key, (requests = createRequests({ baseUrl: api, language, fetch: globalThis.sunlit?.fetch })));
  return requests;
}
