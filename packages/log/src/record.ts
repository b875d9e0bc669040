import { canonicalJson, type Json } from './canonical.ts';
import { utf8 } from './utf8.ts';

/** SHA-256, given by the platform: 32 bytes from any bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** One public event as the log keeps it. It names what changed and its content hash, and holds nothing of the content. */
export interface PublicRecord {
  /** Gapless and rising, from 1. */
  readonly seq: number;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly type: string;
  /** The id of what was published. */
  readonly subject: string;
  readonly revision: number;
  /** `contentHash` of the public content. */
  readonly contentHash: string;
}

/**
 * The record's canonical JSON, the exact text that is hashed. Only the six properties of `PublicRecord` enter it.
 *
 * @throws TypeError when `seq` or `revision` is no safe integer, or a text holds a lone surrogate.
 */
export function canonicalRecord({ seq, time, type, subject, revision, contentHash }: PublicRecord): string {
  for (const number of [seq, revision]) {
    if (!Number.isSafeInteger(number)) throw new TypeError(`${number} is no sequence or revision number.`);
  }
  return canonicalJson({ seq, time, type, subject, revision, contentHash });
}

/** The leaf hash of a record, `leafHashOfBytes` of its canonical UTF-8, in lower-case hexadecimal. */
export function leafHash(record: PublicRecord, sha256: Sha256): string {
  return leafHashOfBytes(utf8(canonicalRecord(record)), sha256);
}

/** SHA-256(0x00 || entry), RFC 9162 §2.1.1: the prefix keeps a leaf from passing for an inner node of the tree. */
export function leafHashOfBytes(entry: Uint8Array, sha256: Sha256): string {
  const leaf = new Uint8Array(entry.length + 1);
  leaf.set(entry, 1);
  return hexadecimal(sha256(leaf));
}

/**
 * SHA-256 of the canonical JSON of what the public sees, in lower-case hexadecimal: the text, and of each attachment its own
 * SHA-256. Never pass personal data: the hash outlives an erasure.
 *
 * @throws TypeError when the content has no canonical form (see `canonicalJson`).
 */
export function contentHash(publicContent: Json, sha256: Sha256): string {
  return hexadecimal(sha256(utf8(canonicalJson(publicContent))));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
