/** The letters and digits that a secret is made of: those that are not taken for one another (Crockford's). */
const SECRET = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/**
 * A number or secret of a receipt as it is written on it, from what somebody typed: in lower case or full width, with O for 0,
 * I or L for 1, with hyphens and blanks or without. `undefined` when it can be neither.
 *
 * @example
 * ```ts
 * import { normaliseReceipt } from '@sunlit/client';
 *
 * console.log(normaliseReceipt('20260309 o12345'), normaliseReceipt('7kq2-mx9r-4ltb')); // 20260309-012345 7KQ2-MX9R-41TB
 * ```
 */
export function normaliseReceipt(text: string): string | undefined {
  return receiptKey(text, 'number') ?? receiptKey(text, 'secret');
}

/** One of the two, where it is known which. @internal */
export function receiptKey(text: string, part: 'number' | 'secret'): string | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑–—_.]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (part === 'number') return /^\d{14}$/.test(plain) ? `${plain.slice(0, 8)}-${plain.slice(8)}` : undefined;
  return SECRET.test(plain) ? plain.replace(/.{4}(?=.)/g, '$&-') : undefined;
}
