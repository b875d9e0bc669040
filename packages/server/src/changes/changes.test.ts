import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Revision } from '@sunlit/contract';
import { contentHash, leafHash, type Json } from '@sunlit/log';
import { saveAgencies } from '../agencies/tree.ts';
import { amend, expire, publish, publishMany, repeal, withdraw } from '../disclosures/publication.ts';
import { getRevision } from '../disclosures/read.ts';
import { CITY, content, onEachEngine } from '../fixture.ts';
import { sha256 } from './append.ts';
import { listChanges } from './list.ts';

onEachEngine('changes', (open) => {
  test('are gapless and rise in the order of commits under 50 concurrent writers', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const agencies = CITY.map(({ id }) => id);
    const writers = Array.from({ length: 50 }, async (_, index) => {
      const { id } = await publish(database, { content: content({ agencyId: agencies[index % agencies.length]!, title: `公告 ${index}` }), publishedOn: `2026-01-0${1 + (index % 9)}` });
      // Every fifth fails half way: its place in the sequence must not stay empty.
      if (index % 5 === 0) await assert.rejects(publish(database, { content: content(), publishedOn: '2026-01-01', id }));
      await amend(database, id, { content: content({ agencyId: agencies[index % agencies.length]!, title: `公告 ${index} 改` }), on: '2026-02-01', reason: '更正' });
      return id;
    });
    const ids = await Promise.all(writers);
    const { items, latest } = await listChanges(database, 0, 1000);
    assert.deepEqual(items.map(({ seq }) => seq), Array.from({ length: 100 }, (_, index) => index + 1));
    assert.equal(latest, 100);
    for (const id of ids) {
      const own = items.filter((item) => item.id === id);
      assert.deepEqual(own.map(({ type, revision }) => `${type} ${revision}`), ['published 1', 'amended 2']);
    }
    const numbers = await database.read.selectFrom('disclosure').select(['no', 'index_no']).execute();
    assert.equal(new Set(numbers.map(({ no }) => no)).size, 50);
    assert.equal(new Set(numbers.map(({ index_no }) => index_no)).size, 50);
  });

  test('replay to the same items from any point, and every hash can be computed again', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const [a, b, c] = [await publish(database, { content: content(), publishedOn: '2026-01-01' }), await publish(database, { content: content(), publishedOn: '2026-01-02' }), await publish(database, { content: content(), publishedOn: '2026-01-02' })];
    await amend(database, a.id, { content: content({ title: '更正后的公告' }), on: '2026-01-03', reason: '更正' });
    await repeal(database, a.id, { on: '2026-01-04', reason: '被新规定代替' });
    await expire(database, b.id, { on: '2026-01-05' });
    await withdraw(database, c.id, { on: '2026-01-06', ground: '依据', decidedBy: '办公室' });

    const { items } = await listChanges(database, 0, 1000);
    assert.deepEqual(items.map(({ type }) => type), ['published', 'published', 'published', 'amended', 'repealed', 'expired', 'withdrawn']);
    const replayed: Change[] = [];
    for (let after = 0; after < items.length; after += 2) replayed.push(...(await listChanges(database, after, 2)).items);
    assert.deepEqual(replayed, items);
    for (const { seq, time, type, id, revision, contentHash: hash, leaf } of items) {
      assert.equal(leaf, leafHash({ seq, time, type, subject: id, revision, contentHash: hash }, sha256));
      if (id === c.id) continue;
      const { content: published }: Revision = await getRevision(database, id, revision);
      assert.equal(hash, contentHash(published as unknown as Json, sha256));
    }
  });

  test('of many publications come in the order given', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    assert.equal(await publishMany(database, Array.from({ length: 25 }, (_, index) => ({ content: content({ title: `第 ${index} 号` }), publishedOn: '2026-01-01' })), { together: 10 }), 25);
    const { items } = await listChanges(database, 0, 100);
    assert.deepEqual(items.map(({ title }) => title), Array.from({ length: 25 }, (_, index) => `第 ${index} 号`));
  });
});
