import type { Calendar, CalendarYear } from '@sunlit/client';
import { isSunlitError, type CalendarLoad, type CalendarPreview } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { formatDay, formatMoment } from '../../../../../src/shared/format.ts';
import { moreRows, waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';
import { readNotice } from './notice.ts';
import { yearStyles, yearView } from './year.ts';

type Previewed = { readonly year: CalendarYear; readonly preview: CalendarPreview };

/**
 * @summary The workday calendar: the years that are known, loading a year's notice with a look at what it moves, and what was loaded before.
 */
export class DeskCalendar extends AdminPage {
  static override styles = [AdminPage.styles, yearStyles];

  @state() private shown: number | undefined;
  @state() private previewed: Previewed | undefined;
  @state() private dirty = false;
  /** What was given, for when somebody goes back from the preview. */
  private given = { text: '', notice: '' };
  @query('form') private readonly form!: HTMLFormElement | null;
  @query('textarea') private readonly pasted!: HTMLTextAreaElement;

  readonly #calendar = new Rows<Calendar>(this, { key: () => 'years', fetch: async (_, signal) => ({ items: [await this.desk.client.calendar.get({ signal })] }) });
  readonly #loads = new Rows<CalendarLoad>(this, { key: () => 'loads', fetch: (cursor, signal) => this.desk.client.calendar.history(cursor ? { cursor } : {}, { signal }) });
  /** Whoever administers the top of the tree loads a calendar: it is everybody's. */
  readonly #tops = new Rows<string>(this, { key: () => 'tops', fetch: async (_, signal) => ({ items: (await this.desk.client.agencies.list({}, { signal })).items.map(({ id }) => id) }) });
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.dirty;
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items: [calendar], error, reload } = this.#calendar;
    const mayLoad = this.me.grants.some(({ agency, role }) => role === 'administrator' && this.#tops.items.includes(agency.id));
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.calendar')}</h1><p class="muted">${t('calendar.text')}</p></div>
      ${stage === 'failed' ? problem(say, error, reload) : calendar === undefined ? waitingRows(say, 4) : this.#years(calendar)}
      ${mayLoad ? html`<section class="card" aria-labelledby="load"><h2 id="load">${t('calendar.load')}</h2>${this.previewed ? this.#preview(this.previewed) : this.#notice()}</section>` : nothing}
      <section aria-labelledby="loads"><h2 id="loads">${t('calendar.history')}</h2>${this.#history()}</section>
    </div>`;
  }

  #years({ years }: Calendar): TemplateResult {
    const { t, language } = this;
    const chosen = years.find(({ year }) => year === this.shown) ?? years.find(({ year }) => year === new Date().getFullYear()) ?? years.at(-1);
    if (chosen === undefined) return html`<p class="empty muted">${t('calendar.none')}</p>`;
    return html`<section aria-labelledby="year">
      <div class="years" role="group" aria-label=${t('calendar.years')}>${years.map(({ year }) => html`<button class="button" type="button" aria-pressed=${String(year === chosen.year)} @click=${() => (this.shown = year)}>${year}</button>`)}</div>
      <h2 id="year">${t('calendar.year', { year: chosen.year })}</h2>
      <p class="muted small">${chosen.url ? html`<a href=${chosen.url} target="_blank" rel="noopener">${chosen.notice}</a>` : chosen.notice}</p>
      ${yearView(t, language, chosen)}
    </section>`;
  }

  #notice(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate @submit=${this.#look} @input=${() => (this.dirty = true)}>
      ${error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'file', label: t('calendar.file'), hint: t('calendar.file.hint'), wrong: undefined },
        (described) => html`<input class="field" id="file" type="file" accept=".json,.txt,application/json,text/plain" aria-describedby=${described} @change=${this.#takeFile}>`)}
      ${field({ name: 'text', label: t('calendar.paste'), hint: t('calendar.paste.hint'), wrong: wrong.get('text') },
        (described, invalid) => html`<textarea class="field" id="text" name="text" rows="6" spellcheck="false" .value=${this.given.text} aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      ${field({ name: 'notice', label: t('calendar.notice'), hint: t('calendar.notice.hint'), wrong: wrong.get('notice') },
        (described, invalid) => html`<input class="field" id="notice" name="notice" maxlength="60" .value=${this.given.notice} aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('calendar.preview')}</button></div>
    </form>`;
  }

  #preview({ year, preview: { added, removed, moved, movedCases, drafts } }: Previewed): TemplateResult {
    const { t, say, language } = this;
    const { error, wrong, busy } = this.#sending;
    const days = (label: string, list: readonly string[]) => (list.length === 0 ? nothing : html`<div><dt class="label">${label}</dt><dd>${list.map((day) => formatDay(day, language)).join(t('comma'))}</dd></div>`);
    const same = [added, removed].every(({ off, work }) => off.length + work.length === 0);
    return html`<form class="form" novalidate @submit=${this.#load}>
      <h3 tabindex="-1">${t('calendar.preview.title', { year: year.year, notice: year.notice })}</h3>
      ${error === undefined ? nothing : problem(say, error)}
      ${same ? html`<p class="notice">${t('calendar.same')}</p>` : html`<dl class="two">${days(t('calendar.added.off'), added.off)}${days(t('calendar.added.work'), added.work)}${days(t('calendar.removed.off'), removed.off)}${days(t('calendar.removed.work'), removed.work)}</dl>`}
      <p><strong>${moved === 0 ? t('calendar.moved.none') : t('calendar.moved', { count: moved })}</strong></p>
      ${this.#moved(moved, drafts, t('calendar.from'))}
      <p><strong>${movedCases === 0 ? t('calendar.cases.none') : t('calendar.cases', { count: movedCases })}</strong></p>
      ${field({ name: 'reason', label: t('calendar.reason'), hint: t('calendar.reason.hint'), wrong: wrong.get('reason') },
        (described, invalid) => html`<input class="field" id="reason" name="reason" maxlength="300" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#back}>${t('back')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('calendar.confirm', { year: year.year })}</button>
      </div>
    </form>`;
  }

  #moved(moved: number, drafts: CalendarLoad['drafts'], before: string): TemplateResult {
    const { t, say, language } = this;
    return html`${drafts.length === 0 ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('calendar.moved', { count: moved })}><table class="list moved">
        <thead><tr><th scope="col">${t('calendar.draft')}</th><th scope="col">${say('agency')}</th><th scope="col">${before}</th><th scope="col">${t('calendar.to')}</th></tr></thead>
        <tbody>${drafts.map(({ title, agency, from, to }) => html`<tr><td>${title || say('untitled')}</td><td><bdi>${agency.name}</bdi></td><td>${formatDay(from, language)}</td><td>${formatDay(to, language)}</td></tr>`)}</tbody>
      </table></div>`}
      ${moved > drafts.length ? html`<p class="muted small">${t('calendar.moved.more', { count: moved - drafts.length })}</p>` : nothing}`;
  }

  #history(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#loads;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 2);
    if (items.length === 0) return html`<p class="empty muted">${t('calendar.history.none')}</p>`;
    return html`<ul class="rows">${items.map(({ year, notice, at, by, reason, moved, movedCases, drafts }) => html`<li class="row"><div class="what">
      <strong>${t('calendar.year', { year })}</strong> ${reason}
      <p class="facts"><span>${notice}</span><span>${by.post}</span><span>${formatMoment(at, language)}</span>${moved === 0 ? html`<span>${t('calendar.moved.none')}</span>` : nothing}<span>${movedCases === 0 ? t('calendar.cases.none') : t('calendar.cases', { count: movedCases })}</span></p>
      ${moved === 0 ? nothing : html`<details class="small"><summary>${t('calendar.moved', { count: moved })}</summary>${this.#moved(moved, drafts, t('calendar.before'))}</details>`}
    </div></li>`)}</ul>${moreRows(say, this.#loads)}`;
  }

  readonly #takeFile = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.pasted.value = await file.text();
    this.dirty = true;
  };

  readonly #look = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say } = this;
    const value = typed(this.form);
    this.given = { text: value('text'), notice: value('notice') };
    const read = readNotice(this.given.text);
    const notice = 'year' in read ? value('notice').replaceAll(/\s+/g, ' ') || read.year.notice : '';
    const fault = 'fault' in read ? (read.fault === 'empty' ? say('required') : t(`calendar.fault.${read.fault}`)) : undefined;
    if (this.#sending.refuse({ text: fault, notice: fault === undefined && notice === '' ? say('required') : undefined }) || !('year' in read)) return;
    const year = { ...read.year, notice };
    const preview = await this.#sending.send(() => this.desk.client.calendar.preview(year));
    if (!preview) return;
    this.previewed = { year, preview };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3[tabindex]')?.focus());
  };

  readonly #load = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, previewed } = this;
    const reason = typed(this.form)('reason');
    if (!previewed || this.#sending.refuse({ reason: reason === '' ? say('required') : undefined })) return;
    const { year, preview } = previewed;
    const load = await this.#sending.send(() => this.desk.client.calendar.load({ ...year, version: preview.version, reason }));
    if (load) {
      this.desk.say(t('calendar.loaded', { year: load.year, count: load.moved }));
      this.given = { text: '', notice: '' };
      this.dirty = false;
      this.#back();
      this.shown = load.year;
    } else if (isSunlitError(this.#sending.error) && this.#sending.error.code === 'changed-meanwhile') {
      // What it would move is counted from the calendar as it now stands, and shown again before anything is loaded.
      const { error } = this.#sending;
      const again = await this.#sending.send(() => this.desk.client.calendar.preview(year));
      if (again) this.previewed = { year, preview: again };
      this.#sending.error ??= error;
    } else return;
    this.#calendar.reload();
    this.#loads.reload();
  };

  readonly #back = (): void => {
    this.previewed = undefined;
    this.#sending.clear();
  };
}
