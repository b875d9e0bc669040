import type { Topic } from '@sunlit/client/topics';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { formatDay, formatNumber } from '../shared/format.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, offline, skeleton } from '../shared/states.ts';
import { nameOf } from './filters.ts';
import { answer, declined } from './page/answer.ts';
import { terms, timeline } from './page/course.ts';
import { Follow } from './page/follow.ts';
import { Reopening } from './page/reopening.ts';
import { pageStyles } from './page/styles.ts';
import { strings, type PageSay } from './page/strings/index.ts';
import { Texts } from './page/texts.ts';
import type { PartOptions } from './parts.ts';
import { problemLine, skeletonRow, supportButton } from './rows.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

/** What the sections of the page draw from. */
export interface PageScene extends Scene {
  readonly say: PageSay;
  readonly texts: Texts;
  readonly options: PartOptions;
}

const BASES = ['web', 'kiosk', 'counter', 'paper', 'hotline'] as const;
const LEVELS = ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied'] as const;

/** The page of a topic: its words, where it stands, the answer, and every step with its day and term. */
export class TopicPages {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #options: PartOptions;
  readonly #topic: Load<Topic>;
  readonly #texts: Texts;
  readonly #follow: Follow;
  readonly #reopening: Reopening;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, options: PartOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#options = options;
    if (host.shadowRoot) adopt(host.shadowRoot, pageStyles);
    this.#texts = new Texts(host);
    this.#follow = new Follow(host, options);
    this.#reopening = new Reopening(host, options, () => this.refresh());
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
      ${scene.notice ?? nothing}
      ${current.state === 'failed' ? failed(t, current.error, () => this.refresh()) : topic === undefined ? skeleton(t, 3, skeletonRow) : html`
        ${current.state === 'ready' ? offline(t, language, current.asOf, () => this.refresh()) : nothing}
        ${this.#shown(topic, { ...scene, say: translator(strings, language), texts: this.#texts, options: this.#options })}`}
      <span class="hidden-text" role="status">${scene.said}</span>`;
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
      ${topic.answer ? answer(topic.answer, topic.earlierAnswers, scene) : nothing}
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

  /** How many said what of the answer; never a share without its number. */
  #rating({ ratings }: Topic, { say }: PageScene): TemplateResult {
    return html`<section class="section rating"><h3>${say('ratings')}</h3>
      ${ratings.n === 0 ? html`<p class="muted">${say('ratings.none')}</p>` : html`<p>${say('ratings.n', { n: ratings.n })}</p>
        <ul class="levels">${LEVELS.filter((level) => ratings.levels[level] > 0).map((level) => html`<li>${say(`level.${level}`)} <strong>${ratings.levels[level]}</strong></li>`)}</ul>`}
    </section>`;
  }
}

/** Another disclosure, that opens here or where the page says. */
export function disclosureLink({ id, title, agency }: { readonly id: string; readonly title: string; readonly agency: { readonly name: string } }, { options }: Pick<PageScene, 'options'>): TemplateResult {
  return html`<button class="link" type="button" data-disclosure=${id} @click=${() => options.read({ id, title })}><bdi>${title}</bdi></button> <span class="small muted">${agency.name}</span>`;
}

function merged({ merged: others, mergedInto }: Topic, { say, acts }: PageScene): TemplateResult | typeof nothing {
  if (mergedInto) return html`<section class="section notice">${icons.document}<div><p>${say('supports.into')}</p><button class="button" type="button" @click=${() => acts.open(mergedInto)}>${icons.next}</button></div></section>`;
  if (others.length === 0) return nothing;
  return html`<section class="section"><h3>${say('merged')}</h3>
    <ul class="merged">${others.map(({ id, no, title }) => html`<li><button class="link" type="button" @click=${() => acts.open(id)}><bdi>${title}</bdi></button> <span class="small muted">${no}</span></li>`)}</ul></section>`;
}
