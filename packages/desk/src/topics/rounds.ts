import type { AgencyRef, Round } from '@sunlit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay } from '../../../../src/shared/format.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { TopicElement } from './page.ts';
import { isLate } from './round.ts';
import type { RoundEvent } from './round-plan.ts';
import { lightOf } from './row.ts';

/**
 * @summary The rounds of an agency, the newest first, and the planner of the next one.
 */
export class DeskRounds extends TopicElement {
  /** What the address asks for: whose rounds. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private planning = false;
  readonly #rows = new Rows<Round>(this, {
    key: () => `${this.agency?.id ?? ''} ${this.language}`,
    fetch: async (cursor, signal) => (this.agency ? this.desk.client.rounds.list({ agency: this.agency.id, ...(cursor && { cursor }) }, { signal }) : { items: [] }),
  });

  get unsaved(): boolean {
    return this.renderRoot.querySelector<HTMLElement & { readonly unsaved: boolean }>('desk-round-plan')?.unsaved ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    const own = this.me.grants.map(({ agency }) => agency);
    const id = this.query.get('agency');
    this.agency = id === null ? own[0] : (own.find((one) => one.id === id) ?? { id, name: id });
    this.planning = false;
  }

  protected override view(): TemplateResult {
    const { t, say, agency } = this;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('rounds')}</h1>
        ${this.desk.may('topics.answer') && agency ? html`<div class="buttons"><button class="button primary" type="button" data-open="plan" aria-expanded=${String(this.planning)} @click=${() => (this.planning = !this.planning)}>${t('round.plan')}</button></div>` : nothing}
        <p class="muted">${t('rounds.text')}</p></div>
      <section class="card"><desk-agency-choice .label=${t('rounds.agency')} .chosen=${agency} @desk-agency-chosen=${this.#choose}></desk-agency-choice></section>
      ${this.planning && agency ? html`<desk-round-plan .agency=${agency} @desk-round=${this.#planned} @desk-cancel=${() => (this.planning = false)}></desk-round-plan>` : nothing}
      ${this.#list()}
    </div>`;
  }

  #list(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 3);
    if (items.length === 0) return html`<p class="empty muted">${t('rounds.none')}</p>`;
    return html`<ul class="rows">${items.map((round) => this.#row(round))}</ul>${moreRows(say, this.#rows)}`;
  }

  #row(round: Round): TemplateResult {
    const { t, language } = this;
    const { id, title, state: standing, opensOn, closesOn, answerBy, left, figures } = round;
    return html`<li class="row">
      <div class="what"><a href=${this.desk.href(`topics/rounds/${id}`)}>${title}</a>
        <p class="facts"><span>${t('round.collects', { from: formatDay(opensOn, language), to: formatDay(closesOn, language) })}</span><span>${t('round.answers', { day: formatDay(answerBy.due, language) })}</span>
          <span>${t('round.answered', { n: figures.answered, of: figures.asked })}</span></p></div>
      <div class="marks"><span class="badge ${standing === 'open' ? 'good' : ''}">${t(`round.${standing}`)}</span>${standing === 'reported' ? nothing : lightOf(t, { left, late: isLate(round) })}</div></li>`;
  }

  readonly #choose = ({ agency }: AgencyChosenEvent): void => {
    this.desk.go(`topics/rounds?${new URLSearchParams({ agency: agency.id }).toString()}`);
  };

  readonly #planned = ({ round }: RoundEvent): void => {
    this.planning = false;
    this.desk.say(this.t('round.planned.done', { title: round.title }));
    this.#rows.reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-open=plan]')?.focus());
  };
}
