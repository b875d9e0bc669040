import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnualFault } from '@sunlit/contract';
import fc from 'fast-check';
import { ANNUAL_LINES, requestsTable, type RequestsTable } from './annual.ts';
import { ANNUAL_COLUMNS } from './outcomes.ts';
import { SECTION_TITLES, proposalOf } from './report-words.ts';
import { filledText, reportFigures, reportMarkdown, reportTitle, unknownIn, unknownReferences, type ReportTables } from './report.ts';

const requests = requestsTable([
  { column: 'naturalPerson', receivedOn: '2025-03-01', endedOn: '2025-04-01', row: 'granted', n: 12 }, { column: 'business', receivedOn: '2024-12-01', endedOn: '2025-01-10', row: 'denied.stateSecret' }, { column: 'other', receivedOn: '2025-12-30' },
], 2025);
const none = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
// P5: the source sums to 315, not 316.
const disputes = { reconsideration: { upheld: 275, corrected: 6, otherResult: 34, pending: 0, total: 316 }, litigationDirect: none, litigationAfter: none };
const proactive = { regulations: { issued: 0, repealed: 0, inForce: 2 }, normativeDocs: { issued: 3, repealed: 1, inForce: 9 }, licences: 40, penalties: 12, coercions: 0, feesWanYuan: 1.25 };
const counts = { 'disclosures.total': 8, 'disclosures.normative': 1, 'topics.asked': 2, 'topics.answered': 1, 'ratings.n': 3, 'ratings.satisfied': 2 };
const tables: ReportTables = { requests, proactive, disputes, counts };
const lastYear: ReportTables = { counts: { ...counts, 'disclosures.total': 5 } };
const figures = reportFigures(tables, lastYear);
const fault: AnnualFault = { check: 'dispute', cells: [{ line: 'reconsideration', column: 'total' }], stated: 316, computed: 315 };

test('every cell is a figure of its own, with its name, this year and last', () => {
  const by = new Map(figures.map((one) => [one.ref, one]));
  assert.equal(by.size, figures.length, 'no two of one name');
  assert.equal(figures.length, 6 + 6 + 3 + 1 + ANNUAL_LINES.length * 7 + 3 * 5);
  assert.deepEqual(by.get('requests.granted.total'), { ref: 'requests.granted.total', label: '三、本年度办理结果（一）予以公开，总计', value: '12' });
  assert.deepEqual(by.get('proactive.feesWanYuan')?.value, '1.25');
  assert.deepEqual([by.get('disputes.reconsideration.total')?.value, by.get('disclosures.total')?.lastYear], ['316', '5'], 'as it was published');
  assert.ok(figures.every(({ ref, label }) => ref.length <= 80 && label.length <= 200 && /\p{Script=Han}/u.test(label)));
  assert.equal(reportFigures({}).filter(({ value }) => value !== undefined).length, 0, 'what nobody entered is no zero');
});

const FILLED: readonly (readonly [text: string, filled: string, unknown: readonly string[]])[] = [
  ['公开{{disclosures.total}}条', '公开8条', []],
  ['公开{{ disclosures.total }}条，上年{{lastYear.disclosures.total}}条', '公开8条，上年5条', []],
  ['{{requests.denied.stateSecret.business}}', '1', []],
  ['{{requests.granted}}', '〔没有这个数字：requests.granted〕', ['requests.granted']],
  ['{{lastYear.requests.total.total}}', '〔没有这个数字：lastYear.requests.total.total〕', ['lastYear.requests.total.total']],
  ['{{}}和{{}}', '〔没有这个数字：〕和〔没有这个数字：〕', ['']],
  ['{{constructor}} {{__proto__}} $& $1', '〔没有这个数字：constructor〕 〔没有这个数字：__proto__〕 $& $1', ['constructor', '__proto__']],
  ['{ {disclosures.total}}', '{ {disclosures.total}}', []],
];
for (const [text, filled, unknown] of FILLED) {
  test(`a text with references: ${text}`, () => {
    assert.equal(filledText(text, figures), filled);
    assert.deepEqual(unknownReferences(text, figures), unknown);
  });
}

