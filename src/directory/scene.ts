import type { Sort } from '@sunlit/client';
import type { SunlitReadyEvent, SunlitSearchEvent, SunlitSelectEvent, Subject } from '../shared/events.ts';
import type { TemplateResult } from 'lit';
import type { Language } from '../shared/i18n.ts';
import type { Holdings } from './holdings.ts';
import type { DirectoryState, FilterKey, Scope } from './state.ts';
import type { Say } from './strings/index.ts';

/** What a reader can do. */
export interface Acts {
  readonly choose: (key: FilterKey, value: string | undefined) => void;
  readonly drop: (key: FilterKey) => void;
  readonly clear: () => void;
  readonly unfold: (list: string) => void;
  readonly toggleFilters: () => void;
  readonly sort: (by: Sort) => void;
  readonly search: (event: SunlitSearchEvent) => void;
  readonly select: (event: SunlitSelectEvent) => void;
  readonly open: (subject: Subject) => void;
  readonly click: (event: MouseEvent) => void;
  readonly more: () => void;
  readonly retry: () => void;
  readonly back: () => void;
  readonly ready: (event: SunlitReadyEvent) => void;
}

/** Everything the templates draw from. */
export interface Scene {
  readonly t: Say;
  readonly language: Language;
  readonly state: DirectoryState;
  readonly scope: Scope;
  readonly holdings: Holdings;
  readonly limit: number;
  /** How many rows are drawn at most; before it is all of them, neither is the search box nor what stands below the rows, which nobody uses first. */
  readonly most: number;
  readonly heading: string;
  /** How many there are, in figures; `undefined` before it is known. */
  readonly total: string | undefined;
  readonly withTree: boolean;
  readonly withFacets: boolean;
  readonly withSearch: boolean;
  readonly filtering: boolean;
  /** Lists that the reader has unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Whether the reader has done anything yet. */
  readonly acted: boolean;
  readonly said: string;
  /** Address of an item with `{id}`; without one, titles are buttons. */
  readonly href: string | undefined;
  /** For the widgets inside. */
  readonly setting: { readonly link?: string | undefined; readonly api: string; readonly theme: string | undefined; readonly scheme: string | undefined; readonly live: string | undefined; readonly feedback: boolean };
  /** What has changed since the list was drawn. */
  readonly notice: TemplateResult | undefined;
  readonly acts: Acts;
}
