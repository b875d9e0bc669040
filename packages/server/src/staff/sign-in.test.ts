import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AuditEntry, Person } from '@sunlit/contract';
import { onEachEngine, openSqlite, staffMember, temporaryDirectory } from '../fixture.ts';
import { LIMITS } from './attempts.ts';
import { PASSWORD, browser, city, code, faults } from './browser.ts';
import { secretOf } from './secret.ts';
import { makeAdministrator } from './seed.ts';

/** RFC 6238 with the defaults of every app: SHA-1, 30 seconds, six digits. */
function totp(uri: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...new URL(uri).searchParams.get('secret')!].map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

onEachEngine('signing in', (open) => {
  test('by name and password opens a session that ends with signing out', async () => {
    const { server } = await city(open);
    const page = browser(server);
    assert.equal((await page.get('/v1/staff/me')).status, 401);
    const answer = await page.signIn('Water-Editor', PASSWORD);
    assert.equal(answer.status, 200, answer.text);
    const [cookie] = answer.headers.getSetCookie();
    for (const attribute of [/^sunlit\.session_token=/, /HttpOnly/, /SameSite=Strict/i, /Path=\//, /Max-Age=43200/]) assert.match(cookie!, attribute);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    const me = await page.me();
    assert.deepEqual([me.username, me.grants, me.permissions.includes('drafts.write'), me.mustChangePassword], ['water-editor', [{ agency: { id: 'qinghe-water', name: '清河市水利局' }, role: 'editor' }], true, false]);
    const stolen = new Map(page.cookies);
    assert.equal((await page.post('/v1/auth/sign-out')).status, 200);
    for (const [name, value] of stolen) page.cookies.set(name, value);
    assert.equal((await page.get('/v1/staff/me')).status, 401, 'a cookie kept from before is worth nothing');
  });

  test('fails alike for a wrong password and a name that nobody has', async () => {
    const { server } = await city(open);
    for (const [name, password] of [['water-editor', 'another password'], ['nobody-here', PASSWORD], ['x', PASSWORD], ['a b c', PASSWORD], ['water-editor', 'x'.repeat(500)]] as const) {
      const answer = await browser(server).signIn(name, password);
      assert.deepEqual([answer.status, code(answer), answer.headers.getSetCookie()], [401, 'sign-in-failed', []], name);
    }
    for (const body of [{}, { username: 1, password: 2 }, [], { username: 'water-editor' }]) {
      const answer = await browser(server).post('/v1/auth/sign-in/username', body);
      assert.ok([400, 401].includes(answer.status), answer.text);
    }
  });

  test('is only for pages of our own origin, as is everything that a session changes', async () => {
    const { server } = await city(open);
    const page = browser(server);
    await page.signIn('city-admin', PASSWORD);
    for (const origin of [null, 'https://elsewhere.example', 'null']) {
      const elsewhere = browser(server, origin);
      assert.deepEqual([(await elsewhere.signIn('city-admin', PASSWORD)).status, elsewhere.cookies.size], [403, 0]);
      for (const [name, value] of page.cookies) elsewhere.cookies.set(name, value);
      const answer = await elsewhere.post('/v1/tokens', { label: 'x', agencyId: 'qinghe', permissions: ['staff.read'], days: 1 }, { 'idempotency-key': 'origin-check' });
      assert.deepEqual([answer.status, code(answer)], [403, 'origin-not-allowed'], String(origin));
      assert.equal((await elsewhere.post('/v1/auth/sign-out')).status, 403);
    }
    assert.equal((await page.get('/v1/tokens')).text, '{"items":[]}');
  });

  test('offers no registration, and nothing of better-auth that is not listed', async () => {
    const { server } = await city(open);
    const page = browser(server);
    await page.signIn('city-admin', PASSWORD);
    for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'delete-user', 'change-email', 'request-password-reset', 'is-username-available', 'two-factor/send-otp', 'link-social', 'error', 'ok']) {
      assert.equal((await page.post(`/v1/auth/${path}`, { email: 'a@b.example', password: PASSWORD, name: 'x', username: 'new-one' })).status, 404, path);
      assert.equal((await page.get(`/v1/auth/${path}`)).status, 404, path);
    }
  });

  test('the first password must be changed, for a good one, and other sessions end with it', async () => {
    const { database, server } = await city(open);
    const password = await makeAdministrator(database, 'root-admin');
    const [page, other] = [browser(server), browser(server)];
    await page.signIn('root-admin', password);
    await other.signIn('root-admin', password);
    assert.equal((await page.me()).mustChangePassword, true);
    const early = await page.get('/v1/staff');
    assert.deepEqual([early.status, code(early)], [403, 'password-must-change']);
    const change = (currentPassword: string, newPassword: string) => page.post('/v1/auth/change-password', { currentPassword, newPassword });
    for (const [current, next, fault] of [
      [password, 'short', '/body/newPassword minLength'],
      [password, 'x'.repeat(129), '/body/newPassword maxLength'],
      [password, 'password1234', '/body/newPassword weak-password'],
      [password, 'Qwertyuiop2024!!', '/body/newPassword weak-password'],
      [password, 'my ROOT-admin name', '/body/newPassword weak-password'],
      [password, 'abababababab', '/body/newPassword weak-password'],
      [password, password, '/body/newPassword same-password'],
      ['not the present one', 'nine quiet harbours', '/body/currentPassword wrong-password'],
    ] as const) {
      const answer = await change(current, next);
      assert.deepEqual([answer.status, faults(answer)], [400, fault], next);
    }
    assert.equal((await change(password, 'nine quiet harbours')).status, 200);
    assert.equal((await page.get('/v1/staff')).status, 200);
    assert.equal((await other.get('/v1/staff/me')).status, 401);
    assert.equal((await browser(server).signIn('root-admin', password)).status, 401);
    assert.equal((await browser(server).signIn('root-admin', 'nine quiet harbours')).status, 200);
  });

  test('guessing ends: for an account from any address, with the seconds to wait', async () => {
    const { server } = await city(open, { trustProxy: true });
    let from = 0;
    const guess = (name: string, password: string, address = `198.51.100.${String((from += 1))}`) =>
      browser(server).post('/v1/auth/sign-in/username', { username: name, password }, { 'x-forwarded-for': address });
    await Promise.all(Array.from({ length: LIMITS.account }, () => guess('water-editor', 'a wrong password')));
    const refused = await guess('Water-Editor', PASSWORD);
    assert.deepEqual([refused.status, code(refused)], [429, 'too-many-requests']);
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait > 800 && wait <= 900, String(wait));
    assert.equal((await guess('city-admin', PASSWORD)).status, 200, 'others still get in');
    // Names that nobody can have, from one address.
    await Promise.all(Array.from({ length: LIMITS.address }, (_, index) => guess(index.toString(36).padStart(2, '0'), 'a wrong password', '203.0.113.9')));
    assert.equal((await guess('city-admin', PASSWORD, '203.0.113.9')).status, 429);
    assert.equal((await guess('city-admin', PASSWORD, '203.0.113.10')).status, 200);
  });

  test('success begins the count anew', async () => {
    const { server } = await city(open);
    for (let round = 0; round < 2; round += 1) {
      for (let tried = 0; tried < LIMITS.account - 1; tried += 1) assert.equal((await browser(server).signIn('water-editor', 'a wrong password')).status, 401);
      assert.equal((await browser(server).signIn('water-editor', PASSWORD)).status, 200);
    }
  });

  test('a second factor is asked for once it was confirmed; backup codes work once; it can be taken away', async () => {
    const { server } = await city(open);
    const page = browser(server);
    await page.signIn('water-editor', PASSWORD);
    assert.equal(faults(await page.post('/v1/auth/two-factor/enable', { password: 'a wrong password' })), '/body/password wrong-password');
    const enabled = await page.post('/v1/auth/two-factor/enable', { password: PASSWORD });
    const { totpURI, backupCodes } = enabled.body as unknown as { totpURI: string; backupCodes: string[] };
    assert.ok(totpURI.startsWith('otpauth://totp/') && totpURI.includes('water-editor?') && !totpURI.includes('invalid'), totpURI);
    assert.equal((await page.me()).twoFactor, false, 'not before it was confirmed');
    assert.equal(code(await page.post('/v1/auth/two-factor/verify-totp', { code: '000000' })), 'sign-in-failed');
    assert.equal((await page.post('/v1/auth/two-factor/verify-totp', { code: totp(totpURI) })).status, 200);
    assert.equal((await page.me()).twoFactor, true);

    const again = browser(server);
    const half = await again.signIn('water-editor', PASSWORD);
    assert.equal(half.body['twoFactorRedirect'], true);
    assert.equal((await again.get('/v1/staff/me')).status, 401, 'the password alone opens nothing');
    assert.equal(code(await again.post('/v1/auth/two-factor/verify-totp', { code: '000000' })), 'sign-in-failed');
    assert.equal((await again.post('/v1/auth/two-factor/verify-totp', { code: totp(totpURI) })).status, 200);
    assert.equal((await again.me()).username, 'water-editor');

    for (const expected of [200, 401]) {
      const lost = browser(server);
      await lost.signIn('water-editor', PASSWORD);
      assert.equal((await lost.post('/v1/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).status, expected);
    }
    assert.equal((await again.post('/v1/auth/two-factor/disable', { password: PASSWORD })).status, 200);
    assert.equal((await browser(server).signIn('water-editor', PASSWORD)).body['twoFactorRedirect'], undefined);
  });

  test('who is locked out, or loses a role, is out at once; a reset lets them begin anew', async () => {
    const { server } = await city(open);
    const [admin, editor] = [browser(server), browser(server)];
    await admin.signIn('city-admin', PASSWORD);
    await editor.signIn('water-editor', PASSWORD);
    const token = await editor.post('/v1/tokens', { label: '公文系统', agencyId: 'qinghe-water', permissions: ['drafts.write'], days: 30 }, { 'idempotency-key': 'first-token' });
    const bearer = { authorization: `Bearer ${String(token.body['secret'])}` };
    assert.equal((await server.get('/v1/staff/me', bearer)).status, 200);
    const { items } = (await admin.get('/v1/staff')).body as unknown as { items: Person[] };
    const { id } = items.find(({ username }) => username === 'water-editor')!;

    await admin.post(`/v1/staff/${id}/disable`, { disabled: true });
    assert.deepEqual([(await editor.get('/v1/staff/me')).status, (await server.get('/v1/staff/me', bearer)).status], [401, 401]);
    assert.equal(code(await browser(server).signIn('water-editor', PASSWORD)), 'sign-in-failed');
    await admin.post(`/v1/staff/${id}/disable`, { disabled: false });
    await editor.signIn('water-editor', PASSWORD);
    assert.deepEqual([(await editor.get('/v1/staff/me')).status, (await server.get('/v1/staff/me', bearer)).status], [200, 401], 'tokens stay ended');

    await admin.post(`/v1/staff/${id}/revocations`, { agencyId: 'qinghe-water', role: 'editor' });
    assert.equal((await editor.get('/v1/staff/me')).status, 401);
    await admin.post(`/v1/staff/${id}/grants`, { agencyId: 'qinghe-water', role: 'editor' });

    assert.equal(faults(await admin.post(`/v1/staff/${id}/password`, { password: 'water-editor 1' })), '/body/password weak-password');
    assert.equal((await admin.post(`/v1/staff/${id}/password`, { password: 'three old willows' })).status, 200);
    assert.equal((await browser(server).signIn('water-editor', PASSWORD)).status, 401);
    await editor.signIn('water-editor', 'three old willows');
    assert.equal((await editor.me()).mustChangePassword, true);
  });

  test('goes on record, also when it fails, without what was typed', async () => {
    const { database, server } = await city(open);
    await browser(server).signIn('water-editor', 'a wrong password');
    await browser(server).signIn('my secret password', 'typed in the wrong field');
    const page = browser(server);
    await page.signIn('water-editor', PASSWORD);
    await page.post('/v1/auth/change-password', { currentPassword: PASSWORD, newPassword: 'nine quiet harbours' });
    await page.post('/v1/auth/sign-out');
    const { headers } = await staffMember(database, { username: 'supervisor', grants: [{ agencyId: 'qinghe', role: 'supervisor' }] });
    const answer = await server.get('/v1/audit', headers);
    const text = await answer.text();
    const { items } = JSON.parse(text) as { items: AuditEntry[] };
    assert.deepEqual(items.map(({ operation, outcome, name, agencyId, via, address }) => [operation, outcome, name, agencyId, via, address]), [
      ['auth.sign-out', 'done', '编辑甲', 'qinghe-water', 'session', '127.0.0.1'],
      ['auth.change-password', 'done', '编辑甲', 'qinghe-water', 'session', '127.0.0.1'],
      ['auth.sign-in.username', 'done', '编辑甲', 'qinghe-water', 'session', '127.0.0.1'],
      ['auth.sign-in.username', 'refused', undefined, undefined, 'session', '127.0.0.1'],
      ['auth.sign-in.username', 'refused', '编辑甲', 'qinghe-water', 'session', '127.0.0.1'],
    ]);
    assert.ok(!/secret|password[^"]|harbours|rivers/.test(text.replaceAll('auth.change-password', '')), text);
  });
});

test('a session lasts twelve hours from when it was last used', async () => {
  const { database, server } = await city(openSqlite);
  const page = browser(server);
  await page.signIn('water-editor', PASSWORD);
  const expires = async (changed?: number) => {
    if (changed !== undefined) await database.write.updateTable('session').set({ expires_at: new Date(Date.now() + changed).toISOString() }).execute();
    const { status, headers } = await page.get('/v1/staff/me');
    const [row] = await database.read.selectFrom('session').select('expires_at').execute();
    return { status, cookies: headers.getSetCookie().filter((cookie) => cookie.startsWith('sunlit.session_token=')).length, hours: row && Math.round((Date.parse(row.expires_at) - Date.now()) / 36e5) };
  };
  assert.deepEqual(await expires(), { status: 200, cookies: 0, hours: 12 });
  assert.deepEqual(await expires(1000), { status: 200, cookies: 1, hours: 12 }, 'used before it ended');
  assert.deepEqual(await expires(-1000), { status: 401, cookies: 1, hours: undefined });
});

test('the key of sessions is made once, for this user only', async () => {
  const dataDirectory = temporaryDirectory();
  const first = secretOf({ dataDirectory });
  assert.match(first, /^[\w-]{43}$/);
  assert.equal(statSync(join(dataDirectory, 'secret.key')).mode & 0o777, 0o600);
  assert.equal(secretOf({ dataDirectory }), first);
  assert.equal(secretOf({ dataDirectory, secret: 'x'.repeat(32) }), 'x'.repeat(32));
});

test('behind TLS the cookie is for TLS only', async () => {
  const { server } = await city(openSqlite, { publicUrl: 'https://open.qinghe.example' });
  const answer = await browser(server, 'https://open.qinghe.example').signIn('water-editor', PASSWORD);
  assert.match(answer.headers.getSetCookie()[0]!, /^__Secure-sunlit\.session_token=.*Secure/);
  assert.equal((await browser(server).signIn('water-editor', PASSWORD)).status, 403, 'the public origin is the only one');
});
