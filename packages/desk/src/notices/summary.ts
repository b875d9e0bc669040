import { isChangedMeanwhile, type NewOpinionSummary, type NoticeDesk } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Sending } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { NoticeDeskEvent } from './events.ts';
import { NoticeElement } from './page.ts';

const OUTCOMES = ['taken', 'partly', 'not-taken'] as const;
const MOST_POINTS = 100;

type Point = NewOpinionSummary['points'][number];
const BLANK: Point = { point: '', n: 1, outcome: 'taken', reason: '' };

/**
 * @summary How opinions were taken, point by point, as it is published.
 */
export class DeskOpinionSummary extends NoticeElement {
  @property({ attribute: false }) record: NoticeDesk | undefined;

  @state() private words = '';
  @state() private points: readonly Point[] = [];
  @state() private touched = false;
  @state() private overtaken = false;
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.touched;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What somebody is writing is not replaced by what another published.
    if (!changed.has('record') || this.touched) return;
    this.words = this.record?.notice.summary?.words ?? '';
    this.points = this.record?.notice.summary?.points ?? [];
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, record } = this;
    if (!record) return nothing;
    if (record.notice.opinions?.open) return html`<p class="muted">${t('summary.open')}</p>`;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate @submit=${this.#send}>
      ${this.overtaken ? html`<div class="notice warn" role="alert"><p>${t('changed')}</p></div>` : nothing}
      ${error === undefined || wrong.size > 0 || this.overtaken ? nothing : problem(say, error)}
      <p class="muted">${t('summary.text')}</p>
      ${field({ name: 'words', label: t('summary.words'), wrong: wrong.get('words') }, (described, invalid) => html`<textarea class="field" id="words" rows="4" maxlength="5000" aria-describedby=${described} aria-invalid=${invalid} .value=${this.words} @input=${(event: Event) => this.#write({ words: (event.target as HTMLTextAreaElement).value })}></textarea>`)}
      <div class="points">${this.points.map((point, index) => this.#point(point, index))}</div>
      <div class="buttons">${this.points.length < MOST_POINTS ? html`<button class="button" type="button" @click=${this.#add}>${t('summary.add')}</button>` : nothing}
        <button class="button primary" aria-disabled=${String(busy)}>${t(record.notice.summary ? 'summary.again' : 'summary.publish')}</button></div>
    </form>`;
  }

  #point({ point, n, outcome, reason }: Point, index: number): TemplateResult {
    const { t } = this;
    const { wrong } = this.#sending;
    const name = (of: string) => `points.${index}.${of}`;
    const set = (part: Partial<Point>) => this.#write({ points: this.points.map((one, at) => (at === index ? { ...one, ...part } : one)) });
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<fieldset class="point"><legend class="label">${t('summary.nth', { n: index + 1 })}</legend>
      ${field({ name: name('point'), label: t('summary.point'), wrong: wrong.get(name('point')) }, (described, invalid) => html`<input class="field" id=${name('point')} maxlength="500" aria-describedby=${described} aria-invalid=${invalid} .value=${point} @input=${(event: Event) => set({ point: value(event) })} />`)}
      ${field({ name: name('n'), label: t('summary.n'), wrong: wrong.get(name('n')) }, (described, invalid) => html`<input class="field short" type="number" min="1" id=${name('n')} aria-describedby=${described} aria-invalid=${invalid} .value=${String(n)} @input=${(event: Event) => set({ n: Number(value(event)) })} />`)}
      ${field({ name: name('outcome'), label: t('summary.outcome'), wrong: undefined }, () => html`<select class="field short" id=${name('outcome')} @change=${(event: Event) => set({ outcome: OUTCOMES.find((one) => one === value(event)) ?? 'taken' })}>${OUTCOMES.map((one) => html`<option value=${one} .selected=${one === outcome}>${t(`outcome.${one}`)}</option>`)}</select>`)}
      ${field({ name: name('reason'), label: t('summary.reason'), wrong: wrong.get(name('reason')) }, (described, invalid) => html`<textarea class="field" id=${name('reason')} rows="2" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid} .value=${reason} @input=${(event: Event) => set({ reason: value(event) })}></textarea>`)}
      <div><button class="button" type="button" @click=${() => this.#write({ points: this.points.filter((_, at) => at !== index) })}>${t('summary.remove', { n: index + 1 })}</button></div>
    </fieldset>`;
  }

  readonly #add = (): void => {
    this.#write({ points: [...this.points, BLANK] });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[id="points.${this.points.length - 1}.point"]`)?.focus());
  };

  #write({ words = this.words, points = this.points }: { readonly words?: string; readonly points?: readonly Point[] }): void {
    this.words = words;
    this.points = points;
    this.touched = true;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, record, words } = this;
    if (!record) return;
    const points = this.points.map((one) => ({ ...one, point: one.point.trim(), reason: one.reason.trim() }));
    const wrong = {
      words: words.trim() === '' ? t('wrong.words') : undefined,
      ...Object.fromEntries(points.flatMap(({ point, n, reason }, index) => [
        [`points.${index}.point`, point === '' ? t('wrong.point') : undefined], [`points.${index}.n`, Number.isInteger(n) && n >= 1 ? undefined : t('wrong.n')], [`points.${index}.reason`, reason === '' ? t('wrong.reason') : undefined],
      ])),
    };
    if (this.#sending.refuse(wrong)) return;
    const done = await this.#sending.send(() => this.desk.client.noticeDesk.answer(record.notice.id, { version: record.version, words: words.trim(), points }));
    this.overtaken = isChangedMeanwhile<NoticeDesk>(this.#sending.error);
    if (isChangedMeanwhile<NoticeDesk>(this.#sending.error)) this.dispatchEvent(new NoticeDeskEvent(this.#sending.error.current));
    if (!done) return;
    this.touched = false;
    this.desk.say(t('summary.done'));
    this.dispatchEvent(new NoticeDeskEvent(done));
  };
}
