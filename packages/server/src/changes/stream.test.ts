import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { Change } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import { Commits } from '../database/commits.ts';
import { migrate, openDatabase } from '../database/database.ts';
import { amend, publish, publishMany, withdraw } from '../disclosures/publication.ts';
import { CITY, content, listening, onEachEngine, openSqlite, temporaryDirectory, type Server } from '../fixture.ts';
import { streamed } from './fixture.ts';
import { listChanges } from './list.ts';

const listen = (server: Server, query = '', headers: Record<string, string> = {}) => streamed<Change>(server, `/v1/changes/stream${query}`, headers);

const publishOne = (database: Parameters<typeof publish>[0], agencyId = 'qinghe-water') => publish(database, { content: content({ agencyId }), publishedOn: '2026-01-01' });

onEachEngine('the stream of changes', (open) => {
  test('says where it stands, then gives what changes.list gives, at once', async () => {
    // Nothing looks again by itself: what comes was told by the commit.
    const database = { ...(await open()), commits: new Commits(() => ({ end: () => undefined })) };
    await saveAgencies(database, CITY);
    await publishOne(database);
    const server = await listening(database);
    const stream = await listen(server);
    assert.deepEqual(
      ['content-type', 'cache-control', 'access-control-allow-origin', 'content-encoding', 'x-accel-buffering'].map((name) => stream.response.headers.get(name)),
      ['text/event-stream; charset=utf-8', 'no-store', '*', null, 'no'],
    );
    assert.deepEqual(await stream.next(), { event: 'latest', id: 1, data: '1' });
    const { id } = await publishOne(database);
    await amend(database, id, { content: content({ title: '更正' }), on: '2026-01-02', reason: '更正' });
    await withdraw(database, id, { on: '2026-01-03', ground: '依据', decidedBy: '办公室' });
    const got = await stream.changes(3);
    assert.deepEqual(got, (await listChanges(database, 1, 10)).items);
    assert.deepEqual(got.map(({ type, path }) => [type, ...path]), ['published', 'amended', 'withdrawn'].map((type) => [type, 'qinghe', 'qinghe-water']));
  });

  test('goes on after any number, by either way of saying it, over more than one page and what comes meanwhile', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await publishMany(database, Array.from({ length: 450 }, () => ({ content: content(), publishedOn: '2026-01-01' })));
    const server = await listening(database);
    const [all, later, latest] = [await listen(server, '?after=0'), await listen(server, '?after=3', { 'last-event-id': '440' }), await listen(server, '', { 'last-event-id': 'nonsense' })];
    assert.equal((await (await listen(server, '?after=-7')).change()).seq, 444);
    const more = publishMany(database, Array.from({ length: 60 }, () => ({ content: content(), publishedOn: '2026-01-01' })), { together: 7 });
    const seqs = async (stream: typeof all, count: number) => (await stream.changes(count)).map(({ seq }) => seq);
    const [first, second, third] = await Promise.all([seqs(all, 510), seqs(later, 70), seqs(latest, 60)]);
    await more;
    const span = (from: number) => Array.from({ length: 511 - from }, (_, index) => from + index);
    assert.deepEqual([first, second, third], [span(1), span(441), span(451)]);
  });

  test('of one agency holds what is below it and nothing else, old and new; so does the list', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const places = ['dongshan', 'qinghe-tax', 'liuhe-tuanjie', 'province', 'dongshan-water'];
    for (const place of places) await publishOne(database, place);
    const server = await listening(database);
    const [old, now] = [await listen(server, '?after=0&agency=dongshan'), await listen(server, '?agency=dongshan')];
    assert.equal((await now.next())?.data, '5');
    for (const place of places) await publishOne(database, place);
    assert.deepEqual((await old.changes(6)).map(({ seq }) => seq), [1, 3, 5, 6, 8, 10]);
    assert.deepEqual((await now.changes(3)).map(({ seq }) => seq), [6, 8, 10]);
    const { items, latest } = await server.json<{ items: Change[]; latest: number }>('/v1/changes?agency=dongshan&after=3&limit=3');
    assert.deepEqual([items.map(({ seq }) => seq), latest], [[5, 6, 8], 10]);
  });

  test('tells of what another process has written', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const stream = await listen(await listening(database));
    await stream.next();
    // The same file or server, opened a second time: nothing in this process tells of its commits.
    const other = { ...database, commits: openDatabase({ dataDirectory: temporaryDirectory() }).commits };
    const from = Date.now();
    const [{ id }, change] = await Promise.all([publishOne(other), stream.change()]);
    assert.equal(change.id, id);
    assert.ok(Date.now() - from < 5000, 'told by the database, before it would look again anyway');
  });
});

test('a place that is not in the feed, an unknown agency and an unknown parameter are refused', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database);
  for (const [query, pointer] of [['after=1', '/query/after'], ['agency=nowhere', '/query/agency'], ['after=-101', '/query/after'], ['limit=3', '/query/limit']]) {
    const response = await server.get(`/v1/changes/stream?${query}`);
    assert.equal(response.status, 400, query);
    assert.equal(((await response.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer, pointer);
  }
});

test('its head is asked for like any other, is not followed by events, and leaves no stream open', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database, { settings: { streams: 1 } });
  const head = (query = '') => fetch(`${server.url}/v1/changes/stream${query}`, { method: 'HEAD' });
  const names = ['content-type', 'cache-control', 'x-accel-buffering', 'content-length', 'etag'];
  for (let times = 0; times < 3; times++) {
    const response = await head();
    assert.deepEqual([response.status, await response.text(), ...names.map((name) => response.headers.get(name))], [200, '', 'text/event-stream; charset=utf-8', 'no-store', 'no', null, null]);
  }
  assert.equal((await head('?agency=nowhere')).status, 400);
  const { response } = await listen(server);
  assert.deepEqual([response.status, (await head()).status], [200, 503]);
});

test('only so many are open, and who leaves makes room', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database, { settings: { streams: 3, streamsPerAddress: 2, trustProxy: true } });
  const from = (address: string) => listen(server, '', { 'x-forwarded-for': address });
  const [first] = [await from('10.0.0.1'), await from('10.0.0.1')];
  const third = await from('10.0.0.1');
  assert.deepEqual([third.response.status, third.response.headers.get('retry-after')], [429, '30']);
  const other = await from('10.0.0.2');
  assert.equal(other.response.status, 200);
  assert.equal((await from('10.0.0.3')).response.status, 503);
  first.stop();
  for (;;) {
    const again = await from('10.0.0.3');
    if (again.response.status === 200) break;
    assert.equal(again.response.status, 503);
  }
});

test('closing the server ends all streams, also one that nobody reads', async () => {
  const database = openDatabase({ dataDirectory: temporaryDirectory() });
  await migrate(database);
  await saveAgencies(database, CITY);
  await publishMany(database, Array.from({ length: 1000 }, () => ({ content: content({ title: '长'.repeat(300) }), publishedOn: '2026-01-01' })));
  const server = await listening(database);
  const stream = await listen(server);
  await stream.next();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write('GET /v1/changes/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n');
  // It has begun, and takes no more than fits.
  await once(socket, 'readable');
  const ended = stream.next();
  await server.app.close();
  assert.equal(await ended, undefined);
  socket.destroy();
  await database.close();
});
