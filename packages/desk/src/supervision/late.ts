import type { LateItem, SupervisionUrging } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { LateEvent } from './events.ts';
import { SupervisionElement } from './page.ts';
import { lightOf, placeOf } from './words.ts';

/**
 * @summary One thing that is late or about to be: whose, since when, what was said about it, urging and answering.
 */
export class DeskLate extends SupervisionElement {
  @property({ attribute: false }) item: LateItem | undefined;

  /** What is being written: an urging, or the answer to one. */
  @state() private writing: 'urge' | SupervisionUrging | undefined;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return typed(this.renderRoot.querySelector('form'))('words') !== '';
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, language, item, writing } = this;
    if (!item) return nothing;
    const { type, title, agency, due, urgings } = item;
    const { place, needs } = placeOf(item);
    const urges = this.desk.may('supervision.urge');
    return html`<div class="row">
        <div class="what">
          ${this.desk.may(needs) ? html`<a href=${this.desk.href(place)}>${title}</a>` : html`<strong>${title}</strong>`}
          <p class="facts"><span>${t(`subject.${type}`)}</span><span><bdi>${agency.name}</bdi></span><span>${t('item.due', { day: formatDay(due, language) })}</span>${urgings.length === 0 ? nothing : html`<span>${t('item.urgings', { count: urgings.length })}</span>`}</p>
        </div>
        <div class="marks">${lightOf(t, item)}
          ${urges ? html`<button class="button" type="button" data-open="urge" aria-expanded=${String(writing === 'urge')} aria-label=${t('item.urge.of', { title, agency: agency.name })} @click=${() => this.#open('urge')}>${t('item.urge')}</button>` : nothing}</div>
      </div>
      ${writing === 'urge' ? this.#urging(item) : nothing}
      ${urgings.length === 0 ? nothing : html`<ul class="urgings">${urgings.map((urging) => this.#said(urging))}</ul>`}
      ${this.#sending.error === undefined || this.#sending.wrong.size > 0 ? nothing : html`<div class="inset">${problem(say, this.#sending.error)}</div>`}`;
  }

  #said(urging: SupervisionUrging): TemplateResult {
    const { t, language, writing } = this;
    const { words, by, on, answerBy, answer, late } = urging;
    const person = ({ post, name }: typeof by) => `${post} ${name}`;
    const open = writing !== 'urge' && writing?.id === urging.id;
    return html`<li><p class="small muted">${t('urging.by', { who: person(by), day: formatDay(on, language) })} · ${t('urging.answer-by', { day: formatDay(answerBy, language) })}
        ${answer ? nothing : html`<span class="badge ${late ? 'bad' : 'warn'}">${t(late ? 'urging.late' : 'urging.waiting')}</span>`}</p>
      <p class="said">${words}</p>
      ${answer ? html`<div class="reply"><p class="small muted">${t('urging.answered', { who: person(answer.by), day: formatDay(answer.on, language) })}${late ? html` <span class="badge bad">${t('urging.late')}</span>` : nothing}</p><p class="said">${answer.words}</p></div>`
        : this.desk.may('supervision.answer') ? open ? this.#answering() : html`<p><button class="button" type="button" data-open="answer" @click=${() => this.#open(urging)}>${t('answer.open')}</button></p>` : nothing}
    </li>`;
  }

  #urging({ agency }: LateItem): TemplateResult {
    const { t } = this;
    const { wrong } = this.#sending;
    return html`<form class="form inset" novalidate aria-labelledby="urge" @submit=${this.#urge}><h3 id="urge">${t('urge.title', { agency: agency.name })}</h3>
      ${field({ name: 'words', label: t('urge.words'), hint: t('urge.words.hint'), wrong: wrong.get('words') }, (described, invalid) => html`<textarea class="field" id="words" name="words" rows="3" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      ${field({ name: 'answerBy', label: t('urge.day'), wrong: wrong.get('answerBy') }, (described, invalid) => html`<input class="field day" id="answerBy" name="answerBy" type="date" min=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${this.#buttons(t('urge.go'))}</form>`;
  }

  #answering(): TemplateResult {
    const { t } = this;
    return html`<form class="form" novalidate aria-label=${t('answer.title')} @submit=${this.#answer}>
      ${field({ name: 'words', label: t('answer.words'), hint: t('answer.words.hint'), wrong: this.#sending.wrong.get('words') }, (described, invalid) => html`<textarea class="field" id="words" name="words" rows="3" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      ${this.#buttons(t('answer.go'))}</form>`;
  }

  #buttons(go: string): TemplateResult {
    return html`<div class="buttons"><button class="button" type="button" @click=${this.#close}>${this.say('cancel')}</button><button class="button primary" aria-disabled=${String(this.#sending.busy)}>${go}</button></div>`;
  }

  async #open(what: 'urge' | SupervisionUrging): Promise<void> {
    if (what === 'urge' && this.writing === 'urge') return this.#close();
    this.writing = what;
    this.#sending.clear();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
  }

  readonly #close = (): void => {
    const opened = this.writing === 'urge' ? 'urge' : 'answer';
    this.writing = undefined;
    this.#sending.clear();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-open=${opened}]`)?.focus());
  };

  readonly #urge = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, item } = this;
    const value = typed(event.currentTarget as HTMLFormElement);
    const [words, answerBy] = [value('words'), value('answerBy')];
    if (!item || this.#sending.refuse({ words: words === '' ? t('urge.words.missing') : undefined, answerBy: answerBy < todayInShanghai() ? t('urge.day.wrong') : undefined })) return;
    const urging = { agencyId: item.agency.id, type: item.type, id: item.id, words, answerBy };
    const current = await this.#sending.send(() => this.desk.client.supervision.urge(urging, { idempotencyKey: this.#attempt.keyFor(urging) }));
    if (!current) return;
    this.#attempt.done();
    this.#close();
    await this.updateComplete;
    this.desk.say(t('urge.done', { agency: item.agency.name }));
    this.dispatchEvent(new LateEvent(current));
  };

  readonly #answer = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, item, writing } = this;
    const words = typed(event.currentTarget as HTMLFormElement)('words');
    if (!item || !writing || writing === 'urge' || this.#sending.refuse({ words: words === '' ? t('answer.words.missing') : undefined })) return;
    const answered = await this.#sending.send(() => this.desk.client.supervision.answer(writing.id, { words }));
    if (!answered) return;
    this.writing = undefined;
    await this.updateComplete;
    this.desk.say(t('answer.done'));
    this.dispatchEvent(new LateEvent({ ...item, urgings: item.urgings.map((one) => (one.id === answered.id ? answered : one)) }));
  };
}
