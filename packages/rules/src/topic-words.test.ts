import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLIC_TOPIC_PHASES, TOPIC_COMMANDS, TOPIC_PHASES, TOPIC_TERM_IDS } from '@sunlit/contract';
import { TOPIC } from './topic.ts';

test('the contract and the rules speak of topics in the same words', () => {
  assert.deepEqual(Object.keys(TOPIC), [...TOPIC_COMMANDS]);
  const phases = new Set(['submitted', ...Object.values(TOPIC).flatMap(({ moves }) => Object.entries(moves).flat())]);
  phases.delete('before');
  assert.deepEqual([...phases].sort(), [...TOPIC_PHASES].sort());
  const begun = new Set(['review', ...Object.values(TOPIC).flatMap(({ starts = [] }) => starts)]);
  assert.deepEqual([...begun].sort(), [...TOPIC_TERM_IDS].sort());
  assert.deepEqual(TOPIC_PHASES.filter((phase) => !(PUBLIC_TOPIC_PHASES as readonly string[]).includes(phase)), ['submitted', 'review', 'returned']);
});
