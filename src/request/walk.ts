import { STEPS, questionsOf, type Answers, type Step } from './answers.ts';

/*
 * The way through the form: step by step, or with one question at a time through the questions of each. Which questions there are depends on the answers so far.
 */

export type Pace = 'step' | 'question';
export interface Place {
  readonly step: Step;
  /** Which question of the step; 0 where it is asked as a whole. */
  readonly question: number;
}

/** The how-manieth of how many. */
export function progressOf(pace: Pace, { step, question }: Place, answers: Answers): readonly [number: number, of: number] {
  if (pace !== 'question') return [STEPS.indexOf(step) + 1, STEPS.length];
  const count = (steps: readonly Step[]) => steps.reduce((sum, one) => sum + questionsOf(one, answers).length, 0);
  return [count(STEPS.slice(0, STEPS.indexOf(step))) + question + 1, count(STEPS)];
}

/** Where one comes from; nothing at the first. */
export function placeBefore(pace: Pace, { step, question }: Place, answers: Answers): Place | undefined {
  if (question > 0) return { step, question: question - 1 };
  const before = STEPS[STEPS.indexOf(step) - 1];
  return before && { step: before, question: pace === 'question' ? questionsOf(before, answers).length - 1 : 0 };
}

/** Where one goes on to; the last step leads nowhere. */
export function placeAfter(pace: Pace, { step, question }: Place, answers: Answers): Place {
  if (pace === 'question' && question + 1 < questionsOf(step, answers).length) return { step, question: question + 1 };
  return { step: STEPS[STEPS.indexOf(step) + 1] ?? 'check', question: 0 };
}
