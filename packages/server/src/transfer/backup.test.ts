import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { saveAgencies } from '../agencies/tree.ts';
import { migrate, openDatabase } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { filesDirectory, pathOfFile, storeFile } from '../files.ts';
import { CITY, content, listening, onEachEngine, openSqlite, temporaryDirectory } from '../fixture.ts';
import { environmentOf, sunlit } from './fixture.ts';

test('a backup made while the server writes is whole, and a server runs on it', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const environment = await environmentOf(database);
  const dataDirectory = environment['SUNLIT_DATA']!;
  const server = await listening(database, { settings: { dataDirectory } });
  const file = await storeFile(dataDirectory, Buffer.from('附件'), { name: '附件.txt', mediaType: 'text/plain' });
  let writing = true;
  let published = 0;
  const writer = (async () => {
    for (; writing; published++) {
      await publish(database, { content: content({ title: `第${published}号`, attachments: [file] }), publishedOn: '2026-01-01' }, { dataDirectory });
      // SQLite answers at once: without this, nothing else would come to its turn.
      await setImmediate();
    }
  })();
  const out = join(temporaryDirectory(), 'backup');
  const { code, err, out: said } = await sunlit(['backup', out], environment);
  writing = false;
  await writer;
  assert.equal(code, 0, err);
  assert.match(said, /1 个附件/);
  assert.equal((await server.get('/readyz')).status, 200);
  assert.equal(statSync(join(out, 'secret.key')).mode & 0o077, 0);
  assert.equal(readFileSync(join(out, 'secret.key'), 'utf8'), readFileSync(join(dataDirectory, 'secret.key'), 'utf8'));

  const copy = openDatabase({ dataDirectory: out });
  try {
    await migrate(copy);
    const there = await copy.read.selectFrom('disclosure').select('id').execute();
    assert.ok(there.length > 0 && there.length <= published, `${there.length} of ${published}`);
    const restored = await listening(copy, { settings: { dataDirectory: out } });
    const { items, latest } = await restored.json<{ items: { seq: number; id: string }[]; latest: number }>('/v1/changes?limit=1000');
    assert.equal(latest, there.length, 'the feed has no gap');
    assert.equal(await (await restored.get(`/v1/disclosures/${items[0]!.id}/attachments/${encodeURIComponent('附件.txt')}`)).text(), '附件');
  } finally {
    await copy.close();
  }
});

test('a backup never overwrites, and leaves nothing when a file is not what its name says', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const environment = await environmentOf(database);
  const dataDirectory = environment['SUNLIT_DATA']!;
  const { sha256 } = await storeFile(dataDirectory, Buffer.from('附件'), { name: 'a.txt', mediaType: 'text/plain' });
  const out = join(temporaryDirectory(), 'backup');
  mkdirSync(out);
  writeFileSync(join(out, 'mine'), '');
  const there = await sunlit(['backup', out], environment);
  assert.deepEqual([there.code, /已存在。没有覆盖/.test(there.err)], [1, true], there.err);
  writeFileSync(join(filesDirectory(dataDirectory), pathOfFile(sha256)), 'rotten');
  const folder = temporaryDirectory();
  const { code, err } = await sunlit(['backup', join(folder, 'new')], environment);
  assert.deepEqual([code, err.includes(sha256), readdirSync(folder)], [1, true, []], err);
});

onEachEngine('administration', (open, engine) => {
  test('a backup of PostgreSQL says how it is made', { skip: engine === 'sqlite' }, async () => {
    const environment = await environmentOf(await open());
    const { code, err } = await sunlit(['backup', join(temporaryDirectory(), 'x')], environment);
    assert.deepEqual([code, /pg_dump/.test(err) && err.includes(environment['SUNLIT_DATA']!)], [1, true], err);
  });

  test('makes the first agency and its administrator, who can sign in and must then change the password', async () => {
    const database = await open();
    const environment = await environmentOf(database);
    const none = await sunlit(['admin', 'guanli'], environment);
    assert.deepEqual([none.code, /还没有机关/.test(none.err)], [1, true], none.err);
    const { code, out, err } = await sunlit(['admin', 'guanli', '--agency', 'qinghe', '--name', '清河市人民政府'], environment);
    assert.equal(code, 0, err);
    const password = out.trim().split('\n').at(-1)!;
    const server = await listening(database);
    const sign = (word: string) => fetch(`${server.url}/v1/auth/sign-in/username`, { method: 'POST', headers: { origin: server.url, 'content-type': 'application/json' }, body: JSON.stringify({ username: 'guanli', password: word }) });
    assert.equal((await sign(password)).status, 200);
    assert.notEqual((await sign(`${password}x`)).status, 200);
    const { rights, change } = await database.read.selectNoFrom((on) => [
      on.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('agency.id').where('role', '=', 'administrator').as('rights'),
      on.selectFrom('person').select('must_change_password').where('username', '=', 'guanli').as('change'),
    ]).executeTakeFirstOrThrow();
    assert.deepEqual([rights, change], ['qinghe', 1]);
    assert.equal((await server.json<{ name: string }>('/v1/agencies/qinghe')).name, '清河市人民政府');
    for (const [args, code, reason] of [[['admin', 'guanli', '--agency', 'other', '--name', '另一机关'], 1, /已经有机关了/], [['admin', '管理员'], 2, /USERNAME/], [['admin'], 2, /请给出用户名/]] as const) {
      const refused = await sunlit(args, environment);
      assert.deepEqual([refused.code, reason.test(refused.err)], [code, true], refused.err);
    }
    assert.equal((await sign(password)).status, 200, 'what was refused changed nothing');
    const again = await sunlit(['admin', 'guanli'], environment);
    assert.equal(again.code, 0, again.err);
    assert.notEqual((await sign(password)).status, 200, 'a lost password is no more');
    assert.equal((await sign(again.out.trim().split('\n').at(-1)!)).status, 200);
    const audit = await database.read.selectFrom('audit').select(['via', 'operation']).where('operation', '=', 'system.administrator').execute();
    assert.deepEqual(audit, [{ via: 'system', operation: 'system.administrator' }, { via: 'system', operation: 'system.administrator' }]);
  });

  test('a database of an older version is left alone', { skip: engine === 'postgres' }, async () => {
    const directory = temporaryDirectory();
    new DatabaseSync(join(directory, 'sunlit.sqlite')).close();
    const { code, err } = await sunlit(['export', '--out', join(directory, 'x.csv')], { SUNLIT_DATA: directory, DATABASE_URL: '' });
    assert.deepEqual([code, /旧版本的结构/.test(err), existsSync(join(directory, 'x.csv'))], [1, true, false], err);
  });
});
