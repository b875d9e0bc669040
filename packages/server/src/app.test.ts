import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PROBLEM_CODES, Problem, operations, type DisclosurePage } from '@sunlit/contract';
import { Ajv } from 'ajv';
import { saveAgencies } from './agencies/tree.ts';
import { publish, publishMany } from './disclosures/publication.ts';
import { storeFile } from './files.ts';
import { CITY, content, listening, onEachEngine, openSqlite } from './fixture.ts';
import { LANGUAGES, preferredLanguage } from './language.ts';
import { PROBLEM_STATUS, ProblemError, problemDocument } from './problems.ts';

const isProblem = new Ajv({ strict: true }).compile(Problem);

async function problem(response: Response): Promise<Problem> {
  assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = (await response.json()) as Problem;
  assert.ok(isProblem(body), JSON.stringify(isProblem.errors));
  assert.equal(body.status, response.status);
  assert.equal(body.requestId, response.headers.get('x-request-id'));
  return body;
}

onEachEngine('bad input', (open) => {
  test('each gets a clear answer', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await publishMany(database, Array.from({ length: 3 }, (_, index) => ({ content: content({ title: `采砂 ${index}` }), publishedOn: '2026-01-01' })));
    const server = await listening(database);
    const page = await server.json<DisclosurePage>('/v1/disclosures?limit=1');
    const foreign = page.next!;
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const known = JSON.parse(Buffer.from(foreign, 'base64url').toString()) as object;
    const q = encodeURIComponent;
    const table: [string, number, string, string?][] = [
      ['/v1/disclosures?colour=red', 400, 'invalid-input', '/query/colour unknown-parameter'],
      ['/v1/disclosures?sort=best', 400, 'invalid-input', '/query/sort enum'],
      ['/v1/disclosures?sort=relevance', 400, 'invalid-input', '/query/sort needs-query'],
      ['/v1/disclosures?kind=poem', 400, 'invalid-input', '/query/kind enum'],
      ['/v1/disclosures?limit=0', 400, 'invalid-input', '/query/limit minimum'],
      ['/v1/disclosures?limit=101', 400, 'invalid-input', '/query/limit maximum'],
      ['/v1/disclosures?limit=ten', 400, 'invalid-input', '/query/limit type'],
      ['/v1/disclosures?limit=1.5', 400, 'invalid-input', '/query/limit type'],
      ['/v1/disclosures?kind=notice&kind=report', 400, 'invalid-input', '/query/kind enum'],
      ['/v1/disclosures?year=1', 400, 'invalid-input', '/query/year minimum'],
      ['/v1/disclosures?from=yesterday', 400, 'invalid-input', '/query/from pattern'],
      ['/v1/disclosures?from=2026-02-30', 400, 'invalid-input', '/query/from day'],
      ['/v1/disclosures?agency=nowhere', 400, 'invalid-input', '/query/agency unknown-agency'],
      ['/v1/disclosures?category=nothing', 400, 'invalid-input', '/query/category unknown-category'],
      [`/v1/disclosures?q=${q('，。《》')}`, 400, 'invalid-input', '/query/q nothing-to-search'],
      [`/v1/disclosures?q=${q('水'.repeat(10_000))}`, 400, 'invalid-input', '/query/q maxLength'],
      ['/v1/disclosures?q=%E4%BD', 200, ''],
      ['/v1/disclosures?cursor=', 400, 'invalid-input', '/query/cursor minLength'],
      ['/v1/disclosures?cursor=nonsense', 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?cursor=${forged({})}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?cursor=${forged([1])}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?cursor=${forged({ ...known, n: '1; drop table disclosure' })}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?cursor=${forged({ ...known, n: -1 })}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?cursor=${forged({ ...known, extra: 1 })}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/disclosures?kind=notice&cursor=${foreign}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      [`/v1/agencies?cursor=${foreign}`, 400, 'invalid-cursor', '/query/cursor cursor'],
      ['/v1/agencies?parent=nowhere', 400, 'invalid-input', '/query/parent unknown-agency'],
      ['/v1/suggest', 400, 'invalid-input', '/query/q required'],
      ['/v1/calendar/due?from=2026-13-01&workdays=1', 400, 'invalid-input', '/query/from pattern'],
      ['/v1/calendar/due?from=2026-02-30&workdays=1', 400, 'invalid-input', '/query/from day'],
      ['/v1/calendar/due?from=9999-12-31&workdays=1', 400, 'invalid-input', '/query/from day'],
      [`/v1/calendar/due?from=2026-01-01&workdays=${'9'.repeat(400)}`, 400, 'invalid-input', '/query/workdays maximum'],
      [`/v1/disclosures?limit=${'9'.repeat(400)}`, 400, 'invalid-input', '/query/limit maximum'],
      ['/v1/changes?after=-1', 400, 'invalid-input', '/query/after minimum'],
      ['/v1/disclosures?q=a%00b', 400, 'invalid-input', '/query/q pattern'],
      ['/v1/requests/20260309-0%00', 404, 'not-found'],
      ['/healthz?x=1', 400, 'invalid-input', '/query/x unknown-parameter'],
      ['/v1/disclosures/1', 404, 'not-found'],
      ['/v1/disclosures/01M8540JNJBEREGSAFAETYKKT2', 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/revisions/2`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/revisions/x`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/attachments/..%2F..%2Fetc%2Fpasswd`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/attachments/%2e%2e`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/attachments/a%00.pdf`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/attachments/${'a'.repeat(181)}`, 404, 'not-found'],
      [`/v1/disclosures/${page.items[0]!.id}/attachments/${'a'.repeat(5000)}`, 413, 'too-large'],
      ['/v1/agencies/nowhere', 404, 'not-found'],
      ['/v1/disclosures/%E4%BD', 400, 'invalid-input', '/path syntax'],
      ['/v2/disclosures', 404, 'not-found'],
      ['/%2e%2e/%2e%2e/etc/passwd', 404, 'not-found'],
    ];
    for (const [path, status, code, part] of table) {
      const response = await server.get(path);
      assert.equal(response.status, status, `${path.slice(0, 80)}: ${response.status}`);
      if (status === 200) continue;
      const { type, errors = [] } = await problem(response);
      assert.equal(type, `urn:sunlit:problem:${code}`, path.slice(0, 80));
      assert.deepEqual(errors.map(({ pointer, code: reason }) => `${pointer} ${reason}`), part === undefined ? [] : [part], path.slice(0, 80));
      for (const { detail } of errors) assert.ok(!detail.includes('{{'), detail);
    }
    // An empty box is no query.
    assert.equal((await server.json<DisclosurePage>('/v1/disclosures?q=%20')).items.length, 3);
  });
});

