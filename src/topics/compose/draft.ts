import type { TopicContent, TopicPurpose } from '@sunlit/client/topics';
import { tidyWords } from '@sunlit/rules';
import { Drafts } from '../../shared/drafts.ts';
import { looksLikeMail } from '../page/follow.ts';

/** What somebody has written so far. */
export interface Draft {
  readonly purpose: TopicPurpose | '';
  readonly words: string;
  readonly text: string;
  readonly place: string;
  readonly category: string;
  readonly email: string;
  readonly subject: { readonly id: string; readonly title: string } | undefined;
}

export const BLANK: Draft = { purpose: '', words: '', text: '', place: '', category: '', email: '', subject: undefined };

/** As the contract has it. */
export const LONGEST = { words: 120, text: 2000, place: 60, email: 254 } as const;

export const STEPS = ['words', 'place', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Something for which a step cannot be left: where it is, and what the server says of it, if it did. */
export interface Fault {
  readonly at: 'purpose' | 'subject' | 'words' | 'text' | 'place' | 'category' | 'email';
  readonly long?: boolean;
  readonly said?: string;
}

export const stepOf = (at: Fault['at']): Step => (at === 'place' || at === 'category' || at === 'email' ? 'place' : 'words');

/** One line: a title has no second one. */
const line = (text: string) => tidyWords(text).replace(/\s+/g, ' ');

export function faultsOf(step: Step, draft: Draft): Fault[] {
  const faults: Fault[] = [];
  if (step === 'words') {
    if (draft.purpose === '') faults.push({ at: 'purpose' });
    if (draft.purpose === 'correct' && !draft.subject) faults.push({ at: 'subject' });
    const words = line(draft.words);
    if (words === '') faults.push({ at: 'words' });
    else if (words.length > LONGEST.words) faults.push({ at: 'words', long: true });
  }
  if (step === 'place' && draft.email.trim() !== '' && !looksLikeMail(draft.email)) faults.push({ at: 'email' });
  return faults;
}

/** What is sent; nothing that was left empty. */
export function contentOf(agencyId: string, draft: Draft): TopicContent {
  const text = tidyWords(draft.text).slice(0, LONGEST.text);
  const place = line(draft.place).slice(0, LONGEST.place);
  return {
    agencyId,
    purpose: draft.purpose || 'ask',
    title: line(draft.words),
    ...(text && { text }),
    ...(place && { place }),
    ...(draft.category && { categoryId: draft.category }),
    ...(draft.purpose === 'correct' && draft.subject && { disclosureId: draft.subject.id }),
  };
}

/** The field that a server's pointer is about. */
export function fieldAt(pointer: string): Fault['at'] | undefined {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1);
  const fields: Partial<Record<string, Fault['at']>> = { title: 'words', text: 'text', place: 'place', categoryId: 'category', purpose: 'purpose', disclosureId: 'subject' };
  return fields[last];
}

/** What is kept of a topic that was begun, and the key under which it would be sent, so that it never is twice. */
export interface Kept {
  readonly draft: Draft;
  readonly key: string;
}

export const draftsOf = (api: string, agency: string): Drafts<Kept> => new Drafts(`sunlit topic ${api} ${agency}`, (given) => {
  const kept = given as Partial<Kept> | null;
  return typeof kept?.draft?.words === 'string' && typeof kept.key === 'string' ? { key: kept.key, draft: { ...BLANK, ...kept.draft } } : undefined;
});
