import type { DisclosureSummary } from '@sunlit/client';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay } from '../../../../src/shared/format.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { LinkedEvent, type LinkedDisclosure } from './events.ts';
import { TopicElement } from './page.ts';

const MOST_FOUND = 6;
/** As many as an answer links. */
const MOST = 20;

/**
 * @summary Finds disclosures in the directory and links them.
 */
export class DeskDisclosureChoice extends TopicElement {
  @property() label = '';
  @property() hint = '';
  @property() wrong = '';
  @property({ attribute: false }) linked: readonly LinkedDisclosure[] = [];

  @state() private q = '';
  readonly #found = new Rows<DisclosureSummary>(this, {
    key: () => this.q,
    fetch: async (_, signal) => (this.q === '' ? { items: [] } : this.desk.client.disclosures.list({ q: this.q, limit: MOST_FOUND }, { signal })),
  });

  protected override view(): TemplateResult {
    const { t, say, language, linked } = this;
    const { state: stage, items, error, reload } = this.#found;
    return html`<fieldset class="part" aria-describedby="hint wrong">
      <legend class="label">${this.label}</legend>
      <p class="hint" id="hint">${this.hint}</p>
      <ul class="linked">${linked.map((one) => html`<li class="held"><span>${one.title} <span class="muted small"><bdi>${one.agency.name}</bdi></span></span>
        <button class="button" type="button" aria-label=${t('remove.of', { name: one.title })} @click=${() => this.#tell(linked.filter(({ id }) => id !== one.id))}>${t('remove')}</button></li>`)}</ul>
      <div class="find"><input class="field" type="search" maxlength="200" aria-label=${t('link.find')} placeholder=${t('link.find')} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && this.#find(event)}>
        <button class="button" type="button" @click=${this.#find}>${t('find')}</button></div>
      ${stage === 'failed' ? problem(say, error, reload) : ''}
      <p class="hint" role="status">${this.q !== '' && stage === 'ready' && items.length === 0 ? t('link.none') : ''}</p>
      <ul class="found">${items.filter(({ id }) => !linked.some((one) => one.id === id)).map((one) => html`<li class="held"><span>${one.title} <span class="muted small"><bdi>${one.agency.name}</bdi> ${formatDay(one.publishedOn, language)}</span></span>
        <button class="button" type="button" aria-label=${t('link.of', { name: one.title })} aria-disabled=${String(linked.length >= MOST)} @click=${() => linked.length < MOST && this.#tell([...linked, { id: one.id, title: one.title, agency: one.agency }])}>${t('link')}</button></li>`)}</ul>
      <p class="wrong" id="wrong" role="alert">${this.wrong}</p>
    </fieldset>`;
  }

  #tell(linked: readonly LinkedDisclosure[]): void {
    this.linked = linked;
    this.dispatchEvent(new LinkedEvent(linked));
  }

  readonly #find = (event: Event): void => {
    // Enter belongs to the search, not to the form around.
    event.preventDefault();
    this.q = this.renderRoot.querySelector('input')?.value.trim() ?? '';
  };
}
