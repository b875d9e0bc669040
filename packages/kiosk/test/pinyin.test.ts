import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { TYPING_DATA, makeTypingData } from '../../../demo/build.ts';
import { readWordList, type WordList } from '../src/pinyin/dictionary.ts';
import { createPinyinEngine, type PinyinEngine } from '../src/pinyin/engine.ts';
import { exactly, phrases, scoreOf, southern } from './phrases.ts';

describe('the pinyin engine', () => {
  let list: WordList;
  let engine: PinyinEngine;
  before(async () => {
    await makeTypingData();
    list = readWordList(readFileSync(TYPING_DATA.pinyin, 'utf8'));
    engine = createPinyinEngine(list);
  });
  const first = (typed: string, from = engine) => from.candidates(typed)[0]?.text;
  const texts = (typed: string) => engine.candidates(typed).map(({ text }) => text);

  it('has at least 85 of 100 phrases of open government affairs as the first choice', (test) => {
    const score = scoreOf(engine, phrases, exactly);
    test.diagnostic(`with the lexicon ${String(score.first)} of ${String(phrases.length)} first, ${String(score.three)} in the first three`);
    const blind = scoreOf(createPinyinEngine(list, { lexicon: false }), phrases, exactly);
    test.diagnostic(`without it ${String(blind.first)} first, ${String(blind.three)} in the first three`);
    assert.equal(phrases.length, 100);
    assert.ok(score.first >= 85, score.missed.join(' '));
  });

  it('understands who says z for zh and n for ng', (test) => {
    const score = scoreOf(engine, phrases, southern);
    test.diagnostic(`typed as spoken in the south: ${String(score.first)} first, ${String(score.three)} in the first three`);
    assert.ok(score.first >= 75, score.missed.join(' '));
  });

  it('puts what was typed exactly before what only sounds like it', () => {
    assert.equal(first('zizhi'), '自治');
    assert.equal(first('shiji'), '世纪');
    assert.equal(first('siji'), '司机');
    assert.equal(first('lanse'), '蓝色');
  });

  it('offers parts, and says how many letters each takes', () => {
    const offers = engine.candidates('dibaohu');
    assert.deepEqual(offers[0], { text: '低保户', letters: 7 });
    assert.deepEqual(offers.find(({ text }) => text === '低保'), { text: '低保', letters: 5 });
    assert.equal(offers.find(({ text }) => text === '低')?.letters, 2);
  });

  it('knows words of the lexicon by their first letters, and before they are typed to the end', () => {
    assert.equal(first('zfxxgk'), '政府信息公开');
    assert.ok(texts('zhengfuxinx').slice(0, 3).includes('政府信息公开'));
    assert.ok(texts('zhengf').slice(0, 8).includes('政府'));
  });

  it('takes an apostrophe as the border of a syllable', () => {
    assert.equal(first("xi'an"), '西安');
    assert.notEqual(first('xian'), '西安');
  });

  it('learns the words of the place from titles, instead of those it learnt before', () => {
    const own = createPinyinEngine(list);
    const name = 'matouling';
    assert.notEqual(first(name, own), '马头岭');
    own.learn(['关于马头岭水渠的公告']);
    assert.equal(first(name, own), '马头岭');
    assert.equal(first('mtl', own), '马头岭');
    own.learn(['长坪村河长公示']);
    assert.notEqual(first(name, own), '马头岭');
    assert.equal(first('changpingcun', own), '长坪村');
    assert.equal(first('zhangpingcun', own), '长坪村', 'read in whichever way');
  });

  it('has no answer for what is no pinyin', () => {
    assert.deepEqual(engine.candidates(''), []);
    assert.deepEqual(engine.candidates('123'), []);
    assert.deepEqual(engine.candidates('qqq'), []);
  });
});
