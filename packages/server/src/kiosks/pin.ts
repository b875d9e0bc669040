import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { PinCheck } from '@sunlit/contract';

/** What browsers can do without a library, at the count that OWASP names for it. */
const ITERATIONS = 600_000;

/** A PIN of few digits falls to whoever has this and a day; it keeps visitors in the app, and guards nothing else. */
export async function pinCheck(pin: string): Promise<PinCheck> {
  const salt = randomBytes(16);
  const hash = await promisify(pbkdf2)(pin, salt, ITERATIONS, 32, 'sha256');
  return { algorithm: 'PBKDF2-SHA256', iterations: ITERATIONS, salt: salt.toString('base64'), hash: hash.toString('base64') };
}
