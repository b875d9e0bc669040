import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditEntry, Grant, Person } from '@sunlit/contract';
import { sql } from 'kysely';
import { parse } from 'csv-parse/sync';
import { saveAgencies } from '../agencies/tree.ts';
import { writing, type Database } from '../database/database.ts';
import { CITY, listening, onEachEngine, staffMember, type Server } from '../fixture.ts';
import { onRecord } from './record.ts';

const entry = { operation: 'staff.create', via: 'system', agencyNo: null } as const;

onEachEngine('the record', (open) => {
  async function city(): Promise<{ database: Database; server: Server; person: (username: string, ...grants: Grant[]) => Promise<{ id: string; headers: Record<string, string> }> }> {
    const database = await open();
    await saveAgencies(database, CITY);
    const server = await listening(database);
    return { database, server, person: (username, ...grants) => staffMember(database, { username, grants }) };
  }
  const post = (server: Server, path: string, headers: Record<string, string>, body: object) =>
    fetch(server.url + path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `key-${path}-${JSON.stringify(body).length}` }, body: JSON.stringify(body) });
  const read = async (server: Server, headers: Record<string, string>, query = '') => ((await (await server.get(`/v1/audit${query}`, headers)).json()) as { items: AuditEntry[]; next?: string });

  test('holds who did what to which record for which agency and from where, and what was refused', async () => {
    const { server, person } = await city();
    const admin = await person('city-admin', { agencyId: 'qinghe', role: 'administrator' });
    const editor = await person('water-editor', { agencyId: 'qinghe-water', role: 'editor' });
    const body = { username: 'new-editor', name: '编辑乙', post: '科员', agencyId: 'dongshan', role: 'editor', password: 'seven clear rivers' };
    const response = await fetch(`${server.url}/v1/staff`, {
      method: 'POST', headers: { ...admin.headers, 'content-type': 'application/json', 'idempotency-key': 'new-editor', 'x-request-id': 'request-12345' }, body: JSON.stringify(body),
    });
    const created = (await response.json()) as Person;
    assert.equal(response.status, 200);
    assert.equal((await post(server, `/v1/staff/${created.id}/disable`, editor.headers, { disabled: true })).status, 403);
    await server.get('/v1/staff', admin.headers);
    await server.get('/v1/tokens', admin.headers);
    const { items } = await read(server, admin.headers);
    assert.deepEqual(items.map(({ no: _no, at: _at, requestId: _id, ...rest }) => rest), [
      { operation: 'staff.list', personId: admin.id, name: 'city-admin', post: '工作人员', via: 'token', agencyId: 'qinghe', outcome: 'done', address: '127.0.0.1' },
      { operation: 'staff.disable', personId: editor.id, name: 'water-editor', post: '工作人员', via: 'token', agencyId: 'dongshan', subject: created.id, outcome: 'refused', address: '127.0.0.1' },
      { operation: 'staff.create', personId: admin.id, name: 'city-admin', post: '工作人员', via: 'token', agencyId: 'dongshan', subject: created.id, outcome: 'done', address: '127.0.0.1' },
    ]);
    assert.equal(items.at(-1)?.requestId, 'request-12345');
    assert.ok(!JSON.stringify(items).includes('编辑乙') && !JSON.stringify(items).includes('rivers'), 'nothing of what was sent');
  });

  test('is written with the change or not at all', async () => {
    const { database } = await city();
    const count = async () => (await database.read.selectFrom('audit').select('no').execute()).length;
    const change = (fail: boolean) => onRecord(database, entry, () => writing(database, async ({ db }) => {
      await db.insertInto('calendar_year').values({ year: 2099, content: '{}' }).execute();
      if (fail) throw new Error('after the change');
    }));
    await assert.rejects(change(true), /after the change/);
    assert.equal(await count(), 0);
    await change(false);
    assert.equal(await count(), 1);
    // A change that cannot be put on record is not made.
    await sql`drop table audit`.execute(database.write);
    await assert.rejects(onRecord(database, entry, () => writing(database, ({ db }) => db.deleteFrom('calendar_year').where('year', '=', 2099).execute())));
    assert.equal((await database.read.selectFrom('calendar_year').select('year').where('year', '=', 2099).execute()).length, 1);
  });

  test('holds one entry for a call of many transactions, none for those of no call, and one for a first that failed', async () => {
    const { database } = await city();
    const change = () => writing(database, async () => undefined);
    await change();
    await onRecord(database, entry, async () => {
      await change();
      await change();
    });
    await onRecord(database, entry, async () => {
      await assert.rejects(writing(database, () => Promise.reject(new Error('tried again'))));
      await change();
    });
    await onRecord(database, entry, async () => undefined);
    assert.equal((await database.read.selectFrom('audit').select('no').execute()).length, 3);
  });

  test('cannot be changed or shortened, not even by the server', async () => {
    const { database, server, person } = await city();
    const admin = await person('city-admin', { agencyId: 'qinghe', role: 'administrator' });
    await server.get('/v1/staff', admin.headers);
    for (const statement of [sql`update audit set name = 'somebody else'`, sql`delete from audit`, ...(database.engine === 'postgres' ? [sql`truncate audit`] : [])]) {
      await assert.rejects(statement.execute(database.write), /audit is only appended to/);
    }
    assert.equal((await read(server, admin.headers)).items.length, 1);
  });

  test('shows each supervisor what is below them, by agency, person, operation and time, page by page', async () => {
    const { database, server, person } = await city();
    const county = await person('county-admin', { agencyId: 'dongshan', role: 'administrator' });
    const water = await person('water-admin', { agencyId: 'qinghe-water', role: 'administrator' });
    const top = await person('supervisor', { agencyId: 'qinghe', role: 'supervisor' });
    const grant = (by: typeof county, agencyId: string) => post(server, `/v1/staff/${water.id}/grants`, by.headers, { agencyId, role: 'editor' });
    for (const agencyId of ['dongshan', 'liuhe', 'dongshan-water']) assert.equal((await grant(county, agencyId)).status, 200);
    assert.equal((await grant(water, 'qinghe-water')).status, 200);
    assert.equal((await grant(water, 'liuhe')).status, 403);
    await onRecord(database, entry, async () => undefined);

    const seen = async (who: typeof county, query = '') => (await read(server, who.headers, query)).items.filter(({ operation }) => operation !== 'audit.list').map(({ agencyId = 'none', outcome }) => `${agencyId} ${outcome}`);
    assert.deepEqual(await seen(county), ['liuhe refused', 'dongshan-water done', 'liuhe done', 'dongshan done']);
    assert.deepEqual(await seen(water), ['qinghe-water done']);
    assert.deepEqual(await seen(top, '?limit=100'), ['none done', 'liuhe refused', 'qinghe-water done', 'dongshan-water done', 'liuhe done', 'dongshan done']);
    assert.deepEqual(await seen(top, '?agency=liuhe'), ['liuhe refused', 'liuhe done']);
    assert.deepEqual(await seen(water, '?agency=dongshan'), [], 'what is not theirs stays out whatever they ask');
    assert.deepEqual(await seen(top, `?person=${water.id}&operation=staff.grant`), ['liuhe refused', 'qinghe-water done']);
    assert.deepEqual(await seen(top, '?from=2999-01-01T00:00:00Z'), []);
    assert.deepEqual(await seen(top, '?to=2000-01-01T00:00:00Z'), []);
    assert.equal((await server.get('/v1/audit?agency=nowhere', top.headers)).status, 400);
    for (const moment of ['2026-13-01T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z']) assert.equal((await server.get(`/v1/audit?from=${moment}`, top.headers)).status, 400, moment);

    const paged: number[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { items, next }: { items: AuditEntry[]; next?: string } = await read(server, top.headers, `?operation=staff.grant&limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...items.map(({ no }) => no));
      cursor = next;
    }
    assert.equal(paged.length, 5);
    assert.deepEqual(paged, [...new Set(paged)].sort((a, b) => b - a));
  });

  test('is exported whole, and no spreadsheet takes it for a formula', async () => {
    const { database, server, person } = await city();
    const admin = await person('city-admin', { agencyId: 'qinghe', role: 'administrator' });
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '甲,"乙"\n丙'];
    await database.write.insertInto('audit').values(Array.from({ length: 2500 }, (_, index) => ({
      at: '2026-01-01T00:00:00.000Z', operation: 'staff.create', person_id: 'x', name: names[index % names.length]!, post: null, via: 'session' as const, agency_no: null, subject: null,
      outcome: 'done' as const, address: null, request_id: null,
    }))).execute();
    const response = await server.get('/v1/audit.csv?operation=staff.create', admin.headers);
    assert.match(response.headers.get('content-type')!, /^text\/csv/);
    assert.match(response.headers.get('content-disposition')!, /attachment/);
    const rows = parse<Record<string, string>>(await response.text(), { columns: true, bom: true });
    assert.equal(rows.length, 2500);
    assert.ok(rows.every(({ name }) => !/^[=+\-@\t]/.test(name!)), 'no cell begins like a formula');
    assert.ok(rows.some(({ name }) => name === '甲,"乙"\n丙'));
    assert.deepEqual((await read(server, admin.headers)).items[0]?.operation, 'audit.export', 'a download is on record too');
    for (const wrong of ['agency=nowhere', 'from=2026-13-01T00:00:00Z']) assert.equal((await server.get(`/v1/audit.csv?${wrong}`, admin.headers)).status, 400, wrong);
    assert.equal((await server.get('/v1/audit.csv', (await person('editor', { agencyId: 'qinghe', role: 'editor' })).headers)).status, 403);
  });
});
