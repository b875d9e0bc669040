import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { RATING_LEVELS, SUPPORT_BASES, TOPIC_OUTCOMES, TOPIC_PHASES, TOPIC_PURPOSES } from '@sunlit/contract';
import { migrate, openDatabase, readSettings, saveBoards, type Settings } from '@sunlit/server';
import { loadDemo } from '../load.ts';
import { loadDemoStaff } from '../staff.ts';
import { boards } from './topics.ts';

const loaded = mkdtempSync(join(tmpdir(), 'sunlit-'));
before(async () => {
  const database = openDatabase({ dataDirectory: loaded });
  await migrate(database);
  await loadDemo({ dataDirectory: loaded });
  await loadDemoStaff(database);
  await database.close();
});
after(() => rmSync(loaded, { recursive: true, force: true }));

// On an ordinary day, on one after a long holiday, and on a day off: what people find is the same.
for (const today of ['2026-12-10', '2026-02-25', '2026-10-04']) {
  test(`entered on ${today}, the boards have gone their courses, each once`, async (t) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'sunlit-'));
    cpSync(loaded, dataDirectory, { recursive: true });
    const settings: Settings = { ...readSettings({ SUNLIT_DATA: dataDirectory }) };
    const database = openDatabase({ dataDirectory, now: () => new Date(`${today}T15:00:00+08:00`) });
    t.after(async () => {
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    });
    await saveBoards(database, settings, { ...boards, topics: boards.topics.slice(0, 5), ratings: boards.ratings.slice(0, 2), rounds: boards.rounds.map(({ report: _, ...round }) => round) });
    for (let again = 0; again < 2; again++) await saveBoards(database, settings, boards);

    const topics = await database.read.selectFrom('topic').innerJoin('agency', 'agency.no', 'topic.board_no').selectAll('topic').select('agency.id as board').orderBy('topic.no').execute();
    assert.deepEqual(topics.map(({ phase }) => phase), [
      'rated', 'merged', 'declined', 'rated', 'merged', 'published', 'returned', 'rated', 'rated', 'rated', 'published', 'claimed', 'rated', 'answered', 'claimed', 'rated', 'open',
      'returned', 'open', 'assigned', 'open', 'claimed', 'open', 'open', 'review', 'submitted', 'submitted',
    ]);
    const missing = <T>(all: readonly T[], found: readonly T[]) => all.filter((one) => !found.includes(one));
    assert.deepEqual(missing(TOPIC_PHASES, topics.map(({ phase }) => phase)), []);
    assert.deepEqual(missing(TOPIC_PURPOSES, topics.map(({ purpose }) => purpose)), []);
    assert.deepEqual(missing(TOPIC_OUTCOMES, topics.flatMap(({ outcome }) => outcome ?? [])), []);
    assert.deepEqual(SUPPORT_BASES.filter((basis) => topics.every((topic) => topic[basis] === 0)), []);
    assert.equal(topics[0]?.supports, 16 + 1 + 5 + 3 + 1 + 6, 'with who supports what was merged');
    assert.equal(topics[7]?.reopened, 1);
    assert.deepEqual(topics.filter(({ due_on }) => due_on !== null && due_on < today).map(({ title }) => title), ['取水许可办了多少、给了谁'], 'one is overdue');
    const links = await database.read.selectFrom('topic_link').select('topic_no').distinct().execute();
    assert.ok(links.length >= 8, `${links.length} answers name disclosures`);

    const rounds = await database.read.selectFrom('round').selectAll().orderBy('no').execute();
    assert.deepEqual(rounds.map(({ opens_on, closes_on, reported_on }) => [opens_on <= today, closes_on < today, reported_on !== null]), [[true, true, true], [true, true, false], [true, false, false]]);
    assert.deepEqual([...new Set(topics.map(({ board }) => board))].sort(), ['fangbei-beiguan-street', 'fangbei-tax', 'qinghe', 'qinghe-anping-shangwan', 'qinghe-water']);

    const ratings = await database.read.selectFrom('rating').select(['level', 'type']).execute();
    assert.deepEqual(missing(RATING_LEVELS, ratings.map(({ level }) => level)), []);
    assert.equal(ratings.filter(({ type }) => type !== 'answer').length, boards.ratings.length);
    const tasks = await database.read.selectFrom('rating_task').select(['done_on', 'due_on']).execute();
    assert.ok(tasks.some(({ done_on }) => done_on !== null) && tasks.some(({ done_on, due_on }) => done_on === null && due_on < today) && tasks.some(({ done_on, due_on }) => done_on === null && due_on >= today), 'followed up, late, and waiting');
  });
}
