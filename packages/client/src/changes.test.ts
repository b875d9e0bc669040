import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createClient, type Change, type FollowOptions } from './index.ts';

const change = (seq: number, leaf = `leaf ${seq}`) => ({ seq, leaf, type: 'published', title: `第${seq}件` }) as Change;
const upTo = (latest: number) => Array.from({ length: latest }, (_, index) => change(index + 1));

/** A feed in memory that can grow, lose and rewrite; `grow` runs before each answer. */
function feed(history: Change[], grow: () => void = () => undefined) {
  const asked: string[] = [];
  const answer: typeof fetch = async (request) => {
    grow();
    const { pathname, searchParams } = new URL((request as Request).url);
    assert.equal(pathname, '/v1/changes');
    asked.push(searchParams.get('after') ?? '');
    const after = Number(searchParams.get('after') ?? 0);
    const limit = Math.min(Number(searchParams.get('limit') ?? 100), 3);
    return Response.json({ items: history.filter(({ seq }) => seq > after).slice(0, limit), latest: history.at(-1)?.seq ?? 0 });
  };
  return { asked, changes: createClient({ baseUrl: 'https://x', fetch: answer }).changes };
}

async function take(count: number, changes: ReturnType<typeof feed>['changes'], options: FollowOptions = {}): Promise<Change[]> {
  const taken: Change[] = [];
  if (count > 0) for await (const one of changes.follow({ interval: 0, ...options })) if (taken.push(one) === count) break;
  return taken;
}

test('a list goes on to the newest', async () => {
  const { asked, changes } = feed(upTo(7));
  const seen: number[] = [];
  for await (const { seq } of changes.list({ after: 2 })) seen.push(seq);
  assert.deepEqual([seen, asked], [[3, 4, 5, 6, 7], ['2', '5']]);
  assert.equal((await changes.list()).latest, 7);
});

test('following gives all in order, over any stops and any growth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 5 }), fc.infiniteStream(fc.nat(4)), fc.boolean(), async (portions, growth, byNumber) => {
      const history: Change[] = [];
      const { changes } = feed(history, () => {
        for (let more = growth.next().value; more > 0; more--) history.push(change(history.length + 1));
      });
      const seen: Change[] = [];
      for (const portion of portions) {
        const last = seen.at(-1);
        seen.push(...(await take(portion, changes, { after: byNumber ? last?.seq : last })));
      }
      assert.deepEqual(seen, history.slice(0, seen.length));
      assert.equal(seen.length, portions.reduce((sum, portion) => sum + portion, 0));
    }),
    { numRuns: 40 },
  );
});

test('a gap and a changed past are told', async () => {
  const gone = { code: 'history-changed' };
  await assert.rejects(take(5, feed([change(1), change(3)]).changes), gone);
  await assert.rejects(take(1, feed([change(2)]).changes), gone);
  await assert.rejects(take(1, feed(upTo(3)).changes, { after: 5 }), gone, 'shorter than what was seen');
  await assert.rejects(take(1, feed(upTo(3)).changes, { after: change(2, 'another') }), gone, 'rewritten');
  assert.deepEqual(await take(1, feed(upTo(3)).changes, { after: change(2) }), [change(3)]);

  const history = upTo(3);
  const { changes } = feed(history);
  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const { seq } of changes.follow({ interval: 0 })) {
      seen.push(seq);
      if (seq === 3) history.splice(0, 3, ...upTo(2), change(3, 'restored'), change(4));
    }
  }, gone);
  assert.deepEqual(seen, [1, 2, 3]);
});

test('an abort ends the waiting with its reason, and leaves no timer', async () => {
  const stop = new AbortController();
  const reason = new Error('closed');
  const { changes, asked } = feed([], () => setImmediate(() => stop.abort(reason)));
  await assert.rejects(take(1, changes, { interval: 3_600_000, signal: stop.signal }), (error) => error === reason);
  assert.equal(asked.length, 1);
  await assert.rejects(take(1, changes, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
});

test('a failed question ends the loop', async () => {
  const { changes } = createClient({ baseUrl: 'https://x', retry: 0, fetch: () => Promise.reject(new TypeError('fetch failed')) });
  await assert.rejects(take(1, changes), { code: 'network' });
});
