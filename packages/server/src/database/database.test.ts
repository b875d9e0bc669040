import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { onEachEngine, temporaryDirectory } from '../fixture.ts';
import { migrate, openDatabase, schemaIsCurrent, writing } from './database.ts';

onEachEngine('database', (open) => {
  test('is current after migrating, and migrating again changes nothing', async () => {
    const database = await open();
    assert.ok(await schemaIsCurrent(database));
    await migrate(database);
    assert.ok(await schemaIsCurrent(database));
    const years = await database.read.selectFrom('calendar_year').select('year').orderBy('year').execute();
    assert.ok(years.length >= 3);
  });
});

test('a migration that fails half way leaves nothing behind', async () => {
  const database = openDatabase({ dataDirectory: temporaryDirectory() });
  after(() => database.close());
  await sql`create table calendar_year (stands in_the_way)`.execute(database.write);
  await assert.rejects(migrate(database), /calendar_year/);
  await sql`drop table calendar_year`.execute(database.write);
  await migrate(database);
  assert.ok(await schemaIsCurrent(database));
});

test('two servers that start on one file at once take turns', async () => {
  const dataDirectory = temporaryDirectory();
  const [a, b] = [openDatabase({ dataDirectory }), openDatabase({ dataDirectory })];
  after(() => Promise.all([a.close(), b.close()]));
  await migrate(a);
  await Promise.all([migrate(a), migrate(b)]);
  assert.ok(await schemaIsCurrent(b));
});

test('no read is left hanging when the database closes', async () => {
  const database = openDatabase({ dataDirectory: temporaryDirectory() });
  const reads = Array.from({ length: 50 }, () => sql<{ one: number }>`select 1 as one`.execute(database.read));
  const settled = Promise.allSettled(reads);
  await database.close();
  for (const outcome of await settled) if (outcome.status === 'rejected') assert.match(String(outcome.reason), /closed|ended|destroyed/);
});

test('readers cannot write', async () => {
  const database = openDatabase({ dataDirectory: temporaryDirectory() });
  after(() => database.close());
  await migrate(database);
  await assert.rejects(sql`insert into change_head (seq) values (9)`.execute(database.read), /readonly/);
});

test('many changes one after the other let others have their turn', async () => {
  const database = openDatabase({ dataDirectory: temporaryDirectory() });
  after(() => database.close());
  await migrate(database);
  let turns = 0;
  const other = () => {
    turns += 1;
    waiting = setImmediate(other);
  };
  let waiting = setImmediate(other);
  for (let change = 0; change < 50; change += 1) await writing(database, () => Promise.resolve());
  clearImmediate(waiting);
  assert.ok(turns >= 49, `${String(turns)} turns`);
});
