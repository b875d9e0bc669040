import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grant, Person, Problem } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import { CITY, listening, onEachEngine, staffMember } from '../fixture.ts';
import { makeAdministrator, saveStaff } from './seed.ts';

onEachEngine('people', (open) => {
  async function city() {
    const database = await open();
    await saveAgencies(database, CITY);
    const server = await listening(database);
    const person = (username: string, ...grants: Grant[]) => staffMember(database, { username, grants });
    const post = async (by: { headers: Record<string, string> }, path: string, body: object, key = 'a-key-of-this-test') => {
      const response = await fetch(`${server.url}/v1/staff${path}`, { method: 'POST', headers: { ...by.headers, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as Person & Problem };
    };
    const list = async (by: { headers: Record<string, string> }, query = '') => (await (await server.get(`/v1/staff${query}`, by.headers)).json()) as { items: Person[]; next?: string };
    return { database, server, person, post, list };
  }
  const newPerson = { username: 'new-editor', name: '编辑乙', post: '科员', agencyId: 'liuhe', role: 'editor', password: 'seven clear rivers' };

  test('are added with a role, once for each key and username', async () => {
    const { person, post } = await city();
    const admin = await person('county-admin', { agencyId: 'dongshan', role: 'administrator' });
    const first = await post(admin, '', newPerson);
    assert.deepEqual({ ...first.body, id: '' }, { id: '', username: 'new-editor', name: '编辑乙', post: '科员', grants: [{ agencyId: 'liuhe', role: 'editor' }], disabled: false, twoFactor: false });
    assert.equal((await post(admin, '', newPerson)).body.id, first.body.id);
    assert.equal((await post(admin, '', { ...newPerson, name: '编辑丙' })).status, 422);
    const taken = await post(admin, '', newPerson, 'another-key');
    assert.deepEqual([taken.status, taken.body.errors?.[0]?.code], [400, 'taken']);
    for (const [change, code] of [[{ password: 'password1234' }, 'weak-password'], [{ password: 'short' }, 'minLength'], [{ username: 'A b' }, 'pattern'], [{ agencyId: 'nowhere' }, 'unknown-agency']] as const) {
      assert.equal((await post(admin, '', { ...newPerson, username: 'other', ...change }, 'another-key')).body.errors?.[0]?.code, code);
    }
    assert.equal((await post(admin, '', { ...newPerson, agencyId: 'qinghe-water' }, 'another-key')).status, 403);
  });

  test('get and lose roles of the administrator’s own agencies only; nobody takes their own, or locks themselves out', async () => {
    const { person, post } = await city();
    const admin = await person('county-admin', { agencyId: 'dongshan', role: 'administrator' });
    const { id } = await person('editor', { agencyId: 'liuhe', role: 'editor' });
    const shared = await person('shared', { agencyId: 'liuhe', role: 'editor' }, { agencyId: 'qinghe-water', role: 'editor' });
    assert.deepEqual((await post(admin, `/${id}/grants`, { agencyId: 'dongshan', role: 'publisher' })).body.grants, [{ agencyId: 'dongshan', role: 'publisher' }, { agencyId: 'liuhe', role: 'editor' }]);
    assert.equal((await post(admin, `/${id}/grants`, { agencyId: 'dongshan', role: 'publisher' })).body.grants.length, 2, 'again is no other');
    assert.equal((await post(admin, `/${id}/grants`, { agencyId: 'qinghe', role: 'editor' })).status, 403);
    assert.equal((await post(admin, '/nobody/grants', { agencyId: 'liuhe', role: 'editor' })).status, 404);
    assert.deepEqual((await post(admin, `/${id}/revocations`, { agencyId: 'dongshan', role: 'publisher' })).body.grants, [{ agencyId: 'liuhe', role: 'editor' }]);
    assert.equal((await post(admin, `/${id}/revocations`, { agencyId: 'dongshan', role: 'publisher' })).status, 404);
    assert.equal((await post(admin, `/${shared.id}/disable`, { disabled: true })).status, 403, 'they work for another agency too');
    assert.equal((await post(admin, `/${shared.id}/password`, { password: 'seven clear rivers' })).status, 403);
    for (const [path, body] of [['revocations', { agencyId: 'dongshan', role: 'administrator' }], ['disable', { disabled: true }], ['password', { password: 'seven clear rivers' }]] as const) {
      assert.equal((await post(admin, `/${admin.id}/${path}`, body)).status, 409, path);
    }
  });

  test('are listed for those above them, page by page', async () => {
    const { person, list } = await city();
    const county = await person('county-admin', { agencyId: 'dongshan', role: 'administrator' });
    const top = await person('supervisor', { agencyId: 'qinghe', role: 'supervisor' });
    await person('water-editor', { agencyId: 'qinghe-water', role: 'editor' });
    await person('village-editor', { agencyId: 'liuhe-tuanjie', role: 'editor' }, { agencyId: 'liuhe', role: 'publisher' });
    await person('far-editor', { agencyId: 'province', role: 'editor' });
    const names = ({ items }: { items: Person[] }) => items.map(({ username }) => username);
    assert.deepEqual(names(await list(county)), ['county-admin', 'village-editor']);
    assert.deepEqual(names(await list(top)), ['county-admin', 'supervisor', 'water-editor', 'village-editor']);
    const first = await list(top, '?limit=3');
    assert.deepEqual(names(await list(top, `?limit=3&cursor=${first.next!}`)), ['village-editor']);
    assert.ok((await list(top)).items.find(({ username }) => username === 'supervisor')?.lastSeenAt);
  });

  test('of a demo are entered once; an administrator of everything can always be made', async () => {
    const { database, list, person } = await city();
    const demo = { username: 'demo-editor', name: '编辑', post: '科员', password: 'seven clear rivers', grants: [{ agencyId: 'liuhe', role: 'editor' as const }] };
    await saveStaff(database, [demo]);
    await saveStaff(database, [{ ...demo, password: 'another password' }]);
    const [first, second] = [await makeAdministrator(database, 'root-admin'), await makeAdministrator(database, 'root-admin')];
    assert.ok(first !== second && /^[a-z2-9]{20}$/.test(second), second);
    const { items } = await list(await person('supervisor', { agencyId: 'qinghe', role: 'supervisor' }));
    assert.deepEqual(items.map(({ username, grants }) => [username, grants]), [
      ['demo-editor', [{ agencyId: 'liuhe', role: 'editor' }]],
      ['root-admin', [{ agencyId: 'qinghe', role: 'administrator' }, { agencyId: 'province', role: 'administrator' }]],
      ['supervisor', [{ agencyId: 'qinghe', role: 'supervisor' }]],
    ]);
    const recorded = await database.read.selectFrom('audit').select(['operation', 'via', 'subject']).execute();
    assert.deepEqual(recorded.filter(({ via }) => via === 'system').map(({ operation, subject }) => [operation, subject]), Array(2).fill(['system.administrator', items[1]!.id]));
  });
});
