import { Drafts } from '../shared/drafts.ts';
import type { Answers } from './answers.ts';

/** What is kept of a form that was begun: the answers, and the key under which they would be filed, so that they never are twice. Files are not kept. */
export interface Draft {
  readonly answers: Answers;
  readonly key: string;
}

export const draftsOf = (api: string, agency: string): Drafts<Draft> => new Drafts(`sunlit request ${api} ${agency}`, (kept) => {
  const draft = kept as Partial<Draft> | null;
  return typeof draft?.answers?.description === 'string' && typeof draft.key === 'string' ? (draft as Draft) : undefined;
});
