import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, serve } from '../test/server.ts';
import { createClient, isSunlitError } from './index.ts';

/** As on a web page at `href`. */
async function onPage<T>(href: string, act: () => T): Promise<Awaited<T>> {
  Object.assign(globalThis, { document: { baseURI: href }, location: new URL(href) });
  try {
    return await act();
  } finally {
    for (const name of ['document', 'location']) Reflect.deleteProperty(globalThis, name);
  }
}

test('what is no address of an API is refused at once, without repeating it', () => {
  for (const baseUrl of ['', 'api', '/api', 'ftp://x/api', 'javascript:alert(1)', 'https://', 'https://me:s3cret@x/api', 'https://x/api?key=s3cret', 'https://x/#a', 'mailto:a@b']) {
    assert.throws(() => createClient({ baseUrl }), (error) => {
      assert.ok(isSunlitError(error) && error.code === 'invalid-base-url', baseUrl);
      assert.ok(!`${error.message} ${error.hint}`.includes('s3cret'));
      return true;
    });
  }
  assert.throws(() => createClient({} as { baseUrl: string }), { code: 'invalid-base-url' });
});

test('a relative base address is one of the page', async () => {
  await using server = await serve(json({ items: [] }));
  for (const [baseUrl, path] of [['/api', '/api/v1/agencies'], ['api/', '/water/api/v1/agencies'], ['.', '/water/v1/agencies']] as const) {
    await onPage(`${server.url}/water/index.html`, async () => createClient({ baseUrl, cache: false }).agencies.list());
    assert.equal(server.requests.at(-1)?.url, path);
  }
});

test('making a client opens and asks nothing', () => {
  const fail = () => assert.fail('touched');
  const client = createClient({ baseUrl: 'https://x/api', fetch: fail, cache: { get: fail, set: fail, del: fail, keys: fail } });
  client.disclosures.list();
  client.changes.follow();
  assert.deepEqual([client.baseUrl, client.feeds.atomUrl({ kind: 'notice' })], ['https://x/api/', 'https://x/api/v1/feeds/disclosures.atom?kind=notice']);
});
