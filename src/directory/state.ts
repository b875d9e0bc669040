import type { DisclosureQuery, Sort } from '@sunlit/client';
import { shared } from '../locales/zh-CN.ts';

/** What a reader chooses, in the order it has in an address. */
export const STATE_KEYS = ['q', 'agency', 'category', 'kind', 'year', 'validity', 'sort', 'item'] as const;
export type StateKey = (typeof STATE_KEYS)[number];

/** What narrows the list, in the order the chips have. */
export const FILTER_KEYS = ['q', 'agency', 'category', 'kind', 'year', 'validity'] as const satisfies readonly StateKey[];
export type FilterKey = (typeof FILTER_KEYS)[number];

export type DirectoryState = Readonly<Partial<Record<StateKey, string>>>;

const SORTS: readonly Sort[] = ['relevance', 'newest', 'agency'];

// A kind that has a name is a kind: the contract itself would bring its schemas along.
const named = (group: 'kind' | 'validity') => (value: string) => `${group}.${value}` in shared;
const isId = (value: string) => /^[A-Za-z0-9][\w.-]{0,79}$/.test(value);

const ALLOWED: Record<StateKey, (value: string) => boolean> = {
  q: (value) => value.length <= 200,
  agency: isId,
  category: isId,
  kind: named('kind'),
  year: (value) => /^(19|20|21)\d\d$/.test(value),
  validity: named('validity'),
  sort: (value) => SORTS.some((one) => one === value),
  item: (value) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value),
};

/** A state from what an address says; what can be no state is left out. */
export function stateOf(given: Readonly<Partial<Record<string, string>>>): DirectoryState {
  const state: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = given[key]?.trim();
    if (value && ALLOWED[key](value)) state[key] = value;
  }
  return state;
}

/** The same state with one choice changed; `undefined` takes it back. */
export function changed(state: DirectoryState, change: Readonly<Partial<Record<StateKey, string | undefined>>>): DirectoryState {
  const next: Partial<Record<StateKey, string>> = {};
  for (const key of STATE_KEYS) {
    const value = key in change ? change[key] : state[key];
    if (value) next[key] = value;
  }
  if (!next.q && next.sort === 'relevance') delete next.sort;
  return next;
}

/** What the page fixed by attributes, and the reader cannot leave. */
export interface Scope {
  readonly agency: string | undefined;
  readonly category: string | undefined;
  readonly kind: string | undefined;
}

/** The filters of a listing: the reader's choice within what the page fixed. */
export function filtersOf(state: DirectoryState, scope: Scope): DisclosureQuery {
  const agency = state.agency ?? scope.agency;
  const category = scope.category ?? state.category;
  const kind = scope.kind ?? state.kind;
  return {
    ...(state.q && { q: state.q }),
    ...(agency && { agency }),
    ...(category && { category }),
    ...(kind && { kind: kind as NonNullable<DisclosureQuery['kind']> }),
    ...(state.year && { year: Number(state.year) }),
    ...(state.validity && { validity: state.validity as NonNullable<DisclosureQuery['validity']> }),
  };
}

/** Which sort the list has: the chosen one, or what the API does by itself. */
export function sortOf(state: DirectoryState): Sort {
  const chosen = SORTS.find((one) => one === state.sort);
  return chosen ?? (state.q ? 'relevance' : 'newest');
}

export const sortsFor = (state: DirectoryState): readonly Sort[] => (state.q ? SORTS : SORTS.slice(1));

/** The same set with a value put in, or taken out. */
export function toggled<T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}
