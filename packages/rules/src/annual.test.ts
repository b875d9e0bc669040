import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANNUAL_LINES, disputesTableFaults, linesOf, requestsTable, requestsTableFaults, sumOfRequestsTables, type RequestsTable } from './annual.ts';
import { ANNUAL_COLUMNS, ANNUAL_ROWS } from './outcomes.ts';
import type { AnnualCase } from './request-state.ts';

const day = (from: string) => fc.integer({ min: 0, max: 1_200 }).map((days) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10));

/** A case of the years 2023 to 2029, ended or not. */
const anyCase: fc.Arbitrary<AnnualCase> = fc.record({ agency: fc.constantFrom('county', 'town', 'village'), column: fc.constantFrom(...ANNUAL_COLUMNS), receivedOn: day('2023-01-01'), row: fc.constantFrom(...ANNUAL_ROWS), open: fc.boolean() })
  .chain(({ row, open, ...one }) => (open ? fc.constant(one) : day(one.receivedOn).map((endedOn) => ({ ...one, row, endedOn }))));
const YEARS = [2023, 2024, 2025, 2026, 2027, 2028, 2029];

const granted: AnnualCase = { agency: 'county', column: 'naturalPerson', receivedOn: '2025-12-31', endedOn: '2026-01-05', row: 'granted' };

test('a case counts by its legal receipt, and on the day it ends', () => {
  const rows: [string, AnnualCase, number, string[]][] = [
    ['in its first year it is carried forward', granted, 2025, ['newReceived', 'carriedForward']],
    ['in its last it was carried over and has a result', granted, 2026, ['carriedOver', 'granted']],
    ['after that it is over', granted, 2027, []],
    ['before it there was nothing', granted, 2024, []],
    ['within a year it is both', { ...granted, endedOn: '2025-12-31' }, 2025, ['newReceived', 'granted']],
    ['what is open for years stays carried forward', { agency: 'county', column: 'business', receivedOn: '2024-03-01' }, 2026, ['carriedOver', 'carriedForward']],
  ];
  for (const [what, one, year, lines] of rows) assert.deepEqual(linesOf(one, year), lines, what);
});

test('a table counts its cases, by who asks', () => {
  const table = requestsTable([granted, { ...granted, column: 'research', row: 'denied.stateSecret' }, { agency: 'town', column: 'research', receivedOn: '2026-02-02' }], 2026);
  assert.equal(table.carriedOver.total, 2);
  assert.equal(table.newReceived.research, 1);
  assert.equal(table.granted.naturalPerson, 1);
  assert.equal(table['denied.stateSecret'].research, 1);
  assert.equal(table.total.total, 2);
  assert.equal(table.carriedForward.total, 1);
});

test('whatever happened, every identity holds, also between two years', () => {
  fc.assert(fc.property(fc.array(anyCase, { maxLength: 60 }), (cases) => {
    const tables = YEARS.map((year) => requestsTable(cases, year));
    tables.forEach((table, index) => assert.deepEqual(requestsTableFaults(table, tables[index - 1]), []));
  }));
});

test('a subtree is the sum of its parts', () => {
  fc.assert(fc.property(fc.array(anyCase, { maxLength: 60 }), fc.constantFrom(...YEARS), (cases, year) => {
    const parts = ['county', 'town', 'village'].map((agency) => requestsTable(cases.filter((one) => one.agency === agency), year));
    assert.deepEqual(sumOfRequestsTables(parts), requestsTable(cases, year));
  }));
});

test('one wrong cell is found, and named by what it breaks', () => {
  fc.assert(fc.property(fc.constantFrom(...ANNUAL_LINES), fc.constantFrom(...ANNUAL_COLUMNS, 'total' as const), fc.integer({ min: 1, max: 9 }), (line, column, by) => {
    const table = requestsTable([granted], 2026);
    const wrong: RequestsTable = { ...table, [line]: { ...table[line], [column]: table[line][column] + by } };
    const faults = requestsTableFaults(wrong);
    assert.ok(faults.some(({ check, cells, stated, computed }) => check === 'row' && cells.some((cell) => cell.line === line && cell.column === column) && Math.abs(stated - computed) === by));
  }));
  const before = requestsTable([granted], 2025);
  assert.deepEqual(requestsTableFaults(requestsTable([], 2026), before).map(({ check, cells, stated, computed }) => [check, cells[0]?.column, stated, computed]), [['carried-over', 'naturalPerson', 0, 1], ['carried-over', 'total', 0, 1]]);
});

test('a published row of disputes that does not add up is told, not mended', () => {
  const none = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
  const published = { reconsideration: { upheld: 180, corrected: 60, otherResult: 50, pending: 25, total: 316 }, litigationDirect: none, litigationAfter: none };
  assert.deepEqual(disputesTableFaults(published), [{ row: 'reconsideration', stated: 316, computed: 315 }]);
});
