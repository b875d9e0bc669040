// Not from the package's main entry: what files requests would come along with every widget.
import { createReader, type Reader } from '@sunlit/client/reader';
import type { Language } from './i18n.ts';

/** By language and API. */
export const clients = new Map<string, Reader>();

/** One client per API and language on a page, so that widgets share cache and connections. Throws when `api` is no URL. */
export function connect(api: string, language: Language): Reader {
  const key = `${language} ${api}`;
  let client = clients.get(key);
  if (!client) {
    client = createReader({ baseUrl: api, language, early: globalThis.sunlit?.early, fetch: globalThis.sunlit?.fetch });
    clients.set(key, client);
  }
  return client;
}
