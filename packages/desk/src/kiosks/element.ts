import type { Kiosk, KioskCode } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Dialog } from '../frame/dialog.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { Watching } from '../topics/watching.ts';
import { type CodeMadeEvent } from './new.ts';
import { KioskElement } from './page.ts';
import { WORST_FIRST } from './standing.ts';

/**
 * @summary The touch screens of my agencies: how each is and what to do, registering one, what it shows, ending its registration.
 */
export class DeskKiosks extends KioskElement {
  static override styles = [KioskElement.styles, css`
    .counts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.25em;
    }
    .none > * + * {
      margin-top: 0.75em;
    }
  `];

  /** What was made: its code is shown until somebody closes it, and never again. */
  @state() private made: KioskCode | undefined;
  /** What the server took for now when it was asked. */
  #at = new Date().toISOString();

  readonly #kiosks = new Rows<Kiosk>(this, {
    key: () => 'kiosks',
    fetch: async (_, signal) => {
      const { items, at } = await this.desk.client.kiosks.list({}, { signal });
      this.#at = at;
      return { items: items.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state)) };
    },
  });
  readonly #adding = new Dialog<true>(this, 'dialog');

  constructor() {
    super();
    new Watching(this, async () => this.#kiosks.reload());
  }

  /** Who leaves before the code was typed on the device must have another made. */
  get unsaved(): boolean {
    return this.made !== undefined;
  }

  protected override view(): TemplateResult {
    const { t, say, made } = this;
    const manages = this.desk.may('kiosks.manage');
    return html`<div class="page" @desk-kiosk-code=${this.#coded}>
      <div class="head"><h1 tabindex="-1">${say('nav.kiosks')}</h1>
        ${manages ? html`<button class="button primary" type="button" @click=${() => this.#adding.open(true)}>${t('add')}</button>` : nothing}
        <p class="muted">${t('text')}</p></div>
      ${made ? html`<desk-kiosk-code .made=${made} @desk-done=${this.#noted}></desk-kiosk-code>` : nothing}
      ${this.#list(manages)}
      <dialog aria-label=${t('add')} @close=${this.#adding.close}>
        ${this.#adding.subject ? html`<desk-new-kiosk @desk-cancel=${this.#adding.close}></desk-new-kiosk>` : nothing}</dialog>
    </div>`;
  }

  #list(manages: boolean): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#kiosks;
    // What was last known stays, with why it is no newer: a red screen must not disappear because of our own line.
    const failed = stage === 'failed' ? problem(say, error, reload) : nothing;
    if (stage !== 'ready' && items.length === 0) return stage === 'failed' ? html`${failed}` : waitingRows(say, 3);
    if (items.length === 0) return html`<div class="card none"><h2>${t('none')}</h2><p>${t('none.text')}</p>${manages ? html`<p>${t('none.todo')}</p>` : html`<p>${t('none.ask')}</p>`}</div>`;
    const [revoked, used] = [items.filter(({ state: stands }) => stands === 'revoked'), items.filter(({ state: stands }) => stands !== 'revoked')];
    return html`${failed}
      <p class="counts" role="status">${WORST_FIRST.flatMap((stands) => {
        const n = used.filter((kiosk) => kiosk.state === stands).length;
        return n === 0 ? [] : [html`<span>${t(`count.${stands}`, { count: formatNumber(n, language) })}</span>`];
      })}<span class="muted">${t('as-of', { time: formatMoment(this.#at, language) })}</span></p>
      ${used.length === 0 ? nothing : this.#rows(used)}
      ${revoked.length === 0 ? nothing : html`<details><summary>${t('revoked.all', { count: formatNumber(revoked.length, language) })}</summary>${this.#rows(revoked)}</details>`}`;
  }

  #rows(kiosks: readonly Kiosk[]): TemplateResult {
    return html`<ul class="rows">${repeat(kiosks, ({ id }) => id, (kiosk) => html`<li><desk-kiosk .kiosk=${kiosk} .now=${this.#at} @desk-done=${this.#kiosks.reload}></desk-kiosk></li>`)}</ul>`;
  }

  readonly #coded = ({ made }: CodeMadeEvent): void => {
    this.made = made;
    this.#adding.close();
    this.#kiosks.reload();
  };

  readonly #noted = (): void => {
    this.made = undefined;
    this.#kiosks.reload();
  };
}
