import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryPinyin, titlePinyin } from './pinyin.ts';
import { parseQuery } from './query.ts';

const readingsOf = (q: string) => queryPinyin(parseQuery(q) ?? assert.fail());

test('lets hdcs and caisha find 河道采砂', () => {
  const { full, initials } = titlePinyin('《河道采砂》2011年ＡＢＣ公告，綠地');
  assert.deepEqual([full, initials], ['hedaocaisha2011nianabcgonggaolvdi', 'hdcs2011nabcggld']);
  assert.ok(initials.includes(parseQuery('hdcs')?.letters ?? assert.fail()));
});

test('reads a word both as told and as the dictionary does', () => {
  assert.deepEqual(titlePinyin('乐清市公告', { 樂清: 'Yue qing' }), { full: 'yueqingshigonggao leqingshigonggao', initials: 'yqsgg lqsgg' });
  assert.equal(titlePinyin('重庆市').full, 'chongqingshi');
  assert.ok(titlePinyin('重慶市').full.split(' ').includes('chongqingshi'));
  assert.ok(titlePinyin('著作权').full.split(' ').includes('zhuzuoquan'));
  assert.throws(() => titlePinyin('乐清', { 乐清: 'yueqing' }), RangeError);
});

test('gives titles without Chinese letters only', () => {
  assert.deepEqual(titlePinyin('—— 😀'), { full: '', initials: '' });
});

test('finds a mistyped homophone', () => {
  const title = titlePinyin('政府信息公开指南').full;
  assert.ok(readingsOf('政府信息工开').some((reading) => title.includes(reading)));
  assert.ok(readingsOf('河道彩砂').some((reading) => titlePinyin('河道采砂许可').full.includes(reading)));
});

test('reads only one Chinese term of 3 to 12 characters, in at most 24 ways, the likeliest first', () => {
  assert.equal(readingsOf('重庆市')[0], 'chongqingshi');
  assert.ok(readingsOf('重庆市').includes('zhongqingshi'));
  const many = readingsOf('乐行长重乐行长重乐行长重');
  assert.equal(many.length, 24);
  assert.equal(new Set(many).size, 24);
  for (const q of ['采砂', 'caisha', '河道 采砂', '河道采砂2011', '河'.repeat(13)]) assert.deepEqual(readingsOf(q), []);
});
