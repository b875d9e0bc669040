import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalise } from './normalise.ts';
import { ftsQuery, tsQuery } from './query.ts';
import { phrase, tokens, tsVector } from './tokens.ts';

test('folds width, case, script and invisible characters', () => {
  assert.equal(normalise('ＡＢＣ資訊〔2011〕㎡①'), 'abc资讯〔2011〕m21');
  assert.equal(normalise('河\u200b道\u{e0100}采\ufeff砂\u00ad'), '河道采砂');
  assert.equal(normalise('說説説衞著着什么乾'), '说说说卫着着什么干');
});

test('normalising twice changes nothing more, for every code point', () => {
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    const once = normalise(String.fromCodePoint(codePoint));
    if (normalise(once) !== once) assert.fail(`U+${codePoint.toString(16)}`);
  }
});

test('cuts Chinese runs into pairs and a tail, and keeps other runs whole', () => {
  assert.deepEqual(tokens('征地補償'), ['征地', '地补', '补偿', '偿']);
  assert.deepEqual(tokens('水、土'), ['水', '土']);
  assert.deepEqual(tokens('ＡＢＣ資訊〔2011〕5号'), ['abc', '资讯', '讯', '2011', '5', '号']);
  assert.deepEqual(tokens('𰻞面𬱖'), ['𰻝面', '面𬱖', '𬱖']);
  assert.deepEqual(tokens(' “《》、!'), []);
  assert.deepEqual(phrase('采砂'), [{ match: 'exact', token: '采砂' }]);
  assert.deepEqual(phrase('水'), [{ match: 'prefix', token: '水' }]);
  assert.deepEqual(tsVector('采砂采砂').toSorted(), ['砂', '砂采', '采砂'].toSorted());
});

test('keeps every token below the 2,046 bytes that PostgreSQL allows a lexeme', () => {
  const longest = tsVector(`${'a'.repeat(10_000)} ${'𐐨'.repeat(3000)}`).map((token) => Buffer.byteLength(token));
  assert.ok(Math.max(...longest) <= 2046);
});

// Chinese of both scripts, full width, supplementary planes, and separators.
const alphabet = '河道采砂权水土征地补偿補償資訊资讯一𰻞𬱖Ａａb9５、〔〕 。';
const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 40 });
/** A text and a piece of it that holds no separator and cuts no alphanumeric run. */
const textAndPiece = fc
  .tuple(text, fc.nat(), fc.integer({ min: 1, max: 8 }))
  .map(([whole, at, length]) => {
    const chars = [...whole];
    const start = chars.length === 0 ? 0 : at % chars.length;
    return { whole, chars, start, end: Math.min(chars.length, start + length) };
  })
  .filter(({ chars, start, end }) => {
    const piece = chars.slice(start, end);
    const latin = (index: number) => /[Ａab9５ａ]/.test(chars[index] ?? '');
    const cuts = (latin(start - 1) && latin(start)) || (latin(end - 1) && latin(end));
    return piece.length > 0 && !cuts && !piece.some((char) => /[、〔〕 。]/.test(char));
  })
  .map(({ whole, chars, start, end }) => ({ whole, piece: chars.slice(start, end).join('') }));

test('finds every piece of a text by its phrase', () => {
  fc.assert(
    fc.property(textAndPiece, ({ whole, piece }) => {
      assert.ok(hasPhrase(tokens(whole), phrase(piece)), ftsQuery([piece]));
    }),
    { numRuns: 2000 },
  );
});

test('finds every piece by AND and LIKE, and nothing that does not hold it', () => {
  const matches = (whole: string, term: string) => {
    const query = tsQuery([term]);
    if (query === undefined) return false;
    const lexemes = tsVector(whole);
    const all = phrase(term).every(({ token, match }) => lexemes.some((lexeme) => (match === 'exact' ? lexeme === token : lexeme.startsWith(token))));
    return all && query.like.every((patterns) => patterns.some((pattern) => normalise(whole).includes(pattern.slice(1, -1))));
  };
  fc.assert(
    fc.property(textAndPiece, text, ({ whole, piece }, other) => {
      assert.ok(matches(whole, piece));
      if (matches(other, piece)) assert.ok(normalise(other).includes(normalise(piece)));
    }),
    { numRuns: 2000 },
  );
});

function hasPhrase(found: readonly string[], wanted: ReturnType<typeof phrase>): boolean {
  return found.some((_, at) =>
    wanted.every(({ token, match }, index) => {
      const here = found[at + index];
      return here !== undefined && (match === 'exact' ? here === token : here.startsWith(token));
    }),
  );
}
