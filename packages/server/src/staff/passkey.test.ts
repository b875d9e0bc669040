import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { test } from 'node:test';
import { onEachEngine } from '../fixture.ts';
import { PASSWORD, browser, city, code } from './browser.ts';

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

/** RFC 8949, as much as WebAuthn needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, n: number) => (n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]));
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest();

/** A security key that answers for a page of `origin`, in software. It asks for a PIN unless it is a mere `touch`. */
function securityKey(origin: string, touch = false) {
  const flags = touch ? 0x01 : 0x05;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let uses = 0;
  const data = (rpId: string, bits: number) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE((uses += 1));
    return Buffer.concat([hash(rpId), Buffer.from([bits]), counter]);
  };
  const client = (type: string, challenge: string, from: string) => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const credential = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  });
  return {
    create({ challenge, rp }: { challenge: string; rp: { id: string } }) {
      const key = cbor(new Map<number, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
      const authData = Buffer.concat([data(rp.id, flags | 0x40), Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      return credential({ clientDataJSON: client('webauthn.create', challenge, origin), attestationObject: cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]])) });
    },
    get({ challenge, rpId }: { challenge: string; rpId: string }, from = origin, bits = flags) {
      const [clientDataJSON, authenticatorData] = [client('webauthn.get', challenge, from), data(rpId, bits)];
      return credential({ clientDataJSON, authenticatorData, signature: sign('SHA256', Buffer.concat([authenticatorData, hash(clientDataJSON)]), privateKey) });
    },
  };
}

onEachEngine('a passkey', (open) => {
  test('is added by who is signed in, opens a session without a password, and can be taken away', async () => {
    const { server } = await city(open);
    const key = securityKey(server.url);
    const page = browser(server);
    assert.equal((await page.get('/v1/auth/passkey/generate-register-options')).status, 401);
    await page.signIn('water-editor', PASSWORD);
    const asked = await page.get('/v1/auth/passkey/generate-register-options');
    const { user, authenticatorSelection } = asked.body as { user?: object; authenticatorSelection?: object };
    assert.partialDeepStrictEqual({ user, authenticatorSelection }, { user: { name: 'water-editor', displayName: 'water-editor' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    const added = await page.post('/v1/auth/passkey/verify-registration', { response: key.create(asked.body as never), name: '办公室' });
    assert.equal(added.status, 200, added.text);

    const enter = async (used: ReturnType<typeof securityKey>, from?: string) => {
      const other = browser(server);
      const { body } = await other.get('/v1/auth/passkey/generate-authenticate-options');
      return { other, answer: await other.post('/v1/auth/passkey/verify-authentication', { response: used.get(body as never, from) }) };
    };
    const { other, answer } = await enter(key);
    assert.equal(answer.status, 200, answer.text);
    assert.equal((await other.me()).username, 'water-editor');
    for (const refused of [await enter(securityKey(server.url)), await enter(key, 'https://elsewhere.example')]) {
      assert.deepEqual([refused.answer.status, (await refused.other.get('/v1/staff/me')).status], [401, 401]);
    }

    const [listed] = (await page.get('/v1/auth/passkey/list-user-passkeys')).body as unknown as { id: string; name: string }[];
    assert.equal(listed?.name, '办公室');
    assert.equal((await page.post('/v1/auth/passkey/delete-passkey', { id: listed.id })).status, 200);
    assert.equal((await enter(key)).answer.status, 401);
  });

  test('of a mere touch is not taken, since it stands for the second factor too', async () => {
    const { server } = await city(open);
    const page = browser(server);
    await page.signIn('water-editor', PASSWORD);
    const register = async (key: ReturnType<typeof securityKey>) => {
      const { body } = await page.get('/v1/auth/passkey/generate-register-options');
      return page.post('/v1/auth/passkey/verify-registration', { response: key.create(body as never), name: '办公室' });
    };
    assert.equal((await register(securityKey(server.url, true))).status, 400);
    const key = securityKey(server.url);
    assert.equal((await register(key)).status, 200);
    const other = browser(server);
    const { body } = await other.get('/v1/auth/passkey/generate-authenticate-options');
    const refused = await other.post('/v1/auth/passkey/verify-authentication', { response: key.get(body as never, server.url, 0x01) });
    assert.deepEqual([refused.status, code(refused), (await other.get('/v1/staff/me')).status], [401, 'sign-in-failed', 401]);
  });
});
