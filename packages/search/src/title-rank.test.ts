import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byTitleRank, titleRank } from './title-rank.ts';

test('ranks a title that is the query over one that begins with it, contains it, or does not', () => {
  const rank = (title: string) => titleRank(title, ['水土保持法']);
  assert.deepEqual(
    ['《水土保持法》', '中华人民共和国水土保持法', '中華人民共和國水土保持法實施條例', '实施水土保持法办法', '水、土保持法', '河道'].map(rank),
    [0, 0, 1, 2, 0, 3],
  );
  assert.equal(titleRank('关于采砂和征地的公告', ['征地', '采砂']), 2);
  assert.equal(titleRank('征地采砂公告', ['征地', '采砂']), 1);
  assert.equal(titleRank('2014年公告', ['14年']), 3);
});

test('sorts equal ranks newest first', () => {
  const titles = [
    { title: '关于采砂', date: '2026-01-01' }, { title: '采砂公告', date: '2024-01-01' },
    { title: '采砂公告', date: '2025-01-01' }, { title: '采砂', date: '2001-01-01' },
  ];
  assert.deepEqual(titles.toSorted(byTitleRank(['采砂'])).map(({ date }) => date), ['2001-01-01', '2025-01-01', '2024-01-01', '2026-01-01']);
});
