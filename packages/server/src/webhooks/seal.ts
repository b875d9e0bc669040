import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps the secrets of webhooks unreadable to who has only the database: AES-256-GCM, by a key from the server's own secret. */
export interface Seal {
  /** `owner` is what the text belongs to; nowhere else can it be opened. */
  close(text: string, owner: string): string;
  /** @throws Error when it was sealed with another secret or for another owner, or was changed. */
  open(sealed: string, owner: string): string;
}

const ALGORITHM = 'aes-256-gcm';

export function seal(secret: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'sunlit webhook secrets', 32));
  return {
    close(text, owner) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
