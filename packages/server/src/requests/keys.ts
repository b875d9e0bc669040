import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from '../database/tables.ts';
import type { Settings } from '../settings.ts';
import { openBytes, sealBytes } from './sealing.ts';

/** What a request keeps of its key. */
type Wrapped = Pick<Tables['request'], 'key_id' | 'wrapped_key'>;
type Keyed = Wrapped & { readonly id: string };

/**
 * Every request has a data key of its own, by which everything is sealed that somebody wrote in it. It is kept wrapped by a
 * master key, which is not in the database: without it a copy of the database is unreadable, and without the wrapped key the request is.
 */
export interface Keys {
  /** The master key that wraps what is new. */
  readonly current: string;
  /** A new data key, and how it is kept. */
  make(requestId: string): { readonly key: Buffer; readonly wrapped: { readonly key_id: string; readonly wrapped_key: string } };
  /** The data key of a request; none once it was erased. @throws Error naming the master key that is missing. */
  open(request: Keyed): Buffer | undefined;
  /** The same data key wrapped by the current master key. @throws Error as `open`. */
  rewrap(request: Keyed): Wrapped;
  /** A key of 32 bytes for another purpose from each master key, the current one first. */
  derive(purpose: string): readonly Buffer[];
}

export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

/** `id:base64`, separated by commas or blanks; the first is the current one. Undefined when that is not what the text is. */
export function parseMasterKeys(text: string): readonly [MasterKey, ...MasterKey[]] | undefined {
  const [first, ...others] = text.split(/[\s,]+/).filter(Boolean).map((one) => {
    const [, id = '', encoded = ''] = /^([\w-]{1,32}):([\w+/-]+={0,2})$/.exec(one) ?? [];
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  if (first === undefined) return undefined;
  const all = [first, ...others];
  return all.every(({ key }) => key.length === 32) && new Set(all.map(({ id }) => id)).size === all.length ? [first, ...others] : undefined;
}

/** The keys as set, or else from a file that only this user can read, made when there is none. */
export function keysOf({ dataKeys, dataDirectory }: Pick<Settings, 'dataKeys' | 'dataDirectory'>): Keys {
  const masters = dataKeys ?? keyFile(dataDirectory);
  const [{ id: current, key: master }] = masters;
  const wrap = (key: Buffer, requestId: string) => ({ key_id: current, wrapped_key: sealBytes(master, key, `${requestId} key`).toString('base64url') });
  const open = ({ id, key_id, wrapped_key }: Keyed) => {
    if (key_id === null || wrapped_key === null) return undefined;
    const known = masters.find((one) => one.id === key_id);
    if (known === undefined) throw new Error(`The master key "${key_id}" is missing; put it back into SUNLIT_DATA_KEYS.`);
    return openBytes(known.key, Buffer.from(wrapped_key, 'base64url'), `${id} key`);
  };
  return {
    current,
    make(requestId) {
      const key = randomBytes(32);
      return { key, wrapped: wrap(key, requestId) };
    },
    open,
    rewrap(request) {
      const key = open(request);
      return key === undefined ? { key_id: null, wrapped_key: null } : wrap(key, request.id);
    },
    derive: (purpose) => masters.map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', `sunlit ${purpose}`, 32))),
  };
}

export const KEY_FILE = 'data.keys';

function keyFile(dataDirectory: string): readonly [MasterKey, ...MasterKey[]] {
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, KEY_FILE);
  try {
    // `wx`: of two servers that start at once, one makes it and both read it.
    writeFileSync(path, `k${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const masters = parseMasterKeys(readFileSync(path, 'utf8'));
  if (masters === undefined) throw new Error(`${path} does not hold keys as id:base64 of 32 bytes.`);
  return masters;
}
