/** Without I, L, O and U, which are taken for others (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixty random bits as twelve letters and digits, for a slip of paper: `7KQ2-MX9R-41TB`. @internal */
export function newReference(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => ALPHABET.charAt(byte & 31)).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}
