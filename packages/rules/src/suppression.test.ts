import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOST_HIDDEN, publicTree, type CountTree, type PublicTree } from './suppression.ts';

const leaf = (own: number): CountTree => ({ own, below: [] });
const place = (own: number, ...parts: readonly (number | CountTree)[]): CountTree => ({ own, below: parts.map((part) => (typeof part === 'number' ? leaf(part) : part)) });
const shown = (tree: PublicTree): unknown => (tree.below.length === 0 ? tree.all : [tree.all, ...tree.below.map(shown)]);

test('tells what is nothing or enough, and keeps back from one to four', () => {
  assert.deepEqual([0, 1, 4, 5, 60].map((own) => publicTree(leaf(own)).all), [0, 'few', 'few', 5, 60]);
});

test('keeps back the smallest others where the sum would tell', () => {
  assert.deepEqual(shown(publicTree(place(0, 3, 20, 9))), [32, 'few', 20, 'few'], 'one alone is the sum less the others');
  assert.deepEqual(shown(publicTree(place(0, 1, 1, 20, 9))), [31, 'few', 'few', 20, 'few'], 'two of two are one each');
  assert.deepEqual(shown(publicTree(place(0, 2, 4, 20, 0))), [26, 'few', 'few', 20, 0]);
  assert.deepEqual(shown(publicTree(place(7, 3, 20))), [30, 'few', 20], 'the place itself is a part');
  assert.deepEqual(shown(publicTree(place(3, 50, 20))), [73, 50, 'few'], 'and what it counts alone is not to be found either');
});

test('keeps back a sum that gives its parts away', () => {
  assert.deepEqual(shown(publicTree(place(1, 1, 1, 1, 1))), ['few', 'few', 'few', 'few', 'few']);
  assert.deepEqual(shown(publicTree(place(0, 3, place(0, 8, 30), 40))), [81, 'few', ['few', 'few', 30], 40], 'what is kept back is not the sum of what is told below it');
});

/** Every place of a tree: what was counted, and what is told. */
interface Seen {
  readonly own: number;
  readonly all: number;
  readonly told: PublicTree['all'];
  readonly below: readonly Seen[];
}

function seen(tree: CountTree, answer: PublicTree): Seen {
  const below = tree.below.map((part, at) => seen(part, answer.below[at]!));
  return { own: tree.own, all: below.reduce((sum, part) => sum + part.all, tree.own), told: answer.all, below };
}

const everyPlace = (top: Seen): Seen[] => [top, ...top.below.flatMap(everyPlace)];

const treesOf = fc.memo((depth: number): fc.Arbitrary<CountTree> => fc.record({
  own: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })),
  below: depth > 1 ? fc.array(treesOf(depth - 1), { maxLength: 4 }) : fc.constant([]),
}));
const trees = treesOf(4);

test('tells true counts, none from one to four, and nothing where nothing was counted as a few', () => {
  fc.assert(fc.property(trees, (tree) => {
    for (const { all, told } of everyPlace(seen(tree, publicTree(tree)))) {
      if (told === 'few') assert.ok(all > 0);
      else assert.ok(told === all && (all === 0 || all > MOST_HIDDEN));
    }
  }), { numRuns: 2000 });
});

/**
 * Somebody who knows every answer, the rule that a few is at least one, and which places counted nothing themselves, still finds another tree
 * with the same answers, for every count that is not told. (What a place itself counted stands in no answer.)
 */
test('nothing that is kept back can be computed from what is told', () => {
  const least = ({ told, own, below }: Seen): number => (told === 'few' ? Math.max(1, below.reduce((sum, part) => sum + least(part), Math.min(1, own))) : told);
  fc.assert(fc.property(trees, (tree) => {
    for (const of of everyPlace(seen(tree, publicTree(tree)))) {
      const parts = of.below.filter(({ told }) => told === 'few').map((part) => ({ all: part.all, least: least(part) }));
      if (of.told === 'few') assert.ok(of.all === 0 || of.own > 0 || parts.length > 0, `the sum is that of its parts: ${JSON.stringify(tree)}`);
      if (of.told === 'few' || (parts.length === 0 && (of.own === 0 || of.own > MOST_HIDDEN))) continue;
      // Each of them may be more or less by one, and the others make up for it.
      const unknown = [...parts, ...(of.own === 0 ? [] : [{ all: of.own, least: 1 }])];
      const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
      assert.ok(unknown.length > 1, JSON.stringify(tree));
      assert.ok(sum(unknown.map(({ all }) => all)) > sum(unknown.map((one) => one.least)), JSON.stringify(tree));
    }
  }), { numRuns: 3000 });
});
