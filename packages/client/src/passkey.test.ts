import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { createDeskClient } from './desk.ts';

const CHALLENGE = '-_8A';
const challenge = new Uint8Array([0xfb, 0xff, 0x00]);
const buffer = (...numbers: number[]) => new Uint8Array(numbers).buffer;

/** A browser's side of WebAuthn, as far as it is used. */
class Credential {
  readonly id = '_-8';
  readonly rawId = buffer(0xff, 0xef);
  readonly type = 'public-key';
  readonly authenticatorAttachment = 'platform';
  readonly response: object;
  constructor(response: object) {
    this.response = response;
  }
  getClientExtensionResults() {
    return {};
  }
}

let asked: { readonly what: string; readonly body: unknown }[] = [];

/** A session of which the server answers in this order. */
function session(...answers: readonly Response[]) {
  const left = [...answers];
  const fetch: typeof globalThis.fetch = async (input) => {
    const request = input as Request;
    const text = await request.text();
    asked.push({ what: `${request.method} ${new URL(request.url).pathname}`, body: text === '' ? undefined : (JSON.parse(text) as unknown) });
    const answer = left.shift();
    assert.ok(answer, 'asked too often');
    return answer;
  };
  return createDeskClient({ baseUrl: 'https://open.example', fetch }).session;
}

const json = (body: unknown) => Response.json(body);
const refused = () => new Response(JSON.stringify({ type: 'urn:sunlit:problem:sign-in-failed', title: '标题', status: 401, requestId: 'r-1' }), { status: 401, headers: { 'content-type': 'application/problem+json' } });

function browser(credentials: { readonly get?: (given: { publicKey: object }) => unknown; readonly create?: (given: { publicKey: object }) => unknown }): void {
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value: Credential, configurable: true });
  Object.defineProperty(globalThis.navigator, 'credentials', { value: credentials, configurable: true });
}
afterEach(() => {
  asked = [];
  Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  Reflect.deleteProperty(globalThis.navigator, 'credentials');
});

test('a passkey signs in: what the server asked and what the browser answered keep their bytes', async () => {
  const keys = session(json({ challenge: CHALLENGE, rpId: 'open.example', timeout: 1000, userVerification: 'preferred' }), json({ session: {}, user: { username: 'water-editor' } }));
  const get = mock.fn((_: { publicKey: object }) => new Credential({ clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(0xfb, 0xf0), userHandle: null }));
  browser({ get });
  assert.deepEqual(await keys.signInWithPasskey(), { username: 'water-editor' });
  assert.deepEqual(get.mock.calls[0]?.arguments[0].publicKey, { challenge, rpId: 'open.example', timeout: 1000, allowCredentials: [], userVerification: 'required' });
  assert.deepEqual(asked.map(({ what }) => what), ['GET /v1/auth/passkey/generate-authenticate-options', 'POST /v1/auth/passkey/verify-authentication']);
  assert.deepEqual(asked[1]?.body, {
    response: {
      id: '_-8', rawId: '_-8', type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {},
      response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: '-_A' },
    },
  });
});

test('a passkey is made for the person whom the server names, not twice on one device', async () => {
  const options = {
    challenge: CHALLENGE, rp: { id: 'open.example', name: 'Sunlit' }, user: { id: 'AQI', name: 'water-editor', displayName: 'water-editor' }, pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
    excludeCredentials: [{ id: '_-8', type: 'public-key', transports: [''] }], authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, attestation: 'none',
  };
  const keys = session(json(options), json({ id: 'k1', name: '办公室', createdAt: '2026-03-09T02:00:00.000Z' }));
  const create = mock.fn((_: { publicKey: object }) => new Credential({ clientDataJSON: buffer(1), attestationObject: buffer(2), getTransports: () => ['internal'] }));
  browser({ create });
  assert.equal((await keys.addPasskey('办公室')).id, 'k1');
  assert.deepEqual(create.mock.calls[0]?.arguments[0].publicKey, {
    challenge, rp: options.rp, user: { ...options.user, id: new Uint8Array([1, 2]) }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id: new Uint8Array([0xff, 0xef]) }], authenticatorSelection: options.authenticatorSelection, attestation: 'none',
  });
  assert.partialDeepStrictEqual(asked[1]?.body, { name: '办公室', response: { response: { clientDataJSON: 'AQ', attestationObject: 'Ag', transports: ['internal'] } } });
});

test('who does not want to sends nothing; a passkey that the server does not know is said to have failed', async () => {
  const keys = session(json({ challenge: CHALLENGE }), json({ challenge: CHALLENGE }), refused());
  browser({ get: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
  await assert.rejects(keys.signInWithPasskey(), { name: 'NotAllowedError' });
  assert.equal(asked.length, 1);
  browser({ get: () => new Credential({ clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(3), userHandle: buffer(4) }) });
  await assert.rejects(keys.signInWithPasskey(), { code: 'sign-in-failed', status: 401 });
});

test('the desk asks how one may sign in, begins single sign-on, and lists and removes passkeys', async () => {
  const keys = session(json({}), json({ singleSignOn: { name: '统一身份认证' } }), json({ url: 'https://id.example/authorize', redirect: true }), json([{ id: 'k1', name: '办公室' }]), json([]), json({ status: true }));
  assert.deepEqual(await keys.ways(), {});
  assert.deepEqual(await keys.ways(), { singleSignOn: { name: '统一身份认证' } });
  assert.equal(await keys.beginSingleSignOn({ returnTo: '/desk/', failedAt: '/desk/?sso=failed' }), 'https://id.example/authorize');
  assert.equal((await keys.passkeys())[0]?.id, 'k1');
  assert.deepEqual(await keys.passkeys(), []);
  await keys.removePasskey('k1');
  assert.deepEqual(asked.slice(1).map(({ what, body }) => [what, body]), [
    ['GET /v1/auth/sign-in', undefined],
    ['POST /v1/auth/sign-in/social', { callbackURL: '/desk/', errorCallbackURL: '/desk/?sso=failed' }],
    ['GET /v1/auth/passkey/list-user-passkeys', undefined],
    ['GET /v1/auth/passkey/list-user-passkeys', undefined],
    ['POST /v1/auth/passkey/delete-passkey', { id: 'k1' }],
  ]);
});
