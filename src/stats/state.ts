/** What is counted, in the order in which it is offered. */
export const SUBJECTS = ['overview', 'disclosures', 'requests', 'topics', 'freshness'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a reader chooses, in the order it has in an address. `own`: of an annual report, the agency without those below it. */
export const STATE_KEYS = ['subject', 'agency', 'year', 'own'] as const;
export type StateKey = (typeof STATE_KEYS)[number];
export type StatsState = Readonly<Partial<Record<StateKey, string>>>;

const ALLOWED: Readonly<Record<StateKey, (value: string) => boolean>> = {
  subject: (value) => SUBJECTS.some((one) => one === value),
  agency: (value) => /^[A-Za-z0-9][\w.-]{0,79}$/.test(value),
  year: (value) => /^(200[89]|20[1-9]\d|21\d\d)$/.test(value),
  own: (value) => value === 'true',
};

/** A state from what an address says; what can be no state is left out. */
export function stateOf(given: Readonly<Partial<Record<string, string>>>): StatsState {
  const state: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = given[key]?.trim();
    if (value && ALLOWED[key](value)) state[key] = value;
  }
  return state;
}

/** The same state with some choices changed; `undefined` takes one back. */
export function changed(state: StatsState, change: StatsState): StatsState {
  const next: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = key in change ? change[key] : state[key];
    if (value) next[key] = value;
  }
  return next;
}

export const subjectOf = (value: string | undefined): Subject => SUBJECTS.find((one) => one === value) ?? 'overview';
