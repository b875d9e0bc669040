import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equalWeights, scoreOf, totalOf } from './assessment.ts';

const MEASURES = ['publication', 'freshness', 'requests', 'topics', 'ratings', 'urgings'] as const;

test('equal weights are together 100', () => {
  assert.deepEqual(Object.values(equalWeights(MEASURES)), [17, 17, 17, 17, 16, 16]);
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 100 }), (measures) => {
    const weights = Object.values(equalWeights(measures));
    assert.equal(weights.reduce((sum, one) => sum + one, 0), 100);
    assert.ok(Math.max(...weights) - Math.min(...weights) <= 1);
  }));
});

test('scores by table', () => {
  const of = (n: number, all: number) => ({ measure: 'topics' as const, n, of: all });
  assert.deepEqual([scoreOf(of(0, 0)), scoreOf(of(0, 3)), scoreOf(of(1, 3)), scoreOf(of(3, 3))], [undefined, 0, 33.3, 100]);
  const weights = { publication: 50, topics: 30, urgings: 20 };
  assert.equal(totalOf([{ measure: 'publication', n: 8, of: 10 }, { measure: 'topics', n: 0, of: 0 }, { measure: 'urgings', n: 1, of: 2 }], weights), 71.4, '(50 x 80 + 20 x 50) / 70');
  assert.equal(totalOf([{ measure: 'topics', n: 0, of: 0 }], weights), undefined);
  assert.equal(totalOf([{ measure: 'topics', n: 1, of: 1 }], { topics: 0 }), undefined, 'what weighs nothing says nothing');
});

test('a total lies between its scores, and grows with each', () => {
  const measured = fc.array(fc.record({ n: fc.nat(50), more: fc.nat(50), weight: fc.nat(100) }), { minLength: 6, maxLength: 6 });
  fc.assert(fc.property(measured, fc.nat(5), (all, better) => {
    const rows = MEASURES.map((measure, index) => ({ measure, n: all[index]!.n, of: all[index]!.n + all[index]!.more }));
    const weights = Object.fromEntries(MEASURES.map((measure, index) => [measure, all[index]!.weight])) as Record<(typeof MEASURES)[number], number>;
    const total = totalOf(rows, weights);
    const scores = rows.filter(({ measure, of }) => of > 0 && weights[measure] > 0).map((row) => scoreOf(row)!);
    if (total === undefined) return assert.deepEqual(scores, []);
    assert.ok(Math.min(...scores) - 0.1 <= total && total <= Math.max(...scores) + 0.1);
    const raised = totalOf(rows.map((row, index) => (index === better ? { ...row, n: row.of } : row)), weights);
    assert.ok(raised !== undefined && raised >= total);
  }));
});
