import type { Case, CaseCommand, Cases, LetterCommand } from '@sunlit/client/desk';
import { LONGEST_EXTENSION, REQUEST_TERMS } from '../../../rules/src/request-terms.ts';
import type { CaseKey } from './strings/index.ts';

/** What a step states, as it is asked for: `name` is that of the field in the body of the call. */
export type StepField =
  | { readonly is: 'line' | 'text'; readonly name: string; readonly label: CaseKey; readonly most: number; readonly hint?: CaseKey; readonly optional?: true }
  /** One on each line. */
  | { readonly is: 'lines'; readonly name: 'points' | 'parts'; readonly label: CaseKey; readonly hint: CaseKey; readonly least: number }
  | { readonly is: 'choice'; readonly name: string; readonly label: CaseKey; readonly choices: readonly string[]; readonly word: 'party' | 'opinion' }
  | { readonly is: 'workdays'; readonly suggested: number; readonly most: number; readonly hint: CaseKey }
  | { readonly is: 'question'; readonly of: (one: Case) => readonly string[] }
  | { readonly is: 'way' | 'handler' | 'agency' | 'wanted' | 'fee' | 'reply' };

/** One of the questions is answered, delivered or overridden: those that can be. */
const open = ({ questions }: Case) => questions.filter(({ endedOn, answer }) => endedOn === undefined && answer === undefined);
const consultations = (one: Case) => open(one).filter(({ term }) => term === 'third-party-opinion' || term === 'co-maker-opinion').map(({ id }) => id);
const objections = ({ questions }: Case) => questions.filter(({ answer, overriddenOn }) => answer === 'objects-with-reason' && overriddenOn === undefined).map(({ id }) => id);
/** A posted reply is delivered as `reply`; anything else under way is a question. */
const underWay = (one: Case) => (one.phase === 'served' || one.phase === 'archived' ? ['reply'] : open(one).filter(({ deliveredOn }) => deliveredOn === undefined).map(({ id }) => id));

const way = { is: 'way' } as const;
const reason = { is: 'line', name: 'reason', label: 'field.reason', most: 500 } as const;
const workdays = (suggested: number, most: number, hint: CaseKey) => ({ is: 'workdays', suggested, most, hint }) as const;

/** What each step asks for, in the order in which it is asked; the day, a note and the letter are asked for everywhere. */
export const STEPS: Readonly<Record<CaseCommand, readonly StepField[]>> = {
  receive: [],
  register: [{ is: 'line', name: 'label', label: 'field.label', most: 60, hint: 'field.label.hint', optional: true }],
  assign: [{ is: 'handler' }],
  'ask-correction': [{ is: 'lines', name: 'points', label: 'field.points', hint: 'field.points.hint', least: 1 }, workdays(REQUEST_TERMS.correction.length, 250, 'field.workdays.correction'), way],
  correct: [{ is: 'wanted' }, { is: 'line', name: 'goodReason', label: 'field.goodReason', most: 500, hint: 'field.goodReason.hint', optional: true }],
  consult: [
    { is: 'choice', name: 'party', label: 'field.party', choices: ['third-party', 'co-maker'], word: 'party' },
    { is: 'line', name: 'name', label: 'field.name', most: 120 }, { is: 'line', name: 'address', label: 'field.address', most: 300, optional: true },
    { is: 'text', name: 'about', label: 'field.about', most: 2000, hint: 'field.about.hint' }, way,
  ],
  opinion: [
    { is: 'question', of: consultations },
    { is: 'choice', name: 'opinion', label: 'field.opinion', choices: ['consents', 'objects-with-reason', 'objects-without-reason'], word: 'opinion' },
    { is: 'text', name: 'text', label: 'field.text', most: 2000, optional: true },
  ],
  override: [{ is: 'question', of: objections }, { ...reason, label: 'field.publicInterest' }],
  extend: [workdays(LONGEST_EXTENSION, LONGEST_EXTENSION, 'field.workdays.extend'), reason, { is: 'line', name: 'approvedBy', label: 'field.approvedBy', most: 60, hint: 'field.approvedBy.hint' }],
  'ask-reasons': [workdays(REQUEST_TERMS.reasons.length, 250, 'field.workdays.reasons'), way],
  explain: [{ is: 'text', name: 'reasons', label: 'field.reasons', most: 2000 }],
  delay: [workdays(20, 250, 'field.workdays.delay'), reason],
  'notice-fee': [{ is: 'fee' }, way],
  pay: [],
  deliver: [{ is: 'question', of: underWay }],
  transfer: [{ is: 'agency' }],
  split: [{ is: 'lines', name: 'parts', label: 'field.parts', hint: 'field.parts.hint', least: 2 }],
  withdraw: [],
  decide: [{ is: 'reply' }],
  serve: [way],
  archive: [],
};

const LETTERS: Readonly<Record<LetterCommand, true>> = {
  receive: true, 'ask-correction': true, consult: true, override: true, extend: true, 'ask-reasons': true, delay: true, 'notice-fee': true, transfer: true, decide: true,
};

/** Whether a letter goes out with a step. */
export const hasLetter = (command: CaseCommand): command is LetterCommand => command in LETTERS;

/** What leads to the end; the others are turns on the way. */
export const ONWARD: readonly CaseCommand[] = ['receive', 'register', 'decide', 'serve', 'archive'];

/** Sends a step. What it states was read from a form by the table above, and the server holds it against the contract. */
export function take(cases: Cases, command: CaseCommand, id: string, stated: object): Promise<Case> {
  const method = command.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as 'receive';
  return cases[method](id, stated as Parameters<Cases['receive']>[1]);
}
