import { randomInt } from 'node:crypto';
import type { RequestStore } from '../requests/store.ts';

export const CODE_MILLISECONDS = 24 * 3_600_000;

/** Digits alone: whoever stands before a touch screen has them on ten large buttons, and none is taken for another. */
export function newCode(): string {
  return String(randomInt(10_000_000_000)).padStart(10, '0');
}

/** By a key of the server: ten digits would fall to whoever has the database. */
export function hashOfCode({ mac }: Pick<RequestStore, 'mac'>, code: string): string {
  return mac('kiosk code', code).toString('base64url');
}
