import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Envelope, EnvelopeLabel, SealingKey } from './contract.ts';

/**
 * Seals a submission to the server: HPKE (RFC 9180) base mode. This device has no key that opens it, and with any part of the
 * label changed nobody has. @internal
 */
export async function seal({ id, publicKey }: Pick<SealingKey, 'id' | 'publicKey'>, content: object, label: EnvelopeLabel): Promise<Envelope> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: new TextEncoder().encode('sunlit sealed submission') }, new TextEncoder().encode(JSON.stringify(content)), canonical(label));
  return { v: 1, keyId: id, enc: textOf(enc), ciphertext: textOf(ct), aad: label };
}

/** RFC 8785 of an object of texts. */
function canonical(label: EnvelopeLabel): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(Object.entries(label).sort(([a], [b]) => (a < b ? -1 : 1))))).buffer;
}

function textOf(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0)).buffer;
}
