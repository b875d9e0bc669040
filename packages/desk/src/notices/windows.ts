import { isChangedMeanwhile, type NoticeDesk, type NoticeWindows } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { NoticeDeskEvent } from './events.ts';
import { NoticeElement } from './page.ts';

const MOST_SEATS = 1000;

/**
 * @summary Until when opinions and registrations are taken, how many seats a hearing has, and how they are given.
 */
export class DeskNoticeWindows extends NoticeElement {
  @property({ attribute: false }) record: NoticeDesk | undefined;

  @state() private touched = false;
  @state() private overtaken = false;
  @state() private way: 'order' | 'lot' | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.touched;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, record } = this;
    if (!record) return nothing;
    const { error, wrong, busy } = this.#sending;
    const { opinions } = record.windows;
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.touched = true)}>
      ${this.overtaken ? html`<div class="notice warn" role="alert"><p>${t('changed')}</p></div>` : nothing}
      ${error === undefined || wrong.size > 0 || this.overtaken ? nothing : problem(say, error)}
      <p class="muted">${t('windows.text')}</p>
      ${field({ name: 'opinions', label: t('windows.opinions'), hint: t('windows.opinions.hint'), wrong: wrong.get('windows.opinions.until') }, (described, invalid) => html`<input class="field short" type="date" id="opinions" name="opinions" .value=${opinions?.until ?? ''} aria-describedby=${described} aria-invalid=${invalid} />`)}
      ${record.notice.type === 'hearing' ? this.#seats(record.windows) : nothing}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('windows.save')}</button></div>
    </form>`;
  }

  #seats({ seats }: NoticeWindows): TemplateResult {
    const { t } = this;
    if (this.record?.notice.result) return html`<p class="muted">${t('windows.locked')}</p>`;
    const { wrong } = this.#sending;
    const way = this.way ?? seats?.selection.way ?? 'lot';
    const number = (name: 'presenters' | 'observers', value: number) => field({ name, label: t(`windows.${name}`), wrong: wrong.get(`windows.seats.${name}`) }, (described, invalid) =>
      html`<input class="field short" type="number" id=${name} name=${name} min="0" max=${MOST_SEATS} .value=${String(value)} aria-describedby=${described} aria-invalid=${invalid} />`);
    return html`${field({ name: 'seats', label: t('windows.seats'), hint: t('windows.seats.hint'), wrong: wrong.get('windows.seats.until') ?? wrong.get('windows.seats') }, (described, invalid) => html`<input class="field short" type="date" id="seats" name="seats" .value=${seats?.until ?? ''} aria-describedby=${described} aria-invalid=${invalid} />`)}
      ${number('presenters', seats?.presenters ?? 0)}${number('observers', seats?.observers ?? 0)}
      ${field({ name: 'way', label: t('windows.way'), wrong: undefined }, () => html`<select class="field short" id="way" name="way" @change=${(event: Event) => (this.way = (event.target as HTMLSelectElement).value === 'order' ? 'order' : 'lot')}>
        ${(['order', 'lot'] as const).map((one) => html`<option value=${one} .selected=${one === way}>${t(`way.${one}`)}</option>`)}</select>`)}
      ${way === 'lot' ? field({ name: 'source', label: t('windows.source'), hint: t('windows.source.hint'), wrong: wrong.get('windows.seats.selection.source') }, (described, invalid) =>
        html`<input class="field" id="source" name="source" maxlength="200" .value=${seats?.selection.way === 'lot' ? seats.selection.source : ''} aria-describedby=${described} aria-invalid=${invalid} />`) : nothing}`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, record } = this;
    if (!record) return;
    const value = typed(this.form);
    const [opinions, seats] = [value('opinions'), value('seats')];
    const lot = value('way') !== 'order';
    if (this.#sending.refuse({ 'windows.seats.selection.source': seats && lot && value('source') === '' ? t('wrong.source') : undefined })) return;
    const windows: NoticeWindows = {
      ...(opinions && { opinions: { until: opinions } }),
      // What was given stays as it was.
      ...(record.notice.result ? record.windows.seats && { seats: record.windows.seats }
        : seats && { seats: { until: seats, presenters: Number(value('presenters')) || 0, observers: Number(value('observers')) || 0, selection: lot ? { way: 'lot', source: value('source') } : { way: 'order' } } }),
    };
    const done = await this.#sending.send(() => this.desk.client.noticeDesk.configure(record.notice.id, { version: record.version, windows }));
    this.overtaken = isChangedMeanwhile<NoticeDesk>(this.#sending.error);
    if (isChangedMeanwhile<NoticeDesk>(this.#sending.error)) this.dispatchEvent(new NoticeDeskEvent(this.#sending.error.current));
    if (!done) return;
    this.touched = false;
    this.desk.say(t('windows.saved'));
    this.dispatchEvent(new NoticeDeskEvent(done));
  };
}
