import type { Outbox } from '@sunlit/client/outbox';
import { deviceToken, visitToken, type Rated, type Rating, type RatingCount, type RatingLevel, type RatingReason, type RatingSubject, type ReceiptKey } from '@sunlit/client/ratings';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute, isOn } from '../shared/boolean.ts';
import { Closing } from '../shared/closing.ts';
import { contentIcons } from '../shared/content-icons.ts';
import { SunlitElement } from '../shared/element.ts';
import { formStyles } from '../shared/form-styles.ts';
import { nowOrLater } from '../shared/later.ts';
import { formatDay } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { SunlitRatedEvent } from './events.ts';
import { LEVELS, REASONS, face, isLow } from './levels.ts';
import { more, tidy } from './more.ts';
import { results } from './results.ts';
import { explain, ratingsAt } from './sending.ts';
import { strings, type RatingKey } from './strings/index.ts';
import { ratingStyles } from './styles.ts';

const RETURNS_AFTER = 10;
/** Whoever gives reasons or reads a reproof needs longer. */
const PATIENCE = 4;

/** Where a rating stands. It is told as given only once the server or the outbox has it. */
type Standing =
  | { readonly state: 'open' }
  | { readonly state: 'sending' }
  | { readonly state: 'received'; readonly followUp?: Rated['followUp'] }
  | { readonly state: 'kept' }
  /** `level` was tapped, and stands no longer. */
  | { readonly state: 'failed'; readonly problem: unknown; readonly level: RatingLevel };

interface Said {
  readonly level: RatingLevel;
  readonly reasons: readonly RatingReason[];
  readonly words: string;
}

const UNSAID: Omit<Said, 'level'> = { reasons: [], words: '' };

/**
 * @summary Rates a window, a disclosure, an answer or the handling of a request (好差评): five levels, one tap, without an account.
 * @fires sunlit-rated - A rating was given; `level`, never what was written.
 * @fires sunlit-ready - The faces are drawn.
 * @fires sunlit-load-error - The counts could not be loaded; rating works all the same.
 * @csspart question - What is asked.
 * @csspart levels - The five levels.
 * @csspart results - How many said what.
 * @cssproperty --sunlit-height - Height of the evaluator. Default: that of the screen.
 * @example <sunlit-rating subject="window" agency="qinghe" window="社保综合窗口" mode="evaluator"></sunlit-rating>
 */
