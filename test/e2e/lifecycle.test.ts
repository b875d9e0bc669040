import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startProduct, type Product } from '../product.ts';
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
