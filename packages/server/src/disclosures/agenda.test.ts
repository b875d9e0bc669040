import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CITY, content, onEachEngine } from '../fixture.ts';
import { fillAgenda } from './agenda.ts';
import { amend, expire, publish, repeal, withdraw } from './publication.ts';

const agenda = async ({ read }: Database) =>
  (await read.selectFrom('agenda').innerJoin('disclosure', 'disclosure.no', 'agenda.disclosure_no').select(['disclosure.id', 'agenda.type', 'agenda.due_on', 'agenda.revision']).orderBy('agenda.due_on').execute())
    .map(({ id, type, due_on, revision }) => `${id} ${type} ${due_on} ${revision}`);

onEachEngine('the agenda', (open) => {
  test('follows what a disclosure says, until it is over', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const { id } = await publish(database, { content: content({ openTerm: { term: 'periodic', every: 'month' } }), publishedOn: '2026-01-31' });
    assert.deepEqual(await agenda(database), [`${id} period 2026-02-28 1`]);
    await amend(database, id, { content: content({ openTerm: { term: 'temporary', until: '2026-03-09' } }), on: '2026-02-01', reason: '更正' });
    assert.deepEqual(await agenda(database), [`${id} until 2026-03-09 2`]);
    await repeal(database, id, { on: '2026-02-02', reason: '废止' });
    assert.deepEqual(await agenda(database), []);
    // A text that is over stays over when it is corrected.
    await amend(database, id, { content: content({ openTerm: { term: 'temporary', until: '2027-03-09' } }), on: '2026-02-03', reason: '更正' });
    assert.deepEqual(await agenda(database), []);
    const staged = await publish(database, { content: content({ openTerm: { term: 'staged', nextOn: '2026-05-01' } }), publishedOn: '2026-01-31' });
    await withdraw(database, staged.id, { on: '2026-02-02', ground: '依据', decidedBy: '办公室' });
    const over = await publish(database, { content: content({ openTerm: { term: 'temporary', until: '2026-03-09' } }), publishedOn: '2026-01-31' });
    await expire(database, over.id, { on: '2026-03-10' });
    assert.deepEqual(await agenda(database), []);
  });

  test('names what was published before there was one', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const published = await Promise.all((['month', 'year'] as const).map((every) => publish(database, { content: content({ openTerm: { term: 'periodic', every } }), publishedOn: '2026-01-31' })));
    await publish(database, { content: content(), publishedOn: '2026-01-31' });
    const before = await agenda(database);
    assert.deepEqual(before, [`${published[0]?.id} period 2026-02-28 1`, `${published[1]?.id} period 2027-01-31 1`]);
    await database.write.deleteFrom('agenda').execute();
    await fillAgenda(database.write);
    assert.deepEqual(await agenda(database), before);
  });
});