export class SunlitRating extends SunlitElement<RatingKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, formStyles, ratingStyles];

  protected override readonly strings = strings;

  /** What is rated: `window` (with `agency` and `window`), `disclosure` or `answer` (with `subject-id`), `request` (with `receipt`). */
  @property() subject: RatingSubject | undefined;

  /** Which disclosure, or the answer to which topic (ULID). */
  @property({ attribute: 'subject-id' }) subjectId: string | undefined;

  /** The agency whose window it is. */
  @property() agency: string | undefined;

  /** The name of the window. */
  @property() window: string | undefined;

  /** `evaluator`: a tablet at a window, with large faces, that returns to the start by itself. */
  @property() mode: 'page' | 'evaluator' | undefined;

  /** `shared` rates anew at every visit and remembers nothing; it is so by itself in the hall theme and in an evaluator. */
  @property() device: 'personal' | 'shared' | undefined;

  /** Seconds without a touch after which an evaluator returns to the start. */
  @property({ type: Number, attribute: 'return-after' }) returnAfter = RETURNS_AFTER;

  /** Does not show how many said what. */
  @property({ ...booleanAttribute, attribute: 'without-results' }) withoutResults = false;

  /** Of the request that is rated; in memory alone, and never in an attribute. */
  @property({ attribute: false }) receipt: ReceiptKey | undefined;

  /** Keeps ratings while there is no network (`createOutbox` of `@sunlit/client/outbox`). */
  @property({ attribute: false }) outbox: Outbox | undefined;

  @state() private standing: Standing = { state: 'open' };
  @state() private level: RatingLevel | undefined;
  @state() private reasons: readonly RatingReason[] = UNSAID.reasons;
  @state() private words = UNSAID.words;
  @state() private count: RatingCount | undefined;

  /** What the server or the outbox has. */
  #given: Said | undefined;
  #token: string | undefined;
  /** What is repeated keeps its key. */
  #attempt: { readonly of: string; readonly key: string } | undefined;
  #running: AbortController | undefined;
  readonly #load = new Load<RatingCount>(this, {
    key: () => (this.#showsResults ? [this.apiUrl, this.subject, this.subjectId, this.#agency, this.window].join(' ') : undefined),
    fetch: async (signal) => ratingsAt(this.apiUrl, this.language).count(this.subject === 'window' ? { type: 'window', ...(this.#agency && { agency: this.#agency }), ...(this.window && { window: this.window }) } : { type: this.subject ?? 'disclosure', ...(this.subjectId && { id: this.subjectId }) }, { signal }),
  });
  readonly #closing = new Closing(this, () => this.#patience, () => this.#start());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Forgets what was tapped and written; what the server has stays there. */
  reset(): void {
    this.#running?.abort();
    this.#running = this.#given = this.#token = this.#attempt = undefined;
    this.standing = { state: 'open' };
    this.level = undefined;
    ({ reasons: this.reasons, words: this.words } = UNSAID);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated || !(['subject', 'subjectId', 'agency', 'window', 'receipt'] as const).some((name) => changed.has(name))) return;
    this.reset();
    this.count = undefined;
  }

  protected override firstUpdated(): void {
    this.announceReady();
  }

  protected override view(): TemplateResult {
    const { t } = this;
    if (!this.#rated) return html`<p class="notice warn" role="alert">${icons.warning}<span>${t('unset')}</span></p>`;
    return this.mode === 'evaluator' ? this.#evaluator() : this.#page(this.#rated);
  }

  #page(subject: RatingSubject): TemplateResult {
    const { t, language } = this;
    const count = this.#showsResults ? (this.count ?? this.#load.latest) : undefined;
    return html`<section class="rating" aria-labelledby="question">
      <p class="question" id="question" part="question">${this.#question(subject)}</p>
      ${this.#levels()}
      ${this.#status(subject)}
      ${this.#given ? this.#more(subject) : nothing}
      ${count ? results(count, t, language) : this.#showsResults && this.#load.current.state === 'failed' ? html`<p class="small muted">${t('results.failed')} <button class="link" type="button" @click=${() => this.#load.retry()}>${t('retry')}</button></p>` : nothing}
      <p class="small muted">${t(this.#shared ? 'anonymous' : subject === 'answer' || subject === 'request' ? 'once' : 'daily')}</p>
    </section>`;
  }

  #evaluator(): TemplateResult {
    const { t, window: name } = this;
    const subject = this.subject ?? 'window';
    const level = this.standing.state === 'failed' ? this.standing.level : this.level;
    if (!level) {
      return html`<section class="evaluator" aria-labelledby="question">
        <header>${name ? html`<p class="place">${name}</p>` : nothing}<h2 id="question" tabindex="-1" part="question">${t(`question.${subject === 'window' ? 'here' : subject}`)}</h2></header>
        ${this.#levels()}
        <p class="muted">${t('anonymous')}</p>
      </section>`;
    }
    const { left } = this.#closing;
    return html`<section class="evaluator after" aria-label=${t('said')}>
      <header>${face(level)}<p class="place">${t(`level.${level}`)}</p>${this.#status(subject)}</header>
      ${this.#given ? this.#more(subject) : nothing}
      <footer>${this.standing.state === 'sending' ? nothing : html`<button class="button" type="button" data-action="start" @click=${() => this.#start()}>${icons.back}${t('start')}</button>`}
        ${left === undefined ? nothing : html`<span class="muted left">${t('returns', { n: left })}</span>`}</footer>
    </section>`;
  }

  #levels(): TemplateResult {
    return html`<div class="levels" role="group" aria-labelledby="question" part="levels">
      ${LEVELS.map((level) => html`<button class="level" type="button" data-level=${level} aria-pressed=${this.level === level} @click=${() => this.#say(level)}>${face(level)}<span class="name">${this.t(`level.${level}`)}</span></button>`)}
    </div>`;
  }

  /** One line that says where it stands, and is read out when that changes. */
  #status(subject: RatingSubject): TemplateResult {
    const { t, standing, language } = this;
    const low = isLow(this.#given?.level);
    const said = (): TemplateResult | typeof nothing => {
      switch (standing.state) {
        case 'open': return nothing;
        case 'sending': return html`<p class="said">${t('sending')}</p>`;
        case 'kept': return html`<p class="said">${contentIcons.clock}<span>${t('kept')}</span></p>`;
        case 'received': {
          const { followUp } = standing;
          return html`<p class="said good">${contentIcons.tick}<span>${t('received')}</span></p>
            ${low && followUp ? html`<p>${t('followed', { n: followUp.workdays, due: formatDay(followUp.due, language) })}</p>` : nothing}
            ${low && followUp?.provisional ? html`<p class="small muted">${t('provisional')}</p>` : nothing}`;
        }
        case 'failed': return html`<div class="notice bad">${icons.warning}<div>
          <p>${t('failed')} ${explain(t, standing.problem, subject)}</p>
          <p>${this.#given ? t('failed.before', { level: t(`level.${this.#given.level}`) }) : t('failed.none')}</p>
          <button class="button" type="button" data-action="retry" @click=${() => this.#say(standing.level)}>${t('retry')}</button></div></div>`;
      }
    };
    return html`<div class="status" role="status" tabindex="-1" id="status">${said()}</div>`;
  }

  #more(subject: RatingSubject): TemplateResult {
    const { t, reasons, words } = this;
    return more({
      t, offered: REASONS[subject], reasons, words, low: isLow(this.#given?.level), folded: this.mode === 'evaluator', busy: this.standing.state === 'sending',
      sent: this.#given !== undefined && same(this.#given, { level: this.#given.level, reasons, words: tidy(words) }),
      choose: (reason) => (this.reasons = reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason]),
      write: (written) => (this.words = written),
      send: () => void this.#send(),
    });
  }

  #question(subject: RatingSubject): string {
    return subject === 'window' ? this.t('question.window', { window: this.window ?? '' }) : this.t(`question.${subject}`);
  }

  /** What is rated, where enough is known of it. */
  get #rated(): RatingSubject | undefined {
    const { subject } = this;
    switch (subject) {
      case 'window': return this.#agency && this.window ? subject : undefined;
      case 'disclosure': case 'answer': return this.subjectId ? subject : undefined;
      case 'request': return this.receipt ? subject : undefined;
      default: return undefined;
    }
  }

  get #agency(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  get #shared(): boolean {
    return this.mode === 'evaluator' || this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }

  get #showsResults(): boolean {
    return !isOn(this.withoutResults) && this.mode !== 'evaluator' && this.#rated !== undefined && this.#rated !== 'request';
  }

  /** Seconds without a touch after which the next person finds the start; while it is being sent, nobody is sent away. */
  get #patience(): number | undefined {
    if (this.mode !== 'evaluator' || this.standing.state === 'open' || this.standing.state === 'sending') return undefined;
    return this.returnAfter * (this.standing.state === 'failed' || this.reasons.length > 0 || this.words ? PATIENCE : 1);
  }

  #start(): void {
    this.reset();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#question')?.focus());
  }

  #say(level: RatingLevel): void {
    this.level = level;
    if (this.standing.state === 'sending') return; // what is under way ends first, and then this is sent
    void this.#send();
    if (this.mode === 'evaluator') void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#status')?.focus());
  }

  /** Sends what is tapped and written, and after it what is tapped meanwhile. What is not taken stands no longer: what was given before does. */
  async #send(): Promise<void> {
    const { subject } = this;
    const running = (this.#running = new AbortController());
    this.standing = { state: 'sending' };
    for (let said = this.#said; said; ) {
      const { level } = said;
      const standing = await this.#give(said, running.signal).catch((problem: unknown): Standing => ({ state: 'failed', problem, level }));
      if (running.signal.aborted) return;
      if (standing.state === 'failed') this.level = this.#given?.level;
      else this.#given = said;
      const next = standing.state === 'failed' || this.level === level ? undefined : this.#said;
      if (!next) {
        this.standing = standing;
        if (subject && (standing.state === 'received' || standing.state === 'kept')) this.dispatchEvent(new SunlitRatedEvent(subject, level, standing.state));
      }
      said = next;
    }
  }

  get #said(): Said | undefined {
    return this.level && { level: this.level, reasons: this.reasons, words: tidy(this.words) };
  }

  async #give({ level, reasons, words }: Said, signal: AbortSignal): Promise<Standing> {
    const { subject, receipt } = this;
    const rating = { level, ...(reasons.length > 0 && { reasons: [...reasons] }), ...(words && { words }) };
    const of = JSON.stringify(rating);
    const attempt = (this.#attempt = this.#attempt?.of === of ? this.#attempt : { of, key: visitToken() });
    const options = { signal, idempotencyKey: attempt.key };
    const ratings = ratingsAt(this.apiUrl, this.language);
    if (subject === 'request' && receipt) {
      const { followUp } = await ratings.request(receipt, rating, options);
      return { state: 'received', followUp };
    }
    const body: Rating = { subject: subject === 'window' ? { type: 'window', agencyId: this.#agency ?? '', window: this.window ?? '' } : { type: subject === 'answer' ? 'answer' : 'disclosure', id: this.subjectId ?? '' }, ...rating };
    const token = (this.#token ??= this.#shared ? visitToken() : deviceToken());
    const sent = await nowOrLater(this.outbox, () => ratings.create(body, { ...options, token }), (outbox) => {
      signal.throwIfAborted();
      return outbox.add({ operation: 'ratings.create', body: { ...body, token }, idempotencyKey: attempt.key });
    });
    if ('kept' in sent) return { state: 'kept' };
    const { count, followUp } = sent.answer;
    if (!signal.aborted) this.count = count;
    return { state: 'received', followUp };
  }
}

const same = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other);

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-rating': SunlitRating;
  }
}
