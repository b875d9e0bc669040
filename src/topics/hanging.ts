import type { Topic, TopicSummary } from '@sunlit/client/topics';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { Following } from '../shared/live/following.ts';
import { Load } from '../shared/load.ts';
import { failed } from '../shared/states.ts';
import { WallPages } from '../shared/wall-pages.ts';
import type { PartOptions } from './parts.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';
import { prepareDisplay, wall, wallPages, wallStyles } from './wall.ts';
import { watchTopics } from './watch.ts';

const MOST = 40;
const ANSWERS = 6;
const PAGE_SECONDS = 15;
/** So long after a change all is asked for once, in milliseconds: changes come in flocks. */
const PAUSE = 3_000;

interface Hung {
  readonly open: readonly TopicSummary[];
  readonly answered: readonly Topic[];
  readonly late: readonly TopicSummary[];
}

/** The board on a wall: it renews itself, and nobody touches it. */
export class TopicsHanging {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #options: PartOptions;
  readonly #hung: Load<Hung>;
  readonly #pages: WallPages;
  #asOf: string | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, options: PartOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#options = options;
    if (host.shadowRoot) adopt(host.shadowRoot, wallStyles);
    this.#hung = new Load<Hung>(host, {
      key: () => JSON.stringify([options.setting().api, scene().scope]),
      fetch: async (signal, onSource) => this.#fetch(signal, (source) => {
        this.#asOf = source.from === 'cache' && source.because === 'offline' ? source.storedAt : new Date().toISOString();
        onSource(source);
      }),
      done: () => options.ready(),
    });
    this.#pages = new WallPages(host, { pages: () => (this.#hung.latest ? wallPages(this.#hung.latest) : 1), on: () => true, seconds: () => PAGE_SECONDS });
    new Following(host, {
      api: () => options.setting().api,
      on: () => true,
      watch: (api) => watchTopics(api, scene().scope.agency, () => {
        options.changed();
        clearTimeout(this.#soon);
        this.#soon = setTimeout(() => this.refresh(), PAUSE);
      }),
    });
  }

  refresh(): void {
    this.#hung.retry();
    this.#scene().holdings.board.retry();
  }

  view(): TemplateResult {
    const { t, language, holdings, boardHref, address } = this.#scene();
    void prepareDisplay(language)?.then(() => this.#host.requestUpdate(), () => undefined);
    const board = holdings.board.latest;
    const hung = this.#hung.latest;
    const { current } = this.#hung;
    if (!hung || !board) {
      const error = current.state === 'failed' ? current.error : holdings.board.current.state === 'failed' ? holdings.board.current.error : undefined;
      return error === undefined ? html`` : failed(t, error, () => this.refresh());
    }
    const { page, paused, pause, moves } = this.#pages;
    return wall({
      ...hung, board, language, boardHref, asOf: this.#asOf, page,
      standing: (topic) => standingOf(topic, t, language), href: address,
      turning: moves ? { paused, pause } : undefined,
    });
  }

  async #fetch(signal: AbortSignal, onSource: Parameters<ConstructorParameters<typeof Load<Hung>>[1]['fetch']>[1]): Promise<Hung> {
    const { topics } = this.#options.client();
    const { agency, own, category, round } = this.#scene().scope;
    const scope = { ...(agency && { agency }), ...(own && { own }), ...(category && { category }), ...(round && { round }) };
    const options = { signal, onSource };
    const [open, late, answers] = await Promise.all([
      topics.list({ ...scope, state: 'open', sort: 'supports', limit: MOST }, options),
      topics.list({ ...scope, late: true, sort: 'due', limit: MOST }, options),
      topics.list({ ...scope, state: 'answered', sort: 'answered', limit: ANSWERS }, options),
    ]);
    // One that cannot be had leaves the others where they are.
    const answered = await Promise.all(answers.items.map(async ({ id }) => topics.get(id, options).catch(() => undefined)));
    return { open: open.items, late: late.items, answered: answered.flatMap((one) => (one ? [one] : [])) };
  }
}
