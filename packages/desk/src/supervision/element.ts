import type { Agency, AgencyRef } from '@sunlit/client';
import type { LateItem, LateSubject, Light, LightsByAgency } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { frameIcons } from '../frame/icons.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { agencyOf, whose } from '../statistics/place.ts';
import { Watching } from '../topics/watching.ts';
import type { LateEvent } from './events.ts';
import { SupervisionElement } from './page.ts';
import { LIGHTS, SUBJECTS, lamps } from './words.ts';

/** Where urgings that wait are looked for. Those about what is done by now are not in the list. */
const MOST_LOOKED_AT = 1000;

const keyOf = ({ type, agency, id }: LateItem): string => `${type} ${agency.id} ${id}`;

/**
 * @summary A place in the tree at a glance: how many lights are on, where below and of what; urgings to answer; what is late, and urging about it.
 */
export class DeskSupervision extends SupervisionElement {
  /** What the address asks for: which place, and what of the list. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private light: Light | '' = '';
  @state() private type: LateSubject | '' = '';

  readonly #tree = new Rows<{ readonly lights: LightsByAgency; readonly place: Agency }>(this, {
    key: () => `${this.agency?.id ?? ''} ${this.language}`,
    fetch: async (_, signal) => {
      const { agency } = this;
      if (!agency) return { items: [] };
      const [lights, place] = await Promise.all([this.desk.client.supervision.tree(agency.id, { signal }), this.desk.client.agencies.get(agency.id, { signal })]);
      return { items: [{ lights, place }] };
    },
  });
  readonly #late = new Rows<LateItem>(this, {
    key: () => [this.agency?.id, this.light, this.type, this.language].join(' '),
    fetch: async (cursor, signal) => {
      const { agency, light, type } = this;
      return agency ? this.desk.client.supervision.list({ agency: agency.id, limit: 50, ...(light && { light }), ...(type && { type }), ...(cursor && { cursor }) }, { signal }) : { items: [] };
    },
  });
  /** What somebody urged about and nobody answered, wherever it stands in the list. */
  readonly #waiting = new Rows<LateItem>(this, {
    key: () => `${this.agency?.id ?? ''} ${String(this.#toAnswer)}`,
    fetch: async (_, signal) => {
      const { agency } = this;
      const waiting: LateItem[] = [];
      if (!agency || this.#toAnswer === 0) return { items: waiting };
      let [found, looked] = [0, 0];
      for await (const item of this.desk.client.supervision.list({ agency: agency.id, limit: 100 }, { signal })) {
        const unanswered = item.urgings.filter(({ answer }) => answer === undefined).length;
        if (unanswered > 0) waiting.push(item);
        found += unanswered;
        looked += 1;
        if (found >= this.#toAnswer || looked >= MOST_LOOKED_AT) break;
      }
      return { items: waiting };
    },
  });

  constructor() {
    super();
    new Watching(this, async () => {
      // Somebody who writes an urging is not disturbed.
      if (!this.unsaved) this.#tree.reload();
    });
  }

  get #toAnswer(): number {
    return this.desk.may('supervision.answer') ? (this.#tree.items[0]?.lights.whole.urgings ?? 0) : 0;
  }

