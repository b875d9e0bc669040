import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { TYPING_DATA, makeTypingData } from '../../../demo/build.ts';
import { ranked } from '../src/handwriting/ranking.ts';
import { createRecogniser, type Recogniser } from '../src/handwriting/recogniser.ts';
import { readTemplates, writeTemplates, type Template } from '../src/handwriting/templates.ts';
import { OWN_SAMPLES, readSamples, scoreOf, shuffled } from './samples.ts';

describe('the recogniser of handwriting', () => {
  let templates: readonly Template[];
  let recogniser: Recogniser;
  before(async () => {
    await makeTypingData();
    templates = readTemplates(readFileSync(TYPING_DATA.strokes));
    recogniser = createRecogniser(templates);
  });

  it('reads at least 80 % of pen samples first, and 88 % among five', (test) => {
    const samples = readSamples(OWN_SAMPLES, templates);
    const { first, five } = scoreOf(recogniser, samples);
    test.diagnostic(`${String(samples.length)} samples of a pen: ${(first * 100).toFixed(1)} % first, ${(five * 100).toFixed(1)} % among five`);
    assert.ok(samples.length > 200);
    assert.ok(first >= 0.8 && five >= 0.88);
  });

  it('does not ask for the order of the strokes', () => {
    const samples = readSamples(OWN_SAMPLES, templates).slice(0, 60);
    assert.ok(scoreOf(recogniser, samples.map(shuffled)).first >= scoreOf(recogniser, samples).first - 0.05);
  });

  it('reads strokes at any place and of any size, and joined ones', () => {
    const ten = [[10, 50, 90, 50], [50, 10, 50, 90]];
    const read = (strokes: readonly (readonly number[])[]) => recogniser.recognise(strokes)[0]?.character;
    assert.equal(read(ten), '十');
    assert.equal(read(ten.map((stroke) => stroke.map((value) => 4000 + value * 9))), '十');
    assert.equal(read([[10, 50, 90, 52]]), '一');
    assert.deepEqual(recogniser.recognise([]), []);
    assert.ok(recogniser.recognise([[5, 5]]).length > 0, 'a dot is something');
  });

  it('prefers what goes on with a word of the place, where two are alike', () => {
    const guesses = [{ character: '天', distance: 5 }, { character: '夫', distance: 5.5 }, { character: '水', distance: 30 }];
    assert.deepEqual(ranked(guesses, '', '农夫山泉'), ['天', '夫', '水']);
    assert.deepEqual(ranked(guesses, '新农', '农夫山泉'), ['夫', '天', '水']);
    assert.deepEqual(ranked(guesses, '山', '山水'), ['天', '夫', '水'], 'the form decides');
  });

  it('keeps its strokes small, and reads what it wrote', () => {
    const bytes = readFileSync(TYPING_DATA.strokes);
    assert.ok(gzipSync(bytes, { level: 9 }).length <= 380 * 1024);
    assert.ok(gzipSync(readFileSync(TYPING_DATA.pinyin), { level: 9 }).length <= 420 * 1024);
    assert.equal(templates.length, 6763);
    assert.deepEqual(Buffer.from(writeTemplates(templates)), bytes);
  });
});
