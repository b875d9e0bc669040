import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOUBT_CODES, IDENTITY_TYPES, creditCodeDoubts, identityDoubts, phoneDoubts, tidyNumber, type Doubt, type IdentityType } from './formats.ts';

const today = '2026-03-09';
const told = (doubts: readonly Doubt[]) => doubts.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`)).join(', ');
const identity = (type: IdentityType, text: string) => told(identityDoubts(type, text, today));

test('what looks wrong in a proof of identity', () => {
  const table: [IdentityType, string, string][] = [
    ['resident-id', '11010519491231002X', ''], // the example of GB 11643
    ['resident-id', '440524188001010014', ''],
    ['resident-id', ' 110105 19491231 002x', ''],
    ['resident-id', '１１０１０５１９４９１２３１００２Ｘ', ''],
    ['resident-id', '110105194912310021', 'check-character 18'],
    ['resident-id', '990105194912310021', 'another-type 1'],
    ['resident-id', '100105194912310021', 'region 1, check-character 18'],
    ['resident-id', '11010519490231002X', 'birth-date 7, check-character 18'],
    ['resident-id', '110105209912310029', 'birth-ahead 7'],
    ['resident-id', '11010519491231O02X', 'character 15'],
    ['resident-id', '1101051949123100', 'length'],
    ['resident-id', '1101O51949123100', 'length, character 5'],
    ['resident-id', '110105491231002', ''], // first generation
    ['resident-id', '110105490231002', 'birth-date 7'],
    ['resident-id', '000105491231002', 'region 1'],
    ['resident-id', '11010549123100X', 'character 15'],
    ['resident-id', '', 'empty'],
    ['resident-id', '810000199408230021', 'another-type 1'],
    ['residence-permit', '810000199408230021', ''],
    ['residence-permit', '830000199201300022', ''],
    ['residence-permit', '11010519491231002X', 'region 1'],
    ['residence-permit', '8100001994', 'length'],
    ['permanent-residence', '93110019780415001X', ''],
    ['permanent-residence', 'FRA110078123456', ''],
    ['permanent-residence', 'FR1110078123456', 'character 3'],
    ['permanent-residence', '11010519491231002X', 'another-type 1'],
    ['permanent-residence', '91112', 'length'],
    ['travel-permit', 'H12345678', ''],
    ['travel-permit', 'M1234567800', ''],
    ['travel-permit', '12345678', ''],
    ['travel-permit', '1234567890(B)', ''],
    ['travel-permit', 'H1234', 'length'],
    ['travel-permit', 'X12345678', 'character'],
    ['passport', 'whatever it is', ''],
    ['passport', ' ', 'empty'],
    ['other', '军官证 南字第12345号', ''],
  ];
  for (const [type, text, expected] of table) assert.equal(identity(type, text), expected, `${type} ${text}`);
  assert.equal(told(identityDoubts('resident-id', '110105209912310029')), '', 'without a day nothing is ahead');
});

test('what looks wrong in a unified social credit code', () => {
  const table: [string, string][] = [
    ['91350100M000100Y43', ''], // the example of GB 32100
    ['9135 0100 m000 100y 43', ''],
    ['91350100M000100Y44', 'check-character 18'],
    ['91350100M000100Y4Z', 'character 18'],
    ['9135010OM000100Y43', 'character 8'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y4O', 'character 18'],
    ['350100100000001', ''], // business licence
    ['12345678-X', ''], // organisation code
    ['', 'empty'],
  ];
  for (const [text, expected] of table) assert.equal(told(creditCodeDoubts(text)), expected, text);
});

test('what looks wrong in a telephone number', () => {
  const right = [
    '13800138000', '+86 138-0013-8000', '8613800138000', '0086 13800138000', '１３８００１３８０００', '0731-82345678', '(010) 6512 3456', '+86 10 6512 3456', '0577-8888888转801', '0577-8888888 ext. 12',
    '82345678', '6512345', '12345', '110', '96110', '95588', '400-812-3123', '8008123123', '+852 2123 4567', '001 212 555 0100',
  ];
  for (const text of right) assert.equal(told(phoneDoubts(text)), '', text);
  const wrong: [string, string][] = [
    ['', 'empty'], ['1380013800', 'length'], ['138001380000', 'length'], ['12012345678', 'prefix 2'], ['138O0138000', 'character 4'], ['010-651234', 'length'], ['0000123456', 'prefix 2'],
    ['0577-8888888转', 'character'], ['400812312', 'length'], ['123456', ''], ['623456', 'length'], ['王先生', 'character 1'],
  ];
  for (const [text, expected] of wrong) assert.equal(told(phoneDoubts(text)), expected, text);
});

test('a check character finds every wrong digit and every two that changed places', () => {
  const id = '11010519491231002X';
  fc.assert(fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
    const wrong = id.slice(0, at) + digit + id.slice(at + 1);
    assert.equal(identityDoubts('resident-id', wrong).length > 0, wrong !== id);
    const swapped = id.slice(0, at) + id.slice(at, at + 2).split('').reverse().join('') + id.slice(at + 2);
    assert.equal(identityDoubts('resident-id', swapped).length > 0, swapped !== id);
  }));
  const code = '91350100M000100Y43';
  fc.assert(fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
    const wrong = code.slice(0, at) + character + code.slice(at + 1);
    assert.equal(creditCodeDoubts(wrong).length > 0, wrong !== code);
  }));
});

test('says something about any text, and the same about it written otherwise', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...IDENTITY_TYPES), (text, type) => {
    for (const doubts of [identityDoubts(type, text, today), creditCodeDoubts(text), phoneDoubts(text)]) {
      for (const { code, at } of doubts) assert.ok(DOUBT_CODES.includes(code) && (at === undefined || at > 0));
    }
    assert.deepEqual(identityDoubts(type, tidyNumber(text), today), identityDoubts(type, text, today));
  }));
});
