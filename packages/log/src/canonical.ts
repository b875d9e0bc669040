/** What RFC 8785 can write down. Optional properties must be left out, not `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one way to write a value as JSON (RFC 8785, JCS): no white space, names sorted by UTF-16 units, numbers and strings as
 * ECMAScript writes them. Two parties that hold the same value hash the same bytes.
 *
 * @throws TypeError, naming the place, for what has no canonical form: NaN and infinities, text with a lone surrogate,
 * `undefined`, functions, symbols, bigints, and objects that are neither plain nor arrays (a Date, a Map).
 */
export function canonicalJson(value: Json): string {
  return write(value, '$');
}

// `unknown`, because callers' types do not keep undefined, dates and NaN out at run time.
function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} has no JSON form.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`)).join(',')}]`;
  }
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${writeString(name, path)}:${write(value[name], `${path}.${name}`)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`${path}: ${typeof value === 'object' ? 'this object' : typeof value} has no JSON form.`);
}

function writeString(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${path}: the text holds a lone surrogate.`);
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
