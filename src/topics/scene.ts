import type { Reader } from '@sunlit/client';
import type { TopicSummary } from '@sunlit/client/topics';
import type { TemplateResult } from 'lit';
import type { Language } from '../shared/i18n.ts';
import type { Holdings } from './holdings.ts';
import type { BoardState, FilterKey, Scope, StateKey, View } from './state.ts';
import type { Say } from './strings/index.ts';
import type { Supporting } from './supporting.ts';

/** What a reader can do. */
export interface Acts {
  readonly choose: (change: Readonly<Partial<Record<StateKey, string | undefined>>>) => void;
  readonly toggleFilters: () => void;
  readonly click: (event: MouseEvent) => void;
  readonly open: (id: string) => void;
  readonly more: () => void;
  readonly retry: () => void;
  readonly back: () => void;
  readonly support: (topic: Supportable) => void;
  readonly write: () => void;
  readonly report: (round: string) => void;
  readonly print: (size: 'A3' | 'A4') => void;
  readonly forget: () => void;
}

/** What a support button must know. */
export type Supportable = Pick<TopicSummary, 'id' | 'title' | 'supports'>;

/** Everything the templates draw from. */
export interface Scene {
  readonly t: Say;
  readonly language: Language;
  readonly state: BoardState;
  readonly scope: Scope;
  readonly view: View;
  readonly reader: () => Reader;
  readonly holdings: Holdings;
  readonly supporting: Supporting;
  readonly heading: string;
  /** How many there are, in figures; `undefined` before it is known. */
  readonly total: string | undefined;
  readonly filtering: boolean;
  readonly said: string;
  /** The next person at this screen is somebody else. */
  readonly shared: boolean;
  /** Whether what this device did outlives the page. */
  readonly lasting: () => boolean;
  /** Address of a topic with `{id}`; without one, titles are buttons. */
  readonly href: string | undefined;
  /** Where anybody reads a topic: for codes, and to pass on. */
  readonly address: (id: string) => string;
  /** Where the board is, for codes. */
  readonly boardHref: string | undefined;
  readonly feed: string | undefined;
  /** Pages for what is no topic. */
  readonly ways: Readonly<Partial<Record<'request' | 'complaint' | 'petition', string | undefined>>>;
  /** What has changed since the list was drawn. */
  readonly notice: () => TemplateResult | undefined;
  /** The report of the round, once somebody opened it. */
  readonly report: () => TemplateResult | undefined;
  readonly acts: Acts;
}

/** Which filters a reader has set, of those that the page left open. */
export const chosen = ({ state, scope }: Scene): readonly FilterKey[] => (['agency', 'category', 'place'] as const).filter((key) => state[key] && !(key === 'category' && scope.category));
