import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXEMPTIONS } from '@sunlit/contract';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { markOf as markAtDesk } from '../../../desk/src/cases/spans.ts';
import { markOf, redactedCopy, spanFaults, withheldBy, withoutSpans } from './redaction.ts';

const span = (start: number, end: number) => ({ start, end, ground: 'E15_THIRD', what: '姓名' }) as const;
const faults = (text: string, ...spans: { start: number; end: number }[]) => spanFaults(text, spans).map(({ pointer, code }) => `${pointer} ${code}`);

test('spans rise, do not overlap, lie within the text and hold whole characters', () => {
  assert.deepEqual(faults('甲乙丙丁', span(0, 1), span(1, 2), span(3, 4)), []);
  assert.deepEqual(faults('甲乙丙丁', span(2, 3), span(0, 1)), ['/body/spans/1/start span-order']);
  assert.deepEqual(faults('甲乙丙丁', span(0, 3), span(2, 4)), ['/body/spans/1/start span-order']);
  assert.deepEqual(faults('甲乙', span(1, 3), span(1, 1), span(2, 1)), ['/body/spans/0/end span-outside', '/body/spans/1 span-empty', '/body/spans/2 span-empty']);
  assert.deepEqual(faults('𠮷野家', span(0, 1), span(1, 3)), ['/body/spans/0/end span-splits', '/body/spans/1/start span-splits']);
  assert.throws(() => withoutSpans('甲', [span(0, 2)]), RangeError);
});

test('a mark with its ground stands where something was, and the reply states each part once', () => {
  assert.equal(withoutSpans('当事人张三，罚款五万元。', [span(3, 5)]), '当事人［依照第十五条不予公开］，罚款五万元。');
  assert.equal(markOf('E16_CASEFILE'), '［依照第十六条第二款不予公开］');
  for (const ground of EXEMPTIONS) assert.equal(markAtDesk(ground), markOf(ground), 'as the desk shows it before');
  assert.deepEqual(withheldBy([span(0, 1), span(2, 3), { ...span(4, 5), ground: 'E14_LAW' }]), [{ what: '姓名', ground: 'E15_THIRD' }, { what: '姓名', ground: 'E14_LAW' }]);
});

test('nothing of what is hidden is anywhere in the copy', async () => {
  const piece = fc.record({ kept: fc.string({ unit: fc.constantFrom('公', '开', '<', '&', '\n', '𠮷', ' ') }), hidden: fc.uuid(), ground: fc.constantFrom(...EXEMPTIONS) });
  await fc.assert(fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
    let text = '';
    const spans = pieces.map(({ kept, hidden, ground }) => {
      const start = text.length + kept.length;
      text += kept + hidden;
      return { start, end: text.length, ground, what: '密' };
    });
    const parts = Object.values(unzipSync(await redactedCopy({ name: '处罚决定书', text, spans }))).map((bytes) => strFromU8(bytes)).join('\n');
    for (const { hidden } of pieces) for (const part of hidden.split('-')) if (part.length > 6) assert.ok(!parts.includes(part), hidden);
    for (const { ground } of pieces) assert.ok(parts.includes(markOf(ground)));
    assert.ok(parts.includes('处罚决定书'));
  }), { numRuns: 30 });
});
