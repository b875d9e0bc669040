import type { Disclosure } from '@sunlit/client';
import type { Evidence } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDay, formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import type { DeskNewProof } from './new.ts';
import { EvidenceElement } from './page.ts';

/**
 * @summary What proves that a disclosure was posted elsewhere, and recording another proof.
 */
export class DeskEvidence extends EvidenceElement {
  @property({ attribute: false }) disclosureId = '';

  /** Whose list was shown: only who may see it can add to it. */
  @state() private seen = '';
  @query('desk-new-proof') private readonly form!: DeskNewProof | null;

  readonly #disclosure = new Rows<Disclosure>(this, { key: () => this.disclosureId, fetch: async (_, signal) => ({ items: [await this.#read(signal)] }) });
  readonly #proofs = new Rows<Evidence>(this, {
    key: () => this.disclosureId,
    fetch: async (_, signal) => {
      const { disclosureId } = this;
      const { items } = await this.desk.client.evidence.list(disclosureId, { signal });
      this.seen = disclosureId;
      return { items };
    },
  });

  get unsaved(): boolean {
    return this.form?.unsaved ?? false;
  }

  abandon(): void {
    this.form?.abandon();
  }

  protected override view(): TemplateResult {
    const { t, say, disclosureId } = this;
    const { items: [disclosure], state: stage, error, reload } = this.#disclosure;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.published')}><a href=${this.desk.href('published')}>${say('nav.published')}</a></nav>
      <div class="head"><h1 tabindex="-1">${say('evidence.title')}</h1></div>
      ${disclosure ? html`<p class="of"><strong>${disclosure.title}</strong> <span class="muted"><bdi>${disclosure.agency.name}</bdi></span></p>` : nothing}
      <p class="muted">${t('text')}</p>
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      <section aria-labelledby="proofs"><h2 id="proofs" tabindex="-1">${t('list')}</h2>${this.#list(disclosure)}</section>
      ${disclosure && this.seen === disclosureId && this.desk.may('files.write')
        ? keyed(disclosureId, html`<desk-new-proof .posted=${disclosure} @desk-done=${this.#recorded} @desk-unsure=${this.#proofs.reload}></desk-new-proof>`) : nothing}
    </div>`;
  }

  #list(disclosure: Disclosure | undefined): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#proofs;
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 2);
    // What was shown before stays true: a proof is never changed or removed.
    const failed = stage === 'failed' ? problem(say, error, reload) : nothing;
    if (items.length === 0) return html`${stage === 'failed' ? failed : html`<p class="empty muted">${t('none')}</p>`}`;
    return html`${failed}<ul class="rows">${repeat(items, ({ no }) => no, (proof) => this.#proof(proof, disclosure))}</ul>`;
  }

  #proof({ carrier, place, postedOn, takenAt, note, file, by, at }: Evidence, disclosure: Disclosure | undefined): TemplateResult {
    const { t, language } = this;
    const { name, sha256 } = file;
    const size = t('size', { count: formatNumber(Math.ceil(file.size / 1024), language) });
    return html`<li class="row proof"><div class="what">
      <h3>${place} <span class="badge">${this.carrier(carrier)}</span></h3>
      <p class="facts"><span>${t('proof.posted', { day: formatDay(postedOn, language) })}</span>
        ${takenAt === undefined ? nothing : html`<span>${t('proof.taken', { time: formatMoment(takenAt, language) })}</span>`}
        <span>${t('proof.by', { name: by.name, post: by.post, time: formatMoment(at, language) })}</span></p>
      ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
      <p>${disclosure ? html`<a class="file" href=${this.desk.client.files.url(sha256, disclosure.agency.id)} download=${name} aria-label=${t('proof.open', { name })}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}
        <span class="muted small">${size}</span></p>
      <details><summary aria-label=${t('sha256.of', { name })}>${t('sha256')}</summary><code>${sha256}</code></details>
    </div></li>`;
  }

  async #read(signal: AbortSignal): Promise<Disclosure> {
    const disclosure = await this.desk.client.disclosures.get(this.disclosureId, { signal });
    this.dispatchEvent(new DeskTitleEvent(this.t('title.of', { title: disclosure.title })));
    return disclosure;
  }

  readonly #recorded = (): void => {
    this.#proofs.reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#proofs')?.focus());
  };
}
