import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxStorage } from '../../../kiosk/src/box/storage.ts';
import { temporaryDirectory } from '../fixture.ts';
import { boxFor, fromPage } from './fixture.ts';
import { BoxStore, DamagedError, StoreFullError } from './store.ts';

const API = 'http://127.0.0.1:9';

test('whatever is done in whatever order, and however often it is opened anew, it holds what a map would', async () => {
  const key = fc.constantFrom('item 1', 'Item 1', '键', '../x', '__proto__', '', 'a/b?c=d');
  const step = fc.oneof(
    fc.record({ do: fc.constant('set' as const), key, value: fc.json() }),
    fc.record({ do: fc.constant('del' as const), key }),
    fc.record({ do: fc.constant('open' as const) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
    const folder = temporaryDirectory();
    const model = new Map<string, string>();
    const damaged: string[] = [];
    let store = await BoxStore.open(folder, (file) => damaged.push(file));
    for (const one of steps) {
      if (one.do === 'open') store = await BoxStore.open(folder, (file) => damaged.push(file));
      else if (one.do === 'set') {
        // Two at once, the second of which counts.
        await Promise.all([store.set(one.key, '"before"'), store.set(one.key, one.value)]);
        model.set(one.key, one.value);
      } else {
        await store.del(one.key);
        model.delete(one.key);
      }
      assert.deepEqual(store.keys().sort(), [...model.keys()].sort());
    }
    for (const [name, value] of model) assert.equal(await store.get(name), value);
    assert.equal(await store.get('missing'), undefined);
    assert.deepEqual(damaged, []);
  }), { numRuns: 40 });
});

test('a file that was cut off, changed, or left unfinished is told, set aside and counted; the others stay', async () => {
  const folder = temporaryDirectory();
  const told: string[] = [];
  const store = await BoxStore.open(folder, (file) => told.push(file));
  for (const name of ['whole', 'cut', 'changed', 'later']) await store.set(name, JSON.stringify(`content of ${name}`));
  const fileOf = (name: string) => join(folder, readdirSync(folder).find((file) => file.endsWith('.json') && readFileSync(join(folder, file), 'utf8').includes(`"key":"${name}"`))!);
  const [cut, changed, later] = [fileOf('cut'), fileOf('changed'), fileOf('later')];
  truncateSync(cut, readFileSync(cut).length - 4);
  writeFileSync(changed, readFileSync(changed, 'utf8').replace('content', 'kontent'));
  writeFileSync(`${later}.0.part`, 'half');

  const opened = await BoxStore.open(folder, (file) => told.push(file));
  assert.deepEqual([opened.keys().sort(), opened.damaged, told.length], [['later', 'whole'], 2, 2]);
  assert.equal(readdirSync(join(folder, 'damaged')).length, 2);
  assert.ok(!existsSync(`${later}.0.part`));
  writeFileSync(later, '');
  await assert.rejects(opened.get('later'), DamagedError);
  assert.equal(await opened.get('later'), undefined, 'told once, then gone');
  assert.deepEqual([await opened.get('whole'), opened.damaged, told.length], ['"content of whole"', 3, 3]);
  await opened.set('later', '1');
  assert.equal(await opened.get('later'), '1');
});

test('too large is refused, and changes nothing', async () => {
  const store = await BoxStore.open(temporaryDirectory(), () => undefined);
  await store.set('a', '1');
  await assert.rejects(store.set('a', JSON.stringify('x'.repeat(3 * 1024 * 1024))), StoreFullError);
  assert.equal(await store.get('a'), '1');
});

test('only the page of the box reaches what it keeps', async () => {
  const { url, life } = await boxFor(API);
  const put = (headers: Record<string, string>) => fetch(`${url}/box/store/a`, { method: 'PUT', body: '1', headers: { 'content-type': 'application/json', ...headers } });
  for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: `http://127.0.0.1:1` }, { 'sec-fetch-site': 'cross-site' }, { origin: url!, 'sec-fetch-site': 'same-site' }] as Record<string, string>[]) {
    assert.equal((await put(headers)).status, 403, JSON.stringify(headers));
    assert.equal((await fetch(`${url}/box/alive`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } })).status, 403);
  }
  assert.equal((await fetch(`${url}/box/store/a`)).status, 403);
  assert.equal(life!.at, undefined);
  assert.equal((await put({ origin: url! })).status, 204);
  assert.equal((await fromPage(url!, '/box/store/a', { method: 'PUT', body: '{', headers: { 'content-type': 'application/json' } })).status, 400);
  assert.equal((await fromPage(url!, '/box/store/a', { method: 'PUT', body: JSON.stringify('x'.repeat(3_000_000)), headers: { 'content-type': 'application/json' } })).status, 413);
  assert.equal(await (await fromPage(url!, '/box/store/a')).text(), '1');
  await fromPage(url!, '/box/alive', { method: 'POST', body: '{"untouchedSeconds":12}', headers: { 'content-type': 'application/json' } });
  assert.deepEqual([typeof life!.at, life!.untouchedSeconds], ['number', 12]);
});

test('the page’s storage carries JSON and bytes, and refuses what it would lose', async () => {
  const { url } = await boxFor(API);
  const storage = boxStorage((path, init) => fromPage(url!, String(path), init as Parameters<typeof fromPage>[2]));
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, true, false, '', '$'), fc.integer(), fc.string(), fc.uint8Array(), fc.uint8Array().map((bytes) => bytes.slice().buffer),
      fc.array(tie('value')), fc.dictionary(fc.oneof(fc.constant('$'), fc.constant('__proto__'), fc.string()), tie('value'), { noNullPrototype: true })),
  })).value;
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }).filter((key) => key !== '' && key.isWellFormed()), value, async (key, kept) => {
    await storage.set(key, kept);
    assert.deepEqual(await storage.get(key), kept);
    assert.ok((await storage.keys()).includes(key));
    await storage.del(key);
    assert.equal(await storage.get(key), undefined);
  }), { numRuns: 60 });
  for (const lost of [new Map([[1, 2]]), new Date(), Number.NaN, () => undefined, undefined, 1n, [Symbol('x')]]) await assert.rejects(storage.set('a', lost), TypeError);
  await assert.rejects(storage.set('a', 'x'.repeat(3_000_000)), { name: 'QuotaExceededError' });
  assert.deepEqual(await storage.keys(), []);
});
