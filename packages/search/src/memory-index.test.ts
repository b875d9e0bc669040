import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MemoryIndex, packIndex, type MemoryEntry } from './memory-index.ts';
import { normalise, searchable } from './normalise.ts';
import { occurrences } from './occurrences.ts';
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

function packed(all: readonly MemoryEntry[]) {
  const { index: head, pieces } = packIndex(all.map((entry) => ({ ...entry, body: searchable(entry.body) })));
  const read = async (name: string) => {
    const piece = pieces.get(name);
    assert.ok(piece, name);
    return structuredClone(piece);
  };
  return { head: structuredClone(head), read };
}

async function loaded(): Promise<MemoryIndex> {
  const index = new MemoryIndex();
  const { head, read } = packed(entries);
  await index.load(head, read);
  await index.prepare();
  entries.forEach(({ body }, slot) => index.setBody(slot, searchable(body)));
  return index;
}

function alike(one: MemoryIndex, other: MemoryIndex): void {
  for (const q of QUERIES) {
    const query = parseQuery(q);
    assert.ok(query);
    assert.deepEqual(one.search(query, () => true), other.search(query, () => true), q);
    for (const where of ['title', 'anywhere'] as const) assert.deepEqual(one.withWords([...query.terms, ['采砂', '低保']], where), other.withWords([...query.terms, ['采砂', '低保']], where), q);
  }
  assert.deepEqual(one.soundsLike(['dibao', 'hedao']), other.soundsLike(['dibao', 'hedao']));
  for (const tokens of [['河道', '道采', '采砂', '砂石'], ['犬只', '只管', '01'], ['a3'], ['图', '目录']]) assert.deepEqual(one.sharing(tokens), other.sharing(tokens));
}

test('what was packed is found as what was added, whatever is removed or replaced since', async () => {
  const [whole, index] = [indexed(), await loaded()];
  alike(whole, index);
  for (const one of [whole, index]) {
    one.remove('id-0');
    one.add({ ...entries[9]!, title: '改过的河道题目' });
    one.remove('id-4');
  }
  alike(whole, index);
  assert.deepEqual([whole.withWords(['改过'], 'title'), whole.slotOf('id-9'), whole.slotOf('id-4'), whole.size], [[90], 90, undefined, 88]);
});

test('reads of what was packed what a question asks for, and of bodies nothing for characters and pairs', async () => {
  const { head, read } = packed(entries);
  for (const q of ['砂', '采砂', '低保 采砂', '土', '河道采砂', 'ppp', 'hdcs', '采砂 2026']) {
    const index = new MemoryIndex();
    await index.load(head, read);
    const query = parseQuery(q)!;
    await index.prepare(query);
    const needed = q.length > 2 && !q.startsWith('低保');
    assert.equal(index.readsTexts(query), needed, q);
    if (needed) entries.forEach(({ body }, slot) => index.setBody(slot, searchable(body)));
    assert.deepEqual(index.search(query, () => true), indexed().search(query, () => true), q);
  }
  const unread = new MemoryIndex();
  await unread.load(head, read);
  assert.throws(() => unread.withWords(['采砂'], 'title'), RangeError, 'rather than finding nothing');
});

test('what is packed must be whole', async () => {
  const { head, read } = packed(entries);
  for (const damaged of ['keys', 'headings', 'headings 0', 'bodies 0', 'sounds 0']) {
    await assert.rejects(async () => {
      const index = new MemoryIndex();
      await index.load(head, async (name) => (name === damaged ? new ArrayBuffer(8) : read(name)));
      await index.prepare();
    }, RangeError, damaged);
  }
  const none = packed([]);
  const index = new MemoryIndex();
  await index.load(none.head, none.read);
  await index.prepare();
  assert.equal(index.size, 0);
});

test('finds in every text what stands in it, and nothing else', () => {
  // Chinese of both scripts and planes, full width, letters that are no run of Chinese, marks, and separators.
  const text = fc.string({ unit: fc.constantFrom(...'河道采砂水土補𰻞Ａａb9éжꀀか가́、〔 '), maxLength: 12 });
  return fc.assert(fc.asyncProperty(fc.array(text, { maxLength: 12 }), text, text, async (texts, one, other) => {
    const all = texts.map((body, n): MemoryEntry => ({ id: String(n), order: n, title: '题', numbers: [], body, pinyin: { full: '', initials: '' } }));
    const index = new MemoryIndex();
    for (const entry of all) index.add(entry);
    const again = new MemoryIndex();
    const { head, read } = packed(all);
    await again.load(head, read);
    await again.prepare();
    texts.forEach((body, slot) => again.setBody(slot, searchable(body)));
    for (const term of [one, other].flatMap((part) => parseQuery(part)?.terms ?? [])) {
      const wanted = texts.flatMap((body, n) => (occurrences(normalise(body), term).length > 0 ? [n] : [])).reverse();
      assert.deepEqual([index.withWords([term], 'anywhere'), again.withWords([term], 'anywhere')], [wanted, wanted], term);
    }
  }), { numRuns: 500 });
});
