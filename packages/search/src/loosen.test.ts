import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bigramShare, looseWords, titleBigrams, withoutLatin } from './loosen.ts';
import { parseQuery } from './query.ts';

const parsed = (q: string) => parseQuery(q) ?? assert.fail();

test('takes a question apart into words and their synonyms', () => {
  assert.deepEqual(looseWords(parsed('小区噪音扰民怎么办')), ['小区', ['噪音', '噪声'], '扰民']);
  assert.deepEqual(looseWords(parsed('农村养狗怎么罚款')), ['农村', ['养狗', '养犬'], '罚款']);
  assert.deepEqual(looseWords(parsed('河道采砂权')), ['河道', '采砂权']);
  assert.deepEqual(looseWords(parsed('水')), ['水']);
  assert.deepEqual(looseWords(parsed('的')), []);
});

test('takes its vocabulary from configuration, in any script', () => {
  const vocabulary = { stopWords: ['許可'], synonyms: [['河道', '江河']] };
  assert.deepEqual(looseWords(parsed('河道许可'), vocabulary), [['河道', '江河']]);
});

test('can leave out Latin words', () => {
  assert.deepEqual(withoutLatin(looseWords(parsed('ABC公司 2011 养狗'))), ['公司', ['养狗', '养犬']]);
});

test('measures how many pairs a title shares', () => {
  const bigrams = titleBigrams(parsed('河道采砂管理办法'));
  assert.deepEqual(bigrams, ['河道', '道采', '采砂', '砂管', '管理', '理办', '办法']);
  assert.equal(bigramShare('河道採砂管理條例', bigrams) >= 0.3, true);
  assert.equal(bigramShare('河道采砂管理条例', bigrams), 5 / 7);
  assert.equal(bigramShare('养犬', bigrams), 0);
  assert.equal(bigramShare('养犬', []), 0);
});
