import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { migrate, openDatabase, readSettings, saveBoards, saveRequests, saveYear, type Settings } from '@sunlit/server';
import { agencies } from './content/index.ts';
import { requests } from './content/requests.ts';
import { boards } from './content/topics.ts';
import { loadDemo } from './load.ts';
import { loadDemoStaff } from './staff.ts';
import { SIMULATED_YEAR, takesYear, year } from './year.ts';

test('the simulated year is entered once, has ended, and leaves what is asked now as it is', async (t) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sunlit-'));
  const settings: Settings = { ...readSettings({ SUNLIT_DATA: dataDirectory }) };
  const database = openDatabase({ dataDirectory, now: () => new Date('2026-12-10T15:00:00+08:00') });
  t.after(async () => {
    await database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  await migrate(database);
  await loadDemo({ dataDirectory });
  await loadDemoStaff(database);
  assert.equal(await takesYear(database), true);
  for (let again = 0; again < 2; again++) {
    await saveRequests(database, settings, [...year.requests, ...requests]);
    await saveBoards(database, settings, { ...boards, topics: [...year.boards.topics, ...boards.topics], ratings: [...year.boards.ratings, ...boards.ratings] });
    await saveYear(database, year.figures);
    assert.equal(await takesYear(database), true, 'it has it');
  }
  const { read } = database;
  const cases = await read.selectFrom('request_case').select(['received_on', 'ended_on', 'in_time', 'applicant_type']).orderBy('no').limit(year.requests.length).execute();
  assert.equal((await read.selectFrom('request').select('no').execute()).length, year.requests.length + requests.length);
  assert.ok(year.requests.length >= 150 && cases.every(({ ended_on }) => ended_on !== null && ended_on < `${SIMULATED_YEAR + 1}-02-15`), 'all have ended');
  assert.ok(cases.some(({ received_on }) => (received_on ?? '') < `${SIMULATED_YEAR}-01-01`) && cases.some(({ ended_on }) => (ended_on ?? '') > `${SIMULATED_YEAR}-12-31`), 'some are carried over, and some forward');
  assert.ok(cases.some(({ in_time }) => in_time === 0));
  assert.equal(new Set(cases.map(({ applicant_type }) => applicant_type)).size, 6);
  const topics = await read.selectFrom('topic').select(['phase', 'submitted_on', 'answers', 'answers_in_time']).orderBy('no').execute();
  assert.equal(topics.length, year.boards.topics.length + boards.topics.length);
  const ofYear = topics.slice(0, year.boards.topics.length);
  assert.ok(ofYear.every(({ phase, submitted_on }) => ['rated', 'published', 'merged', 'declined'].includes(phase) && submitted_on.startsWith(String(SIMULATED_YEAR))));
  assert.ok(ofYear.some(({ answers, answers_in_time }) => answers > answers_in_time));
  const closed = await read.selectFrom('annual_version').select(['agency_no', 'version']).execute();
  assert.deepEqual([closed.length, closed.every(({ version }) => version === 1)], [agencies.length, true]);
  assert.equal((await read.selectFrom('rating_task').innerJoin('rating', 'rating.no', 'rating_no').select('rating.no').where('done_on', 'is', null).where('rating.day', '<', `${SIMULATED_YEAR + 1}-01-01`).execute()).length, 0, 'every low rating was followed up');
});

test('a data directory from before the year keeps what it has', async (t) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sunlit-'));
  const settings: Settings = { ...readSettings({ SUNLIT_DATA: dataDirectory }) };
  const database = openDatabase({ dataDirectory, now: () => new Date('2026-12-10T15:00:00+08:00') });
  t.after(async () => {
    await database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  await migrate(database);
  await loadDemo({ dataDirectory });
  await loadDemoStaff(database);
  await saveRequests(database, settings, requests.slice(0, 1));
  assert.equal(await takesYear(database), false);
});
