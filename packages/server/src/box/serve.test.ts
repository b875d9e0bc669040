import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createReplica, memoryStorage, type ReplicaStatus } from '../../../client/src/replica.ts';
import { saveAgencies } from '../agencies/tree.ts';
import { publishMany } from '../disclosures/publication.ts';
import { CITY, content, listening, openSqlite, temporaryDirectory } from '../fixture.ts';
import { appOf, boxFor, fromPage, lineTo } from './fixture.ts';

async function apiOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const noApi = () => apiOf((_, reply) => reply.writeHead(404).end());

test('serves the app, its configuration and strict headers, to this machine alone', async () => {
  const { url } = await boxFor(await noApi(), { configuration: { name: '团结村', agency: 'elsewhere' } });
  const page = await fetch(`${url}/kiosk/`);
  assert.deepEqual([page.status, page.headers.get('content-type'), await page.text()], [200, 'text/html; charset=utf-8', '<h1>家</h1>']);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'self'.*require-trusted-types-for 'script'/);
  assert.equal((await fetch(`${url}/kiosk/`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })).status, 304);
  assert.equal((await fetch(`${url}/kiosk/part/a.js`)).headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal((await fetch(`${url}/`)).url, `${url}/kiosk/`);
  assert.deepEqual(await (await fetch(`${url}/kiosk/config.json`)).json(), { name: '团结村', agency: 'liuhe-tuanjie', api: '/', box: true });
  for (const path of ['/kiosk/files.json', '/kiosk/..%2f..%2fetc/passwd', '/etc/passwd', '/v2/x']) assert.equal((await fetch(url + path)).status, 404, path);
  // A name of somebody else's that was pointed at this machine; `fetch` would not send it.
  const [answer] = (await once(request(`${url}/kiosk/`, { headers: { host: 'evil.example' } }).end(), 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  assert.equal(answer.statusCode, 403);
});

test('a damaged file is told and comes from the server, else from the copy the box kept; without either, the last good version is served', async () => {
  const files = { 'index.html': '<h1>一</h1>', 'a.js': 'export const a = 1;' };
  const server = await apiOf((asked, reply) => reply.writeHead(asked.url === '/kiosk/a.js' ? 200 : 404).end(asked.url === '/kiosk/a.js' ? files['a.js'] : ''));
  const folder = temporaryDirectory();
  const appFolder = appOf(files);
  writeFileSync(join(appFolder, 'a.js'), 'export const a = 2;');
  const first = await boxFor(server, { folder, appFolder });
  assert.deepEqual(first.told, [{ trouble: 'file', path: 'a.js', mended: true }]);
  assert.equal(await (await fetch(`${first.url}/kiosk/a.js`)).text(), files['a.js']);
  await first.stop!();

  const again = await boxFor(await noApi(), { folder, appFolder });
  assert.deepEqual([again.told, again.box!.version], [[{ trouble: 'file', path: 'a.js', mended: true }], first.box!.version]);
  await again.stop!();

  appOf({ 'index.html': '<h1>二</h1>', 'a.js': 'export const a = 3;' }, appFolder);
  writeFileSync(join(appFolder, 'a.js'), '');
  const older = await boxFor(server, { folder, appFolder });
  assert.deepEqual(older.told, [{ trouble: 'file', path: 'a.js', mended: false }, { trouble: 'file', path: 'index.html', mended: true }, { trouble: 'file', path: 'a.js', mended: true }, { trouble: 'older', version: first.box!.version }]);
  assert.equal(await (await fetch(`${older.url}/kiosk/`)).text(), '<h1>一</h1>');
  await older.stop!();

  writeFileSync(join(appFolder, 'files.json'), readFileSync(join(appFolder, 'files.json'), 'utf8').slice(9));
  const none = await boxFor(server, { folder: temporaryDirectory(), appFolder });
  assert.deepEqual([none.box, none.told], [undefined, [{ trouble: 'manifest', folder: appFolder }]]);
});

test('goes back to the version before when no page of this one lives, and a later one does not push that out', async () => {
  const folder = temporaryDirectory();
  const appFolder = appOf({ 'index.html': '<h1>一</h1>' });
  const box = async (text: string) => boxFor(await noApi(), { folder, appFolder: appOf({ 'index.html': text }, appFolder) });
  const shown = async (url?: string) => (await fetch(`${url}/kiosk/`)).text();
  const first = await box('<h1>一</h1>');
  await first.box!.goBack();
  assert.deepEqual([await shown(first.url), first.told], ['<h1>一</h1>', []], 'there is none before');
  await first.stop!();
  const second = await box('<h1>二</h1>');
  await second.box!.goBack();
  assert.deepEqual([await shown(second.url), second.told], ['<h1>一</h1>', [{ trouble: 'stillborn', version: second.box!.version, served: first.box!.version }]]);
  await second.stop!();
  const third = await box('<h1>三</h1>');
  assert.equal(await shown(third.url), '<h1>三</h1>');
  await third.box!.goBack();
  assert.equal(await shown(third.url), '<h1>一</h1>', 'the last of which pages lived');
});

test('passes calls to the API as they are, without cookies, and their answers as they come', async () => {
  const asked: { url?: string | undefined; method?: string | undefined; headers: Record<string, unknown>; body: string }[] = [];
  const api = await apiOf(async ({ url, method, headers, ...incoming }, reply) => {
    void incoming;
    asked.push({ url, method, headers, body: '' });
    if (url === '/v1/changes/stream') {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.write('data: 1\n\n');
      return;
    }
    reply.writeHead(409, { 'content-type': 'application/problem+json', 'retry-after': '7', 'set-cookie': 'a=b' }).end('{"type":"urn:sunlit:problem:not-possible"}');
  });
  const { url } = await boxFor(api);
  const answer = await fromPage(url!, '/v1/requests?x=%E5%AE%B6', { method: 'POST', body: '{"a":1}', headers: { authorization: 'Receipt k', cookie: 'c=d', 'idempotency-key': 'k-1', 'content-type': 'application/json' } });
  assert.deepEqual([answer.status, answer.headers.get('retry-after'), answer.headers.get('set-cookie'), await answer.text()], [409, '7', null, '{"type":"urn:sunlit:problem:not-possible"}']);
  const { headers, ...sent } = asked[0]!;
  assert.deepEqual([sent.url, sent.method, headers['authorization'], headers['idempotency-key'], headers['cookie'], headers['origin']], ['/v1/requests?x=%E5%AE%B6', 'POST', 'Receipt k', 'k-1', undefined, undefined]);

  const stream = await fetch(`${url}/v1/changes/stream`);
  const reader = stream.body!.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), 'data: 1\n\n', 'the first event comes although the stream goes on');
  await reader.cancel();
});

