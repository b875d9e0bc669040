import { isSunlitError, type Topic, type TopicStanding } from '@sunlit/client/topics';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { formStyles } from '../shared/form-styles.ts';
import { formatDay, formatNumber } from '../shared/format.ts';
import { prepare, translator } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, offline, skeleton } from '../shared/states.ts';
import { timelineStyles } from '../shared/timeline-styles.ts';
import { nameOf } from './filters.ts';
import { answer, declined } from './page/answer.ts';
import { terms, timeline } from './page/course.ts';
import { Follow } from './page/follow.ts';
import { Reopening } from './page/reopening.ts';
import { disclosureLink, type PageScene } from './page/scene.ts';
import { pageStyles } from './page/styles.ts';
import { strings } from './page/strings/index.ts';
import { Texts } from './page/texts.ts';
import { way } from './mine.ts';
import type { PartOptions } from './parts.ts';
import { problemLine, skeletonRow, supportButton } from './rows.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

const BASES = ['web', 'kiosk', 'counter', 'paper', 'hotline'] as const;

/** The page of a topic: its words, where it stands, the answer, and every step with its day and term. */
export class TopicPages {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #options: PartOptions;
  readonly #topic: Load<Topic>;
  /** Of one that is not public, or not yet. */
  readonly #standing: Load<TopicStanding>;
  readonly #texts: Texts;
  readonly #follow: Follow;
  readonly #reopening: Reopening;
  #rates = false;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, options: PartOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#options = options;
    if (host.shadowRoot) for (const styles of [formStyles, timelineStyles, pageStyles]) adopt(host.shadowRoot, styles);
    this.#texts = new Texts(host);
    this.#follow = new Follow(host, options);
    this.#reopening = new Reopening(host, options, () => this.refresh());
    this.#standing = new Load<TopicStanding>(host, {
      key: () => (this.#unseen ? options.topic() : undefined),
      fetch: async (signal) => options.client().topics.standing(options.topic() ?? '', { signal }),
      done: () => options.ready(),
    });
    let arrived: string | undefined;
    this.#topic = new Load<Topic>(host, {
      key: () => (options.topic() ? JSON.stringify([options.setting().api, options.topic(), scene().language]) : undefined),
      fetch: async (signal, onSource) => options.client().topics.get(options.topic() ?? '', { signal, onSource }),
      done: ({ id }) => {
        options.ready();
        if (arrived === id) return;
        arrived = id;
        this.#follow.reset();
        this.#reopening.reset();
        // Who opened it hears what it is.
        void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('.item h2')?.focus({ preventScroll: true }));
      },
    });
  }

  /** Whether there is no such topic for the public; whoever has its slip still learns where it stands. */
  get #unseen(): boolean {
    const { current } = this.#topic;
    return current.state === 'failed' && isSunlitError(current.error) && current.error.code === 'not-found';
  }

  get topic(): Topic | undefined {
    return this.#topic.latest;
  }

  refresh(): void {
    this.#topic.retry();
  }

  reset(): void {
    this.#follow.reset();
    this.#reopening.reset();
  }

  view(): TemplateResult {
    const scene = this.#scene();
    const { t, acts, language } = scene;
    void prepare(strings, language)?.then(() => this.#host.requestUpdate(), () => undefined);
    const { current } = this.#topic;
    const topic = current.state === 'ready' ? current.value : current.state === 'loading' && current.previous?.id === this.#options.topic() ? current.previous : undefined;
    return html`<button class="button quiet back no-print" type="button" @click=${acts.back}>${icons.back}${t('item.back')}</button>
      ${scene.notice() ?? nothing}
      ${this.#unseen && this.#standing.current.state !== 'failed' ? this.#waiting(scene) : current.state === 'failed' ? failed(t, current.error, () => this.refresh()) : topic === undefined ? skeleton(t, 3, skeletonRow) : html`
        ${current.state === 'ready' ? offline(t, language, current.asOf, () => this.refresh()) : nothing}
        ${this.#shown(topic, { ...scene, say: translator(strings, language), texts: this.#texts, options: this.#options })}`}
      <span class="hidden-text" role="status">${scene.said}</span>`;
  }

  /** Not public: its number, where it stands, and if it was returned why and where to go. */
  #waiting(scene: Scene): TemplateResult {
    const { t, language } = scene;
    const { current } = this.#standing;
    if (current.state !== 'ready') return skeleton(t, 1, skeletonRow);
    const say = translator(strings, language);
    const { no, phase, returned, submittedOn } = current.value;
    const on = formatDay(submittedOn, language);
    return html`<article class="topic"><h2 tabindex="-1">${say('no', { no })}</h2>
      ${phase === 'returned' && returned
        ? html`<p class="stands warn"><span class="dot" aria-hidden="true"></span><span>${say('standing.returned')}</span><span class="until">${t(`returned.${returned.reason}`)}</span></p><p class="returned"><bdi>${returned.words}</bdi></p>${way(returned, scene)}`
        : html`<p class="lead">${phase === 'submitted' || phase === 'review' ? say(`standing.${phase}`, { on }) : say('standing.public')}</p>`}
    </article>`;
  }

  #shown(topic: Topic, scene: PageScene): TemplateResult {
    const { t, say, language, options } = scene;
    const { title, text, purpose, no, board, place, submittedOn, categoryId, disclosure } = topic;
    return html`<article class="topic">
      <header>
        <p class="kind">${t(`purpose.${purpose}`)}</p>
        <h2 tabindex="-1"><bdi>${title}</bdi></h2>
        <p class="meta"><span>${say('no', { no })}</span><bdi>${board.name}</bdi>${place ? html`<bdi>${place}</bdi>` : nothing}${categoryId ? html`<bdi>${nameOf('category', categoryId, scene)}</bdi>` : nothing}<span>${say('submitted', { on: formatDay(submittedOn, language) })}</span></p>
      </header>
      ${text ? html`<p class="words"><bdi>${text}</bdi></p>` : nothing}
      ${disclosure ? html`<p class="about"><span class="muted">${say('about')}</span> ${disclosureLink(disclosure, scene)}</p>` : nothing}
      ${this.#stands(topic, scene)}
      ${topic.answer ? answer(topic.id, topic.answer, topic.earlierAnswers, scene) : nothing}
      ${topic.declined ? declined(topic.declined, scene) : nothing}
      ${topic.answer ? this.#rating(topic, scene) : nothing}
      ${topic.may.includes('reopen') && options.wrote(topic.id) ? this.#reopening.view(topic, say) : nothing}
      ${merged(topic, scene)}
      ${timeline(topic, scene)}
      ${terms(topic, scene)}
      ${this.#follow.view(topic, scene)}
    </article>`;
  }

  /** Where it stands, and who supports it. */
  #stands(topic: Topic, scene: PageScene): TemplateResult {
    const { t, say, language, supporting } = scene;
    const { tone, text, until } = standingOf(topic, t, language);
    const count = supporting.count(topic);
    const bases = BASES.filter((basis) => count[basis] > 0);
    return html`<section class="now" aria-label=${say('stands')}>
      <div>
        <p class="stands ${tone}"><span class="dot" aria-hidden="true"></span><span class="strong">${text}</span></p>
        ${until.length > 0 ? html`<p class="until-line ${tone}">${until.map((one) => html`<span>${one}</span>`)}</p>` : nothing}
        <p class="small muted">${say('supports', { n: formatNumber(supporting.standing(topic).total, language) })}${bases.length > 0 ? html`（${bases.map((basis, index) => html`${index > 0 ? ' · ' : nothing}${say(`basis.${basis}`, { n: formatNumber(count[basis], language) })}`)}）` : nothing}
          ${topic.merged.length > 0 ? say('supports.merged', { n: topic.merged.length }) : nothing}</p>
        <details class="proves small"><summary>${t('proves')}</summary><p>${t('proves.text')}</p></details>
      </div>
      ${topic.may.includes('support') || supporting.standing(topic).on ? supportButton(topic, scene) : nothing}
      ${problemLine(topic, scene)}
    </section>`;
  }

  /** Whoever reads the answer says how good it is, and sees how many said what. */
  #rating({ id, may, ratings }: Topic, { say, options, shared }: PageScene): TemplateResult | typeof nothing {
    if (!may.includes('rate') && ratings.n === 0) return nothing;
    if (!this.#rates) {
      this.#rates = true;
      import('../rating/define.ts').catch(() => (this.#rates = false)); // the place stays empty, and the page is whole without
    }
    const { api, theme, scheme } = options.setting();
    return html`<section class="section rating no-print" aria-label=${say('ratings')}>
      <sunlit-rating subject="answer" subject-id=${id} api=${api} theme=${theme ?? nothing} scheme=${scheme ?? nothing} device=${shared ? 'shared' : 'personal'} @sunlit-ready=${(event: Event) => event.stopPropagation()}></sunlit-rating></section>`;
  }
}

function merged({ merged: others, mergedInto }: Topic, { say, acts }: PageScene): TemplateResult | typeof nothing {
  if (mergedInto) return html`<section class="section notice">${icons.document}<div><p>${say('supports.into')}</p><button class="button" type="button" @click=${() => acts.open(mergedInto)}>${say('supports.open')}${icons.next}</button></div></section>`;
  if (others.length === 0) return nothing;
  return html`<section class="section"><h3>${say('merged')}</h3>
    <ul class="merged">${others.map(({ id, no, title }) => html`<li><button class="link" type="button" @click=${() => acts.open(id)}><bdi>${title}</bdi></button> <span class="small muted">${no}</span></li>`)}</ul></section>`;
}
