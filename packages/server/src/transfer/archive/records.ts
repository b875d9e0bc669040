import type { Category, ChangeType, Day, DisclosureContent, Validity } from '@sunlit/contract';
import type { DisclosureState, Tables } from '../../database/tables.ts';

/*
 * What stands in an archive, one JSON object to a line (docs/archive.md). A new property may be added to the format; when the meaning
 * of one changes, `VERSION` rises.
 */
export const FORMAT = 'sunlit-archive';
export const VERSION = 1;

/** `archive.json`. */
export interface ArchiveHead {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly at: string;
  /** The newest sequence number of the change feed. */
  readonly latest: number;
  readonly counts: ArchiveCounts;
  /** SHA-256 of files that the records name and the archive could not take in. */
  readonly missing: readonly string[];
}

export interface ArchiveCounts {
  readonly disclosures: number;
  readonly revisions: number;
  readonly changes: number;
  readonly files: number;
}

export const RECORDS = {
  agencies: 'records/agencies.jsonl',
  categories: 'records/categories.jsonl',
  calendars: 'records/calendars.jsonl',
  counters: 'records/counters.jsonl',
  disclosures: 'records/disclosures.jsonl',
  changes: 'records/changes.jsonl',
  sources: 'records/sources.jsonl',
  uploads: 'records/uploads.jsonl',
  evidence: 'records/evidence.jsonl',
} as const;
export const HEAD = 'archive.json';
export const SUMS = 'SHA256SUMS';

/** Parents first. */
export type CategoryLine = Category & { readonly position: number };

/** How many index numbers were given in a year. */
export interface CounterLine {
  readonly agencyId: string;
  readonly year: number;
  readonly n: number;
}

/** A disclosure with its whole history, also a withdrawn one. */
export interface DisclosureLine {
  readonly id: string;
  /** Its place among all, newest highest. */
  readonly no: number;
  readonly indexNo: string;
  readonly state: DisclosureState;
  readonly validity: Validity;
  readonly publishedOn: Day;
  readonly repealedOn: Day | null;
  /** The last day to publish it by, as it was then; archives made before that was kept do not say. */
  readonly dueOn?: Day | null;
  readonly updatedAt: string;
  /** Oldest first; the last is the present one. */
  readonly revisions: readonly RevisionLine[];
  readonly tombstone?: { readonly withdrawnOn: Day; readonly ground: string; readonly decidedBy: string; readonly replacedBy: string | null };
  /** What does not follow from its content: that it came late, and when what is withheld of it is looked at again. */
  readonly agenda: readonly Omit<Tables['agenda'], 'disclosure_no' | 'series'>[];
}

export interface RevisionLine {
  readonly revision: number;
  readonly on: Day;
  readonly reason: string | null;
  readonly content: DisclosureContent;
}

export interface ChangeLine {
  readonly seq: number;
  readonly time: string;
  readonly type: ChangeType;
  readonly id: string;
  readonly revision: number;
  readonly reason: string | null;
  readonly contentHash: string;
  readonly leaf: string;
}

export interface SourceLine {
  readonly agencyId: string;
  readonly system: string;
  readonly sourceId: string;
  readonly id: string;
  readonly hash: string;
}

/** A file that staff took in; `no` is what `evidence` names it by. */
export type UploadLine = Omit<Tables['file'], 'agency_no' | 'no'> & { readonly no: number; readonly agencyId: string };

export type EvidenceLine = Omit<Tables['evidence'], 'disclosure_no' | 'file_no' | 'no'> & { readonly id: string; readonly file: number };
