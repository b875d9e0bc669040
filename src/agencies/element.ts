import type { Agency, AgencySummary } from '@sunlit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AgencyTree } from '../shared/agency-tree.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitSelectEvent } from '../shared/events.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, offline } from '../shared/states.ts';
import { contact, leaders, venues } from './card.ts';
import { agenciesStrings, type AgenciesKey } from './strings/index.ts';
import { agenciesStyles } from './styles.ts';

/**
 * @summary The agencies of a region: their tree, duties, leaders by post, hours, phones and organisation chart.
 * @fires sunlit-select - A reader opens an agency; cancel it to open it elsewhere.
 * @fires sunlit-ready - The first content is drawn.
 * @fires sunlit-load-error - Something could not be loaded.
 */
export class SunlitAgencies extends SunlitElement<AgenciesKey> {
  static override styles = [SunlitElement.styles, agenciesStyles];

  /** The agency at the top of what is shown; without it, the first of the whole tree. */
  @property() agency: string | undefined;

  /** The agency that is open at first; without it, the one at the top. */
  @property() selected: string | undefined;

  /** Where the disclosures of an agency are listed, for example `/open/?sunlit-agency={id}`. */
  @property({ attribute: 'directory-href' }) directoryHref: string | undefined;

  protected override readonly strings = agenciesStrings;

  @state() private chosen: string | undefined;
  @query('.detail h2') private readonly opened!: HTMLElement | null;

  readonly #tree = new AgencyTree(this, { root: () => this.#top.latest?.id, key: () => (this.#top.latest ? `${this.apiUrl} ${this.#top.latest.id} ${this.language}` : undefined), client: () => this.client });
  readonly #top = new Load<Agency>(this, {
    key: () => `${this.apiUrl} ${this.#root ?? ''} ${this.language}`,
    fetch: (signal, onSource) => this.#fetchTop(signal, onSource),
  });
  readonly #shown = new Load<Agency>(this, {
    key: () => (this.#current ? `${this.apiUrl} ${this.#current} ${this.language}` : undefined),
    fetch: (signal, onSource) => this.client.agencies.get(this.#current ?? '', { signal, onSource }),
    done: (agency) => {
      this.#tree.open(agency.path.map(({ id }) => id));
      this.announceReady();
    },
  });
  #focusNext = false;

  /** Forgets what was opened and starts from the top. */
  reset(): void {
    this.chosen = undefined;
  }

  /** Asks for everything again. */
  refresh(): void {
    this.#tree.reload();
    this.#top.retry();
    this.#shown.retry();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('api') || changed.has('agency')) this.reset();
  }

  protected override updated(): void {
    if (!this.#focusNext || this.#shown.current.state !== 'ready') return;
    this.#focusNext = false;
    this.opened?.focus();
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const top = this.#top.current;
    if (top.state === 'failed') return failed(t, top.error, () => this.refresh());
    const root = this.#top.latest;
    return html`<div class="layout">
      <nav class="tree" aria-label=${t('tree')} part="tree">
        ${root ? html`<ul>${this.#row({ ...root })}</ul>` : html`<span class="skeleton wait"></span>`}
      </nav>
      <div class="detail" part="detail">${this.#detail()}</div>
    </div>`;
  }

  #detail(): TemplateResult {
    const { t } = this;
    const shown = this.#shown.current;
    if (shown.state === 'failed') return failed(t, shown.error, () => this.#shown.retry());
    const agency = this.#shown.latest;
    if (!agency) return html`<span class="skeleton wait" role="status"><span class="hidden-text">${t('loading')}</span></span>`;
    return html`
      ${offline(t, this.language, shown.state === 'ready' ? shown.asOf : undefined, () => this.#shown.retry())}
      <header>
        ${agency.path.length > 1
          ? html`<nav class="path small" aria-label=${t('path')}>
              ${agency.path.slice(0, -1).map((above) => html`<button class="button quiet" type="button" @click=${() => this.#choose(above.id, above.name)}>${above.name}</button> ${icons.next} `)}
            </nav>`
          : nothing}
        <h2 tabindex="-1"><bdi>${agency.name}</bdi></h2>
        <p class="muted">${t(`level.${agency.level}`)} · ${t(`kind.${agency.kind}`)}</p>
      </header>
      ${this.directoryHref ? html`<p><a class="button primary" href=${this.directoryHref.replaceAll('{id}', encodeURIComponent(agency.id))}>${t('disclosures', { count: agency.disclosures })}</a></p>` : nothing}
      ${agency.duties ? html`<section><h3>${t('duties')}</h3><p>${agency.duties}</p></section>` : nothing}
      ${contact(t, agency)} ${leaders(t, agency)} ${this.#chart(agency)} ${venues(t, agency)}
    `;
  }

  /** The organisation chart is a nested list with lines drawn around it, so it reads the same when it is heard. */
  #chart(agency: Agency): TemplateResult | typeof nothing {
    const { t } = this;
    const below = this.#tree.level(agency.id);
    if (agency.offices.length === 0 && agency.children === 0) return nothing;
    return html`<section>
      <h3>${t('chart')}</h3>
      <div class="chart" part="chart" role="group" aria-label=${t('chart')} tabindex="0">
        <span class="node here">${agency.shortName ?? agency.name}</span>
        <ul>
          ${agency.offices.map(
            (office) => html`<li><div class="node office"><span><span class="strong">${office.name}</span> <span class="small muted">${office.duties}</span></span></div></li>`,
          )}
          ${below?.state === 'ready' ? below.agencies.map((child) => html`<li><button class="node button" type="button" @click=${() => this.#choose(child.id, child.name)}>${child.shortName ?? child.name}</button></li>`) : nothing}
        </ul>
      </div>
    </section>`;
  }

  #row(agency: Pick<AgencySummary, 'id' | 'name' | 'children'>): TemplateResult {
    const { t } = this;
    const open = this.#tree.isOpen(agency.id);
    return html`<li>
      <div class="row">
        ${agency.children > 0
          ? html`<button class="button quiet fold" type="button" aria-expanded=${open} aria-label=${t('expand', { name: agency.name })} @click=${() => this.#tree.toggle(agency.id)}>${icons.next}</button>`
          : html`<span class="leaf"></span>`}
        <button class="button pick" type="button" aria-current=${this.#current === agency.id} @click=${() => this.#choose(agency.id, agency.name)}><bdi>${agency.name}</bdi></button>
      </div>
      ${open ? this.#branch(agency.id) : nothing}
    </li>`;
  }

  #branch(parent: string): TemplateResult {
    const level = this.#tree.level(parent);
    switch (level?.state) {
      case 'failed': return failed(this.t, level.error, () => this.#tree.open([parent]));
      case 'ready': return html`<ul>${level.agencies.map((agency) => this.#row(agency))}</ul>`;
      default: return html`<span class="skeleton fold-wait"></span>`;
    }
  }

  get #root(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  get #current(): string | undefined {
    return this.chosen ?? this.selected ?? this.#root ?? this.#top.latest?.id;
  }

  async #fetchTop(signal: AbortSignal, onSource: Parameters<ConstructorParameters<typeof Load<Agency>>[1]['fetch']>[1]): Promise<Agency> {
    const root = this.#root ?? (await this.client.agencies.list({ limit: 1 }, { signal })).items[0]?.id ?? '';
    return this.client.agencies.get(root, { signal, onSource });
  }

  #choose(id: string, title: string): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'agency', id, title }))) return;
    this.chosen = id;
    this.#focusNext = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-agencies': SunlitAgencies;
  }
}
