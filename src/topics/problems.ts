import { isSunlitError } from '@sunlit/client/reader';
import type { TopicsKey } from './strings/index.ts';

/** Why a support was not counted, in the words of whoever tapped. */
export function problemOf(error: unknown): TopicsKey {
  const code = isSunlitError(error) ? error.code : '';
  switch (code) {
    case 'offline': case 'network': case 'timeout': return 'failed.offline';
    case 'too-many-requests': return 'failed.busy';
    case 'not-possible': case 'not-found': return 'failed.closed';
    case 'not-secure': return 'failed.not-secure';
    default: return 'failed.server';
  }
}