test('problems speak the language of the caller', async () => {
  const server = await listening(await openSqlite());
  const title = async (language: string) => (await problem(await server.get('/v1/nothing', { 'accept-language': language }))).title;
  assert.deepEqual([await title('en-GB,en;q=0.9'), await title('zh-TW'), await title('zh-CN'), await title('fr')], ['Not found', '未找到', '未找到', '未找到']);
  assert.equal(preferredLanguage('fr, en;q=0.5, zh;q=0.8'), 'zh-CN');
  assert.equal(preferredLanguage('zh-Hant;q=0, en'), 'en');
});

test('every problem of the contract has a status and sentences in every language', () => {
  assert.deepEqual(Object.keys(PROBLEM_STATUS).sort(), [...PROBLEM_CODES].sort());
  for (const code of PROBLEM_CODES) {
    for (const language of LANGUAGES) {
      const document = problemDocument(new ProblemError(code), language, { id: 'x' });
      assert.ok(isProblem(document));
      assert.ok(document.title !== `${code}.title` && document.detail !== `${code}.detail`, `${code} in ${language}`);
    }
  }
});

test('other methods are told which there are; bodies are not even read', async () => {
  const server = await listening(await openSqlite());
  for (const path of ['/v1/disclosures', '/v1/disclosures/01M8540JNJBEREGSAFAETYKKT2', '/healthz', '/metrics']) {
    for (const [method, body, type] of [['POST', '{"a":', 'application/json'], ['PUT', 'x', 'text/csv'], ['PATCH', '{}', 'application/json'], ['DELETE', undefined, undefined]] as const) {
      const response = await fetch(server.url + path, { method, ...(body === undefined ? {} : { body, headers: { 'content-type': type } }) });
      assert.equal((await problem(response)).type, 'urn:sunlit:problem:method-not-allowed');
      assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
    }
  }
  assert.equal((await problem(await fetch(`${server.url}/v1/nothing`, { method: 'POST', body: '{' }))).status, 404);
});