  get unsaved(): boolean {
    return [...this.renderRoot.querySelectorAll<HTMLElement & { readonly unsaved: boolean }>('desk-late')].some(({ unsaved }) => unsaved);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.agency = agencyOf(this.me, this.query);
    this.light = LIGHTS.find((one) => one === this.query.get('light')) ?? '';
    this.type = SUBJECTS.find((one) => one === this.query.get('type')) ?? '';
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items: [found], error, reload } = this.#tree;
    const agency = found?.lights.agency ?? this.agency;
    return html`<div class="page">
      ${found ? this.#path(found.place) : nothing}
      <div class="head"><h1 tabindex="-1">${t('supervision')}</h1>
        ${agency ? html`<div class="buttons"><a class="button" href=${this.desk.href(`supervision/breaches?agency=${agency.id}`)}>${t('breaches')}</a><a class="button" href=${this.desk.href(`supervision/sheet?agency=${agency.id}`)}>${t('sheet')}</a></div>` : nothing}
        <p class="muted">${t('supervision.text')}</p></div>
      ${whose({ label: t('agency'), change: t('agency.change'), agency, choose: ({ id }) => this.desk.go(`supervision?agency=${id}`) })}
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      ${found ? this.#lights(found.lights) : stage === 'failed' ? nothing : waitingRows(say, 2)}
      ${this.#answers()}
      ${found ? this.#below(found.lights) : nothing}
      ${this.#list()}
    </div>`;
  }

  /** From the highest place of theirs down to this one. */
  #path({ path }: Agency): TemplateResult | typeof nothing {
    const own = new Set(this.me.grants.map(({ agency }) => agency.id));
    const shown = path.slice(path.findIndex(({ id }) => own.has(id)));
    if (shown.length < 2) return nothing;
    return html`<nav class="crumbs" aria-label=${this.t('path.title')}>${shown.map(({ id, name }, index) => (index === shown.length - 1 ? html`<span aria-current="page"><bdi>${name}</bdi></span>` : html`<a href=${this.desk.href(`supervision?agency=${id}`)}><bdi>${name}</bdi></a>${icons.next}`))}</nav>`;
  }

  #lights({ agency, asOf, whole, byType }: LightsByAgency): TemplateResult {
    const { t, language } = this;
    const figure = (name: 'red' | 'amber' | 'breaches' | 'urgings', sign: typeof icons.warning | undefined) => html`<div class="big ${whole[name] === 0 ? '' : name === 'red' ? 'bad' : name === 'amber' ? 'warn' : ''}"><dt>${sign ?? nothing} ${t(`count.${name}`)}</dt><dd>${formatNumber(whole[name], language)}</dd></div>`;
    const lit = byType.filter(({ red, amber }) => red + amber > 0);
    return html`<section class="card" aria-labelledby="lights"><div class="head"><h2 id="lights">${t('lights', { agency: agency.name })}</h2><span class="small muted">${t('as-of', { time: formatMoment(asOf, language) })}</span></div>
      <dl class="bigs">${figure('red', icons.warning)}${figure('amber', frameIcons.due)}${figure('breaches', undefined)}${figure('urgings', undefined)}</dl>
      ${lit.length === 0 ? html`<p>${t('lights.none')}</p>` : html`<div class="types" role="group" aria-label=${t('bytype.title')}>${lit.toSorted((one, other) => other.red - one.red || other.amber - one.amber).map(({ type, red, amber }) => html`<button class="button" type="button" data-type=${type} aria-pressed=${String(this.type === type)} @click=${() => this.#choose({ type: this.type === type ? '' : type, light: '' })}>${t(`subject.${type}`)} ${LIGHTS.map((light) => ({ red, amber })[light] === 0 ? nothing : lamps(t, light, formatNumber({ red, amber }[light], language), false))}</button>`)}</div>`}
    </section>`;
  }

  #answers(): TemplateResult | typeof nothing {
    const { t } = this;
    const { items } = this.#waiting;
    if (items.length === 0) return nothing;
    return html`<section aria-labelledby="waiting"><h2 id="waiting">${t('waiting.title', { count: items.flatMap(({ urgings }) => urgings).filter(({ answer }) => !answer).length })}</h2>${this.#rows(items)}</section>`;
  }

  #below({ below }: LightsByAgency): TemplateResult | typeof nothing {
    const { t, language } = this;
    if (below.length === 0) return nothing;
    const worstFirst = below.toSorted((one, other) => other.lights.red - one.lights.red || other.lights.amber - one.lights.amber);
    return html`<section><h2>${t('below.title')}</h2><p class="small muted">${t('below.text')}</p>
      <div class="scroll" role="region" tabindex="0" aria-label=${t('below.title')}><table class="list lights">
        <thead><tr>${(['agency', 'red', 'amber', 'breaches', 'urgings'] as const).map((name) => html`<th scope="col">${t(`below.${name}`)}</th>`)}</tr></thead>
        <tbody>${repeat(worstFirst, ({ agency }) => agency.id, ({ agency, lights }) => html`<tr><th scope="row"><a href=${this.desk.href(`supervision?agency=${agency.id}`)}><bdi>${agency.name}</bdi></a></th>
          ${LIGHTS.map((light) => html`<td>${lamps(t, light, formatNumber(lights[light], language), lights[light] === 0)}</td>`)}<td>${formatNumber(lights.breaches, language)}</td><td>${formatNumber(lights.urgings, language)}</td></tr>`)}</tbody>
      </table></div></section>`;
  }

  #list(): TemplateResult {
    const { t, say, light, type } = this;
    const { state: stage, items, error, reload } = this.#late;
    return html`<section aria-labelledby="list"><h2 id="list" tabindex="-1">${t('list.title')}</h2>
      <div class="filters">
        ${filter(t('list.light'), light, [{ value: '' as const, text: say('all') }, ...LIGHTS.map((value) => ({ value, text: t(`light.${value}`) }))], (one) => this.#choose({ light: one }))}
        ${filter(t('type'), type, [{ value: '' as const, text: say('all') }, ...SUBJECTS.map((value) => ({ value, text: t(`subject.${value}`) }))], (one) => this.#choose({ type: one }))}
      </div>
      ${stage === 'failed' ? problem(say, error, reload) : stage === 'loading' && items.length === 0 ? waitingRows(say, 4)
        : items.length === 0 ? html`<p class="empty muted">${t(light || type ? 'list.none' : 'list.clear')}</p>` : html`${this.#rows(items)}${moreRows(say, this.#late)}`}</section>`;
  }

  #rows(items: readonly LateItem[]): TemplateResult {
    return html`<ul class="rows">${repeat(items, keyOf, (item) => html`<li><desk-late .item=${item} @desk-late=${this.#changed}></desk-late></li>`)}</ul>`;
  }

  #choose({ light = this.light, type = this.type }: { light?: Light | ''; type?: LateSubject | '' }): void {
    this.light = light;
    this.type = type;
    this.desk.note({ agency: this.agency?.id ?? '', light, type });
  }

  readonly #changed = ({ current }: LateEvent): void => {
    for (const rows of [this.#late, this.#waiting]) rows.items = rows.items.map((item) => (keyOf(item) === keyOf(current) ? current : item));
    this.#tree.reload();
    // The form in which it was answered is gone; the list has it.
    if (!(this.renderRoot as ShadowRoot).activeElement) this.renderRoot.querySelector<HTMLElement>('#list')?.focus();
  };
}
