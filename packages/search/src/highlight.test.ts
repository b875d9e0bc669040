import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlight, snippet } from './highlight.ts';
import { normalise, searchable } from './normalise.ts';
import { phrase, tokens } from './tokens.ts';

const marked = (text: string, terms: readonly string[]) => highlight(text, terms).map(([start, end]) => text.slice(start, end));

test('marks the original by its normalised form', () => {
  assert.deepEqual(highlight('清河縣河道採砂公告', ['采砂']), [[5, 7]]);
  assert.deepEqual(marked('徵地補償與ＡＢＣ公司', ['补偿', 'abc']), ['補償', 'ＡＢＣ']);
  assert.deepEqual(marked('面积5㎡以上', ['5m2']), ['5㎡']);
  assert.deepEqual(marked('𰻞面𬱖面', ['面𬱖']), ['面𬱖']);
  assert.deepEqual(marked('采\u200b砂', ['采砂']), ['采\u200b砂']);
  assert.deepEqual(marked('2014年14年', ['14年']), ['14年']);
  assert.deepEqual(highlight('abc1 abc abcd', ['abc']), [[5, 8]]);
  assert.deepEqual(highlight('采砂采砂权', ['采砂', '砂权']), [[0, 5]]);
  assert.deepEqual(highlight('采砂', ['', '水']), []);
});

const alphabet = ['采', '砂', '权', '補', '补', '償', '偿', '𰻞', '𬱖', '😀', '㎡', '①', 'Ａ', 'a', '1', '。', ' ', '\n'];
const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 300 });
const terms = fc.array(fc.string({ unit: fc.constantFrom('采', '砂', '补', '偿', '𰻞', '𬱖', 'a', '1', 'm'), minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

function assertWhole(text: string, ranges: readonly (readonly [number, number])[]): void {
  let last = -1;
  for (const [start, end] of ranges) {
    assert.ok(last < start && start < end && end <= text.length);
    assert.doesNotMatch(text.slice(start, end), /\p{Surrogate}/u);
    last = end;
  }
}

test('ranges are sorted, apart and whole; what is marked holds a term, and the index finds it too', () => {
  fc.assert(
    fc.property(text, terms, (original, wanted) => {
      const ranges = highlight(original, wanted);
      assertWhole(original, ranges);
      for (const [start, end] of ranges) {
        assert.ok(wanted.some((term) => normalise(original.slice(start, end)).includes(normalise(term))));
      }
      for (const term of wanted) {
        if (highlight(original, [term]).length > 0) {
          const first = phrase(term)[0]?.token ?? '';
          assert.ok(tokens(original).some((token) => token.startsWith(first)));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('a snippet is a piece of the text that cuts no code point, and shows a hit when there is one', () => {
  fc.assert(
    fc.property(text, terms, fc.integer({ min: 10, max: 60 }), (original, wanted, length) => {
      const { text: shown, marks, before, after } = snippet(original, wanted, { length });
      if (searchable(original) === original) assert.deepEqual(snippet(original, wanted, { length, isPlain: true }), { text: shown, marks, before, after });
      assert.doesNotMatch(shown, /\p{Surrogate}/u);
      assert.ok(shown.length <= length);
      assert.ok(original.includes(shown));
      assert.equal(before || after, shown !== original);
      if (!before) assert.ok(original.startsWith(shown));
      if (!after) assert.ok(original.endsWith(shown));
      assertWhole(shown, marks);
      assert.equal(marks.length > 0, highlight(original, wanted).length > 0);
      for (const [start, end] of marks) assert.ok(wanted.some((term) => normalise(shown.slice(start, end)).includes(normalise(term))));
    }),
    { numRuns: 1000 },
  );
});

test('shows the place with most different terms, from the beginning of its sentence', () => {
  const filler = '本办法自公布之日起施行，由水务局负责解释'.repeat(6);
  const original = `采砂。${filler}。河道采砂须经许可，征地补偿另行规定。${filler}。`;
  const { text: shown, marks, before, after } = snippet(original, ['采砂', '补偿'], { length: 60 });
  assert.ok(shown.startsWith('河道采砂须经许可，征地补偿另行规定。'));
  assert.deepEqual(marks.map(([start, end]) => shown.slice(start, end)), ['采砂', '补偿']);
  assert.deepEqual([before, after], [true, true]);
});

test('begins at the start when nothing is found, and shows a short text whole', () => {
  assert.deepEqual(snippet('水'.repeat(100), ['采'], { length: 90 }), { text: '水'.repeat(90), marks: [], before: false, after: true });
  assert.deepEqual(snippet('河道采砂', ['采砂']), { text: '河道采砂', marks: [[2, 4]], before: false, after: false });
  assert.deepEqual(snippet('', ['采砂']), { text: '', marks: [], before: false, after: false });
});

test('cuts no hit at either edge of the window', () => {
  assert.equal(snippet(`采砂${'水'.repeat(7)}河道权利`, ['采砂', '河道权利'], { length: 10 }).text, `采砂${'水'.repeat(7)}`);
  const later = '补偿水水补偿征地';
  assert.equal(snippet(`${'水'.repeat(20)}河道采砂${later}水水`, ['河道采砂', '补偿', '征地'], { length: 9 }).text, `${later}水`);
});

test('is longer than asked for only when one hit is', () => {
  const long = '采'.repeat(50);
  assert.equal(snippet(`水${long}水`, [long], { length: 20 }).text, long);
});