test('HEAD answers the headers of GET and no body', async () => {
  const server = await listening(await openSqlite());
  const [get, head] = [await server.get('/v1/categories', { 'accept-encoding': 'identity' }), await fetch(`${server.url}/v1/categories`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })];
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
  for (const name of ['etag', 'content-type', 'cache-control', 'content-length']) assert.equal(head.headers.get(name), get.headers.get(name), name);
});

test('strong entity tags: the same until something changes, one for each encoding, and 304', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database);
  const at = '/v1/calendar';
  const [plain, brotli] = [await server.get(at, { 'accept-encoding': 'identity' }), await server.get(at, { 'accept-encoding': 'br' })];
  const tags = [plain, brotli].map(({ headers }) => headers.get('etag')!);
  assert.match(tags[0]!, /^"[\w-]{43}"$/);
  assert.equal(tags[1], tags[0]!.replace(/"$/, '-br"'));
  assert.equal(brotli.headers.get('content-encoding'), 'br');
  assert.match(brotli.headers.get('vary')!, /accept-encoding/i);
  for (const known of [tags[0]!, tags[1], `"other", ${tags[1]}`, '*', `W/${tags[0]}`]) {
    const response = await server.get(at, { 'if-none-match': known, 'accept-encoding': 'br' });
    assert.equal(response.status, 304, known);
    assert.equal(await response.text(), '');
    assert.ok(tags.includes(response.headers.get('etag')!));
    assert.match(response.headers.get('cache-control')!, /max-age=\d+/);
  }
  assert.equal((await server.get(at, { 'if-none-match': '"other"' })).status, 200);
  const before = (await server.get('/v1/disclosures')).headers.get('etag');
  await publish(database, { content: content(), publishedOn: '2026-01-01' });
  assert.notEqual((await server.get('/v1/disclosures')).headers.get('etag'), before);
  assert.equal((await server.get('/healthz')).headers.get('cache-control'), 'no-store');
});

test('anyone may read from any page; only listed sites may ask to write', async () => {
  const server = await listening(await openSqlite(), { settings: { writeOrigins: ['https://www.qinghe.example'] } });
  const read = await server.get('/v1/categories', { origin: 'https://any.example' });
  assert.equal(read.headers.get('access-control-allow-origin'), '*');
  assert.equal(read.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.ok(!/origin/i.test(read.headers.get('vary') ?? ''), 'shared caches keep one answer for all pages');
  const preflight = (origin: string, method: string) => fetch(`${server.url}/v1/disclosures`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } });
  const forRead = await preflight('https://any.example', 'GET');
  assert.equal(forRead.status, 204);
  assert.equal(forRead.headers.get('access-control-allow-origin'), '*');
  assert.equal((await preflight('https://www.qinghe.example', 'POST')).headers.get('access-control-allow-origin'), 'https://www.qinghe.example');
  assert.equal((await preflight('https://any.example', 'POST')).headers.get('access-control-allow-origin'), null);
});

test('what is for staff is for our own pages: no other may read it, ask to call it, or embed it', async () => {
  const server = await listening(await openSqlite(), { settings: { writeOrigins: ['https://www.qinghe.example'] } });
  const origin = 'https://www.qinghe.example';
  for (const path of ['/v1/staff/me', '/v1/drafts', '/v1/audit.csv', '/v1/auth/passkey/generate-authenticate-options']) {
    const answer = await server.get(path, { origin });
    assert.deepEqual(['access-control-allow-origin', 'cross-origin-resource-policy', 'cache-control'].map((name) => answer.headers.get(name)), [null, 'same-origin', 'no-store'], path);
  }
  for (const [method, path] of [['GET', '/v1/drafts'], ['POST', '/v1/staff/x/disable'], ['DELETE', '/v1/tokens/x'], ['POST', '/v1/auth/sign-in/username']] as const) {
    const preflight = await fetch(server.url + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } });
    assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-origin')], [404, null], path);
  }
});

