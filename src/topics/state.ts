import type { TopicQuery } from '@sunlit/client/topics';

/** What a reader chooses, in the order it has in an address. */
export const STATE_KEYS = ['view', 'q', 'agency', 'category', 'place', 'topic'] as const;
export type StateKey = (typeof STATE_KEYS)[number];

/** What narrows the list. */
export const FILTER_KEYS = ['agency', 'category', 'place'] as const satisfies readonly StateKey[];
export type FilterKey = (typeof FILTER_KEYS)[number];

export type BoardState = Readonly<Partial<Record<StateKey, string>>>;

export const VIEWS = ['open', 'supports', 'newest', 'answered', 'late', 'mine'] as const;
export type View = (typeof VIEWS)[number];

/** What each view asks for; `mine` asks something else. */
const QUERIES: Readonly<Record<Exclude<View, 'mine'>, TopicQuery>> = {
  open: { state: 'open', sort: 'due' },
  supports: { state: 'open', sort: 'supports' },
  newest: { state: 'all', sort: 'newest' },
  answered: { state: 'answered', sort: 'answered' },
  late: { late: true, sort: 'due' },
};

const isId = (value: string) => /^[A-Za-z0-9][\w.-]{0,79}$/.test(value);

const ALLOWED: Record<StateKey, (value: string) => boolean> = {
  view: (value) => VIEWS.some((one) => one === value),
  q: (value) => value.length <= 200,
  agency: isId,
  category: isId,
  place: (value) => value.length <= 60,
  topic: (value) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value),
};

/** A state from what an address says; what can be no state is left out. */
export function stateOf(given: Readonly<Partial<Record<string, string>>>): BoardState {
  const state: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = given[key]?.trim();
    if (value && ALLOWED[key](value)) state[key] = value;
  }
  return state;
}

/** The same state with one choice changed; `undefined` takes it back. */
export function changed(state: BoardState, change: Readonly<Partial<Record<StateKey, string | undefined>>>): BoardState {
  const next: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = key in change ? change[key] : state[key];
    if (value) next[key] = value;
  }
  return next;
}

/** What the page fixed by attributes, and the reader cannot leave. */
export interface Scope {
  readonly agency: string | undefined;
  readonly own: boolean;
  readonly category: string | undefined;
  readonly round: string | undefined;
  readonly view: View;
}

export const viewOf = (state: BoardState, scope: Scope): View => VIEWS.find((one) => one === state.view) ?? scope.view;

/** What is asked for: the reader's choice within what the page fixed; `undefined` where another question is asked. */
export function queryOf(state: BoardState, scope: Scope): TopicQuery | undefined {
  const view = viewOf(state, scope);
  if (view === 'mine') return undefined;
  const agency = state.agency ?? scope.agency;
  const category = scope.category ?? state.category;
  return {
    ...QUERIES[view],
    ...(agency && { agency }),
    ...(scope.own && { own: true }),
    ...(category && { category }),
    ...(state.place && { place: state.place }),
    ...(scope.round && { round: scope.round }),
    ...(state.q && { q: state.q }),
  };
}
