import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical.ts';

test('writes the example of RFC 8785 §3.2.4', () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
    literals: [null, true, false],
  };
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('sorts names by UTF-16 units, RFC 8785 §3.2.3', () => {
  const value = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '\ud83d\ude00': 'Emoji', '\u0080': 'Control', '\u00f6': 'O' };
  const values = Array.from(canonicalJson(value).matchAll(/:"(\w+)"/g), ([, word]) => word);
  assert.deepEqual(values, ['CR', 'One', 'Control', 'O', 'Euro', 'Emoji', 'Dalet']);
});

test('writes numbers as RFC 8785 appendix B', () => {
  const vectors: [number, string][] = [
    [-0, '0'], [5e-324, '5e-324'], [-1.7976931348623157e308, '-1.7976931348623157e+308'], [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'], [9.999999999999997e22, '9.999999999999997e+22'], [1e21, '1e+21'], [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
  ];
  for (const [number, text] of vectors) assert.equal(canonicalJson(number), text);
});

test('refuses what has no canonical form, and says where', () => {
  const refused: [unknown, RegExp][] = [
    [{ a: [1, NaN] }, /\$\.a\[1\]: NaN/], [{ a: Infinity }, /Infinity/], [{ text: '\ud83d' }, /\$\.text.*surrogate/], [{ '\udc00': 1 }, /surrogate/],
    [{ a: undefined }, /\$\.a: undefined/], [new Date(0), /object/], [new Map(), /object/], [1n, /bigint/], [[, 1], /\$\[0\]: undefined/],
  ];
  for (const [value, message] of refused) {
    assert.throws(() => canonicalJson(value as Json), (error) => error instanceof TypeError && message.test(error.message));
  }
});

test('depends on the value alone, and is read back to it', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, reversed(member)]));
  };
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const canonical = canonicalJson(value as Json);
      assert.equal(canonicalJson(reversed(value) as Json), canonical);
      assert.equal(JSON.stringify(JSON.parse(canonical)).length, canonical.length);
      assert.deepEqual(JSON.parse(canonical), JSON.parse(JSON.stringify(value)));
    }),
  );
});
