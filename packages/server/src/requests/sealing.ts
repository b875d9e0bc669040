import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/*
 * AES-256-GCM: nonce of 12 bytes, tag of 16, then what was sealed. `place` says what it is and whose, such as a request's id and
 * the name of a field; anywhere else it cannot be opened, so that nobody with the database alone puts one text in another's place.
 */

const ALGORITHM = 'aes-256-gcm';

export function sealBytes(key: Uint8Array, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** @throws Error when it was sealed with another key or for another place, or was changed. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, place: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, 12)).setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

export function sealJson(key: Uint8Array, value: unknown, place: string): string {
  return sealBytes(key, Buffer.from(JSON.stringify(value)), place).toString('base64url');
}

/** @throws Error as `openBytes`. */
export function openJson<T>(key: Uint8Array, sealed: string, place: string): T {
  return JSON.parse(openBytes(key, Buffer.from(sealed, 'base64url'), place).toString('utf8')) as T;
}
