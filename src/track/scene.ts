import type { TrackedBranch, TrackedRequest, Wanted } from '@sunlit/client/requests';
import type { Language, Translate } from '../shared/i18n.ts';
import type { TrackKey } from './strings/index.ts';

export type Deadline = TrackedBranch['deadlines'][number];
export type Counted = Exclude<Deadline, { stands: 'undelivered' }>;
export type Paper = TrackedBranch['letters'][number];

/** What the applicant does with a branch. */
export type Act = 'correct' | 'explain' | 'withdraw';

/** What the parts of the page draw from, and what they can do. */
export interface Scene {
  readonly t: Translate<TrackKey>;
  readonly language: Language;
  readonly request: TrackedRequest;
  readonly shared: boolean;
  readonly act: { readonly branch: string; readonly what: Act } | undefined;
  /** What is being written in the form that is open. */
  readonly written: { readonly wanted: Wanted; readonly reasons: string };
  readonly missing: boolean;
  readonly busy: boolean;
  /** The paper that could not be opened by itself, and its address for some minutes. */
  readonly link: { readonly paper: string; readonly href: string } | undefined;
  readonly problem: unknown;
  readonly begin: (branch: string, what: Act) => void;
  readonly write: (written: Partial<Scene['written']>) => void;
  readonly take: () => void;
  readonly drop: () => void;
  readonly open: (paper: Paper, format?: 'html' | 'docx') => void;
}
