import type { DisclosureSummary, TopicSummary } from '@sunlit/client';
import type { Posting, PostingSummary, SimilarPostings } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatDay } from '../../../../src/shared/format.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { FoundEvent } from './events.ts';
import { TopicElement } from './page.ts';
import { nameOf } from './row.ts';

/**
 * @summary Topics and disclosures like a posting, side by side: merge into one, or point to what is public already.
 */
export class DeskSimilar extends TopicElement {
  @property({ attribute: false }) posting: Posting | undefined;

  readonly #found = new Rows<SimilarPostings>(this, {
    key: () => this.posting?.id ?? '',
    fetch: async (_, signal) => ({ items: this.posting ? [await this.desk.client.board.similar(this.posting.id, { signal })] : [] }),
  });

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, posting: one } = this;
    const { state: stage, items: [found], error, reload } = this.#found;
    if (!one) return nothing;
    if (stage === 'failed') return problem(say, error, reload);
    if (!found) return waitingRows(say, 2);
    return html`<div class="pair">
      <div role="group" aria-labelledby="topics"><h3 id="topics">${t('similar.topics')}</h3>
        ${found.topics.length === 0 ? html`<p class="muted">${t('similar.topics.none')}</p>` : html`<ul>${found.topics.map((topic) => this.#topic(topic, one))}</ul>`}
        ${found.unread.length === 0 ? nothing : html`<h4>${t('similar.unread')}</h4><ul>${found.unread.map((posting) => this.#unread(posting))}</ul>`}</div>
      <div role="group" aria-labelledby="disclosures"><h3 id="disclosures">${t('similar.disclosures')}</h3>
        ${found.disclosures.length === 0 ? html`<p class="muted">${t('similar.disclosures.none')}</p>` : html`<ul>${found.disclosures.map((disclosure) => this.#disclosure(disclosure))}</ul>`}</div>
    </div>`;
  }

  #topic(topic: TopicSummary, { board, may }: Posting): TemplateResult {
    const { t } = this;
    const { id, no, title, phase, supports } = topic;
    return html`<li class="held"><span><a href=${this.desk.href(`topics/${id}`)}>${title}</a>
        <span class="muted small">${no} ${t(`phase.${phase}`)} ${t('row.supports', { count: supports.total })}</span></span>
      ${may.includes('merge') && topic.board.id === board.id && phase !== 'merged' ? html`<button class="button" type="button" aria-label=${t('similar.merge.of', { title })} @click=${() => this.dispatchEvent(new FoundEvent({ topic }))}>${t('similar.merge')}</button>` : nothing}</li>`;
  }

  /** What nobody has read is named by its number: it can be merged once it is read. */
  #unread(posting: PostingSummary): TemplateResult {
    const { t, language } = this;
    return html`<li class="held"><span><a href=${this.desk.href(`topics/${posting.id}`)}>${nameOf(t, posting)}</a> <span class="muted small">${t(`phase.${posting.phase}`)} ${formatDay(posting.submittedOn, language)}</span></span></li>`;
  }

  #disclosure(disclosure: DisclosureSummary): TemplateResult {
    const { t, language } = this;
    const { id, title, agency, publishedOn, indexNo } = disclosure;
    return html`<li class="held"><span><a href=${this.desk.href(`published/${id}/evidence`)}>${title}</a>
        <span class="muted small"><bdi>${agency.name}</bdi> ${indexNo} ${formatDay(publishedOn, language)}</span></span>
      ${this.desk.may('topics.answer') || this.desk.may('topics.moderate') ? html`<button class="button" type="button" aria-label=${t('similar.point.of', { title })} @click=${() => this.dispatchEvent(new FoundEvent({ disclosure }))}>${t('similar.point')}</button>` : nothing}</li>`;
  }
}
