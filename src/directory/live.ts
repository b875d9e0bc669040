import type { Change, DisclosureQuery, DisclosureSummary } from '@sunlit/client';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { clients } from '../shared/connection.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import { watchChanges } from '../shared/live/connection.ts';
import { Following } from '../shared/live/following.ts';
import { notice, noticeStyles } from '../shared/live/notice.ts';
import { strings } from '../shared/live/strings/index.ts';
import type { Holdings } from './holdings.ts';
import type { Scene } from './scene.ts';

/** Up to when a list is asked for once for all changes that came, in milliseconds; by chance, so that not all pages ask at once. */
const [SOONEST, LATEST] = [150, 900];

/** Counts what has changed in an open list. Nothing moves before the reader asks for it. */
export class DirectoryLive implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  /** What the list was asked with. */
  readonly #query: () => DisclosureQuery;
  /** The disclosures of the list that are not as it shows them. */
  readonly #updated = new Set<string>();
  /** Those of which only the server can say whether the filters let them through. */
  readonly #unsure = new Map<string, Change>();
  #asking: AbortController | undefined;
  #wasLoading = false;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, query: () => DisclosureQuery) {
    this.#host = host;
    this.#scene = scene;
    this.#query = query;
    if (host.shadowRoot) adopt(host.shadowRoot, noticeStyles);
    new Following(host, { api: () => scene().setting.api, on: () => scene().setting.live !== 'off', watch: (api) => watchChanges(api, (change, old) => this.#changed(change, old)) });
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdate(): void {
    const loading = this.#listing.current.state === 'loading';
    // What is being asked for has everything that was told before.
    if (loading && !this.#wasLoading) this.#clear();
    this.#wasLoading = loading;
  }

  hostDisconnected(): void {
    this.#clear();
  }

  view(language: Language): TemplateResult {
    void prepare(strings, language)?.then(() => this.#host.requestUpdate(), () => undefined);
    const n = this.#updated.size;
    return notice(n === 0 ? undefined : translator(strings, language)('list', { n }), () => this.#show());
  }

  get #listing(): Holdings['listing'] {
    return this.#scene().holdings.listing;
  }

  /** At the reader's wish; the notice that had the focus goes. */
  #show(): void {
    const part = (selector: string) => this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
    this.#clear();
    this.#scene().acts.retry();
    part('.total')?.focus({ preventScroll: true });
    if ((part('.results')?.getBoundingClientRect().top ?? 0) < 0) this.#host.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  #clear(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#updated.clear();
    this.#unsure.clear();
  }

  #changed(change: Change, old: boolean): void {
    // Behind an item opened by its address there is no list yet, and what will be asked for has everything.
    if (this.#listing.current.state === 'idle') return;
    const { agency, q, category, kind, year, validity } = this.#query();
    if (agency !== undefined && !change.path.includes(agency)) return;
    const shown = this.#listing.items.find(({ id }) => id === change.id);
    const filtered = Boolean(q ?? category ?? kind ?? year ?? validity);
    if (shown) {
      if (isNews(change, shown)) this.#add(change.id);
    } else if (filtered || (old && change.type === 'published')) {
      this.#unsure.set(change.id, change);
      this.#ask();
    } else if (change.type === 'published') this.#add(change.id);
    else if (change.type === 'withdrawn' && this.#updated.delete(change.id)) this.#host.requestUpdate();
  }

  #add(id: string): void {
    this.#updated.add(id);
    this.#host.requestUpdate();
  }

  /** Asks for the first page as it is now, and sees who of the unsure is in it. */
  #ask(): void {
    if (this.#asking) return;
    const asking = (this.#asking = new AbortController());
    const { signal } = asking;
    setTimeout(() => {
      if (signal.aborted) return;
      const asked = [...this.#unsure.keys()];
      this.#unsure.clear();
      const { setting, language } = this.#scene();
      const { facets: _, ...query } = this.#query();
      // The one the widget asks with; whoever follows has one.
      clients.get(`${language} ${setting.api}`)?.disclosures.list(query, { signal }).then(
        ({ items }) => {
          if (signal.aborted) return;
          for (const id of asked) {
            const now = items.some((one) => one.id === id) && !this.#listing.items.some((one) => one.id === id);
            if (now) this.#add(id);
            else if (this.#updated.delete(id)) this.#host.requestUpdate();
          }
        },
        () => undefined, // the next change asks again
      ).finally(() => {
        if (this.#asking !== asking) return;
        this.#asking = undefined;
        if (this.#unsure.size > 0) this.#ask();
      });
    }, SOONEST + Math.random() * (LATEST - SOONEST));
  }
}

/** Whether the list shows a disclosure otherwise than it is since a change. */
function isNews(change: Change, shown: DisclosureSummary): boolean {
  if (change.type === 'withdrawn') return true;
  if (change.type === 'repealed' || change.type === 'expired') return shown.validity !== change.type;
  return change.revision > shown.revision;
}
