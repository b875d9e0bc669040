import { test } from 'node:test';
import type { Answer, Change, Disclosure, Operations, Query } from './index.ts';

test('kind narrows fields, state narrows the tombstone, type narrows a change', () => {
  const read = (disclosure: Disclosure): string => {
    if (disclosure.state === 'withdrawn') return disclosure.ground;
    switch (disclosure.kind) {
      case 'service': return String(disclosure.fields.flow.nodes.length);
      case 'decision': return disclosure.fields.act === 'penalty' ? disclosure.fields.cause : disclosure.fields.decisionNo;
      default: return disclosure.title;
    }
  };
  const reason = (change: Change) => (change.type === 'amended' ? change.reason : change.type === 'withdrawn' ? change.tombstone.ground : '');
  const query: Query<Operations['disclosures.list']> = { kind: 'notice', limit: 5 };
  // @ts-expect-error an unknown kind does not compile
  query.kind = 'anything';
  const page = (answer: Answer<Operations['disclosures.list']>): number => answer.items.length + answer.total.value;
  void [read, reason, page];
});
