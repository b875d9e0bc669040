import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DisclosurePage } from '@sunlit/contract';
import { normalise, parseQuery } from '@sunlit/search';
import fc from 'fast-check';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { listDisclosures } from '../disclosures/list.ts';
import { publishMany } from '../disclosures/publication.ts';
import { suggestions } from '../disclosures/suggestions.ts';
import { CITY, content, onEachEngine } from '../fixture.ts';

async function find(database: Database, q: string, more: object = {}): Promise<DisclosurePage['items']> {
  const items: DisclosurePage['items'] = [];
  let next: string | undefined;
  do {
    const page: DisclosurePage = await listDisclosures(database, { q, limit: 7, ...more, ...(next === undefined ? {} : { cursor: next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}

const titlesOf = (items: DisclosurePage['items']) => items.map(({ title }) => title);

async function city(open: () => Promise<Database>, texts: readonly { title: string; body?: string; docNo?: string; on?: string }[]): Promise<Database> {
  const database = await open();
  await saveAgencies(database, CITY);
  await publishMany(database, texts.map(({ title, body = '', docNo, on = '2026-01-01' }) =>
    ({ content: content({ title, body, summary: '概要', ...(docNo === undefined ? {} : { docNo }) }), publishedOn: on })));
  return database;
}

onEachEngine('search', (open) => {
  test('finds exactly the documents that hold every term, each once, title tier first, newest first within a stage', async () => {
    // Few characters, so that hits, near misses and pieces across punctuation abound.
    const text = (maxLength: number) => fc.array(fc.constantFrom(...'水土河道采砂管理', '、', ' ', '2026', 'a', 'ｂ', '個'), { minLength: 1, maxLength }).map((parts) => parts.join(''));
    const drawn = fc.sample(fc.record({ title: text(8).map((title) => `题${title}`), body: text(30), day: fc.integer({ min: 1, max: 9 }) }), { numRuns: 150, seed: 7 });
    const database = await city(open, drawn.map(({ title, body, day }) => ({ title, body, on: `2026-01-0${day}` })));
    const stored = await database.read.selectFrom('change as c').innerJoin('disclosure as d', 'd.no', 'c.disclosure_no').select(['d.id', 'd.no', 'd.index_no']).orderBy('c.seq').execute();
    const rows = drawn.map((one, index) => ({ ...one, ...stored[index]! }));
    const query = fc.array(fc.constantFrom(...'水土河道采砂管理個', '2026', 'a', ' '), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')).filter((q) => parseQuery(q) !== undefined);
    await fc.assert(fc.asyncProperty(query, async (q) => {
      const terms = parseQuery(q)!.terms;
      const inTitle = (row: (typeof rows)[number]) => terms.map((term) => holds(row.title, term) || holds(row.index_no, term));
      const hits = rows.filter((row) => inTitle(row).every((yes, index) => yes || holds(row.body, terms[index]!) || holds('概要', terms[index]!) || holds('公示', terms[index]!)));
      const found = await find(database, q);
      const ids = new Set(found.map(({ id }) => id));
      assert.equal(found.length, ids.size, 'each once');
      assert.deepEqual(hits.filter(({ id }) => !ids.has(id)), [], `missed for "${q}"`);
      // Where a term joins letters and characters, punctuation between them (SQLite) or a longer word (PostgreSQL) may pass.
      if (terms.some((term) => /[a-z0-9]/.test(term) && /[^a-z0-9]/.test(term))) return;
      assert.deepEqual(ids, new Set(hits.map(({ id }) => id)), `hits of "${q}"`);
      const order = { title: 0, mixed: 1, body: 2, pinyin: 3 };
      const tiers = found.map(({ match }) => order[match!.tier]);
      assert.deepEqual(tiers, tiers.toSorted());
      for (const { id, match } of found) {
        const holding = inTitle(rows.find((row) => row.id === id)!);
        assert.equal(match!.tier, holding.every(Boolean) ? 'title' : holding.some(Boolean) ? 'mixed' : 'body');
      }
      const bodies = found.filter(({ match }) => match!.tier === 'body').map(({ id }) => rows.find((row) => row.id === id)!.no);
      assert.deepEqual(bodies, bodies.toSorted((a, b) => b - a), 'newest first');
    }), { numRuns: 150 });
  });

  test('orders titles: the query itself, then what begins with it, then what contains it', async () => {
    const database = await city(open, [
      { title: '东山县河道采砂', on: '2026-03-01' }, { title: '河道采砂管理办法', on: '2026-02-01' }, { title: '河道采砂', on: '2020-01-01' },
      { title: '其他', body: '涉及河道采砂', on: '2026-04-01' }, { title: '中华人民共和国河道采砂', on: '2019-01-01' },
    ]);
    assert.deepEqual(titlesOf(await find(database, '河道采砂')), ['河道采砂', '中华人民共和国河道采砂', '河道采砂管理办法', '东山县河道采砂', '其他']);
  });

  test('folds width, case and traditional characters both ways, and marks the original text', async () => {
    const database = await city(open, [{ title: '２０２６年ＰＰＰ項目資訊' }]);
    for (const q of ['2026', 'ppp', '项目', '項目', '资讯', '２０２６']) {
      const [item] = await find(database, q);
      assert.ok(item, q);
      const [[start, end]] = item.match!.title as [[number, number]];
      assert.equal(normalise(item.title.slice(start, end)), normalise(q));
    }
    assert.deepEqual(await find(database, 'pp'), [], 'letters are whole words');
  });

  test('finds titles by initials and by full pinyin, after what holds the letters themselves', async () => {
    const database = await city(open, [{ title: '关于河道采砂的公告' }, { title: '其他', body: '代号 hdcs' }]);
    const found = await find(database, 'hdcs');
    assert.deepEqual(found.map(({ title, match }) => [title, match!.tier]), [['其他', 'body'], ['关于河道采砂的公告', 'pinyin']]);
    assert.deepEqual(titlesOf(await find(database, 'caisha')), ['关于河道采砂的公告']);
    assert.deepEqual(titlesOf(await find(database, 'hdcs', { sort: 'newest' })).length, 2);
  });

  test('reads operators, quotes and wildcards as text', async () => {
    const database = await city(open, [{ title: '水 OR 土' }, { title: '水与土 100%_\\' }, { title: 'NOT 火' }]);
    for (const q of ['"水', '水"*', "水' OR 1=1 --", '水*', '(水', '水) OR (土', 'title:水', '水:*', "水' & '土", '水%', '水_\\', '^水', '{水}', '水 -土', 'NEAR(水 土)']) {
      await find(database, q);
    }
    assert.deepEqual(titlesOf(await find(database, '水 OR 土')), ['水 OR 土']);
    assert.deepEqual(titlesOf(await find(database, 'NOT 火')), ['NOT 火']);
    assert.deepEqual(titlesOf(await find(database, '100%')), ['水与土 100%_\\']);
  });

  test('finds a record by its document number and by its index number', async () => {
    const database = await city(open, [{ title: '甲', docNo: '清水规〔2026〕3号' }, { title: '乙', docNo: '清水规〔2026〕4号' }]);
    assert.deepEqual(titlesOf(await find(database, '清水规〔2026〕3号')), ['甲']);
    assert.deepEqual(titlesOf(await find(database, '清水规[2026]4号')), ['乙']);
    assert.deepEqual(titlesOf(await find(database, 'qinghe-water/2026-00002')), ['乙']);
  });

  test('finds what stands in the typed fields, but not their codes', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await publishMany(database, [{ content: { ...content({ title: '公告' }), kind: 'notice', fields: { subject: '拟发放许可证', from: '2026-01-01', to: '2026-01-08', objections: [] } }, publishedOn: '2026-01-01' }]);
    assert.equal((await find(database, '许可证')).length, 1);
    assert.equal((await find(database, 'notice')).length, 0);
  });

  test('combines with filters, and counts what it finds', async () => {
    const database = await city(open, [{ title: '采砂 一', on: '2025-05-05' }, { title: '采砂 二', on: '2026-05-05' }]);
    const page = await listDisclosures(database, { q: '采砂', year: 2026, facets: true });
    assert.deepEqual([titlesOf(page.items), page.total, page.facets!.year], [['采砂 二'], { value: 1, relation: 'eq' }, [{ value: 2026, count: 1 }, { value: 2025, count: 1 }]]);
    assert.deepEqual(titlesOf(await find(database, '采砂', { from: '2025-01-01', to: '2025-12-31' })), ['采砂 一']);
    assert.deepEqual(await find(database, '采砂', { agency: 'dongshan' }), []);
  });

  test('proposes near titles only when nothing was found', async () => {
    const database = await city(open, [{ title: '政府信息公开指南' }, { title: '犬只登记办法' }, { title: '采砂许可证办理' }]);
    const near = async (q: string) => (await listDisclosures(database, { q })).search!.near.map(({ title }) => title);
    assert.deepEqual(await near('政府信息工开'), ['政府信息公开指南'], 'sounds the same');
    assert.deepEqual(await near('采纱许可正'), ['采砂许可证办理'], 'sounds the same, and is shorter than the title');
    assert.deepEqual(await near('政府信息狗只登计'), [], 'begins like one title and ends like another');
    assert.deepEqual(await near('采砂许可证书'), ['采砂许可证办理'], 'shares most pairs');
    assert.deepEqual(await near('公开指南'), [], 'found, so nothing to propose');
    assert.deepEqual(await near('完全无关词语'), []);
    const filtered = await listDisclosures(database, { q: '公开指南', year: 1999 });
    assert.deepEqual([filtered.total.value, filtered.search!.near.map(({ title }) => title)], [0, ['政府信息公开指南']], 'outside the filters');
  });

  test('proposes the shortest titles first: they are most about what was typed', async () => {
    const database = await city(open, [{ title: '河道采砂管理办法' }, { title: '无证采砂行政处罚决定第一号' }, { title: '采砂公告' }]);
    const titles = (await suggestions(database, '采砂', 2)).map(({ text }) => text);
    assert.deepEqual(titles, ['采砂公告', '河道采砂管理办法']);
  });

  test('suggests agencies and titles by characters, pinyin and initials', async () => {
    const database = await city(open, [{ title: '河道采砂管理办法' }]);
    const texts = async (q: string, agency?: string) => (await suggestions(database, q, 8, agency)).map(({ type, text }) => `${type} ${text}`);
    assert.deepEqual(await texts('采砂'), ['disclosure 河道采砂管理办法']);
    assert.deepEqual(await texts('hdcs'), ['disclosure 河道采砂管理办法']);
    assert.deepEqual(await texts('水利'), ['agency 清河市水利局', 'agency 东山县水利局']);
    assert.deepEqual(await texts('shuili', 'dongshan'), ['agency 东山县水利局']);
    assert.deepEqual(await texts('，。'), []);
    assert.deepEqual((await suggestions(database, '采砂', 8))[0]!.marks, [[2, 4]]);
  });
});

/** Whether a text holds a term as the index understands it: letters and digits are whole words. */
function holds(text: string, term: string): boolean {
  const edge = (char: string | undefined) => char !== undefined && /^[a-z0-9]$/.test(char);
  const normal = normalise(text);
  for (let at = normal.indexOf(term); at >= 0; at = normal.indexOf(term, at + 1)) {
    const cutsBefore = edge(term[0]) && edge(normal[at - 1]);
    const cutsAfter = edge(term.at(-1)) && edge(normal[at + term.length]);
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}
