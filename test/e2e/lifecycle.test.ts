import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { BUILT_SERVER, startProduct, type Product } from '../product.ts';
import { until } from './journey.ts';

/** What a start must not change when it is not the first. */
async function holdings({ url }: Product) {
  const get = async <T>(path: string) => (await fetch(url + path)).json() as Promise<T>;
  const { latest } = await get<{ latest: number }>('/v1/changes?limit=1');
  const { items } = await get<{ items: unknown }>(`/v1/changes?after=${String(latest - 5)}`);
  const { total } = await get<{ total: unknown }>('/v1/disclosures?limit=1');
  const { items: agencies } = await get<{ items: unknown[] }>('/v1/agencies?parent=qinghe&limit=100');
  return { latest, items, total, agencies };
}

/** Waits until the product has printed this; it prints just after it begins to answer. */
const printed = async (product: Product, text: string) => until(async () => Promise.resolve(product.output()), (output) => output.includes(text), text);

describe('starting and ending the product', () => {
  let data: string;
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'sunlit-lifecycle-'));
  });
  after(async () => rm(data, { recursive: true, force: true }));

  test('starts, ends on Ctrl-C with 0, and starts again with what it had', async (t) => {
    const first = await startProduct({ SUNLIT_DATA: data });
    let had: Awaited<ReturnType<typeof holdings>>;
    try {
      had = await holdings(first);
      assert.ok(had.latest > 500);
      await printed(first, `Water bureau    ${first.url}/water/`);
    } finally {
      assert.equal(await first.stop(), 0);
    }
    t.diagnostic(`the first start was ready after ${String(Math.round(first.readyAfter))} ms, content loaded`);

    const second = await startProduct({ SUNLIT_DATA: data });
    try {
      assert.deepEqual(await holdings(second), had);
    } finally {
      assert.equal(await second.stop(), 0);
    }
    t.diagnostic(`the second start was ready after ${String(Math.round(second.readyAfter))} ms`);
    assert.doesNotMatch(first.output() + second.output(), /Warning|Error/);
  });

  test('the server as it is built answers the same, and has what it loads only when asked', async () => {
    const [source, built] = [await startProduct({ SUNLIT_DATA: data }), await startProduct({ SUNLIT_DATA: data }, BUILT_SERVER)];
    try {
      for (const path of ['/v1/disclosures?q=%E6%B2%B3%E9%81%93', '/v1/suggest?q=hdcs', '/v1/calendar', '/openapi.json']) {
        const [a, b] = await Promise.all([source, built].map(async ({ url }) => (await (await fetch(url + path)).text()).replaceAll(url, '')));
        assert.equal(b, a, path);
      }
      const signedIn = await fetch(`${built.url}/v1/auth/sign-in/username`, {
        method: 'POST', headers: { origin: built.url, 'content-type': 'application/json' }, body: JSON.stringify({ username: 'water-requests', password: DEMO_PASSWORD }),
      });
      const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';', 1)[0]).join('; ');
      const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
      const kept = await fetch(`${built.url}/v1/files?agency=qinghe-water&purpose=attachment&name=a.png`, { method: 'POST', headers: { origin: built.url, cookie, 'content-type': 'application/octet-stream' }, body: picture });
      assert.equal(kept.status, 200, await kept.text());
      const report = await fetch(`${built.url}/v1/agencies/qinghe-water/reports/2025/annual/file?format=pdf`, { headers: { cookie } });
      assert.equal(Buffer.from(await report.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');
    } finally {
      await source.stop();
      assert.equal(await built.stop(), 0);
    }
  });

  test('says which setting is wrong', async () => {
    await assert.rejects(startProduct({ PORT: '99999' }), /ended with 1 before[^]*PORT[^]*99999/);
    await assert.rejects(startProduct({ DATABASE_URL: 'nonsense' }), /ended with 1 before[^]*DATABASE_URL/);
  });

  test('says that a port is taken, and how to take another', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    assert.ok(address && typeof address === 'object');
    try {
      await assert.rejects(startProduct({ PORT: String(address.port), SUNLIT_DATA: data }), new RegExp(`Port ${String(address.port)} is taken\\. PORT=`));
    } finally {
      other.close();
    }
  });
});
