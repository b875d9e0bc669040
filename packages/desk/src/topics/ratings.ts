import type { RatingTask, RatingTaskQuery } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import { agencyChoices } from '../frame/agencies.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { TopicElement } from './page.ts';
import type { RatingTaskEvent } from './rating-task.ts';
import { lightOf, recounted } from './row.ts';

const STATES: readonly NonNullable<RatingTaskQuery['state']>[] = ['open', 'late', 'done'];

/**
 * @summary Low ratings (差评) of my agencies to be followed up, by what is due first.
 */
export class DeskRatingTasks extends TopicElement {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private chosen: { readonly state: (typeof STATES)[number]; readonly agency: string } = { state: 'open', agency: '' };
  readonly #rows = new Rows<RatingTask>(this, {
    key: () => [this.language, ...Object.values(this.chosen)].join(' '),
    fetch: (cursor, signal) => {
      const { state: group, agency } = this.chosen;
      return this.desk.client.ratingTasks.list({ state: group, ...(agency && { agency }), ...(cursor && { cursor }) }, { signal });
    },
  });

  get unsaved(): boolean {
    return [...this.renderRoot.querySelectorAll<HTMLElement & { readonly unsaved: boolean }>('desk-rating-task')].some(({ unsaved }) => unsaved);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('query')) this.chosen = { state: STATES.find((one) => one === this.query.get('state')) ?? 'open', agency: this.query.get('agency') ?? '' };
  }

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('ratings')}</h1><p class="muted">${t('ratings.text')}</p></div>
      <div class="choices" role="group" aria-label=${t('list.which')}>${STATES.map((one) => html`<button class="button" type="button" aria-pressed=${String(chosen.state === one)} @click=${() => this.#choose({ state: one })}>${t(`ratings.${one}`)}</button>`)}</div>
      <div class="filters">${filter(say('agency'), chosen.agency, agencyChoices(say, this.me, chosen.agency), (agency) => this.#choose({ agency }))}</div>
      ${this.#list()}
    </div>`;
  }

  #choose(changed: Partial<typeof this.chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    this.desk.note({ ...this.chosen, state: this.chosen.state === 'open' ? '' : this.chosen.state });
  }

  #list(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 3);
    if (items.length === 0) return html`<p class="empty muted">${t('ratings.none')}</p>`;
    return html`<ul class="tasks" @desk-rating-task=${this.#told}>${items.map((task) => html`<li class="card">
      <div class="head"><h2>${task.subject.name}</h2><span class="badge bad">${t(`level.${task.level}`)}</span>
        <p class="facts"><span>${t(`subject.${task.subject.type}`)}</span><span><bdi>${task.agency.name}</bdi></span><span>${formatMoment(task.at, language)}</span></p></div>
      ${task.reasons.length === 0 ? nothing : html`<p>${task.reasons.map((reason) => html`<span class="badge">${t(`why.${reason}`)}</span> `)}</p>`}
      ${task.done === undefined ? html`<p class="until"><span>${t('ratings.due', { day: formatDay(task.deadline.due, language) })}</span>${lightOf(t, task.deadline)}</p>` : html`<div class="notice"><div><p class="label">${t('ratings.result.by', { who: `${task.done.by.post} ${task.done.by.name}`, day: formatDay(task.done.on, language) })}</p><p class="said">${task.done.result}</p></div></div>`}
      ${recounted(task.recounts, { t, language })}
      ${this.desk.may('ratings.follow') ? html`<desk-rating-task .task=${task}></desk-rating-task>` : nothing}</li>`)}</ul>${moreRows(say, this.#rows)}`;
  }

  /** What was done stays in its place until other tasks are asked for. */
  readonly #told = ({ task, done }: RatingTaskEvent): void => {
    this.#rows.items = this.#rows.items.map((one) => (one.id === task.id ? task : one));
    if (done) this.desk.say(this.t('ratings.result.done'));
    this.requestUpdate();
  };
}

