import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OPEN_TERMS, type DisclosureFilters, type DisclosurePage, type DisclosureQuery, type OpenTerm } from '@sunlit/contract';
import fc from 'fast-check';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CATEGORIES, CITY, KINDS, content, onEachEngine } from '../fixture.ts';
import { listDisclosures } from './list.ts';
import { amend, expire, publishMany, repeal, withdraw, type Publication } from './publication.ts';

const terms: Readonly<Record<(typeof OPEN_TERMS)[number], OpenTerm>> = {
  'long-term': { term: 'long-term' },
  periodic: { term: 'periodic', every: 'year' },
  staged: { term: 'staged' },
  temporary: { term: 'temporary', until: '2030-01-01' },
};
const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2025-06-30', '2025-07-01', '2026-03-09'];
const filings = [
  ['qinghe', 'A20_01'], ['qinghe-water', 'A20_05'], ['qinghe-water', 'qinghe-water.sand'], ['qinghe-water', 'qinghe-water.sand.results'],
  ['qinghe-tax', 'A20_08'], ['dongshan', 'dongshan.roads'], ['dongshan-water', 'A20_05'], ['dongshan-water', 'dongshan.roads'], ['liuhe', 'A20_10'],
  ['liuhe-tuanjie', 'A20_07'], ['province', 'A20_05'],
] as const;

const parentOf = new Map(CITY.map(({ id, parentId }) => [id, parentId]));
const categoryParent = new Map(CATEGORIES.map(({ id, parentId }) => [id, parentId]));
const ancestors = (parents: Map<string, string | undefined>, id: string): string[] => {
  const parent = parents.get(id);
  return parent === undefined ? [id] : [id, ...ancestors(parents, parent)];
};
/** The order of the tree: depth first, siblings as they were entered. */
const treeOrder = (() => {
  const below = (parent: string | undefined): string[] => CITY.filter(({ parentId }) => parentId === parent).flatMap(({ id }) => [id, ...below(id)]);
  return below(undefined);
})();

type Model = { id: string; order: number; agency: string; category: string; kind: string; day: string; validity: string; term: string; text: string };

const modelArbitrary = fc.record({
  filing: fc.constantFrom(...filings), kind: fc.constantFrom(...KINDS), day: fc.constantFrom(...days), term: fc.constantFrom(...OPEN_TERMS),
  end: fc.constantFrom('in-force', 'in-force', 'repealed', 'expired', 'amended', 'withdrawn'), title: fc.constantFrom('河道采砂', '农村道路', '年度预算'),
});

const filterArbitrary: fc.Arbitrary<DisclosureFilters> = fc.record({
  agency: fc.constantFrom(...CITY.map(({ id }) => id)), scope: fc.constantFrom('subtree', 'only'),
  category: fc.constantFrom('A20_05', 'A20_10', 'qinghe-water.sand', 'qinghe-water.sand.results', 'dongshan.roads', 'A20_02'),
  kind: fc.constantFrom(...KINDS), year: fc.constantFrom(2023, 2024, 2025, 2026, 1999), validity: fc.constantFrom('in-force', 'amended', 'expired', 'repealed'),
  openTerm: fc.constantFrom(...OPEN_TERMS), from: fc.constantFrom(...days), to: fc.constantFrom(...days), q: fc.constantFrom('采砂', '道', '年度 预算'),
}, { requiredKeys: [] });

function matches(row: Model, filters: DisclosureFilters, except?: 'agency' | 'category' | 'kind' | 'year' | 'validity'): boolean {
  const { agency, scope, category, kind, year, validity, openTerm, from, to, q } = filters;
  return (except === 'agency' || agency === undefined || (scope === 'only' ? row.agency === agency : ancestors(parentOf, row.agency).includes(agency)))
    && (except === 'category' || category === undefined || ancestors(categoryParent, row.category).includes(category))
    && (except === 'kind' || kind === undefined || row.kind === kind)
    && (except === 'year' || year === undefined || row.day.startsWith(String(year)))
    && (except === 'validity' || validity === undefined || row.validity === validity)
    && (openTerm === undefined || row.term === openTerm)
    && (from === undefined || row.day >= from) && (to === undefined || row.day <= to)
    && (q === undefined || q.split(' ').every((word) => row.text.includes(word)));
}

