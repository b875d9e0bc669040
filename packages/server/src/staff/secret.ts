import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** What signs sessions: as set, or else from a file that only this user can read, made when there is none. */
export function secretOf({ secret, dataDirectory }: Pick<Settings, 'secret' | 'dataDirectory'>): string {
  if (secret !== undefined) return secret;
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'secret.key');
  try {
    // `wx`: of two servers that start at once, one makes it and both read it.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
