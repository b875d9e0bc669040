import type { AgencyRef, Due, Round } from '@sunlit/client';
import { isChangedMeanwhile, isSunlitError } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { CancelEvent, field } from '../published/form.ts';
import { TopicElement } from './page.ts';

/** Until a round is answered, unless something else is chosen. */
const USUAL_WORKDAYS = 20;

/** A round was planned or changed. */
export class RoundEvent extends Event {
  static readonly type = 'desk-round';
  readonly round: Round;
  /** Somebody else changed it, and this is how it stands. */
  readonly theirs: boolean;

  constructor(round: Round, theirs = false) {
    super(RoundEvent.type);
    this.round = round;
    this.theirs = theirs;
  }
}

/**
 * @summary Plans a round, or changes one: what it is called, when it collects, until when it is answered.
 */
export class DeskRoundPlan extends TopicElement {
  @property({ attribute: false }) agency: AgencyRef | undefined;
  /** The round that is changed; a new one without it. */
  @property({ attribute: false }) round: Round | undefined;

  @state() private by: 'workdays' | 'on' | undefined;
  @state() private dirty = false;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();
  readonly #due = new Rows<Due>(this, {
    key: () => (this.#by === 'workdays' ? `${typed(this.form)('closesOn')} ${typed(this.form)('workdays')}` : ''),
    fetch: async (_, signal) => {
      const [from, workdays] = [typed(this.form)('closesOn'), Number(typed(this.form)('workdays'))];
      return { items: this.#by === 'workdays' && from !== '' && workdays >= 1 && workdays <= 250 ? [await this.desk.client.calendar.due({ from, workdays }, { signal })] : [] };
    },
  });

  get unsaved(): boolean {
    return this.dirty;
  }

  get #by(): 'workdays' | 'on' {
    return this.by ?? (this.round && this.round.answerBy.workdays === undefined ? 'on' : 'workdays');
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    // The day follows from fields that are there only now.
    this.requestUpdate();
  }

  protected override view(): TemplateResult {
    const { t, say, language, round } = this;
    const { error, wrong, busy } = this.#sending;
    const by = this.#by;
    const [due] = this.#due.items;
    // Once it collects, only its end may move.
    const fixed = round !== undefined && round.state !== 'planned';
    const bad = (name: string) => [...wrong].find(([one]) => one === name || one.split('.').at(-1) === name)?.[1];
    const day = (name: 'opensOn' | 'closesOn', value: string | undefined, locked: boolean) => field({ name, label: t(`round.${name}`), hint: t(`round.${name}.hint`), wrong: bad(name) }, (described, invalid) => html`<input class="field" id=${name} name=${name} type="date" ?readonly=${locked} min=${name === 'closesOn' && fixed && round ? round.closesOn : nothing} value=${value ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`);
    return html`<section class="card step" aria-labelledby="plan"><h2 id="plan" tabindex="-1">${t(round ? 'round.change' : 'round.plan')}</h2>
      ${fixed ? html`<p class="notice">${t('round.fixed')}</p>` : nothing}
      ${isChangedMeanwhile<Round>(error) ? html`<div class="notice warn" role="alert">${icons.warning}<p>${t('round.changed', { from: formatDay(error.current.opensOn, language), to: formatDay(error.current.closesOn, language), day: formatDay(error.current.answerBy.due, language) })}</p></div>`
        : error === undefined || (wrong.size > 0 && [...wrong.keys()].every((name) => this.renderRoot.querySelector(`[id="${name.split('.').at(-1) ?? ''}"]`))) ? nothing : problem(say, error)}
      <form class="form" novalidate aria-labelledby="plan" @submit=${this.#send} @input=${() => { this.dirty = true; this.requestUpdate(); }}>
        ${field({ name: 'title', label: t('round.title'), hint: t('round.title.hint'), wrong: bad('title') }, (described, invalid) => html`<input class="field" id="title" name="title" maxlength="100" autocomplete="off" ?readonly=${fixed} value=${round?.title ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${field({ name: 'intro', label: t('optional', { what: t('round.intro') }), hint: t('round.intro.hint'), wrong: bad('intro') }, (described, invalid) => html`<textarea class="field" id="intro" name="intro" rows="3" maxlength="2000" ?readonly=${fixed} .defaultValue=${round?.intro ?? ''} aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
        <div class="two">${day('opensOn', round?.opensOn ?? todayInShanghai(), fixed)}${day('closesOn', round?.closesOn, false)}</div>
        <fieldset class="part" id="answerBy"><legend class="label">${t('round.answerBy')}</legend>
          <div class="choices">${(['workdays', 'on'] as const).map((one) => html`<label class="check"><input type="radio" name="by" value=${one} .checked=${one === by} ?disabled=${fixed} @change=${() => (this.by = one)}>${t(`round.by.${one}`)}</label>`)}</div>
          ${by === 'workdays' ? html`${field({ name: 'workdays', label: t('field.workdays'), wrong: bad('workdays') ?? wrong.get('answerBy') }, (described, invalid) => html`<input class="field short" id="workdays" name="workdays" type="number" inputmode="numeric" min="1" max="250" ?readonly=${fixed} value=${round?.answerBy.workdays ?? USUAL_WORKDAYS} aria-describedby=${described} aria-invalid=${invalid}>`)}
              ${due ? html`<p class="computed" role="status">${t('promise.until', { day: formatDay(due.due, language) })}${due.provisional ? html` <span class="badge warn">${t('provisional')}</span>` : nothing}</p>` : nothing}`
            : field({ name: 'answerOn', label: t('promise.day'), hint: t('promise.day.hint'), wrong: wrong.get('answerBy.on') ?? wrong.get('answerOn') ?? wrong.get('answerBy') }, (described, invalid) => html`<input class="field short" id="answerOn" name="answerOn" type="date" ?readonly=${fixed} value=${round?.answerBy.due ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
        </fieldset>
        <div class="buttons"><button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
          <button class="button primary" aria-disabled=${String(busy)}>${t(round ? 'save' : 'round.plan.go')}</button></div>
      </form></section>`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency, round } = this;
    const value = typed(this.form);
    const by = this.#by;
    const [title, intro, opensOn, closesOn, workdays, on] = [value('title'), value('intro'), value('opensOn'), value('closesOn'), value('workdays'), value('answerOn')];
    const needed = (text: string) => (text === '' ? say('required') : undefined);
    if (!agency || this.#sending.refuse({
      title: needed(title), opensOn: needed(opensOn), closesOn: needed(closesOn) ?? (closesOn < opensOn ? t('round.closesOn.early') : undefined),
      ...(by === 'workdays' ? { workdays: needed(workdays) } : { answerOn: needed(on) ?? (on <= closesOn ? t('round.answerOn.early') : undefined) }),
    })) return;
    const planned = { title, ...(intro && { intro }), opensOn, closesOn, answerBy: by === 'workdays' ? { workdays: Number(workdays) } : { on } };
    const { rounds } = this.desk.client;
    const saved = await this.#sending.send(() => (round ? rounds.save(round.id, { version: round.version, ...planned }) : rounds.create({ agencyId: agency.id, ...planned }, { idempotencyKey: this.#attempt.keyFor({ agency: agency.id, ...planned }) })));
    if (saved) {
      this.#attempt.done();
      this.dirty = false;
      this.dispatchEvent(new RoundEvent(saved));
    } else if (isChangedMeanwhile<Round>(this.#sending.error) && isSunlitError(this.#sending.error)) this.dispatchEvent(new RoundEvent(this.#sending.error.current, true));
  };
}
