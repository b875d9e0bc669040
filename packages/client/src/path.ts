import { SunlitError } from './errors.ts';

/** A path below the base address, its values encoded: path`v1/agencies/${id}`. */
export function path(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  return texts.reduce((whole, text, index) => whole + segment(values[index - 1] ?? '') + text);
}

function segment(value: string | number): string {
  const text = String(value);
  // An empty or dotted segment would ask for another path, and half a character cannot be encoded.
  if (/^\.{0,2}$|[\ud800-\udfff]/u.test(text)) {
    throw new SunlitError('invalid-input', `"${text}" is no id`, { hint: 'Give an id of the API.' });
  }
  return encodeURIComponent(text);
}