test('anyone may read with a broken cookie or token: public answers look at neither', async () => {
  const server = await listening(await openSqlite());
  const answer = await server.get('/v1/categories', { cookie: 'sunlit.session_token=broken', authorization: 'Bearer slt_broken' });
  assert.deepEqual([answer.status, answer.headers.getSetCookie()], [200, []]);
});

test('too many requests are told when to come back; health checks are never refused', async () => {
  const server = await listening(await openSqlite(), { settings: { rateLimit: 3 } });
  for (let n = 0; n < 3; n++) assert.equal((await server.get('/v1/categories')).status, 200);
  const refused = await server.get('/v1/categories');
  assert.equal((await problem(refused)).type, 'urn:sunlit:problem:too-many-requests');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await server.get('/healthz')).status, 200);
});

test('request ids are taken over when harmless, and made otherwise', async () => {
  const server = await listening(await openSqlite());
  const id = async (given: string) => (await server.get('/healthz', { 'x-request-id': given })).headers.get('x-request-id');
  assert.equal(await id('abc-12345'), 'abc-12345');
  for (const given of ['short', 'a b c d e f g', '{"json":true}', 'x'.repeat(65)]) assert.match((await id(given))!, /^[0-9a-f-]{36}$/);
});

test('the log holds neither queries nor addresses', async () => {
  const lines: string[] = [];
  const server = await listening(await openSqlite(), { settings: { logLevel: 'trace' }, log: { write: (line) => lines.push(line) } });
  const canary = '金丝雀';
  for (const path of [`/v1/disclosures?q=${encodeURIComponent(canary)}`, `/v1/suggest?q=${encodeURIComponent(canary)}&x=1`, `/v1/${encodeURIComponent(canary)}`, '/v1/disclosures?q=%FFcanary']) {
    await (await server.get(path, { 'user-agent': 'canary-agent' })).text();
  }
  await server.app.close();
  const log = lines.join('');
  assert.ok(log.includes('"route":"/v1/disclosures"') && log.includes('"status":400'), log);
  for (const secret of [canary, encodeURIComponent(canary), 'canary', '127.0.0.1', 'q=']) assert.ok(!lines.filter((line) => !line.includes('Server listening')).join('').includes(secret), secret);
});

test('ends without waiting for connections on which nobody has asked anything', { timeout: 20_000 }, async () => {
  const { app, url } = await listening(await openSqlite());
  const accepted = once(app.server, 'connection');
  const ahead = connect(Number(new URL(url).port), '127.0.0.1');
  const ended = once(ahead, 'close');
  await accepted;
  await app.close();
  await ended;
});

test('errors of the database never leak', async () => {
  const database = await openSqlite();
  const lines: string[] = [];
  const server = await listening(database, { settings: { logLevel: 'error' }, log: { write: (line) => lines.push(line) } });
  await database.write.schema.dropTable('change_head').execute();
  const failed = await server.get('/v1/changes');
  const body = await failed.clone().text();
  assert.equal((await problem(failed)).type, 'urn:sunlit:problem:internal');
  assert.ok(!/change_head|SQLITE|table/i.test(body), body);
  assert.ok(lines.join('').includes('change_head'), 'but the operator sees them');
  assert.equal((await problem(await server.get('/readyz'))).type, 'urn:sunlit:problem:unavailable');
  assert.equal((await server.get('/healthz')).status, 200);
  assert.match(await (await server.get('/metrics')).text(), /http_request_duration_seconds_count\{method="GET",route="\/v1\/changes",status="500"\} 1/);
});

