import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { looseWords } from './loosen.ts';
import { ftsQuery, parseQuery, tsQuery } from './query.ts';
import { tokens } from './tokens.ts';

const titles = ['清河县河道采砂公告', '征地補償安置方案', '水、土保持', '政府信息公開指南〔2011〕5号', 'ABC公司AND许可', 'NEAR col x 2014年'];
const database = new DatabaseSync(':memory:');
database.exec(`CREATE VIRTUAL TABLE fts USING fts5(t, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`);
titles.forEach((title, index) => {
  database.prepare('INSERT INTO fts(rowid, t) VALUES (?, ?)').run(index, tokens(title).join(' '));
});
const select = database.prepare('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid');

function search(q: string): (string | undefined)[] {
  const match = ftsQuery(parseQuery(q)?.terms ?? []);
  return match === undefined ? [] : select.all(match).map((row) => titles[Number(row['rowid'])]);
}

test('finds titles by words of any length, script and width', () => {
  assert.deepEqual(search('采砂'), [titles[0]]);
  assert.deepEqual(search('水'), [titles[2]]);
  assert.deepEqual(search('水土'), []);
  assert.deepEqual(search('征地补偿'), [titles[1]]);
  assert.deepEqual(search('補償'), [titles[1]]);
  assert.deepEqual(search('ＡＢＣ'), [titles[4]]);
  assert.deepEqual(search('〔2011〕'), [titles[3]]);
  assert.deepEqual(search('[2011] 5号'), [titles[3]]);
  assert.deepEqual(search('14年'), []);
  assert.deepEqual(search('采砂 公告'), [titles[0]]);
  assert.deepEqual(search('采砂 指南'), []);
});

test('finds 资讯 under 信息 by synonyms', () => {
  const query = parseQuery('資訊公開') ?? assert.fail();
  const match = ftsQuery(looseWords(query)) ?? assert.fail();
  assert.equal(match, '("资讯" OR "信息") AND "公开"');
  assert.deepEqual(select.all(match).map((row) => row['rowid']), [3]);
});

test('takes operators, quotes and columns for plain text', () => {
  const nothing = ['', '   ', '"', '*', '^', '-', '()', '""""', '\'', '“”《》', '\0', '\ud83d', '😀', '\u0301'];
  for (const q of nothing) assert.equal(parseQuery(q), undefined, q);
  assert.deepEqual(search('AND'), [titles[4]]);
  assert.deepEqual(search('采砂 AND 公告'), []);
  assert.deepEqual(search('NEAR('), [titles[5]]);
  assert.deepEqual(search('col:x'), [titles[5]]);
  assert.deepEqual(search('t:采砂'), []);
  assert.deepEqual(search('采*'), [titles[0]]);
  assert.deepEqual(search('"采砂'), [titles[0]]);
  assert.deepEqual(search('^采砂" OR "'), []);
  assert.deepEqual(search('-采砂'), [titles[0]]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'"*^-:(){}+,采砂 水aANDORNEAR\0\'\\%_') }), (q) => {
      search(q);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (q) => {
      search(q);
    }),
  );
});

// A search that took quadratic time would need minutes.
test('gets through 10,000 characters', { timeout: 60_000 }, () => {
  for (const unit of ['采', '"', 'a', '采砂"', 'a采', '𰻞', 'ﷺ']) {
    const q = unit.repeat(10_000);
    search(q);
    ftsQuery([q]);
    tsQuery([q]);
  }
});

test('understands at most eight different terms of the first 200 characters', () => {
  assert.deepEqual(parseQuery('一 二 三 一 四 五 六 七 八 九')?.terms, ['一', '二', '三', '四', '五', '六', '七', '八']);
  assert.equal(parseQuery('水'.repeat(300))?.terms[0]?.length, 200);
  assert.equal(parseQuery('𰻞'.repeat(300))?.terms[0]?.length, 400);
});

test('takes a query of Latin letters for possible pinyin', () => {
  assert.equal(parseQuery('hdcs')?.letters, 'hdcs');
  assert.equal(parseQuery(" ＨE dao Cai'sha ")?.letters, 'hedaocaisha');
  assert.equal(parseQuery('lü')?.letters, 'lv');
  for (const q of ['h', 'hdcs2011', '采砂 hdcs', '采砂']) assert.equal(parseQuery(q)?.letters, undefined);
});

test('writes PostgreSQL conditions: every token, and the text itself', () => {
  assert.deepEqual(tsQuery(['征地补偿', '水']), {
    tsquery: "('征地' & '地补' & '补偿') & ('水':*)",
    like: [['%征地补偿%'], ['%水%']],
  });
  assert.deepEqual(tsQuery([['噪音', '噪声']]), { tsquery: "('噪音' | '噪声')", like: [['%噪音%', '%噪声%']] });
  assert.equal(tsQuery([["'", '\\'], '%']), undefined);
  assert.deepEqual(tsQuery(["a'b%\\_c"])?.like, [["%a'b\\%\\\\\\_c%"]]);
});
