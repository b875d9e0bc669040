import type { Snapshot, SnapshotBoard, SnapshotRow, SnapshotTopic } from './contract.ts';
import type { Pack } from './replica-pack.ts';

/** What is kept beside the parts: which snapshot, and what changed since. */
export interface Head {
  readonly snapshot: Snapshot;
  /** The last change of disclosures that was taken over. */
  readonly seq: number;
  readonly leaf?: string | undefined;
  /** The last change of topics. */
  readonly topicSeq: number;
  readonly asOf: string;
  /** Rows that changed since, `null` for those that are gone. */
  readonly changed: Readonly<Record<string, SnapshotRow | null>>;
  readonly topics: Readonly<Record<string, SnapshotTopic | null>>;
  readonly boards: Readonly<Record<string, SnapshotBoard>>;
  /** In which part the record of each of them is. */
  readonly records: Readonly<Record<string, string>>;
}

/** How packs are laid out: of another layout none is read. */
const PACKED_AS = '3 ';

/** All hashes of what a head speaks of, and that is not packed. @internal */
export function partsOf({ snapshot, records }: Head, packed: boolean): string[] {
  return [...new Set([...snapshot.parts.filter(({ kind }) => !packed || kind !== 'disclosures').map(({ sha256 }) => sha256), ...Object.values(records)])];
}

/** Which rows a snapshot holds. @internal */
export function rowsOf({ parts }: Snapshot): Pack['of'] {
  return parts.flatMap(({ kind, sha256, rows }) => (kind === 'disclosures' ? [{ sha256, rows }] : []));
}

/** Under which key its rows are packed: beside those of the snapshot before, until that is gone. @internal */
export function packNameOf(snapshot: Snapshot): string {
  return PACKED_AS + rowsOf(snapshot).map(({ sha256 }) => sha256.slice(0, 8)).join('');
}

/** @internal */
export function sameParts(a: Head, b: Head): boolean {
  return a.snapshot.parts.map(({ sha256 }) => sha256).join() === b.snapshot.parts.map(({ sha256 }) => sha256).join();
}

/** Which state of the database the sentinel speaks of. @internal */
export function hashOf({ snapshot, seq, leaf = '' }: Head): string {
  return `${snapshot.parts.map(({ sha256 }) => sha256.slice(0, 8)).join('')} ${seq} ${leaf.slice(0, 16)}`;
}
