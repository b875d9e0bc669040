import type { Body, Operations } from '@sunlit/contract';
import { canonicalJson } from '@sunlit/log';
import { ProblemError } from '../problems.ts';
import { wellFormed } from '../validation.ts';
import { hpke, type SealingKeys } from './sealing-keys.ts';

export type Envelope = Body<Operations['sealed.send']>;

/** What was sealed on a device. */
export interface Opened {
  readonly params: object;
  readonly body: object;
  /** Drawn by the device and printed on the slip. */
  readonly reference: string;
}

/** @throws ProblemError `envelope-refused`, saying which part; what to do then is the same: go to the counter. */
export const refusedEnvelope = (code: 'key-expired' | 'tampered' | 'not-sealable' | 'other-agency' | 'other-key', pointer = '/body') => new ProblemError('envelope-refused', [{ pointer, code }]);

/** Opens an envelope. Its label is bound to it: changed, cut or moved to another key, agency or operation, it does not open. */
export async function openEnvelope(keys: SealingKeys, { keyId, enc, ciphertext, aad }: Envelope): Promise<Opened> {
  const recipientKey = await keys.privateKey(keyId);
  if (recipientKey === undefined) throw refusedEnvelope('key-expired', '/body/keyId');
  const suite = await hpke();
  const info = new TextEncoder().encode('sunlit sealed submission').buffer;
  const text = await suite.open({ recipientKey, info, enc: bytesOf(enc) }, bytesOf(ciphertext), new TextEncoder().encode(canonicalJson(aad)).buffer).catch(() => undefined);
  if (text === undefined) throw refusedEnvelope('tampered');
  const { params = {}, body, reference } = parsed(text);
  if (!isObject(params) || !isObject(body) || typeof reference !== 'string' || reference.length < 12 || reference.length > 40) throw refusedEnvelope('tampered');
  // It says outside for whom it is, and so must the inside.
  if ((body as { readonly agencyId?: unknown }).agencyId !== aad.agency) throw refusedEnvelope('other-agency', '/body/aad/agency');
  return { params, body, reference };
}

function parsed(text: ArrayBuffer): Partial<Record<keyof Opened, unknown>> {
  try {
    const value = wellFormed(JSON.parse(Buffer.from(text).toString('utf8')));
    return isObject(value) ? value : {};
  } catch {
    // Sealed by something else than our package.
    return {};
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64url')).buffer;
}