test('passes on a file that is larger than what the page may keep, whole', async () => {
  const api = await apiOf(async (asked, reply) => {
    const hash = createHash('sha256');
    for await (const piece of asked) hash.update(piece as Buffer);
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(hash.digest('hex')));
  });
  const { url } = await boxFor(api);
  const file = randomBytes(5 * 1024 * 1024);
  const answer = await fetch(`${url}/v1/sealed/attachments`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: file });
  assert.equal(await answer.json(), createHash('sha256').update(file).digest('hex'));
});

test('a cut line is a problem document at once, and an answer that breaks off is none', async () => {
  const api = await apiOf((asked, reply) => {
    if (asked.url === '/v1/half') {
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      reply.write('{"items":', () => reply.destroy());
    } else reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const line = await lineTo(api);
  const { url } = await boxFor(line.url);
  await assert.rejects(fetch(`${url}/v1/half`).then((answer) => answer.text()));
  line.cut();
  for (const _ of [1, 2]) {
    const answer = await fetch(`${url}/v1/disclosures`, { headers: { 'accept-language': 'en' } });
    const problem = (await answer.json()) as { type: string; status: number; detail: string };
    assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after'), problem.type, problem.status], [503, 'application/problem+json; charset=utf-8', '5', 'urn:sunlit:problem:unavailable', 503]);
  }
  assert.equal(((await (await fromPage(url!, '/box/state')).json()) as { line: string }).line, 'down');
});

const ready = (replica: ReturnType<typeof createReplica>, met: (status: ReplicaStatus) => boolean) => new Promise<ReplicaStatus>((resolve) => {
  const stop = replica.watch((status) => {
    if (!met(status)) return;
    setImmediate(() => stop());
    resolve(status);
  });
});

test('with the line cut, a browser with a new profile builds its replica from the box; a damaged part is told and fetched again', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  await publishMany(database, Array.from({ length: 40 }, (_, n) => ({ content: content({ title: `第${n}号`, agencyId: 'liuhe-tuanjie' }), publishedOn: '2026-01-01' })));
  const line = await lineTo((await listening(database)).url);
  const folder = temporaryDirectory();
  const { url, box, told, stop } = await boxFor(line.url, { folder });
  const ending = new AbortController();
  const following = box!.follow(ending.signal);
  const replicaOf = (base: string) => createReplica({ baseUrl: base, agency: 'liuhe-tuanjie', storage: memoryStorage() });
  // The page itself asks for nothing: the box keeps the snapshot by itself.
  while (((await (await fromPage(url!, '/box/state')).json()) as { snapshot?: string }).snapshot === undefined) await new Promise(setImmediate);
  line.cut();
  const replica = replicaOf(url!);
  await replica.start();
  const status = await ready(replica, ({ problem }) => problem !== undefined);
  assert.deepEqual([status.state, status.rows], ['ready', 40]);
  assert.equal((await replica.search('第7号')).items[0]?.title, '第7号');
  await replica.stop();
  ending.abort();
  await following;
  await stop!();

  const { parts } = (await (await fetch(`${url}/v1/snapshot`).catch(() => new Response('{"parts":[]}'))).json()) as { parts: { sha256: string }[] };
  assert.deepEqual(parts, [], 'that box is gone');
  const other = await boxFor(line.url, { folder });
  const list = (await (await fetch(`${other.url}/v1/snapshot?agency=liuhe-tuanjie`)).json()) as { parts: { sha256: string }[] };
  const { sha256 } = list.parts.at(-1)!;
  writeFileSync(join(folder, 'snapshot', sha256), '{"kind":"disclosures","items":[]}');
  assert.equal((await fetch(`${other.url}/v1/snapshot/parts/${sha256}`)).status, 503);
  assert.deepEqual([told, other.told], [[], [{ trouble: 'snapshot', file: sha256 }]]);
  await other.stop!();
  line.mend();
  const mended = await boxFor(line.url, { folder });
  assert.equal((await fetch(`${mended.url}/v1/snapshot/parts/${sha256}`)).status, 200);
});

test('the answer of a captive portal is not taken for a snapshot, and a definite no of the API is passed on', async () => {
  let answers: 'portal' | 'no' = 'portal';
  const api = await apiOf((_, reply) => (answers === 'portal'
    ? reply.writeHead(200, { 'content-type': 'text/html' }).end('<h1>登录</h1>')
    : reply.writeHead(400, { 'content-type': 'application/problem+json' }).end('{"type":"urn:sunlit:problem:invalid-input"}')));
  const { url } = await boxFor(api);
  const portal = await fetch(`${url}/v1/snapshot?agency=liuhe-tuanjie`);
  assert.equal(portal.headers.get('content-type'), 'text/html', 'the page sees what it is, and that it is no answer');
  answers = 'no';
  assert.equal((await fetch(`${url}/v1/snapshot?agency=liuhe-tuanjie`)).status, 400);
});
