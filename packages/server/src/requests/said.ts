import type { Wanted } from '@sunlit/contract';
import type { RequestStep } from '@sunlit/rules';

/**
 * What somebody wrote with an entry of the record, apart from the entry itself, for it is sealed: texts by the name of their
 * field (`points/0`, `grounds`, `reason`, `name`, `note` …), and what is asked for anew.
 */
export interface Said {
  readonly texts: Readonly<Record<string, string>>;
  readonly wanted?: Wanted;
}

/** A step without what somebody wrote in it, and that. What remains still says what the law needs to know of the step. */
export function splitStep(step: RequestStep): { readonly step: RequestStep; readonly texts: Said['texts'] } {
  switch (step.type) {
    case 'ask-correction': return { step: { ...step, points: step.points.map(() => '') }, texts: byIndex('points', step.points) };
    case 'correct': return { step: { type: step.type }, texts: stated({ goodReason: step.goodReason }) };
    case 'override': case 'delay': return { step: { ...step, reason: '' }, texts: { reason: step.reason } };
    case 'extend': return { step: { ...step, approvedBy: '' }, texts: { approvedBy: step.approvedBy } };
    case 'decide': {
      const { grounds, pointsTo, withheld, ...reply } = step.reply;
      return {
        step: { ...step, reply: { ...reply, ...(withheld && { withheld: withheld.map(({ ground }) => ({ what: '', ground })) }) } },
        texts: { ...stated({ grounds, pointsTo }), ...byIndex('withheld', (withheld ?? []).map(({ what }) => what)) },
      };
    }
    default: return { step, texts: {} };
  }
}

/** The step as it was taken; of one whose texts were erased, what remains. */
export function joinStep(step: RequestStep, texts: Said['texts']): RequestStep {
  switch (step.type) {
    case 'ask-correction': return { ...step, points: step.points.map((point, index) => texts[`points/${index}`] ?? point) };
    case 'correct': return { ...step, ...stated({ goodReason: texts['goodReason'] }) };
    case 'override': case 'delay': return { ...step, reason: texts['reason'] ?? step.reason };
    case 'extend': return { ...step, approvedBy: texts['approvedBy'] ?? step.approvedBy };
    case 'decide': {
      const { withheld } = step.reply;
      const named = withheld?.map(({ what, ground }, index) => ({ what: texts[`withheld/${index}`] ?? what, ground }));
      return { ...step, reply: { ...step.reply, ...(named && { withheld: named }), ...stated({ grounds: texts['grounds'], pointsTo: texts['pointsTo'] }) } };
    }
    default: return step;
  }
}

function byIndex(field: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [`${field}/${index}`, text]));
}

function stated<Name extends string>(texts: Readonly<Record<Name, string | undefined>>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as Partial<Record<Name, string>>;
}
