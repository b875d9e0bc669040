import { expect } from '@open-wc/testing';
import {
  DECLINE_REASONS, RATING_LEVELS, RATING_REASONS, RATING_SUBJECTS, RETURN_REASONS, ROUND_STATES, SUPPORT_BASES, TOPIC_CHANNELS, TOPIC_EVENT_TYPES, TOPIC_OUTCOMES, TOPIC_PHASES, TOPIC_PURPOSES, TOPIC_TERM_IDS, TOPIC_WAYS,
} from '@sunlit/contract';
import { missingWords, sameVocabulary, type Vocabulary } from '../../../../test/widgets/words.ts';
import { translated as pagesEn } from './strings/en.ts';
import { translated as wordsEn } from './strings/words-en.ts';
import { words } from './strings/words-zh-CN.ts';
import { translated as wordsHant } from './strings/words-zh-Hant.ts';
import { source } from './strings/zh-CN.ts';
import { translated as pagesHant } from './strings/zh-Hant.ts';

/** Every word of the contract that a page of the topic board can show, by the beginning of its key. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  phase: TOPIC_PHASES, purpose: TOPIC_PURPOSES, channel: TOPIC_CHANNELS, outcome: TOPIC_OUTCOMES, term: TOPIC_TERM_IDS, return: RETURN_REASONS, way: TOPIC_WAYS, decline: DECLINE_REASONS, basis: SUPPORT_BASES, level: RATING_LEVELS,
  why: RATING_REASONS, subject: RATING_SUBJECTS, round: ROUND_STATES, by: ['resident', 'agency', 'system'], event: [...TOPIC_EVENT_TYPES, 'supports', 'note'], about: TOPIC_EVENT_TYPES.filter((type) => type !== 'submit' && type !== 'rate'),
  mark: ['resident-id', 'phone', 'bank-card', 'email', 'plate', 'address', 'name'],
};
const WORDS: Vocabulary = { 'zh-CN': { ...source, ...words }, 'zh-Hant': { ...pagesHant, ...wordsHant }, en: { ...pagesEn, ...wordsEn } };

describe('the words of the topic board', () => {
  for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
    it(`are all there in ${language}`, () => expect(missingWords(WORDS[language], SHOWN)).to.deep.equal([]));
  }

  it('have the same values to fill in, no Chinese in English, and never speak of votes but to say that they are none', () => {
    sameVocabulary(WORDS);
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) for (const [key, text] of Object.entries(WORDS[language])) if (key !== 'supporters.proof') expect(text, key).not.to.match(/投票|\bvotes?\b/);
  });
});
