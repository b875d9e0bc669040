import { correction, licence, meeting, notice, penalty, project, service } from './examples/affairs.ts';
import { budget, institution, personnel, plan, report, statistics, withdrawn } from './examples/figures.ts';
import { clarification, normative, normativeOld, power, powerRevisions } from './examples/law.ts';
import type { Published, PublishedDisclosure } from './types.ts';

/** One disclosure of every kind, from the facts of the seed reports in the fictional city of 清川; for tests, documentation and demo. */
export const examples: { readonly [K in PublishedDisclosure['kind']]: Published<K> } = {
  normative, power, service, notice, decision: penalty, plan, budget, statistics, project, personnel, meeting, report, institution, clarification,
};

/** Further ones for states the first do not have. */
export const more = { repealed: normativeOld, licence, correction };

export { powerRevisions, withdrawn };
