import type { AgencyRef, Board, DeclineReason, Due, ReturnReason, Round, TopicSummary, TopicWay } from '@sunlit/client';
import type { PersonRef, PostingSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { answerCard } from './answered.ts';
import { PostingForm, type OfficerCommand } from './form.ts';
import { mergeFields } from './merging.ts';
import { promiseFields, promiseOf, type PromiseBy } from './promise.ts';
import type { TopicKey } from './strings/index.ts';

const RETURNS: readonly ReturnReason[] = ['personal-information', 'named-records', 'complaint', 'petition', 'consultation', 'unclear', 'abusive', 'advertising', 'duplicate', 'other'];
const DECLINES: readonly DeclineReason[] = ['state-secret', 'trade-secret', 'personal-privacy', 'internal', 'not-held', 'unlawful', 'other'];
const WAYS: readonly TopicWay[] = ['request', 'complaint', 'petition', 'hotline', 'other-board', 'counter'];

/** With what a form opens, when it was opened from something that was found. */
export interface Preset {
  readonly reason?: ReturnReason;
  readonly words?: string;
  readonly way?: TopicWay;
  readonly into?: TopicSummary;
}

/** The steps that have no form of their own. */
export type PlainStep = Exclude<OfficerCommand, 'approve' | 'answer'>;

/**
 * @summary The form of one step: what it states, in what words the writer or the public will read it, until when.
 */
export class DeskPostingStep extends PostingForm {
  @property({ attribute: false }) command: PlainStep = 'review';
  @property({ attribute: false }) preset: Preset = {};

  @state() private agency: AgencyRef | undefined;
  @state() private by: PromiseBy = 'workdays';
  @state() private q = '';
  @state() private into: Pick<TopicSummary, 'id'> | undefined;

  readonly #rich = new RichTexts(this);
  readonly #handlers = new Rows<PersonRef>(this, {
    key: () => (this.command === 'assign' ? (this.agency?.id ?? '') : ''),
    fetch: async (_, signal) => (this.command === 'assign' && this.agency && this.posting ? this.desk.client.board.handlers(this.posting.id, this.agency.id, { signal }) : { items: [] }),
  });
  readonly #rounds = new Rows<Round>(this, {
    key: () => (this.#promises ? (this.posting?.board.id ?? '') : ''),
    fetch: async (_, signal) => {
      if (!this.#promises || !this.posting) return { items: [] };
      const { items } = await this.desk.client.rounds.list({ agency: this.posting.board.id }, { signal });
      return { items: items.filter(({ state }) => state !== 'reported') };
    },
  });
  readonly #board = new Rows<Board>(this, {
    key: () => (this.#promises ? (this.posting?.board.id ?? '') : ''),
    fetch: async (_, signal) => ({ items: this.#promises && this.posting ? [await this.desk.client.agencies.publicBoard(this.posting.board.id, { signal })] : [] }),
  });
  readonly #due = new Rows<Due>(this, {
    key: () => (this.#promises && this.by === 'workdays' ? String(this.#workdays) : ''),
    fetch: async (_, signal) => {
      const workdays = this.#promises && this.by === 'workdays' ? this.#workdays : 0;
      return { items: workdays >= 1 && workdays <= 250 ? [await this.desk.client.calendar.due({ from: todayInShanghai(), workdays }, { signal })] : [] };
    },
  });
  readonly #others = new Rows<PostingSummary>(this, {
    key: () => (this.command === 'merge' ? `${this.posting?.board.id ?? ''} ${this.q}` : ''),
    fetch: async (_, signal) => (this.command === 'merge' && this.posting && this.q !== '' ? this.desk.client.board.list({ agency: this.posting.board.id, state: 'all', q: this.q, limit: 10 }, { signal }) : { items: [] }),
  });

  protected override get step(): PlainStep {
    return this.command;
  }

  /** What is typed, or what stands in the field when it appears. */
  get #workdays(): number {
    const { value, defaultValue } = (this.hasUpdated && this.renderRoot.querySelector<HTMLInputElement>('#workdays')) || { value: '', defaultValue: '' };
    return Number(value === '' && defaultValue === '' ? this.#usual : value);
  }

  /** What the board promises; where it cannot be told, nothing is suggested. */
  get #usual(): number | undefined {
    return this.#board.items[0]?.promise.answer;
  }

  get #promises(): boolean {
    return this.command === 'claim' || this.command === 'postpone';
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.into = this.preset.into;
    // What is in a round is promised with it, unless it can be sooner.
    if (this.command === 'claim' && this.posting?.round) this.by = 'round';
  }

  protected override view(): TemplateResult | typeof nothing {
    const one = this.posting;
    return one ? this.around(one, this.#asked(), this.command === 'publish' ? this.t('publish.sure') : undefined) : nothing;
  }

  #asked(): TemplateResult {
    const { t, language, preset } = this;
    const one = this.posting;
    switch (this.command) {
      case 'review': return html``;
      case 'return': return html`${this.#choice('reason', RETURNS, 'return', preset.reason)}${this.#words('words', 'field.words.return', preset.words)}${this.#way()}
        ${this.#preview('preview.return', this.value('reason') === '' ? undefined : t(`return.${this.value('reason')}` as TopicKey), this.value('way') === '' ? undefined : t('preview.way', { way: this.#wayText() }))}`;
      case 'decline': return html`${this.#choice('reason', DECLINES, 'decline')}${this.#words('words', 'field.words.public')}
        ${this.#preview('preview.decline', this.value('reason') === '' ? undefined : t(`decline.${this.value('reason')}` as TopicKey), undefined)}`;
      case 'assign': return html`<desk-agency-choice id="agencyId" .label=${t('field.agency')} .chosen=${this.agency} .wrong=${this.wrong('agencyId') ?? ''} @desk-agency-chosen=${this.#choose}></desk-agency-choice>${this.agency ? this.#handler() : nothing}`;
      case 'claim': return this.#promise();
      case 'postpone': return html`${this.#promise()}${this.#words('words', 'field.words.public')}`;
      case 'publish': return html`<p><strong>${t('publish.question', { title: one?.title ?? '' })}</strong></p>${one?.answer ? html`<div class="preview">${answerCard(one.answer, { t, language, rich: this.#rich, href: this.desk.href, fileUrl: (sha256) => this.desk.client.files.url(sha256, (one.agency ?? one.board).id) })}</div>` : nothing}`;
      case 'reopen': return this.#words('words', 'field.words.public');
      case 'merge': return mergeFields({ t, posting: one, preset: preset.into, found: this.#others, q: this.q, find: (q) => (this.q = q), into: this.into?.id, choose: (into) => { this.into = into; this.dirty = true; }, wrong: this.wrong('into'), say: this.say });
      case 'unmerge': return html`<p>${t('unmerge.question')}</p>`;
      case 'keep': return html`${one?.answer?.promise ? html`<blockquote><p>${one.answer.promise.text}</p></blockquote>` : nothing}${this.#words('result', 'field.result')}`;
    }
  }

  #choice(name: string, choices: readonly string[], word: 'return' | 'decline', chosen?: string): TemplateResult {
    const { t } = this;
    return field({ name, label: t('field.reason'), wrong: this.wrong(name) }, (described, invalid) => html`<select class="field" id=${name} name=${name} aria-describedby=${described} aria-invalid=${invalid}>
      <option value="">${t('choose')}</option>${choices.map((choice) => html`<option value=${choice} ?selected=${choice === chosen}>${t(`${word}.${choice}` as TopicKey)}</option>`)}</select>`);
  }

  #words(name: string, label: TopicKey & `field.${string}`, preset = ''): TemplateResult {
    const { t } = this;
    return field({ name, label: t(label), hint: t(`${label}.hint` as TopicKey), wrong: this.wrong(name) }, (described, invalid) => html`<textarea class="field" id=${name} name=${name} rows="3" maxlength="500" .defaultValue=${preset} aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
  }

  #way(): TemplateResult {
    const { t, preset } = this;
    return html`${field({ name: 'way', label: t('optional', { what: t('field.way') }), wrong: this.wrong('way') }, (described, invalid) => html`<select class="field" id="way" name="way" aria-describedby=${described} aria-invalid=${invalid}>
        <option value="">${t('way.none')}</option>${WAYS.map((way) => html`<option value=${way} ?selected=${way === preset.way}>${t(`way.${way}`)}</option>`)}</select>`)}
      ${this.value('way') === 'other-board' ? html`<desk-agency-choice id="agencyId" .label=${t('field.other-board')} .chosen=${this.agency} .wrong=${this.wrong('agencyId') ?? ''} @desk-agency-chosen=${this.#choose}></desk-agency-choice>` : nothing}`;
  }

  #wayText(): string {
    const { t, agency } = this;
    const way = t(`way.${this.value('way')}` as TopicKey);
    return this.value('way') === 'other-board' && agency ? `${way}${t('colon')}${agency.name}` : way;
  }

  /** What whoever wrote it, or everybody, will read. */
  #preview(title: TopicKey, reason: string | undefined, way: string | undefined): TemplateResult {
    const { t } = this;
    const words = this.line('words');
    return html`<div class="preview" role="group" aria-label=${t(title)}><p class="label">${t(title)}</p>
      ${reason === undefined ? nothing : html`<p><strong>${reason}</strong></p>`}<p class="said">${words === '' ? html`<span class="muted">${t('preview.none')}</span>` : words}</p>${way === undefined ? nothing : html`<p>${way}</p>`}</div>`;
  }

  #handler(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#handlers;
    if (stage === 'failed') return problem(say, error, reload);
    return field({ name: 'handler', label: t('optional', { what: t('field.handler') }), hint: t('field.handler.hint'), wrong: this.wrong('handler') }, (described, invalid) => html`<select class="field" id="handler" name="handler" aria-busy=${String(stage === 'loading')} aria-describedby=${described} aria-invalid=${invalid}>
      <option value="">${t('handler.anybody')}</option>${items.map(({ id, name, post }) => html`<option value=${id}>${post} ${name}</option>`)}</select>`);
  }

  #promise(): TemplateResult {
    const { t, say, language, by } = this;
    const { state: stage, error, reload } = this.#rounds;
    if (stage === 'failed') return problem(say, error, reload);
    return promiseFields({ t, language, by, choose: (next) => (this.by = next), rounds: this.#rounds.items, of: this.posting?.round?.id, workdays: this.#usual, due: this.#due.items[0], wrong: this.wrong('promise') });
  }

  readonly #choose = ({ agency }: AgencyChosenEvent): void => {
    this.agency = agency;
    this.dirty = true;
  };

  protected override stated(): object | undefined {
    const { t, say, command, agency } = this;
    const needed = (name: string) => (this.value(name) === '' ? say('required') : undefined);
    const [words, reason, way, handler] = [this.line('words'), this.value('reason'), this.value('way'), this.value('handler')];
    const promise = promiseOf(this.by, (name) => this.value(name));
    const missing = { promise: promise ? undefined : say('required') };
    switch (command) {
      case 'review': case 'publish': case 'unmerge': return {};
      case 'return': return this.sending.refuse({ reason: needed('reason'), words: needed('words'), agencyId: way === 'other-board' && !agency ? t('field.agency.missing') : undefined }) ? undefined
        : { reason, words, ...(way && { way }), ...(way === 'other-board' && agency && { agencyId: agency.id }) };
      case 'decline': return this.sending.refuse({ reason: needed('reason'), words: needed('words') }) ? undefined : { reason, words };
      case 'assign': return this.sending.refuse({ agencyId: agency ? undefined : t('field.agency.missing') }) || !agency ? undefined : { agencyId: agency.id, ...(handler && { handler }) };
      case 'claim': return this.sending.refuse(missing) ? undefined : { promise };
      case 'postpone': return this.sending.refuse({ ...missing, words: needed('words') }) ? undefined : { promise, words };
      case 'reopen': return this.sending.refuse({ words: needed('words') }) ? undefined : { words };
      case 'merge': return this.sending.refuse({ into: this.into ? undefined : t('merge.missing') }) || !this.into ? undefined : { into: this.into.id };
      case 'keep': return this.sending.refuse({ result: needed('result') }) ? undefined : { result: this.line('result') };
    }
  }
}
