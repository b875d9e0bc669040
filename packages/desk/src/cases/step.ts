import type { AgencyRef } from '@sunlit/client';
import { isChangedMeanwhile, isSunlitError, type Case, type CaseCommand, type LetterDraft, type PersonRef } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Outcome } from '../../../rules/src/outcomes.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { icons } from '../../../../src/shared/icons.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { CancelEvent, field } from '../published/form.ts';
import { decision, replyOf, type Withheld } from './decision.ts';
import { CaseEvent } from './events.ts';
import { feeField, feeOf } from './fee.ts';
import { CaseElement } from './page.ts';
import { moveOf } from './row.ts';
import { STEPS, hasLetter, take, type StepField } from './steps.ts';

const WAYS = ['electronic', 'post', 'hand'] as const;
/** How what the applicant wants to get is served, unless somebody says otherwise. */
const WAY_OF_ROUTE: Readonly<Record<Case['route'], (typeof WAYS)[number]>> = { online: 'electronic', email: 'electronic', fax: 'electronic', post: 'post', counter: 'hand' };

/**
 * @summary The form of one step: what it states, the day, the letter to read and edit, and why the server refuses it.
 */
export class DeskCaseStep extends CaseElement {
  @property({ attribute: false }) case: Case | undefined;
  @property({ attribute: false }) command: CaseCommand = 'register';
  /** What was hidden in copies made here, for a reply that discloses in part. */
  @property({ attribute: false }) apart: readonly Withheld[] = [];
  /** The case as it is known once everything asked for has been answered. */
  @property({ attribute: false }) latest: (() => Promise<Case | undefined>) | undefined;

  @state() private agency: AgencyRef | undefined;
  @state() private outcome: Outcome | '' = '';
  @state() private withheld: readonly Withheld[] = [];
  /** The letter, and what was stated when it was composed. */
  @state() private composed: { readonly draft: LetterDraft; readonly stated: string } | undefined;
  @state() private dirty = false;
  @query('form') private readonly form!: HTMLFormElement | null;

