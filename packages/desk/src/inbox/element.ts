import type { DraftSummary, DueItem } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { draftRow } from '../drafts/row.ts';
import { dueRow } from '../due/row.ts';
import { urgency } from '../frame/due.ts';
import { DeskElement } from '../frame/element.ts';
import { moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';

const MOST_DUE = 50;

/**
 * @summary What waits for me: drafts whose next step is mine, and what is due, the most urgent first.
 */
export class DeskInbox extends DeskElement<DeskKey> {
  protected override readonly strings = deskStrings;

  readonly #waiting = new Rows<DraftSummary>(this, {
    key: () => this.language,
    fetch: (cursor, signal) => this.desk.client.drafts.list({ waiting: true, ...(cursor && { cursor }) }, { signal }),
  });
  readonly #due = new Rows<DueItem>(this, {
    key: () => this.language,
    fetch: (cursor, signal) => this.desk.client.due.list({ limit: MOST_DUE, ...(cursor && { cursor }) }, { signal }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // Most people's inbox has no requests in it.
    if (this.desk.may('requests.handle')) void import('../cases/waiting-define.ts');
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const known = this.#waiting.state === 'ready' && this.#due.state === 'ready';
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('nav.inbox')}</h1>${this.desk.may('drafts.write') ? html`<a class="button primary" href=${this.desk.href('drafts/new')}>${t('new-draft')}</a>` : nothing}
        ${known ? html`<p class="muted">${t('inbox.summary', this.#counts())}</p>` : nothing}</div>
      <section aria-labelledby="waiting"><h2 id="waiting">${t('inbox.waiting')}</h2>${this.#drafts()}</section>
      ${this.desk.may('requests.handle') ? html`<desk-waiting-cases></desk-waiting-cases>` : nothing}
      <section aria-labelledby="due"><h2 id="due">${t('inbox.due')}</h2>${this.#dueList()}</section>
    </div>`;
  }

  /** Lateness that has ended is history: it is on the page of deadlines. */
  get #open(): readonly DueItem[] {
    return this.#due.items.filter(({ type }) => type !== 'late');
  }

  #counts() {
    const all = this.#open.map(({ left }) => urgency(left));
    return { waiting: this.#waiting.items.length, late: all.filter((one) => one === 'late').length, soon: all.filter((one) => one === 'soon').length };
  }

  #drafts(): TemplateResult {
    const { t, language } = this;
    const { state, items, error, reload } = this.#waiting;
    if (state === 'failed') return problem(t, error, reload);
    if (state === 'loading' && items.length === 0) return waitingRows(t, 3);
    if (items.length === 0) return html`<p class="empty muted">${t('inbox.clear')}</p>`;
    const left = new Map(this.#due.items.flatMap((item) => (item.type === 'draft' ? [[item.draftId, item.left] as const] : [])));
    return html`<ul class="rows">${items.map((draft) => draftRow(draft, { t, language, href: this.desk.href, writes: this.desk.may('drafts.write'), left: left.get(draft.id) }))}</ul>${moreRows(t, this.#waiting)}`;
  }

  #dueList(): TemplateResult {
    const { t, language } = this;
    const { state, items, error, reload } = this.#due;
    if (state === 'failed') return problem(t, error, reload);
    if (state === 'loading' && items.length === 0) return waitingRows(t, 3);
    const shown = new Set(this.#waiting.items.map(({ id }) => id));
    const open = this.#open.filter((item) => item.type !== 'draft' || !shown.has(item.draftId));
    return html`
      ${open.length === 0 ? html`<p class="empty muted">${t('inbox.due.clear')}</p>` : html`<ul class="rows">${open.map((item) => dueRow(item, { t, language, href: this.desk.href }))}</ul>`}
      <p><a href=${this.desk.href('due')}>${t('inbox.see-due')}</a></p>`;
  }
}
