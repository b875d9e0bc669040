import type { KeyValueStorage } from '@sunlit/client/outbox';

const PATH = '/box/store';

/**
 * The store on the box (`sunlit kiosk serve`), which outlives the browser's profile: what it says is stored is on the disk. It carries
 * what JSON carries, and bytes; anything else, such as a `CryptoKey`, is a TypeError rather than lost. Damage is an error once, then gone. `send`: instead of the page's `fetch`.
 */
export function boxStorage(send: typeof fetch = (...given) => fetch(...given)): KeyValueStorage {
  const ask = (method: 'GET' | 'PUT' | 'DELETE', key?: string, body?: string) => asked(send, method, key, body);
  return {
    async get(key) {
      const response = await ask('GET', key);
      return response.status === 404 ? undefined : decoded(await response.json());
    },
    async set(key, value) {
      await ask('PUT', key, JSON.stringify(encoded(value)));
    },
    async del(key) {
      await ask('DELETE', key);
    },
    async keys() {
      const { keys } = (await (await ask('GET')).json()) as { readonly keys: string[] };
      return keys;
    },
  };
}

async function asked(send: typeof fetch, method: 'GET' | 'PUT' | 'DELETE', key?: string, body?: string): Promise<Response> {
  const response = await send(key === undefined ? PATH : `${PATH}/${encodeURIComponent(key)}`, {
    method, cache: 'no-store', credentials: 'omit', ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
  });
  if (response.ok || (method === 'GET' && key !== undefined && response.status === 404)) return response;
  // What a browser calls its own lack of room: the outbox then says so.
  if (response.status === 413 || response.status === 507) throw new DOMException('The box has no room', 'QuotaExceededError');
  throw new Error(`The store of the box answered ${response.status}`);
}

/** JSON has no bytes: they travel as `{ "$": "bytes" | "buffer", "base64": … }`, and an object that has a `$` of its own as `{ "$": "object", "value": … }`. */
function encoded(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (value instanceof Uint8Array) return { $: 'bytes', base64: base64Of(value) };
  if (value instanceof ArrayBuffer) return { $: 'buffer', base64: base64Of(new Uint8Array(value)) };
  if (Array.isArray(value)) return value.map(encoded);
  if (isPlain(value)) {
    const entries = fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([name, part]) => [name, encoded(part)]));
    return '$' in value ? { $: 'object', value: entries } : entries;
  }
  throw new TypeError(`The box cannot store ${Object.prototype.toString.call(value)}`);
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (value === null || typeof value !== 'object') return value;
  const tagged = value as { readonly $?: string; readonly base64?: string; readonly value?: object };
  if (tagged.$ === 'object') return inside(tagged.value ?? {});
  if (tagged.$ === undefined) return inside(value);
  const bytes = bytesOf(tagged.base64 ?? '');
  return tagged.$ === 'buffer' ? bytes.buffer : bytes;
}

const inside = (value: object) => fromEntries(Object.entries(value).map(([name, part]) => [name, decoded(part)]));

/** `Object.fromEntries` defines, so that a name such as `__proto__` is a name like any other. */
const fromEntries = (entries: (readonly [string, unknown])[]): object => Object.fromEntries(entries);

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
