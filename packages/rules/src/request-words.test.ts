import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as words from '@sunlit/contract';
import { ANNUAL_LINES, DISPUTES, DISPUTE_RESULTS } from './annual.ts';
import { IDENTITY_TYPES } from './formats.ts';
import { ANNUAL_COLUMNS, OUTCOMES, REMEDIES } from './outcomes.ts';
import { PAUSE_INTERVALS, PAUSE_REASONS } from './period.ts';
import { PARTIES, REQUEST_TERMS, SILENCE_EFFECTS } from './request-terms.ts';
import { CHANNELS, REQUEST, REQUEST_PHASES } from './request.ts';

test('the contract and the law speak of requests in the same words', () => {
  const pairs: readonly (readonly [readonly string[], readonly string[]])[] = [
    [words.APPLICANT_TYPES, ANNUAL_COLUMNS],
    [words.IDENTITY_TYPES, IDENTITY_TYPES],
    [words.REQUEST_CHANNELS, Object.keys(CHANNELS)],
    [words.REQUEST_PHASES, REQUEST_PHASES],
    [words.REQUEST_OUTCOMES, Object.keys(OUTCOMES)],
    [words.REQUEST_REMEDIES, Object.keys(REMEDIES)],
    [words.REQUEST_PARTIES, PARTIES],
    [words.REQUEST_TERM_IDS, Object.keys(REQUEST_TERMS)],
    [words.SILENCE_EFFECTS, SILENCE_EFFECTS],
    [words.PAUSE_REASONS, PAUSE_REASONS],
    [words.ANNUAL_LINES, ANNUAL_LINES],
    [words.DISPUTES, DISPUTES],
    [words.DISPUTE_RESULTS, DISPUTE_RESULTS],
    [words.PAUSE_INTERVALS, Object.keys(PAUSE_INTERVALS)],
    [[...words.CASE_COMMANDS, 'silence', 'overdue'], Object.keys(REQUEST)],
  ];
  for (const [contract, law] of pairs) assert.deepEqual([...contract].sort(), [...law].sort());
});
