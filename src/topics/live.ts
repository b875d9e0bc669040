import type { TopicChange } from '@sunlit/client/live';
import type { Topic, TopicQuery, TopicSummary } from '@sunlit/client/topics';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { formatNumber } from '../shared/format.ts';
import { Following } from '../shared/live/following.ts';
import { notice, noticeStyles } from '../shared/live/notice.ts';
import type { Scene } from './scene.ts';
import { watchTopics } from './watch.ts';

interface LiveOptions {
  readonly api: () => string;
  readonly on: () => boolean;
  /** What the list was asked with; nothing is asked where only this device's topics are shown. */
  readonly query: () => TopicQuery | undefined;
  /** The topic that is open. */
  readonly topic: () => Topic | undefined;
  readonly say: (text: string) => void;
  /** Caches on the way hold what is no more so. */
  readonly changed: () => void;
  readonly show: () => void;
}

/** Follows the boards: counts are renewed where they stand, everything else waits until the reader asks for it. */
export class TopicsLive implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #options: LiveOptions;
  /** Topics that are not as the list shows them, or are not in it yet. */
  readonly #news = new Set<string>();
  /** The open topic has taken a step. */
  #stale = false;
  #wasLoading = false;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, options: LiveOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#options = options;
    if (host.shadowRoot) adopt(host.shadowRoot, noticeStyles);
    new Following(host, { api: () => options.api(), on: () => options.on(), watch: (api) => watchTopics(api, scene().scope.agency, (change) => {
      options.changed();
      this.#heard(change);
    }) });
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdate(): void {
    const loading = this.#scene().holdings.listing.current.state === 'loading';
    // What is being asked for has everything that was told before.
    if (loading && !this.#wasLoading) this.#news.clear();
    this.#wasLoading = loading;
  }

  hostDisconnected(): void {
    this.#news.clear();
  }

  view(): TemplateResult {
    const { t, state } = this.#scene();
    const n = this.#news.size;
    const text = state.topic ? (this.#stale ? t('news.topic') : undefined) : n > 0 ? t('news.list', { n }) : undefined;
    return notice(text, () => {
      this.#news.clear();
      this.#stale = false;
      this.#options.show();
      this.#host.shadowRoot?.querySelector<HTMLElement>(state.topic ? '.item h2' : '.total')?.focus({ preventScroll: true });
    });
  }

  #heard({ id, topic }: TopicChange): void {
    const { t, language, holdings, supporting } = this.#scene();
    const open = this.#options.topic();
    const listed = holdings.listing.items.find((one) => one.id === id);
    const shown = open?.id === id ? open : listed;
    if (shown && topic) {
      const before = supporting.count(shown).total;
      supporting.heard(id, topic.supports);
      if (open?.id === id && topic.supports.total !== before && !supporting.standing(shown).busy) this.#options.say(t('said.count', { title: topic.title, n: formatNumber(topic.supports.total, language) }));
    }
    if (open?.id === id && (!topic || topic.version > open.version)) this.#stale = true;
    if (listed ? !topic || topic.version > listed.version : topic && this.#fits(topic)) this.#news.add(id);
    this.#host.requestUpdate();
  }

  /** Whether the list that is shown would have it. Of words only the server can say. */
  #fits({ board, agency, phase, categoryId, place, round, next }: TopicSummary): boolean {
    const query = this.#options.query();
    if (!query || query.q) return false;
    const { state, late } = query;
    const waiting = ['open', 'assigned', 'claimed', 'answered'].includes(phase);
    const done = phase === 'published' || phase === 'rated';
    return (state === 'open' ? waiting : state === 'answered' ? done : phase !== 'merged') && (!late || next?.late === true)
      && (!query.own || board.id === query.agency || agency?.id === query.agency) && (!query.category || categoryId === query.category) && (!query.place || place === query.place) && (!query.round || round?.id === query.round);
  }
}
