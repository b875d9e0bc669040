import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { onEachEngine, openSqlite } from '../fixture.ts';
import { PASSWORD, browser, city, code } from './browser.ts';

type Claims = Readonly<Record<string, unknown>>;

/** An OpenID provider on this machine that says of everybody what it is told to. */
async function provider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state = { claims: {} as Claims, nonce: '', up: true, key: privateKey };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (issuer: string) => {
    const now = Math.floor(Date.now() / 1000);
    const signed = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode({ iss: issuer, aud: 'sunlit', iat: now, exp: now + 60, nonce: state.nonce, ...state.claims })}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), state.key).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host ?? ''}`;
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'], response_types_supported: ['code'], subject_types_supported: ['public'],
      }),
      '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
      '/token': () => ({ access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: idToken(issuer) }),
      '/userinfo': () => state.claims,
    };
    const answer = state.up ? answers[request.url ?? ''] : undefined;
    response.writeHead(answer ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(answer?.() ?? {}));
  }).listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return { state, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Goes to the provider and comes back, as a browser does. */
async function comeBack(page: ReturnType<typeof browser>, state: { claims: Claims; nonce: string }, claims: Claims) {
  state.claims = claims;
  const begun = await page.post('/v1/auth/sign-in/social', { callbackURL: '/desk/', errorCallbackURL: '/desk/?sso=failed' });
  assert.equal(begun.status, 200, begun.text);
  const address = new URL(String(begun.body['url']));
  state.nonce = address.searchParams.get('nonce') ?? '';
  assert.ok(address.searchParams.get('code_challenge') && state.nonce, 'PKCE and a nonce');
  assert.match(String(begun.headers.getSetCookie()), /SameSite=Lax/i, 'what must come back from another site');
  return page.get(`/v1/auth/callback/sso?code=anything&state=${encodeURIComponent(address.searchParams.get('state')!)}`);
}

onEachEngine('single sign-on', (open) => {
  test('lets in who is on the staff already, by name at first and then by their subject', async () => {
    const { state, issuer } = await provider();
    const { server } = await city(open, { singleSignOn: { issuer, clientId: 'sunlit', clientSecret: 'secret' } });
    const page = browser(server);
    const back = await comeBack(page, state, { sub: 'subject-1', preferred_username: 'Water-Editor' });
    assert.deepEqual([back.status, back.headers.get('location')], [302, '/desk/']);
    assert.equal((await page.me()).username, 'water-editor');
    const renamed = browser(server);
    await comeBack(renamed, state, { sub: 'subject-1', preferred_username: 'city-admin' });
    assert.equal((await renamed.me()).username, 'water-editor', 'a name taken over from somebody else opens nothing of theirs');
    const successor = browser(server);
    await comeBack(successor, state, { sub: 'subject-9', preferred_username: 'water-editor' });
    assert.equal((await successor.get('/v1/staff/me')).status, 401, 'nor does the name of somebody who is known by another subject');
  });

  test('makes nobody, and lets nobody in by a claim that the provider has not verified', async () => {
    const { state, issuer } = await provider();
    const { database, server } = await city(open, { singleSignOn: { issuer, clientId: 'sunlit', clientSecret: 'secret' } });
    for (const claims of [
      { sub: 'subject-2', preferred_username: 'nobody-here' },
      { sub: 'subject-3', email: 'city-admin@staff.invalid', email_verified: false },
      { sub: 'subject-4', email: 'nobody@staff.invalid', email_verified: true },
    ]) {
      const page = browser(server);
      const back = await comeBack(page, state, claims);
      assert.equal(back.status, 302);
      assert.match(back.headers.get('location')!, /^\/desk\/\?sso=failed&error=/, JSON.stringify(claims));
      assert.equal((await page.get('/v1/staff/me')).status, 401);
    }
    await database.write.updateTable('person').set({ disabled_at: '2026-01-01T00:00:00.000Z' }).where('username', '=', 'water-editor').execute();
    const locked = browser(server);
    await comeBack(locked, state, { sub: 'subject-5', preferred_username: 'water-editor' });
    assert.equal((await locked.get('/v1/staff/me')).status, 401, 'nor who was locked out');
    assert.equal((await database.read.selectFrom('person').select('id').execute()).length, 2);
  });
});

test('a token that the provider did not sign opens nothing', async () => {
  const { state, issuer } = await provider();
  const { server } = await city(openSqlite, { singleSignOn: { issuer, clientId: 'sunlit', clientSecret: 'secret' } });
  state.key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const page = browser(server);
  await comeBack(page, state, { sub: 'subject-1', preferred_username: 'water-editor' });
  assert.equal((await page.get('/v1/staff/me')).status, 401);
});

test('a provider that was away at the start is found when it is back', async () => {
  const { state, issuer } = await provider();
  state.up = false;
  const { server } = await city(openSqlite, { singleSignOn: { issuer, clientId: 'sunlit', clientSecret: 'secret' } });
  const page = browser(server);
  assert.equal(code(await page.post('/v1/auth/sign-in/social', { callbackURL: '/desk/' })), 'unavailable');
  assert.equal((await browser(server).signIn('city-admin', PASSWORD)).status, 200, 'passwords work without it');
  state.up = true;
  await comeBack(page, state, { sub: 'subject-1', preferred_username: 'water-editor' });
  assert.equal((await page.me()).username, 'water-editor');
});

test('a page can ask whether there is a provider, and what staff call it', async () => {
  const singleSignOn = { issuer: 'http://127.0.0.1:9', clientId: 'sunlit', clientSecret: 'secret' };
  for (const [settings, answer] of [[{}, {}], [{ singleSignOn }, { singleSignOn: {} }], [{ singleSignOn: { ...singleSignOn, name: '统一身份认证' } }, { singleSignOn: { name: '统一身份认证' } }]] as const) {
    const { server } = await city(openSqlite, settings);
    const asked = await browser(server).get('/v1/auth/sign-in');
    assert.deepEqual([asked.status, asked.headers.get('cache-control'), asked.body], [200, 'no-store', answer]);
  }
});

test('without a provider there is none', async () => {
  const { server } = await city(openSqlite);
  assert.equal((await browser(server).post('/v1/auth/sign-in/social', { callbackURL: '/desk/' })).status, 404);
});
