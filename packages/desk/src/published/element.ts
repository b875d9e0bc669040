import type { DisclosureKind, DisclosureSummary, Validity } from '@sunlit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatDay, formatNumber } from '../../../../src/shared/format.ts';
import { agencyChoices } from '../frame/agencies.ts';
import { Dialog } from '../frame/dialog.ts';
import { DeskElement } from '../frame/element.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { Selection } from '../frame/selection.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';

const VALIDITIES: readonly Validity[] = ['in-force', 'amended', 'expired', 'repealed'];
const KINDS: readonly DisclosureKind[] = [
  'normative', 'power', 'service', 'notice', 'decision', 'plan', 'budget', 'statistics', 'project', 'personnel', 'meeting', 'report', 'institution', 'clarification',
];
/** As many as one call repeals. */
const MOST_SELECTED = 200;

/**
 * @summary What my agencies have published: amend, withdraw, repeal in a batch.
 */
export class DeskPublished extends DeskElement<DeskKey> {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  protected override readonly strings = deskStrings;

  @state() private agency = '';
  @state() private q = '';
  @state() private kind: DisclosureKind | '' = '';
  @state() private validity: Validity | '' = '';
  @state() private total = '';
  @query('input[name=q]') private readonly words!: HTMLInputElement;

  readonly #selection = new Selection<DisclosureSummary>(this, MOST_SELECTED);
  readonly #withdrawing = new Dialog<DisclosureSummary>(this, 'dialog.withdraw');
  readonly #repealing = new Dialog<readonly DisclosureSummary[]>(this, 'dialog.repeal');

  readonly #rows = new Rows<DisclosureSummary>(this, {
    key: () => [this.language, this.agency, this.kind, this.validity, this.q].join(' '),
    fetch: async (cursor, signal) => {
      const { agency, q, kind, validity } = this;
      const page = await this.desk.client.disclosures.list(
        { sort: 'newest', ...(agency && { agency }), ...(q && { q }), ...(kind && { kind }), ...(validity && { validity }), ...(cursor && { cursor }) }, { signal },
      );
      const count = formatNumber(page.total.value, this.language);
      this.total = this.t(page.total.relation === 'eq' ? 'published.total' : 'published.at-least', { count });
      return page;
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    // Of all agencies of the place, those of the person come first.
    this.agency = this.query.get('agency') ?? this.me.grants[0]?.agency.id ?? '';
    this.q = this.query.get('q') ?? '';
    this.kind = KINDS.find((one) => one === this.query.get('kind')) ?? '';
    this.validity = VALIDITIES.find((one) => one === this.query.get('validity')) ?? '';
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const kinds = [{ value: '' as const, text: t('all') }, ...KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))];
    const validities = [{ value: '' as const, text: t('all') }, ...VALIDITIES.map((value) => ({ value, text: t(`validity.${value}`) }))];
    const agencies = agencyChoices(t, this.me, this.agency).filter(({ value }) => value !== '');
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('nav.published')}</h1></div>
      <form class="filters" role="search" @submit=${this.#find}>
        <label class="wide"><span class="label">${t('published.find')}</span><input class="field" type="search" name="q" maxlength="100" .value=${this.q}></label>
        <button class="button">${t('published.go')}</button>
        ${agencies.length > 1 ? filter(t('agency'), this.agency, agencies, (agency) => this.#choose({ agency })) : nothing}
        ${filter(t('kind'), this.kind, kinds, (kind) => this.#choose({ kind }))}
        ${filter(t('published.validity'), this.validity, validities, (validity) => this.#choose({ validity }))}
      </form>
      ${this.#list()}
      ${this.#selection.items.length > 0
        ? this.#selection.bar(t, html`<button class="button primary" type="button" @click=${() => this.#repealing.open(this.#selection.items)}>${t('published.repeal')}</button>`)
        : nothing}
      <dialog class="withdraw" aria-label=${t('withdraw.title')} @close=${this.#withdrawing.close}>
        ${this.#withdrawing.subject ? html`<desk-withdraw .disclosure=${this.#withdrawing.subject} @desk-done=${this.#done} @desk-cancel=${this.#withdrawing.close}></desk-withdraw>` : nothing}
      </dialog>
      <dialog class="repeal" aria-label=${t('published.repeal')} @close=${this.#repealing.close}>
        ${this.#repealing.subject ? html`<desk-repeal .disclosures=${this.#repealing.subject} @desk-done=${this.#done} @desk-cancel=${this.#repealing.close}></desk-repeal>` : nothing}
      </dialog>
    </div>`;
  }

  #list(): TemplateResult {
    const { t } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(t, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(t, 6);
    if (items.length === 0) return html`<p class="empty muted">${t('published.empty')}</p>`;
    return html`<p class="muted small" role="status">${this.total}</p>
      <ul class="rows">${items.map((item) => this.#row(item))}</ul>${moreRows(t, this.#rows)}`;
  }

  #row(item: DisclosureSummary): TemplateResult {
    const { t, language } = this;
    const { id, title, kind, agency, publishedOn, validity, revision, docNo } = item;
    const mine = this.desk.may('drafts.publish');
    return html`<li class="row">
      ${mine && validity !== 'repealed' ? this.#selection.box(t, item) : nothing}
      <div class="what">
        <strong>${title}</strong>
        <p class="facts"><span>${t(`kind.${kind}`)}</span><span><bdi>${agency.name}</bdi></span>${docNo ? html`<span>${docNo}</span>` : nothing}
          <span>${t('published.on', { day: formatDay(publishedOn, language) })}</span>${revision > 1 ? html`<span>${t('published.revision', { number: revision })}</span>` : nothing}</p>
      </div>
      <div class="marks">
        ${validity === 'in-force' ? nothing : html`<span class="badge warn">${t(`validity.${validity}`)}</span>`}
        <a class="button quiet" href=${this.desk.href(`published/${id}/evidence`)} aria-label=${t('published.evidence.of', { title })}>${t('evidence.title')}</a>
        ${this.desk.may('drafts.write') ? html`<a class="button quiet" href=${this.desk.href(`drafts/new?amends=${id}`)} aria-label=${t('published.amend.of', { title })}>${t('published.amend')}</a>` : nothing}
        ${mine ? html`<button class="button quiet" type="button" aria-label=${t('published.withdraw.of', { title })} @click=${() => this.#withdrawing.open(item)}>${t('published.withdraw')}</button>` : nothing}
      </div>
    </li>`;
  }

  readonly #find = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#choose({ q: this.words.value.trim() });
  };

  #choose({ agency = this.agency, q = this.q, kind = this.kind, validity = this.validity }: { agency?: string; q?: string; kind?: DisclosureKind | ''; validity?: Validity | '' }): void {
    Object.assign(this, { agency, q, kind, validity });
    this.#selection.clear();
    this.desk.note({ agency, q, kind, validity });
  }

  /** What was withdrawn or repealed stands otherwise now. */
  readonly #done = (): void => {
    this.#withdrawing.close();
    this.#repealing.close();
    this.#selection.clear();
    this.#rows.reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h1')?.focus());
  };
}
