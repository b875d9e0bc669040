import type { DraftCommand } from '@sunlit/client/desk';

/** What an officer does in the editor; everything else is done on the review page. */
export const OWN_COMMANDS: readonly DraftCommand[] = ['submit', 'recall', 'discard'];
