import type { Agency, AgencySummary } from '@sunlit/client';
import type { AgencyRecord } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { DeskTitleEvent } from '../../frame/desk.ts';
import { Dialog } from '../../frame/dialog.ts';
import { moreRows, waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { AdminPage } from '../page.ts';
import type { AgencyChosenEvent } from '../agency-choice.ts';
import type { DeskAgencyForm } from './form.ts';

/**
 * @summary One agency for its administrators: where it stands, what is below it, its particulars and categories. Without one, those of the person.
 */
export class DeskAgencies extends AdminPage {
  /** The agency; nothing for the choice of one. */
  @property() agency = '';
  @query('desk-agency-form') private readonly particulars!: DeskAgencyForm | null;

  readonly #shown = new Rows<Agency>(this, {
    key: () => this.agency,
    fetch: async (_, signal) => ({ items: this.agency === '' ? [] : [await this.desk.client.agencies.get(this.agency, { signal })] }),
  });
  readonly #record = new Rows<AgencyRecord>(this, {
    key: () => this.agency,
    fetch: async (_, signal) => ({ items: this.agency === '' ? [] : [await this.desk.client.agencies.content(this.agency, { signal })] }),
  });
  readonly #below = new Rows<AgencySummary>(this, {
    key: () => this.agency,
    fetch: async (cursor, signal) => (this.agency === '' ? { items: [] } : this.desk.client.agencies.list({ parent: this.agency, limit: 100, ...(cursor && { cursor }) }, { signal })),
  });
  readonly #adding = new Dialog<Agency>(this, 'dialog.adding');
  readonly #moving = new Dialog<Agency>(this, 'dialog.moving');

  get unsaved(): boolean {
    return this.particulars?.unsaved ?? false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [agency] = this.#shown.items;
    if (agency && this.agency === agency.id) this.dispatchEvent(new DeskTitleEvent(agency.name));
  }

  protected override view(): TemplateResult {
    return this.agency === '' ? this.#choice() : this.#one();
  }

  #choice(): TemplateResult {
    const { t, say } = this;
    const own = [...new Map(this.me.grants.filter(({ role }) => role === 'administrator').map(({ agency }) => [agency.id, agency])).values()];
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.agencies')}</h1><p class="muted">${t('agencies.text')}</p></div>
      <ul class="rows">${own.map(({ id, name }) => html`<li class="row"><div class="what"><a href=${this.desk.href(`agencies/${id}`)}>${name}</a></div></li>`)}</ul>
      <section class="card"><desk-agency-choice .label=${t('agencies.find')} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => this.desk.go(`agencies/${agency.id}`)}></desk-agency-choice></section>
    </div>`;
  }

  #one(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items: [agency], error, reload } = this.#shown;
    if (stage === 'failed') return html`<div class="page"><h1 tabindex="-1">${say('nav.agencies')}</h1>${problem(say, error, reload)}</div>`;
    if (agency === undefined || agency.id !== this.agency) return html`<div class="page"><h1 tabindex="-1">${say('nav.agencies')}</h1>${waitingRows(say, 4)}</div>`;
    return html`<div class="page">
      <nav aria-label=${t('agency.path')}><ol class="crumbs small">
        <li><a href=${this.desk.href('agencies')}>${say('nav.agencies')}</a></li>
        ${agency.path.slice(0, -1).map(({ id, name }) => html`<li>/ <a href=${this.desk.href(`agencies/${id}`)}>${name}</a></li>`)}
      </ol></nav>
      <div class="head"><h1 tabindex="-1">${agency.name}</h1>
        <div class="buttons"><button class="button" type="button" @click=${() => this.#moving.open(agency)}>${t('agency.move')}</button>
          <button class="button primary" type="button" @click=${() => this.#adding.open(agency)}>${t('agency.add')}</button></div></div>
      <section aria-labelledby="below"><h2 id="below">${t('agency.below', { count: agency.children })}</h2>
        ${this.#below.state === 'failed' ? problem(say, this.#below.error, this.#below.reload) : this.#children()}</section>
      <section class="card" aria-labelledby="particulars"><h2 id="particulars">${t('agency.particulars')}</h2>
        ${this.#record.state === 'failed' ? problem(say, this.#record.error, this.#record.reload) : html`<desk-agency-form .record=${this.#record.items[0]} @desk-done=${this.#shown.reload}></desk-agency-form>`}</section>
      <section class="card" aria-labelledby="categories"><h2 id="categories">${t('agency.categories')}</h2><desk-categories .agency=${agency.id}></desk-categories></section>
      <dialog class="adding" aria-label=${t('agency.add')} @close=${this.#adding.close}>
        ${this.#adding.subject ? html`<desk-new-agency .parent=${this.#adding.subject} @desk-done=${this.#adding.close} @desk-cancel=${this.#adding.close}></desk-new-agency>` : nothing}</dialog>
      <dialog class="moving" aria-label=${t('agency.move')} @close=${this.#moving.close}>
        ${this.#moving.subject ? html`<desk-move-agency .agency=${this.#moving.subject} @desk-done=${this.#moved} @desk-cancel=${this.#moving.close}></desk-move-agency>` : nothing}</dialog>
    </div>`;
  }

  #children(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items } = this.#below;
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 2);
    if (items.length === 0) return html`<p class="muted">${t('agency.below.none')}</p>`;
    return html`<ul class="rows">${items.map(({ id, name, level, kind, children }) => html`<li class="row"><div class="what"><a href=${this.desk.href(`agencies/${id}`)}>${name}</a>
      <p class="facts"><span>${t(`level.${level}`)}</span><span>${t(`kind.${kind}`)}</span>${children > 0 ? html`<span>${t('agency.below', { count: children })}</span>` : nothing}</p></div></li>`)}</ul>${moreRows(say, this.#below)}`;
  }

  readonly #moved = (): void => {
    this.#moving.close();
    this.#shown.reload();
    this.#record.reload();
  };
}
