import { createNotices, isSunlitError, type NoticesClient } from '@sunlit/client/notices';
import type { Language } from '../shared/i18n.ts';
import type { NoticesSay } from './strings/index.ts';

const known = new Map<string, NoticesClient>();

/** What reads notices and sends to them at an API; one for a page, so that a sending can be repeated. Throws when `api` is no URL. */
export function noticesAt(api: string, language: Language): NoticesClient {
  const key = `${language} ${api}`;
  let client = known.get(key);
  if (!client) known.set(key, (client = createNotices({ baseUrl: api, language, fetch: globalThis.sunlit?.fetch })));
  return client;
}

/** Why it was not taken, in the words of whoever wrote. */
export function explain(t: NoticesSay, problem: unknown): string {
  if (!isSunlitError(problem)) return t('problem.server');
  switch (problem.code) {
    case 'network': case 'offline': case 'timeout': return t('problem.network');
    case 'too-many-requests': return t('problem.wait', { n: Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)) });
    case 'not-found': case 'not-possible': return t('problem.closed');
    case 'invalid-input': return t('problem.input');
    case 'not-secure': return t('problem.secure');
    default: return t('problem.server');
  }
}