const newestFirst = (a: Model, b: Model) => (a.day === b.day ? b.order - a.order : a.day < b.day ? 1 : -1);
const byAgency = (a: Model, b: Model) => treeOrder.indexOf(a.agency) - treeOrder.indexOf(b.agency) || newestFirst(a, b);

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

async function everyPage(database: Database, query: DisclosureQuery): Promise<{ ids: string[]; first: DisclosurePage }> {
  const first = await listDisclosures(database, query);
  const ids = first.items.map(({ id }) => id);
  for (let next = first.next; next !== undefined; ) {
    const page: DisclosurePage = await listDisclosures(database, { ...query, cursor: next });
    assert.ok(page.items.length > 0, 'a cursor leads to rows');
    assert.deepEqual(page.total, first.total, 'the total does not change from page to page');
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  return { ids, first };
}

onEachEngine('listing', (open) => {
  describe('any filter', () => {
    test('pages, totals and facets are those of filtering and sorting by hand', async () => {
      const database = await open();
      await saveAgencies(database, CITY);
      await saveCategories(database, CATEGORIES);
      const rows: Model[] = [];
      // Deterministic: the database is made once, the queries vary.
      const drawn = fc.sample(modelArbitrary, { numRuns: 160, seed: 20260309 });
      await publishMany(database, drawn.map(({ filing: [agencyId, categoryId], kind, day, term, title }): Publication =>
        ({ content: content({ agencyId, categoryId, kind, title, openTerm: terms[term] }), publishedOn: day })), { together: 37 });
      const stored = await database.read.selectFrom('change as c').innerJoin('disclosure as d', 'd.no', 'c.disclosure_no').select('d.id').orderBy('c.seq').execute();
      for (const [order, { filing: [agency, category], kind, day, term, end, title }] of drawn.entries()) {
        const { id } = stored[order]!;
        // An amendment moves it to another category and term.
        const amended = end === 'amended' ? { category: 'A20_02', term: 'staged' as const } : { category, term };
        if (end === 'amended') await amend(database, id, { content: content({ agencyId: agency, categoryId: amended.category, kind, title, openTerm: terms[amended.term] }), on: '2026-04-01', reason: '更正' });
        if (end === 'withdrawn') await withdraw(database, id, { on: '2026-04-01', ground: '依据', decidedBy: '办公室' });
        if (end === 'repealed') await repeal(database, id, { on: '2026-04-01', reason: '废止' });
        if (end === 'expired') await expire(database, id, { on: '2026-04-01' });
        if (end !== 'withdrawn') rows.push({ id, order, agency, ...amended, kind, day, validity: end, text: title });
      }

      await fc.assert(fc.asyncProperty(filterArbitrary, fc.constantFrom('newest' as const, 'agency' as const), fc.integer({ min: 1, max: 60 }), async (filters, sort, limit) => {
        const { ids, first } = await everyPage(database, { ...filters, sort, limit, facets: true });
        const found = rows.filter((row) => matches(row, filters));
        assert.deepEqual(ids, found.toSorted(sort === 'agency' ? byAgency : newestFirst).map(({ id }) => id));
        assert.deepEqual(first.total, { value: found.length, relation: 'eq' });
        if (filters.q !== undefined) {
          const ranked = await everyPage(database, { ...filters, limit });
          assert.deepEqual(ranked.ids.toSorted(), ids.toSorted(), 'ordered by relevance, the same are found');
        }

        const facets = first.facets!;
        const counts = (name: 'category' | 'kind' | 'year' | 'validity') => new Map(facets[name].map(({ value, count }) => [String(value), count]));
        const without = (name: 'agency' | 'category' | 'kind' | 'year' | 'validity') => rows.filter((row) => matches(row, filters, name));
        assert.equal(facets.relation, 'eq');
        assert.deepEqual(counts('category'), sorted(tally(without('category').flatMap(({ category }) => withStatutory(category))), counts('category')));
        assert.deepEqual(counts('kind'), sorted(tally(without('kind').map(({ kind }) => kind)), counts('kind')));
        assert.deepEqual(counts('year'), sorted(tally(without('year').map(({ day }) => day.slice(0, 4))), counts('year')));
        assert.deepEqual(counts('validity'), sorted(tally(without('validity').map(({ validity }) => validity)), counts('validity')));
        const children = treeOrder.filter((id) => parentOf.get(id) === filters.agency);
        const expected = children.map((id) => [id, without('agency').filter(({ agency }) => ancestors(parentOf, agency).includes(id)).length] as const).filter(([, n]) => n > 0);
        assert.deepEqual(facets.agency.map(({ value, count }) => [value, count]), expected);
      }), { numRuns: 120 });
    });
  });

  test('of more hits than facets are counted from, those of one kind are still counted one by one', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const [kind, other] = [KINDS[0]!, KINDS[1]!];
    // The few are the oldest, which are not among those that are read for the facets.
    await publishMany(database, Array.from({ length: 1_005 }, (_, n) => ({ content: content({ agencyId: 'liuhe', kind: n < 3 ? other : kind }), publishedOn: n < 3 ? '2025-01-01' : '2026-01-01' })));
    const total = async (query: DisclosureQuery) => {
      const [{ total: counted, facets }, plain] = await Promise.all([listDisclosures(database, { ...query, facets: true, limit: 1 }), listDisclosures(database, { ...query, limit: 1 })]);
      assert.deepEqual(counted, plain.total, 'the same with facets as without');
      assert.equal(facets?.relation, 'gte');
      return counted;
    };
    assert.deepEqual(await total({ q: '采砂', kind: other }), { value: 3, relation: 'eq' });
    assert.deepEqual(await total({ q: '采砂', kind }), { value: 1_000, relation: 'gte' });
    assert.deepEqual(await total({ q: '采砂' }), { value: 1_000, relation: 'gte' });
    assert.deepEqual(await total({ from: '2025-01-01', kind: other }), { value: 3, relation: 'eq' });
  });

  test('an agency that moves takes its disclosures, counts and order with it', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await publishMany(database, [
      { content: content({ agencyId: 'liuhe' }), publishedOn: '2026-01-01' },
      { content: content({ agencyId: 'qinghe-tax' }), publishedOn: '2026-01-02' },
    ]);
    const of = async (agency: string) => {
      const { total: { value } } = await listDisclosures(database, { agency });
      assert.equal((await listDisclosures(database, { agency, q: '采砂' })).total.value, value, 'a search finds as many');
      return value;
    };
    assert.deepEqual([await of('qinghe'), await of('dongshan'), await of('province')], [2, 1, 0]);
    await saveAgencies(database, [{ ...CITY.find(({ id }) => id === 'liuhe')!, parentId: 'province' }]);
    assert.deepEqual([await of('qinghe'), await of('dongshan'), await of('province'), await of('liuhe')], [1, 0, 1, 1]);
    const page = await listDisclosures(database, { agency: 'province' });
    assert.equal(page.items[0]?.agency.id, 'liuhe');
  });
});

function withStatutory(category: string): string[] {
  return ancestors(categoryParent, category);
}

/** The map in the key order of another, since only the counts matter here. */
function sorted<T>(map: Map<T, number>, like: Map<T, number>): Map<T, number> {
  return new Map([...map].sort(([a], [b]) => [...like.keys()].indexOf(a) - [...like.keys()].indexOf(b)));
}
