import { isChangedMeanwhile, type FeedbackCount, type NoticeDesk, type Opinion, type Seat } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import { Sending, typed } from '../admin/sending.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import type { NoticeDeskEvent } from './events.ts';
import { NoticeElement } from './page.ts';

/** What was read stays until another notice is opened: each reading goes on record. */
interface Read<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/**
 * @summary One notice or hearing: its windows, the opinions that came and how they were taken, who registered and who was chosen.
 */
export class DeskNotice extends NoticeElement {
  @property({ attribute: false }) noticeId = '';

  @state() private record: NoticeDesk | undefined;
  @state() private readers: FeedbackCount | undefined;
  @state() private opinions: Read<Opinion> | undefined;
  @state() private seats: Read<Seat> | undefined;
  @query('#draw') private readonly form!: HTMLFormElement | null;
  readonly #loading = new Sending(this);
  readonly #reading = new Sending(this);
  readonly #drawing = new Sending(this);

  get unsaved(): boolean {
    return [...this.renderRoot.querySelectorAll<HTMLElement & { readonly unsaved: boolean }>('desk-notice-windows, desk-opinion-summary')].some(({ unsaved }) => unsaved);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('noticeId')) void this.#load();
  }

  protected override view(): TemplateResult {
    const { t, say, record, language } = this;
    const crumbs = html`<nav class="crumbs" aria-label=${t('back')}><a href=${this.desk.href('notices')}>${t('back')}</a></nav>`;
    if (!record) return html`<div class="page">${crumbs}${this.#loading.error === undefined ? waitingRows(say, 3) : problem(say, this.#loading.error, () => void this.#load())}</div>`;
    const { notice } = record;
    return html`<div class="page" @desk-notice=${this.#told}>${crumbs}
      <div class="head"><h1 tabindex="-1">${notice.title}</h1>
        <p class="facts"><span>${t(`type.${notice.type}`)}</span><span><bdi>${notice.agency.name}</bdi></span><span>${notice.from === undefined || notice.to === undefined ? t('undated') : t('span', { from: formatDay(notice.from, language), to: formatDay(notice.to, language) })}</span></p>
        ${this.readers ? html`<p class="muted small">${t('feedback', { ...this.readers })}</p>` : nothing}</div>
      <section class="card"><h2>${t('windows')}</h2><desk-notice-windows .record=${record}></desk-notice-windows></section>
      ${this.#opinions(record)} ${notice.seats ? this.#seats(record) : nothing}
    </div>`;
  }

  #opinions({ notice, counts }: NoticeDesk): TemplateResult {
    const { t, say, language } = this;
    const n = counts.support + counts.object + counts.suggest;
    return html`<section class="card"><h2>${t('opinions')}</h2><p>${n === 0 ? t('opinions.none') : t('counts', counts)}</p>
        ${n === 0 ? nothing : this.opinions ? html`<ul class="entries" tabindex="-1" id="opinions">${this.opinions.items.map((one) => html`<li><p class="facts"><span class="badge">${t(`stance.${one.stance}`)}</span><span>${t(`channel.${one.channel}`)}</span><span>${formatMoment(one.at, language)}</span></p><p class="said">${one.words ?? t('erased')}</p>${this.#who(one)}</li>`)}</ul>${this.#more(this.opinions, this.#readOpinions)}`
          : html`<p><button class="button" type="button" aria-disabled=${String(this.#reading.busy)} @click=${this.#readOpinions}>${t('opinions.read')}</button> <span class="muted small">${t('read.hint')}</span></p>`}
        ${this.#reading.error === undefined ? nothing : problem(say, this.#reading.error)}</section>
      ${notice.opinions || notice.summary ? html`<section class="card"><h2>${t('summary')}</h2><desk-opinion-summary .record=${this.record}></desk-opinion-summary></section>` : nothing}`;
  }

  #seats({ notice: { seats, result } }: NoticeDesk): TemplateResult {
    const { t, language } = this;
    const { presenters = 0, observers = 0 } = seats?.registered ?? {};
    return html`<section class="card"><h2>${t('seats')}</h2><p>${presenters + observers === 0 ? t('seats.none') : t('registered', { presenters, observers })}</p>
      ${presenters + observers === 0 ? nothing : this.seats ? html`<ul class="entries" tabindex="-1" id="registrations">${this.seats.items.map((one) => html`<li><p class="facts"><span class="badge">${t(`role.${one.role}`)}</span>${one.chosen === undefined ? nothing : html`<span class="badge ${one.chosen ? 'good' : ''}">${t(one.chosen ? 'chosen' : 'not-chosen')}</span>`}<span>${formatMoment(one.at, language)}</span><code>${one.id}</code></p>${one.name === undefined ? html`<p>${t('erased')}</p>` : this.#who(one)}</li>`)}</ul>${this.#more(this.seats, this.#readSeats)}`
        : html`<p><button class="button" type="button" aria-disabled=${String(this.#reading.busy)} @click=${this.#readSeats}>${t('seats.read')}</button> <span class="muted small">${t('read.hint')}</span></p>`}
      ${result ? html`<ul>${result.draws.map(({ role, registered, chosen }) => html`<li>${t('draw.result', { role: t(`role.${role}`), registered, chosen })}</li>`)}</ul>` : this.#draw()}</section>`;
  }

  #draw(): TemplateResult {
    const { t, say, record } = this;
    const seats = record?.notice.seats;
    if (!seats || seats.open) return html`<p class="muted">${t('draw.open')}</p>`;
    const { error, wrong, busy } = this.#drawing;
    const { selection } = seats;
    return html`<form class="form" id="draw" novalidate @submit=${this.#select}><p class="muted">${t('draw.text')}</p>
      ${error === undefined || wrong.has('seed') ? nothing : problem(say, error)}
      ${selection.way === 'lot' ? field({ name: 'seed', label: t('draw.seed'), hint: t('draw.seed.hint', { source: selection.source }), wrong: wrong.get('seed') }, (described, invalid) => html`<input class="field" id="seed" name="seed" maxlength="200" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid} />`) : nothing}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('draw')}</button></div></form>`;
  }

  #who({ name, contact, group }: Pick<Opinion, 'name' | 'contact' | 'group'>): TemplateResult | typeof nothing {
    const { t } = this;
    if (name === undefined && contact === undefined && group === undefined) return nothing;
    return html`<p class="facts small">${name ? html`<span><bdi>${t('name', { name })}</bdi></span>` : nothing}${contact ? html`<span><bdi>${t('contact', { contact })}</bdi></span>` : nothing}${group ? html`<span><bdi>${t('group', { group })}</bdi></span>` : nothing}</p>`;
  }

  #more({ next }: Read<unknown>, read: () => unknown): TemplateResult | typeof nothing {
    return next === undefined ? nothing : html`<p><button class="button" type="button" aria-disabled=${String(this.#reading.busy)} @click=${read}>${this.say('more')}</button></p>`;
  }

  async #load(): Promise<void> {
    this.record = this.readers = this.opinions = this.seats = undefined;
    const id = this.noticeId;
    const record = await this.#loading.send(() => this.desk.client.noticeDesk.open(id));
    if (!record || id !== this.noticeId) return;
    this.record = record;
    this.dispatchEvent(new DeskTitleEvent(record.notice.title));
    // Beside the point; without it the page is whole.
    this.readers = await this.desk.client.noticeDesk.feedback(id).catch(() => undefined);
  }

  readonly #readOpinions = async (): Promise<void> => {
    const page = await this.#reading.send(() => this.desk.client.noticeDesk.opinions(this.noticeId, this.opinions?.next === undefined ? {} : { cursor: this.opinions.next }));
    if (!page) return;
    const first = !this.opinions;
    this.opinions = { items: [...(this.opinions?.items ?? []), ...page.items], next: page.next };
    if (first) this.#goTo('#opinions');
  };

  readonly #readSeats = async (): Promise<void> => {
    const page = await this.#reading.send(() => this.desk.client.noticeDesk.seats(this.noticeId, this.seats?.next === undefined ? {} : { cursor: this.seats.next }));
    if (!page) return;
    const first = !this.seats;
    this.seats = { items: [...(this.seats?.items ?? []), ...page.items], next: page.next };
    if (first) this.#goTo('#registrations');
  };

  #goTo(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #told = ({ desk }: NoticeDeskEvent): void => {
    this.record = desk;
  };

  readonly #select = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, record } = this;
    if (!record) return;
    const lot = record.notice.seats?.selection.way === 'lot';
    const seed = typed(this.form)('seed');
    if (this.#drawing.refuse({ seed: lot && seed === '' ? t('wrong.seed') : undefined })) return;
    const done = await this.#drawing.send(() => this.desk.client.noticeDesk.select(record.notice.id, { version: record.version, ...(lot && { seed }) }));
    if (isChangedMeanwhile<NoticeDesk>(this.#drawing.error)) this.record = this.#drawing.error.current;
    if (!done) return;
    this.record = done;
    // Who was chosen is told by the list, which is read anew when it is asked for.
    this.seats = undefined;
    this.desk.say(t('draw.done'));
  };
}
