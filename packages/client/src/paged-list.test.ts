import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cursorPaged } from './paged-list.ts';

interface Page {
  items: number[];
  next?: string;
}

/** Pages of the given sizes, numbered through; records which were asked for. */
function pages(sizes: readonly number[]) {
  const asked: number[] = [];
  const list = cursorPaged<number, Page, { cursor?: string; q: string }>({ q: 'x' }, async ({ cursor = '0', q }) => {
    assert.equal(q, 'x');
    const index = Number(cursor);
    asked.push(index);
    const start = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    const items = Array.from({ length: sizes[index] ?? 0 }, (_, offset) => start + offset);
    return index + 1 < sizes.length ? { items, next: String(index + 1) } : { items };
  });
  return { list, asked };
}

test('iteration gives every item once and asks for no page it does not need', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), fc.nat(24), async (sizes, stop) => {
      const { list, asked } = pages(sizes);
      assert.deepEqual(asked, []);
      const seen: number[] = [];
      for await (const item of list) {
        seen.push(item);
        if (seen.length > stop) break;
      }
      const total = sizes.reduce((sum, size) => sum + size, 0);
      assert.deepEqual(seen, Array.from({ length: Math.min(total, stop + 1) }, (_, index) => index));
      let needed = 0;
      for (let got = 0; needed < sizes.length && got <= stop; needed++) got += sizes[needed] ?? 0;
      assert.equal(asked.length, needed);
    }),
  );
});

test('the first page is asked once, however often it is used', async () => {
  const { list, asked } = pages([2, 1]);
  assert.deepEqual([await list, await list], [{ items: [0, 1], next: '1' }, { items: [0, 1], next: '1' }]);
  assert.deepEqual(asked, [0]);
  for await (const item of list) assert.ok(item >= 0);
  assert.deepEqual(asked, [0, 1]);
});

test('a failed page fails the await and the loop', async () => {
  const broken = cursorPaged<number, Page, object>({}, () => Promise.reject(new Error('no')));
  await assert.rejects(async () => broken, { message: 'no' });
  await assert.rejects(async () => { for await (const item of broken) assert.fail(String(item)); }, { message: 'no' });
});
