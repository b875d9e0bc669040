import type { AgencyRef } from '@sunlit/client';
import { isChangedMeanwhile, type AssessmentSheet, type SheetMeasure, type Weights } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending } from '../admin/sending.ts';
import { filter, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { agencyOf, whose, yearOf, yearsWith } from '../statistics/place.ts';
import { SupervisionElement } from './page.ts';

const MEASURES: readonly SheetMeasure[] = ['publication', 'freshness', 'requests', 'topics', 'ratings', 'urgings'];
const WHOLE = 100;

type TypedWeights = Readonly<Record<SheetMeasure, string>>;

const typedOf = (weights: Weights): TypedWeights => Object.fromEntries(MEASURES.map((measure) => [measure, String(weights[measure])])) as TypedWeights;
const isWeight = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) <= WHOLE;
const sumOf = (weights: TypedWeights): number => MEASURES.reduce((sum, measure) => sum + (isWeight(weights[measure]) ? Number(weights[measure]) : 0), 0);

/**
 * @summary The assessment sheet of the agencies directly below one, by weights that the supervising body sets; made to be printed.
 */
export class DeskAssessment extends SupervisionElement {
  /** What the address asks for: whose sheet, of which year. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private year = 0;
  @state() private typed: TypedWeights | undefined;
  /** As it was when it was read or saved last. */
  private saved: AssessmentSheet | undefined;
  /** What somebody else saved meanwhile. */
  @state() private theirs: AssessmentSheet | undefined;
  readonly #sheets = new Rows<AssessmentSheet>(this, {
    key: () => [this.agency?.id, this.year, this.language].join(' '),
    fetch: async (_, signal) => {
      if (!this.agency) return { items: [] };
      const sheet = await this.desk.client.supervision.sheet(this.agency.id, this.year, { signal });
      this.#take(sheet);
      return { items: [sheet] };
    },
  });
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    const { saved, typed } = this;
    return saved !== undefined && typed !== undefined && MEASURES.some((measure) => typed[measure] !== String(saved.weights[measure]));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.agency = agencyOf(this.me, this.query);
    this.year = yearOf(this.query.get('year'));
  }

  #take(sheet: AssessmentSheet): void {
    this.saved = sheet;
    this.typed = typedOf(sheet.weights);
    this.theirs = undefined;
  }

  protected override view(): TemplateResult {
    const { t, say, year } = this;
    const { state: stage, items: [sheet], error, reload } = this.#sheets;
    const agency = sheet?.agency ?? this.agency;
    return html`<div class="page">
      <nav class="crumbs no-print" aria-label=${t('supervision')}><a href=${this.desk.href(agency ? `supervision?agency=${agency.id}` : 'supervision')}>${t('supervision')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('sheet.title', { agency: agency?.name ?? '', year })}</h1>
        <div class="buttons no-print"><button class="button" type="button" @click=${() => print()}>${t('sheet.print')}</button></div><p class="muted">${t('sheet.text')}</p></div>
      <div class="no-print">${whose({ label: t('agency'), change: t('agency.change'), agency, choose: ({ id }) => this.#go(id, year) })}</div>
      <div class="filters no-print">${filter(t('year'), String(year), yearsWith(year).map((one) => ({ value: String(one), text: t('year.of', { year: one }) })), (one) => agency && this.#go(agency.id, Number(one)))}</div>
      ${stage === 'failed' ? problem(say, error, reload) : sheet ? html`${this.#table(sheet)}${this.#weights(sheet)}` : waitingRows(say, 4)}
    </div>`;
  }

  #table({ below, weights }: AssessmentSheet): TemplateResult {
    const { t, language } = this;
    if (below.length === 0) return html`<p class="empty muted">${t('sheet.none')}</p>`;
    const points = (value: number) => formatNumber(value, language, { maximumFractionDigits: 1 });
    const bestFirst = below.toSorted((one, other) => (other.total ?? -1) - (one.total ?? -1));
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${t('sheet')}><table class="list sheet">
      <thead><tr><th scope="col">${t('sheet.agency')}</th>${MEASURES.map((measure) => html`<th scope="col">${t(`measure.${measure}`)}<span class="under">${t('sheet.weight', { count: weights[measure] })}</span></th>`)}<th scope="col">${t('sheet.total')}</th></tr></thead>
      <tbody>${bestFirst.map(({ agency, scores, total }) => html`<tr><th scope="row"><bdi>${agency.name}</bdi></th>
        ${MEASURES.map((measure) => {
          const score = scores.find((one) => one.measure === measure);
          return score?.score === undefined ? html`<td class="count muted">${t('sheet.unscored')}</td>` : html`<td class="count">${points(score.score)}<span class="under">${t('sheet.of', { n: formatNumber(score.n, language), of: formatNumber(score.of, language) })}</span></td>`;
        })}<td class="count"><strong>${total === undefined ? t('sheet.unscored') : points(total)}</strong></td></tr>`)}</tbody>
    </table></div>`;
  }

  #weights({ set }: AssessmentSheet): TemplateResult {
    const { t, say, language, typed: weights, theirs } = this;
    const { error, wrong, busy } = this.#sending;
    const by = html`<p class="small muted">${set ? t('weights.by', { who: `${set.by.post} ${set.by.name}`, time: formatMoment(set.at, language) }) : t('weights.default')}</p>`;
    if (!weights || !this.desk.may('supervision.urge')) return by;
    const sum = sumOf(weights);
    return html`<form class="card form no-print" novalidate aria-labelledby="weights" @submit=${this.#save}><h2 id="weights">${t('weights.title')}</h2>${by}
      ${theirs ? html`<div class="notice warn" role="alert"><div><p>${t('weights.changed', { who: theirs.set ? `${theirs.set.by.post} ${theirs.set.by.name}` : '', time: theirs.set ? formatMoment(theirs.set.at, language) : '', weights: MEASURES.map((measure) => t('weights.one', { measure: t(`measure.${measure}`), count: theirs.weights[measure] })).join(t('comma')) })}</p>
        <button class="button" type="button" data-take="theirs" @click=${this.#yield}>${t('weights.theirs')}</button></div></div>` : error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      <div class="weights">${MEASURES.map((measure) => field({ name: measure, label: t(`measure.${measure}`), wrong: wrong.get(measure) }, (described, invalid) => html`<input class="field number" id=${measure} type="number" inputmode="numeric" min="0" max=${WHOLE} step="1" autocomplete="off"
        .value=${live(weights[measure])} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => (this.typed = { ...(this.typed ?? weights), [measure]: (target as HTMLInputElement).value })}>`))}</div>
      <p class="sum ${sum === WHOLE ? 'right' : 'attend'}" role="status">${sum === WHOLE ? t('weights.right') : html`${icons.warning} ${t('weights.sum', { sum: formatNumber(sum, language) })}`}</p>
      ${wrong.get('sum') === undefined ? nothing : html`<p class="wrong" role="alert">${wrong.get('sum')}</p>`}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('weights.save')}</button></div>
    </form>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, agency, year, typed: weights, saved } = this;
    if (!agency || !weights || !saved) return;
    const wrong = MEASURES.map((measure) => [measure, isWeight(weights[measure]) ? undefined : t('weights.number')] as const);
    const sum = sumOf(weights);
    if (this.#sending.refuse({ ...Object.fromEntries(wrong), sum: wrong.every(([, text]) => text === undefined) && sum !== WHOLE ? t('weights.wrong', { sum }) : undefined })) return;
    const numbers = Object.fromEntries(MEASURES.map((measure) => [measure, Number(weights[measure])])) as Weights;
    const sheet = await this.#sending.send(() => this.desk.client.supervision.weigh(agency.id, year, { version: (this.theirs ?? saved).version, weights: numbers }));
    const { error } = this.#sending;
    if (!sheet) {
      if (isChangedMeanwhile<AssessmentSheet>(error)) this.theirs = error.current;
      return;
    }
    this.#take(sheet);
    this.#sheets.items = [sheet];
    this.desk.say(t('weights.saved'));
  };

  readonly #yield = (): void => {
    const { theirs } = this;
    if (!theirs) return;
    this.#take(theirs);
    this.#sheets.items = [theirs];
    this.#sending.clear();
  };

  #go(agency: string, year: number): void {
    this.desk.go(`supervision/sheet?${new URLSearchParams({ agency, year: String(year) }).toString()}`);
  }
}