  readonly #sending = new Sending(this);
  readonly #composing = new Sending(this);
  readonly #handlers = new Rows<PersonRef>(this, {
    key: () => (this.command === 'assign' ? (this.case?.id ?? '') : ''),
    fetch: async (_, signal) => (this.command === 'assign' && this.case ? this.desk.client.cases.handlers(this.case.id, { signal }) : { items: [] }),
  });

  get unsaved(): boolean {
    return this.dirty;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('apart')) this.withheld = [...this.withheld, ...this.apart.filter((one) => !this.withheld.some(({ what, ground }) => what === one.what && ground === one.ground))];
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, command } = this;
    const one = this.case;
    if (!one) return nothing;
    const { busy, wrong } = this.#sending;
    const possible = one.may.includes(command);
    return html`<section class="card step" aria-labelledby="step">
      <h2 id="step" tabindex="-1">${t(`event.${command}`)}</h2>
      <p class="muted">${t(`about.${command}`)}</p>
      ${this.#trouble(one, possible)}
      <form class="form" novalidate aria-labelledby="step" @submit=${this.#send} @input=${this.#typed}>
        ${STEPS[command].map((asked) => this.#field(one, asked))}
        <div class="two">
          ${field({ name: 'on', label: t('field.on'), hint: t('field.on.hint'), wrong: wrong.get('on') }, (described, invalid) => html`<input class="field" id="on" name="on" type="date" value=${todayInShanghai()} max=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
          ${field({ name: 'note', label: t('optional', { what: t('field.note') }), hint: t('field.note.hint'), wrong: wrong.get('note') }, (described, invalid) => html`<input class="field" id="note" name="note" maxlength="1000" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        </div>
        ${hasLetter(command) ? this.#letter(wrong.get('letter')) : nothing}
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
          <button class="button primary" aria-disabled=${String(busy || !possible)}>${t(`event.${command}`)}</button>
        </div>
      </form>
    </section>`;
  }

  /** Why it did not happen. What is wrong with a field stands there. */
  #trouble(one: Case, possible: boolean): TemplateResult | typeof nothing {
    const { t, say } = this;
    const { error, wrong } = this.#sending;
    if (isChangedMeanwhile<Case>(error) || !possible) {
      return html`<div class="notice warn" role="alert">${icons.warning}<div>
        <p>${t(isChangedMeanwhile(error) ? 'changed' : 'no-more', { phase: t(`phase.${one.phase}`), move: moveOf(t, one.waitsFor) })}</p>
        <p>${t(possible ? 'changed.again' : 'changed.not', { step: t(`event.${this.command}`) })}</p></div></div>`;
    }
    if (error === undefined) return nothing;
    const placed = [...wrong.keys()].every((name) => this.renderRoot.querySelector(`[id="${nameOf(name)}"]`) !== null);
    return wrong.size > 0 && placed ? nothing : problem(say, error);
  }

  #field(one: Case, asked: StepField): TemplateResult {
    const { t } = this;
    const wrong = (name: string) => this.#wrong(name);
    switch (asked.is) {
      case 'line': return field({ name: asked.name, label: asked.optional ? t('optional', { what: t(asked.label) }) : t(asked.label), wrong: wrong(asked.name), ...(asked.hint && { hint: t(asked.hint) }) },
        (described, invalid) => html`<input class="field" id=${asked.name} name=${asked.name} maxlength=${asked.most} autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`);
      case 'text': return field({ name: asked.name, label: asked.optional ? t('optional', { what: t(asked.label) }) : t(asked.label), wrong: wrong(asked.name), ...(asked.hint && { hint: t(asked.hint) }) },
        (described, invalid) => html`<textarea class="field" id=${asked.name} name=${asked.name} rows="4" maxlength=${asked.most} aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
      case 'lines': return field({ name: asked.name, label: t(asked.label), hint: t(asked.hint), wrong: wrong(asked.name) },
        (described, invalid) => html`<textarea class="field" id=${asked.name} name=${asked.name} rows="4" aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
      case 'choice': return field({ name: asked.name, label: t(asked.label), wrong: wrong(asked.name) }, (described, invalid) => html`<select class="field" id=${asked.name} name=${asked.name} aria-describedby=${described} aria-invalid=${invalid}>
        <option value="">${t('choose')}</option>${asked.choices.map((choice) => html`<option value=${choice}>${t(`${asked.word}.${choice}` as 'party.agency')}</option>`)}</select>`);
      case 'workdays': return field({ name: 'workdays', label: t('field.workdays'), hint: t(asked.hint, { most: asked.most }), wrong: wrong('workdays') },
        (described, invalid) => html`<input class="field short" id="workdays" name="workdays" type="number" inputmode="numeric" min="1" max=${asked.most} step="1" value=${asked.suggested} aria-describedby=${described} aria-invalid=${invalid}>`);
      case 'way': return field({ name: 'way', label: t('field.way'), hint: t('field.way.hint'), wrong: wrong('way') }, (described, invalid) => html`<select class="field" id="way" name="way" aria-describedby=${described} aria-invalid=${invalid}>
        ${WAYS.map((choice) => html`<option value=${choice} ?selected=${choice === WAY_OF_ROUTE[one.route]}>${t(`way.${choice}`)}</option>`)}</select>`);
      case 'question': return this.#question(one, asked.of(one), wrong('question'));
      case 'handler': return this.#handler(wrong('handler'));
      case 'agency': return html`<desk-agency-choice id="to" .label=${t('field.to')} .chosen=${this.agency} .wrong=${wrong('to') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => this.#change(() => (this.agency = agency))}></desk-agency-choice>`;
      case 'wanted': return html`<fieldset class="part"><legend class="label">${t('field.wanted')}</legend>
        <div class="two">${(['title', 'docNo'] as const).map((name) => field({ name: `wanted.${name}`, label: t('optional', { what: t(`field.${name}`) }), wrong: wrong(`wanted.${name}`) },
          (described, invalid) => html`<input class="field" id="wanted.${name}" name="wanted.${name}" maxlength=${name === 'title' ? 200 : 100} aria-describedby=${described} aria-invalid=${invalid}>`))}</div>
        ${field({ name: 'wanted.description', label: t('field.description'), wrong: wrong('wanted.description') },
          (described, invalid) => html`<textarea class="field" id="wanted.description" name="wanted.description" rows="4" maxlength="5000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}</fieldset>`;
      case 'fee': return feeField(t, { before: one.inMonth, value: typed(this.form), wrong: wrong('fee') });
      case 'reply': return decision({
        t, wrong, outcome: this.outcome, withheld: this.withheld,
        change: ({ outcome = this.outcome, withheld = this.withheld }) => this.#change(() => { this.outcome = outcome; this.withheld = withheld; }),
      });
    }
  }

  #question({ questions }: Case, ids: readonly string[], wrong: string | undefined): TemplateResult {
    const { t } = this;
    const name = (id: string) => {
      const found = questions.find((one) => one.id === id);
      return found ? t('entry.about', { what: t(`term.${found.term}`), day: found.askedOn }) : t('question.reply');
    };
    return field({ name: 'question', label: t('field.question'), wrong }, (described, invalid) => html`<select class="field" id="question" name="question" aria-describedby=${described} aria-invalid=${invalid}>
      ${ids.map((id) => html`<option value=${id}>${name(id)}</option>`)}</select>`);
  }

  #handler(wrong: string | undefined): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#handlers;
    if (stage === 'failed') return problem(say, error, reload);
    return field({ name: 'handler', label: t('field.handler'), wrong }, (described, invalid) => html`<select class="field" id="handler" name="handler" aria-busy=${String(stage === 'loading')} aria-describedby=${described} aria-invalid=${invalid}>
      <option value="">${t('choose')}</option>${items.map(({ id, name, post }) => html`<option value=${id}>${post} ${name}</option>`)}</select>`);
  }

  #letter(wrong: string | undefined): TemplateResult {
    const { t, say, composed } = this;
    const { error, busy } = this.#composing;
    const stale = composed !== undefined && composed.stated !== JSON.stringify(this.#stated());
    return html`<fieldset class="part letter"><legend class="label">${t('letter')}</legend>
      ${error === undefined ? nothing : problem(say, error)}
      ${composed === undefined ? html`<p class="hint">${t('letter.hint')}</p>` : html`
        <p><strong>${composed.draft.title}</strong></p>
        ${stale ? html`<p class="notice warn" role="status">${icons.warning}<span>${t('letter.stale')}</span></p>` : nothing}
        ${composed.draft.missing.length === 0 ? nothing : html`<div class="notice warn">${icons.warning}<p>${t('letter.missing', { names: composed.draft.missing.map((name) => `{${name}}`).join(t('comma')) })}</p></div>`}
        ${field({ name: 'letter', label: t('letter.body'), hint: t('letter.body.hint'), wrong }, (described, invalid) => html`<textarea class="field" id="letter" name="letter" rows="12" maxlength="20000" .defaultValue=${composed.draft.body} aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
        <p class="label">${t('letter.fixed')}</p><p class="said fixed">${composed.draft.fixed}</p>`}
      <button class="button" type="button" aria-disabled=${String(busy)} @click=${this.#compose}>${t(composed === undefined ? 'letter.compose' : 'letter.again')}</button>
    </fieldset>`;
  }

  #wrong(name: string): string | undefined {
    const { wrong } = this.#sending;
    // A list of the body is one field here.
    return wrong.get(name) ?? (['points', 'parts', 'fee'].includes(name) ? [...wrong].find(([one]) => one.startsWith(`${name}.`))?.[1] : undefined);
  }

  #change(change: () => void): void {
    change();
    this.dirty = true;
  }

  readonly #typed = (): void => {
    this.dirty = true;
    // What is said beside the fields follows what is typed: the fee, and whether the letter still fits.
    this.requestUpdate();
  };

  /** What the step states, as the contract wants it. */
  #stated(): Record<string, unknown> {
    const value = typed(this.form);
    const stated: Record<string, unknown> = {};
    for (const asked of STEPS[this.command]) {
      switch (asked.is) {
        case 'line': case 'text': if (!asked.optional || value(asked.name) !== '') stated[asked.name] = value(asked.name); break;
        case 'lines': stated[asked.name] = linesOf(value(asked.name)).map((text) => (asked.name === 'parts' ? { label: text } : text)); break;
        case 'choice': stated[asked.name] = value(asked.name); break;
        case 'workdays': stated['workdays'] = Number(value('workdays')); break;
        case 'way': case 'question': case 'handler': stated[asked.is] = value(asked.is); break;
        case 'agency': stated['to'] = this.agency?.id ?? ''; break;
        case 'wanted': stated['wanted'] = Object.fromEntries(['title', 'docNo', 'description'].flatMap((name) => (value(`wanted.${name}`) === '' ? [] : [[name, value(`wanted.${name}`)]]))); break;
        case 'fee': stated['fee'] = feeOf(value); break;
        case 'reply': if (this.outcome !== '') stated['reply'] = replyOf(this.outcome, value, this.withheld);
      }
    }
    return stated;
  }

  /** What is missing before anything is sent. Of a reply the server says what is missing, since the law does. */
  #lacking(): Record<string, string | undefined> {
    const { t, say } = this;
    const value = typed(this.form);
    const needed = (name: string) => ({ [name]: value(name) === '' ? say('required') : undefined });
    return Object.assign({}, ...STEPS[this.command].map((asked) => {
      switch (asked.is) {
        case 'line': case 'text': return asked.optional && !(asked.name === 'goodReason' && this.case?.phase === 'closed') ? {} : needed(asked.name);
        case 'lines': return { [asked.name]: linesOf(value(asked.name)).length < asked.least ? t(`${asked.name}.least`) : undefined };
        case 'choice': return needed(asked.name);
        case 'workdays': case 'way': case 'question': case 'handler': return needed(asked.is);
        case 'agency': return { to: this.agency ? undefined : t('field.to.missing') };
        case 'wanted': return needed('wanted.description');
        case 'fee': return { fee: feeOf(value) === undefined ? t('fee.missing') : undefined };
        case 'reply': return { 'reply.outcome': this.outcome === '' ? t('field.outcome.missing') : undefined };
      }
    })) as Record<string, string | undefined>;
  }

  readonly #compose = async (): Promise<void> => {
    const one = this.case;
    const { command } = this;
    if (!one || !hasLetter(command) || this.#sending.refuse(this.#lacking())) return;
    const stated = this.#stated();
    const draft = await this.#composing.send(() => this.desk.client.cases.compose(one.id, { command, stated }));
    if (!draft) return;
    this.composed = { draft, stated: JSON.stringify(stated) };
    await this.updateComplete;
    const letter = this.renderRoot.querySelector<HTMLTextAreaElement>('#letter');
    if (letter) letter.value = draft.body;
    letter?.focus();
  };

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const one = this.case;
    const { t, command, composed } = this;
    if (!one?.may.includes(command) || this.#sending.refuse(this.#lacking())) return;
    const value = typed(this.form);
    const [on, note, letter] = [value('on'), value('note'), value('letter')];
    const step = {
      ...(on && on !== todayInShanghai() && { on }), ...(note && { note }), ...this.#stated(),
      ...(composed && letter && letter !== composed.draft.body.trim() && { letter }),
    };
    const current = await this.#sending.send(async () => {
      const { version } = (await this.latest?.()) ?? one;
      return take(this.desk.client.cases, command, one.id, { version, ...step });
    });
    if (current) {
      this.dirty = false;
      this.dispatchEvent(new CaseEvent(current, t('done', { step: t(`event.${command}`) })));
      return;
    }
    const { error } = this.#sending;
    if (isChangedMeanwhile<Case>(error)) this.dispatchEvent(new CaseEvent(error.current));
    // Without an answer it may have been taken: the page asks how the case stands.
    else if (isSunlitError(error) && error.requestId === undefined) this.dispatchEvent(new CaseEvent(undefined));
  };
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Under which field of the form something stands that the server names. */
function nameOf(name: string): string {
  return name.replace(/^(points|parts|fee)\..*/, '$1').replace(/^reply\.(withheld$)?/, (_, whole) => (whole ? 'withheld-wrong' : ''));
}