test('whatever is written, no reference is dropped: it became its figure or is named', () => {
  const part = fc.oneof(fc.string().map((text) => text.replaceAll(/[{}]/g, '')), fc.constantFrom(...figures.map(({ ref }) => `{{${ref}}}`)), fc.string().map((text) => `{{x ${text.replaceAll(/[{}]/g, '')}}}`));
  fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
    const text = parts.join('');
    const filled = filledText(text, figures);
    assert.ok(!/\{\{[^{}]*\}\}/.test(filled));
    const wrong = parts.filter((one) => one.startsWith('{{x '));
    assert.equal(filled.split('〔没有这个数字：').length - 1, wrong.length);
    assert.deepEqual(new Set(unknownReferences(text, figures)), new Set(wrong.map((one) => one.slice(2, -2).trim())));
  }));
});

const sections = (template: 'annual' | 'rule-of-law') => SECTION_TITLES[template].map(([name]) => ({ name, text: proposalOf(template, name, { agency: '清河市水利局', year: 2025 }) }));

test('a proposal refers to figures that there are, and proposes nothing of what only people know', () => {
  for (const template of ['annual', 'rule-of-law'] as const) {
    const proposed = sections(template);
    assert.deepEqual(unknownIn({ template, sections: proposed, tables, figures }), []);
    assert.deepEqual(proposed.filter(({ text }) => text === '').map(({ name }) => name), template === 'annual' ? ['problems', 'other'] : ['decisions', 'problems', 'plans']);
  }
});

test('the report has its six parts, the tables in theirs, and says beside them what does not add up', () => {
  const markdown = reportMarkdown({ template: 'annual', sections: sections('annual'), tables, lastYear, figures, faults: [fault] });
  assert.deepEqual(markdown.match(/^## .*/gm), ['## 一、总体情况', '## 二、主动公开政府信息情况', '## 三、收到和处理政府信息公开申请情况', '## 四、政府信息公开行政复议、行政诉讼情况', '## 五、存在的主要问题及改进情况', '## 六、其他需要报告的事项']);
  const [, , third = '', fourth = ''] = markdown.split(/^## /m).slice(1);
  const rows = third.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  assert.deepEqual([rows.length, rows[0]?.length, rows[2]], [ANNUAL_LINES.length + 2, 8, ['一、本年新收政府信息公开申请数量', '12', '0', '0', '0', '0', '1', '13']]);
  assert.ok(fourth.includes('| 行政复议 | 275 | 6 | 34 | 0 | 316 |') && fourth.includes('> 注：“行政复议”的总计为316，各项之和为315。数字按原数列出，未作改动。'));
  assert.equal(reportTitle('annual', '清河市水利局', 2025), '清河市水利局2025年政府信息公开工作年度报告');
  assert.equal(reportTitle('rule-of-law', '清河市水利局', 2025), '清河市水利局2025年法治政府建设年度报告');
});

test('a table that nobody entered is named, and is not a table of zeros', () => {
  const own = { requests, counts };
  const few = reportFigures(own);
  assert.deepEqual(unknownIn({ template: 'annual', sections: sections('annual'), tables: own, figures: few }), [{ section: 'proactive', ref: 'proactive' }, { section: 'disputes', ref: 'disputes' }]);
  assert.ok(reportMarkdown({ template: 'annual', sections: sections('annual'), tables: own, figures: few, faults: [] }).includes('〔没有这个数字：disputes〕'));
});

test('last year stands beside this one where there was one, and each cell is the table’s', () => {
  const cell = fc.nat(9999);
  const table = fc.array(cell, { minLength: ANNUAL_LINES.length * 7, maxLength: ANNUAL_LINES.length * 7 }).map((cells) =>
    Object.fromEntries(ANNUAL_LINES.map((line, row) => [line, Object.fromEntries([...ANNUAL_COLUMNS, 'total'].map((column, at) => [column, cells[row * 7 + at]]))])) as unknown as RequestsTable);
  fc.assert(fc.property(table, table, (now, before) => {
    const markdown = reportMarkdown({ template: 'annual', sections: [], tables: { requests: now }, lastYear: { requests: before }, figures: [], faults: [] });
    const rows = markdown.split('\n').filter((line) => /^\| .*\d \|$/.test(line)).map((line) => line.split('|').slice(2, -1).map(Number));
    assert.deepEqual(rows, ANNUAL_LINES.map((line) => [...ANNUAL_COLUMNS.map((column) => now[line][column]), now[line].total, before[line].total]));
  }), { numRuns: 20 });
});
