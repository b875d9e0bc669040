import { expect } from '@open-wc/testing';
import {
  APPLICANT_TYPES, CASE_COMMANDS, CASE_FILE_PURPOSES, IDENTITY_TYPES, INFORMATION_FORMS, INFORMATION_ROUTES, OPINIONS, PAUSE_INTERVALS, PAUSE_REASONS, REQUEST_CHANNELS, REQUEST_EVENT_TYPES, REQUEST_OUTCOMES, REQUEST_PARTIES,
  REQUEST_PHASES, REQUEST_REMEDIES, REQUEST_TERM_IDS, REQUEST_TRIGGERS, SERVICE_WAYS, SILENCE_EFFECTS, EXEMPTIONS, PERMISSIONS, ROLES,
} from '@sunlit/contract';
import { missingWords, sameVocabulary, type Vocabulary } from '../../../../test/widgets/words.ts';
import { translated as adminEn } from '../admin/strings/en.ts';
import { translated as adminHant } from '../admin/strings/zh-Hant.ts';
import { source as admin } from '../admin/strings/zh-CN.ts';
import { source as desk } from '../strings/zh-CN.ts';
import { translated as pagesEn } from './strings/en.ts';
import { translated as wordsEn } from './strings/words-en.ts';
import { words } from './strings/words-zh-CN.ts';
import { translated as wordsHant } from './strings/words-zh-Hant.ts';
import { source } from './strings/zh-CN.ts';
import { translated as pagesHant } from './strings/zh-Hant.ts';

/** Every word of the contract that a page of requests can show, by the beginning of its key. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  phase: REQUEST_PHASES, outcome: REQUEST_OUTCOMES, term: REQUEST_TERM_IDS, party: REQUEST_PARTIES, silence: SILENCE_EFFECTS, trigger: REQUEST_TRIGGERS, pause: PAUSE_REASONS, interval: PAUSE_INTERVALS, way: SERVICE_WAYS,
  opinion: OPINIONS, remedy: REQUEST_REMEDIES, channel: REQUEST_CHANNELS, applicant: APPLICANT_TYPES, identity: IDENTITY_TYPES, form: INFORMATION_FORMS, route: INFORMATION_ROUTES, purpose: CASE_FILE_PURPOSES, ground: EXEMPTIONS,
  event: [...REQUEST_EVENT_TYPES, 'note', 'urging', 'urging-answer', 'recount', 'file', 'redaction', 'erasure'], trail: ['weekday', 'weekend', 'off', 'make-up', 'statutory'], unit: ['workdays', 'calendar-days', 'months'],
  row: ['granted', 'partial', 'denied', 'unable', 'notProcessed', 'other'], about: CASE_COMMANDS,
};
const WORDS: Vocabulary = { 'zh-CN': { ...source, ...words }, 'zh-Hant': { ...pagesHant, ...wordsHant }, en: { ...pagesEn, ...wordsEn } };

describe('the words of requests', () => {
  for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
    it(`are all there in ${language}`, () => expect(missingWords(WORDS[language], SHOWN)).to.deep.equal([]));
  }

  it('have the same values to fill in, and no Chinese in English', () => {
    sameVocabulary(WORDS);
  });

  it('name every role and permission', () => {
    for (const role of ROLES) expect(Object.keys(desk)).to.include(`role.${role}`);
    for (const strings of [admin, adminHant, adminEn]) for (const permission of PERMISSIONS) expect(Object.keys(strings)).to.include(`permission.${permission}`);
  });
});
