import { Refusal } from './format.ts';

/** Checks that bytes are a text that every program opens: UTF-8 or GB18030, and no page or program. @throws Refusal otherwise. */
export function checkText(bytes: Uint8Array): void {
  const text = decoded(bytes);
  const start = text.slice(0, 1024).replace(/^\ufeff?\s*/, '');
  // What a browser that guesses would take for a page or a drawing, and a system for a program.
  if (/^<[!?a-z]/i.test(start)) throw new Refusal('file-markup');
  if (start.startsWith('#!')) throw new Refusal('file-executable');
}

function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text)) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Refusal('file-not-text');
}
