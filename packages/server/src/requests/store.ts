import { createHmac, hkdfSync } from 'node:crypto';
import type { Kysely } from 'kysely';
import { writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Settings } from '../settings.ts';
import { secretOf } from '../staff/secret.ts';
import { keysOf, type Keys } from './keys.ts';

/** What a text is authenticated for; for one purpose it says nothing about another. */
export type MacPurpose = 'receipt' | 'same applicant' | 'repeated call' | 'paper' | 'challenge' | 'device' | 'signer' | 'follow' | 'slip' | 'slip answer' | 'kiosk code';

/** Where requests are kept, and the keys to them. */
export interface RequestStore {
  readonly database: Database;
  readonly dataDirectory: string;
  readonly keys: Keys;
  /** HMAC-SHA-256 by a key from the server's own secret. */
  readonly mac: (purpose: MacPurpose, text: string) => Buffer;
}

/** What requests are read with: inside a transaction or not. */
export interface RequestReading extends Omit<RequestStore, 'database'>, Pick<Database, 'now'> {
  readonly db: Kysely<Tables>;
}

export type RequestWriting = Writing & RequestReading;

export function openRequestStore(database: Database, settings: Pick<Settings, 'dataDirectory' | 'dataKeys' | 'secret'>): RequestStore {
  const secret = secretOf(settings);
  const keyFor = new Map<MacPurpose, Buffer>();
  const mac: RequestStore['mac'] = (purpose, text) => {
    const key = keyFor.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `sunlit requests: ${purpose}`, 32));
    keyFor.set(purpose, key);
    return createHmac('sha256', key).update(text).digest();
  };
  return { database, dataDirectory: settings.dataDirectory, keys: keysOf(settings), mac };
}

export function readingRequests({ database: { read, now }, ...store }: RequestStore): RequestReading {
  return { db: read, now, ...store };
}

/** One change of requests, whole or not at all. */
export function writingRequests<T>({ database, ...store }: RequestStore, work: (w: RequestWriting) => Promise<T>): Promise<T> {
  return writing(database, (w) => work({ ...w, ...store }));
}