test('a file is downloaded with its own name and type, in whole or in part', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database);
  const name = "附件 (一)'s.html";
  const file = await storeFile(server.settings.dataDirectory, Buffer.from('<script>alert(1)</script>'), { name, mediaType: 'text/html' });
  const { id } = await publish(database, { content: content({ attachments: [file] }), publishedOn: '2026-01-01' }, server.settings);
  const at = `/v1/disclosures/${id}/attachments/${encodeURIComponent(name)}`;
  const whole = await server.get(at);
  assert.equal(await whole.text(), '<script>alert(1)</script>');
  assert.equal(whole.headers.get('content-type'), 'text/html');
  assert.equal(whole.headers.get('content-disposition'), `attachment; filename*=UTF-8''%E9%99%84%E4%BB%B6%20%28%E4%B8%80%29%27s.html`);
  assert.equal(whole.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(whole.headers.get('etag'), `"${file.sha256}"`);
  const part = await server.get(at, { range: 'bytes=1-6' });
  assert.deepEqual([part.status, await part.text(), part.headers.get('content-range')], [206, 'script', 'bytes 1-6/25']);
  assert.equal((await server.get(at, { 'if-none-match': `"${file.sha256}"` })).status, 304);
});

test('mounts are for any page, without the API’s policy, and hashed files never expire', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sunlit-mount-'));
  writeFileSync(join(root, 'sunlit.js'), 'export {}');
  writeFileSync(join(root, 'chunk-0a1b2c3d.js'), 'export {}');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  const server = await listening(await openSqlite(), { static: [{ prefix: '/demo/', root, immutable: /-[0-9a-f]{8}\.js$/, headers: { 'content-security-policy': "script-src 'self'" } }] });
  const entry = await server.get('/demo/sunlit.js', { origin: 'https://any.example' });
  assert.deepEqual(['access-control-allow-origin', 'cross-origin-resource-policy', 'cache-control', 'content-security-policy'].map((name) => entry.headers.get(name)),
    ['*', 'cross-origin', 'public, max-age=0, must-revalidate', "script-src 'self'"]);
  assert.match(entry.headers.get('content-type')!, /javascript/);
  assert.match((await server.get('/demo/chunk-0a1b2c3d.js')).headers.get('cache-control')!, /immutable/);
  assert.equal((await server.get('/demo/')).status, 200);
  assert.equal((await problem(await server.get('/demo/..%2f..%2fetc%2fpasswd'))).status, 404);
  assert.equal((await problem(await server.get('/demo/missing.js'))).status, 404);
});

test('the reference page needs no other server', async () => {
  const server = await listening(await openSqlite());
  const page = await server.get('/reference/');
  const html = await page.text();
  assert.deepEqual([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link), ['js/scalar.js']);
  assert.match(page.headers.get('content-security-policy')!, /connect-src 'self'/);
  assert.ok(!/https?:/.test(page.headers.get('content-security-policy')!));
  const script = await server.get('/reference/js/scalar.js');
  assert.equal(script.status, 200);
  assert.match(script.headers.get('content-type')!, /javascript/);
  assert.ok((await script.text()).length > 100_000);
});

test('what is not HTTP is answered with a problem too', async () => {
  const server = await listening(await openSqlite());
  const raw = (text: string) => new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => (answer += data.toString())).on('end', () => resolve(answer)).on('error', reject);
    after(() => socket.destroy());
  });
  assert.match(await raw('nonsense\r\n\r\n'), /^HTTP\/1\.1 400 [^]*urn:sunlit:problem:invalid-input/);
  const asked = (headers: string) => raw(`GET /v1/feeds/disclosures.atom HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
  assert.match(await raw('GET /healthz HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
  assert.match(await asked('Host: %00'), /^HTTP\/1\.1 400 [^]*"pointer":"\/headers\/host"/);
  assert.match(await asked('Host: x\r\nContent-Encoding: rot13'), /^HTTP\/1\.1 415 [^]*urn:sunlit:problem:unsupported-media-type/);
  assert.match(await raw(`GET /?${'a'.repeat(200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`), /^HTTP\/1\.1 413 [^]*urn:sunlit:problem:too-large/);
});

test('no operation of the contract can be reached by a path that another shadows', async () => {
  const server = await listening(await openSqlite());
  for (const { method, path } of Object.values(operations)) assert.ok(server.app.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }), path);
});
