import { expect } from '@open-wc/testing';
import { ANNUAL_CHECKS, ANNUAL_LINES, ANNUAL_TABLE_COLUMNS, DISPUTES, DISPUTE_RESULTS, REPORT_TEMPLATES } from '@sunlit/contract';
import { missingWords, sameVocabulary, type Vocabulary } from '../../../../test/widgets/words.ts';
import { COLUMNS, GROUPS, DISPUTES as SHOWN_DISPUTES, RESULTS } from './lines.ts';
import { translated as pagesEn } from './strings/en.ts';
import { translated as wordsEn } from './strings/words-en.ts';
import { words } from './strings/words-zh-CN.ts';
import { translated as wordsHant } from './strings/words-zh-Hant.ts';
import { source } from './strings/zh-CN.ts';
import { translated as pagesHant } from './strings/zh-Hant.ts';

/** Every word of the contract that a page of figures can show, by the beginning of its key. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  line: ANNUAL_LINES, column: ANNUAL_TABLE_COLUMNS, dispute: DISPUTES, result: [...DISPUTE_RESULTS, 'total'], fault: ANNUAL_CHECKS, template: REPORT_TEMPLATES,
};
const WORDS: Vocabulary = { 'zh-CN': { ...source, ...words }, 'zh-Hant': { ...pagesHant, ...wordsHant }, en: { ...pagesEn, ...wordsEn } };

describe('the words of figures', () => {
  for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
    it(`are all there in ${language}`, () => expect(missingWords(WORDS[language], SHOWN)).to.deep.equal([]));
  }

  it('have the same values to fill in, and no Chinese in English', () => sameVocabulary(WORDS));

  it('stand in the order of the form', () => {
    expect(GROUPS.flatMap(({ lines }) => lines)).to.deep.equal([...ANNUAL_LINES]);
    expect(COLUMNS).to.deep.equal([...ANNUAL_TABLE_COLUMNS]);
    expect(SHOWN_DISPUTES).to.deep.equal([...DISPUTES]);
    expect(RESULTS).to.deep.equal([...DISPUTE_RESULTS]);
  });
});
