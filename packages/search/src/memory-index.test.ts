import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryIndex, packTexts, type MemoryEntry } from './memory-index.ts';
import { titlePinyin } from './pinyin.ts';
import { parseQuery } from './query.ts';

const TITLES = ['河道采砂', '河道采砂管理办法', '中华人民共和国河道管理条例', '关于低保的通知', '２０２６年ＰＰＰ項目資訊', '犬只管理规定', '水、土保持方案', 'A3 图纸目录'];
const entries = Array.from({ length: 90 }, (_, n): MemoryEntry => {
  const title = `${TITLES[n % TITLES.length] ?? ''}${n < TITLES.length ? '' : `（第${n}号）`}`;
  return { id: `id-${n}`, order: n * 3, title, numbers: [`清水〔2026〕${n}号`], body: n % 3 === 0 ? '涉及采砂与低保资金' : '水土保持与道路', pinyin: titlePinyin(title) };
});
const QUERIES = ['采砂', '河道采砂', '砂', '低保', 'dibao', 'hdcs', '项目', 'ppp', '2026', '采砂 河道', '土', 'a3', '第13号', '不存在', '清水〔2026〕'];

function indexed(): MemoryIndex {
  const index = new MemoryIndex();
  for (const entry of entries) index.add(entry);
  return index;
}

function loaded(): MemoryIndex {
  const index = new MemoryIndex();
  index.load(entries.map(({ id }) => id), entries.map(({ order }) => order), packTexts(entries));
  return index;
}

function alike(one: MemoryIndex, other: MemoryIndex): void {
  for (const q of QUERIES) {
    const query = parseQuery(q);
    assert.ok(query);
    assert.deepEqual(one.stages(query, () => true), other.stages(query, () => true), q);
    for (const where of ['title', 'anywhere'] as const) assert.deepEqual(one.withWords([...query.terms, ['采砂', '低保']], where), other.withWords([...query.terms, ['采砂', '低保']], where), q);
  }
  assert.deepEqual(one.soundsLike(['dibao', 'hedao']), other.soundsLike(['dibao', 'hedao']));
  assert.deepEqual([...one.titles()].sort((a, b) => a.order - b.order), [...other.titles()].sort((a, b) => a.order - b.order));
}

test('what was loaded packed is found as what was added: before it is indexed, half way, and after', () => {
  const [whole, index] = [indexed(), loaded()];
  alike(whole, index);
  assert.equal(index.settle(31), true);
  alike(whole, index);
  while (index.settle(31));
  alike(whole, index);
});

test('what is removed or replaced while it is packed is gone from it', () => {
  const [whole, index] = [indexed(), loaded()];
  for (const one of [whole, index]) {
    one.remove('id-0');
    one.add({ ...entries[9]!, title: '改过的河道题目' });
  }
  alike(whole, index);
  assert.equal(index.settle(20), true);
  for (const one of [whole, index]) one.remove('id-4');
  alike(whole, index);
  while (index.settle(20));
  alike(whole, index);
});
