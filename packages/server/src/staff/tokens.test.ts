import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Grant, Me, Permission, Problem, Token } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CITY, listening, onEachEngine, type Server } from '../fixture.ts';
import { saveStaff } from './seed.ts';

const DAY = 86_400_000;

onEachEngine('tokens', (open) => {
  /** A person at a browser, whose clock a test can turn. */
  async function owner(...grants: Grant[]) {
    let ahead = 0;
    const database: Database = { ...(await open()), now: () => new Date(Date.now() + ahead) };
    await saveAgencies(database, CITY);
    await saveStaff(database, [{ username: 'owner', name: '管理员', post: '信息中心', password: 'seven clear rivers', grants }]);
    const server = await listening(database);
    const signIn = await fetch(`${server.url}/v1/auth/sign-in/username`, {
      method: 'POST', headers: { origin: server.url, 'content-type': 'application/json' }, body: JSON.stringify({ username: 'owner', password: 'seven clear rivers' }),
    });
    const session = { origin: server.url, cookie: signIn.headers.getSetCookie()[0]!.split(';', 1)[0]! };
    const make = async (agencyId: string, permissions: Permission[], key = `key ${agencyId} ${permissions.join()}`, days = 30) =>
      answer<{ token: Token; secret: string } & Problem>(await fetch(`${server.url}/v1/tokens`, {
        method: 'POST', headers: { ...session, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify({ label: '公文系统', agencyId, permissions, days }),
      }));
    return { database, server, session, make, later: (milliseconds: number) => (ahead += milliseconds) };
  }
  const answer = async <T>(response: Response) => ({ status: response.status, body: (await response.json()) as T });
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const me = async (server: Server, secret: string) => answer<Me>(await server.get('/v1/staff/me', bearer(secret)));

  test('show their secret once; only its hash is kept', async () => {
    const { database, server, session, make } = await owner({ agencyId: 'qinghe', role: 'administrator' });
    const { status, body: { token, secret } } = await make('dongshan', ['staff.read', 'staff.read']);
    assert.equal(status, 200);
    assert.match(secret, /^slt_[\w-]{43}$/);
    assert.deepEqual(token.permissions, ['staff.read']);
    const rows = await database.read.selectFrom('token').selectAll().execute();
    assert.deepEqual(rows.map(({ hash }) => hash), [createHash('sha256').update(secret).digest('hex')]);
    for (const kept of [rows, await database.read.selectFrom('idempotency').selectAll().execute(), await database.read.selectFrom('audit').selectAll().execute()]) {
      assert.ok(!JSON.stringify(kept).includes(secret.slice(4)));
    }
    assert.equal((await me(server, secret)).status, 200);
    const { body: { items: [listed] } } = await answer<{ items: Token[] }>(await server.get('/v1/tokens', session));
    assert.deepEqual({ ...listed, lastUsedAt: undefined }, { ...token, lastUsedAt: undefined });
    assert.ok(listed?.lastUsedAt);
  });

  test('asked for again under the same key are the same, with a secret that arrives', async () => {
    const { server, make } = await owner({ agencyId: 'qinghe', role: 'administrator' });
    const [first, second] = [await make('qinghe', ['staff.read'], 'same-key-1'), await make('qinghe', ['staff.read'], 'same-key-1')];
    assert.equal(second.body.token.id, first.body.token.id);
    assert.deepEqual([(await me(server, first.body.secret)).status, (await me(server, second.body.secret)).status], [401, 200]);
    assert.equal((await make('qinghe', ['audit.read'], 'same-key-1')).status, 422);
  });

  test('work neither expired nor revoked nor guessed, and no cookie helps them', async () => {
    const { server, session, make, later } = await owner({ agencyId: 'qinghe', role: 'administrator' });
    const [short, long] = [(await make('qinghe', ['staff.read'], 'short-key', 1)).body, (await make('qinghe', ['staff.read'], 'long-key-1', 30)).body];
    later(DAY - 1000);
    assert.equal((await me(server, short.secret)).status, 200);
    later(2000);
    assert.deepEqual([(await me(server, short.secret)).status, (await me(server, long.secret)).status], [401, 200]);
    const revoke = (id: string) => fetch(`${server.url}/v1/tokens/${id}`, { method: 'DELETE', headers: session });
    assert.deepEqual([(await revoke(long.token.id)).status, (await revoke(long.token.id)).status, (await me(server, long.secret)).status], [200, 404, 401]);
    for (const secret of ['slt_', 'slt_x', long.token.id, 'null', `${long.secret}x`]) {
      assert.equal((await server.get('/v1/staff/me', { ...session, ...bearer(secret) })).status, 401, secret);
    }
  });

  test('hold what they were given, where they were given it, and never more than their owner holds now', async () => {
    const { database, server, make } = await owner({ agencyId: 'dongshan', role: 'administrator' }, { agencyId: 'qinghe-water', role: 'editor' });
    const refused = await make('qinghe', ['staff.read', 'audit.read']);
    assert.deepEqual([refused.status, refused.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)], [400, ['/body/permissions/0 not-held', '/body/permissions/1 not-held']]);
    assert.equal((await make('dongshan', ['drafts.write'])).status, 400, 'held, but not there');
    assert.equal((await make('nowhere', ['drafts.write'])).body.errors?.[0]?.code, 'unknown-agency');

    const narrow = (await make('liuhe', ['staff.read'])).body.secret;
    const { body } = await me(server, narrow);
    assert.deepEqual([body.grants, body.permissions], [[{ agency: { id: 'liuhe', name: '柳河镇人民政府' }, role: 'administrator' }], ['staff.read']]);
    assert.equal((await server.get('/v1/audit', bearer(narrow))).status, 403);

    const wide = (await make('dongshan', ['staff.read', 'audit.read'])).body.secret;
    assert.equal((await server.get('/v1/audit', bearer(wide))).status, 200);
    await database.write.updateTable('grant').set({ role: 'editor' }).where('role', '=', 'administrator').execute();
    assert.equal((await server.get('/v1/audit', bearer(wide))).status, 403, 'the owner lost the role');
    assert.deepEqual((await me(server, wide)).body.permissions, []);
  });

  test('make no other tokens, which would outlive them', async () => {
    const { server, make } = await owner({ agencyId: 'qinghe', role: 'administrator' });
    const { secret } = (await make('qinghe', ['staff.read'])).body;
    const response = await fetch(`${server.url}/v1/tokens`, {
      method: 'POST', headers: { ...bearer(secret), 'content-type': 'application/json', 'idempotency-key': 'from-a-token' }, body: JSON.stringify({ label: 'x', agencyId: 'qinghe', permissions: ['staff.read'], days: 366 }),
    });
    assert.equal(response.status, 409);
  });
});
