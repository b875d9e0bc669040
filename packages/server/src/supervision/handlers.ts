import { dayInShanghai } from '@sunlit/rules';
import type { HandlersOf } from '../handlers.ts';
import { discreet } from '../requests/discreet.ts';
import type { RequestStore } from '../requests/store.ts';
import { listBreaches } from './breaches.ts';
import { lightsBelow, listLate } from './list.ts';
import { assessmentSheet, setWeights } from './sheet.ts';
import { answerUrging, urge } from './urgings.ts';

type SupervisionOperation = `supervision.${'list' | 'tree' | 'urge' | 'answer' | 'breaches' | 'sheet' | 'weigh'}`;

/** 电子监察: who is late, who was, what supervisors ask, and how agencies are assessed. */
export function supervisionHandlers(store: RequestStore): HandlersOf<SupervisionOperation> {
  const { database } = store;
  return discreet({
    'supervision.list': (call) => listLate(store, call),
    'supervision.tree': (call) => lightsBelow(store, call),
    'supervision.urge': (call) => urge(store, call),
    'supervision.answer': (call) => answerUrging(store, call),
    'supervision.breaches': (call) => listBreaches(database, call),
    'supervision.sheet': ({ params }) => assessmentSheet(database.read, params, dayInShanghai(database.now())),
    'supervision.weigh': (call) => setWeights(database, call),
  } satisfies HandlersOf<SupervisionOperation>);
}
