import { createNotices, deviceToken, isSunlitError, visitToken, type Feedback, type NoticesClient } from '@sunlit/client/notices';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../shared/element.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed } from '../shared/states.ts';
import { SunlitCorrectEvent, SunlitFeedbackEvent } from './events.ts';
import { strings, type FeedbackKey } from './strings/index.ts';
import { feedbackStyles } from './styles.ts';

const ANSWERS = ['useful', 'unclear', 'wrong'] as const;

/** Where it stands. It is told as received only once the server has it. */
type Standing =
  | { readonly state: 'open' }
  | { readonly state: 'sending'; readonly said: Feedback }
  | { readonly state: 'received'; readonly said: Feedback; readonly useful: number }
  | { readonly state: 'failed'; readonly said: Feedback; readonly problem: unknown };

/**
 * @summary Asks below a disclosure whether it is useful, hard to understand or wrong; what is wrong can then be written on the board, about this disclosure.
 * @fires sunlit-feedback - Something was said, and the server has it.
 * @fires sunlit-correct - Somebody wants to write what is wrong; cancel it to open the board elsewhere.
 * @fires sunlit-ready - The question is drawn.
 * @csspart question - What is asked.
 * @csspart answers - The three answers.
 * @example <sunlit-feedback subject-id="01JQ8ZK4T5V6W7X8Y9Z0ABCDEF" agency="qinghe-water"></sunlit-feedback>
 */
export class SunlitFeedback extends SunlitElement<FeedbackKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, feedbackStyles];

  protected override readonly strings = strings;

  /** The disclosure it is about (ULID). */
  @property({ attribute: 'subject-id' }) subjectId: string | undefined;

  /** On whose board corrections are written: the agency that published it. */
  @property() agency: string | undefined;

  /** The page with the board, for example `/topics?disclosure={id}`; without it, the board opens in place. */
  @property({ attribute: 'topics-href' }) topicsHref: string | undefined;

  /** `shared` on a screen that many people use; it is so by itself in the hall theme. */
  @property() device: 'personal' | 'shared' | undefined;

  @state() private standing: Standing = { state: 'open' };
  @state() private writing = false;

  #running: AbortController | undefined;
  #token: string | undefined;
  readonly #board = new Load<unknown>(this, { key: () => (this.writing ? 'board' : undefined), fetch: async () => import('../topics/define.ts'), done: () => void this.#compose() });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Forgets what was tapped; what the server has stays there. */
  reset(): void {
    this.#running?.abort();
    this.#running = this.#token = undefined;
    this.standing = { state: 'open' };
    this.writing = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('subjectId')) this.reset();
  }

  protected override firstUpdated(): void {
    this.announceReady();
  }

  protected override view(): TemplateResult {
    const { t, standing, subjectId } = this;
    if (!subjectId) return html`<p class="notice warn" role="alert">${icons.warning}<span>${t('unset')}</span></p>`;
    const said = standing.state === 'open' || standing.state === 'failed' ? undefined : standing.said;
    return html`<section class="feedback" aria-labelledby="question">
      <div class="ask"><p class="question" id="question" part="question">${t('question')}</p>
        <div class="answers" role="group" aria-labelledby="question" part="answers">${ANSWERS.map((answer) => html`<button class="button" type="button" aria-pressed=${said === answer ? 'true' : 'false'} @click=${() => void this.#say(answer)}>${t(answer)}</button>`)}</div></div>
      <div role="status">${this.#status()}</div>
      ${standing.state === 'received' && standing.said !== 'useful' ? this.#offer(subjectId, standing.said) : nothing}
      <p class="small muted">${t('daily')}</p>
    </section>`;
  }

  #status(): TemplateResult | typeof nothing {
    const { t, standing } = this;
    switch (standing.state) {
      case 'open': return nothing;
      case 'sending': return html`<p>${t('sending')}</p>`;
      case 'received': return html`<p>${standing.said === 'useful' ? t('received.useful', { n: standing.useful }) : t('received')}</p>`;
      case 'failed': return html`<div class="notice bad">${icons.warning}<div><p>${t('failed')} ${this.#explain(standing.problem)}</p><button class="button" type="button" @click=${() => void this.#say(standing.said)}>${t('retry')}</button></div></div>`;
    }
  }

  /** What is wrong or unclear is written on the board, where it is answered in public. */
  #offer(id: string, said: 'unclear' | 'wrong'): TemplateResult {
    const { t, topicsHref } = this;
    const write = (event: Event) => {
      if (!this.dispatchEvent(new SunlitCorrectEvent(id))) return event.preventDefault();
      if (topicsHref) return;
      this.writing = !this.writing;
      if (this.#board.current.state === 'ready') void this.#compose();
    };
    return html`<div class="offer"><p>${t(`say.${said}`)}</p>
        ${topicsHref ? html`<a class="button" href=${topicsHref.split('{id}').join(encodeURIComponent(id))} @click=${write}>${t('write')}</a>`
          : html`<button class="button" type="button" aria-expanded=${this.writing ? 'true' : 'false'} @click=${write}>${t(this.writing ? 'close' : 'write')}</button>`}</div>
      ${!this.writing ? nothing : this.#board.current.state === 'failed' ? failed(t, this.#board.current.error, () => this.#board.retry())
        : html`<sunlit-topics disclosure=${id} agency=${this.agency ?? nothing} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing} device=${this.device ?? nothing}></sunlit-topics>`}`;
  }

  /** The form of the board at once: whoever came here wants to write, not to read. */
  async #compose(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('sunlit-topics')?.compose();
  }

  #explain(problem: unknown): string {
    const { t } = this;
    if (!isSunlitError(problem)) return t('problem.server');
    switch (problem.code) {
      case 'network': case 'offline': case 'timeout': return t('problem.network');
      case 'too-many-requests': return t('problem.wait', { n: Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)) });
      case 'not-found': return t('problem.gone');
      case 'not-secure': return t('problem.secure');
      default: return t('problem.server');
    }
  }

  /** What is tapped while another is under way takes its place. */
  async #say(said: Feedback): Promise<void> {
    const id = this.subjectId;
    if (!id) return;
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.writing = false;
    this.standing = { state: 'sending', said };
    const token = (this.#token ??= this.#shared ? visitToken() : deviceToken());
    try {
      const { useful } = await feedbackAt(this.apiUrl, this.language).feedback.give(id, said, { token, signal: running.signal });
      if (running.signal.aborted) return;
      this.standing = { state: 'received', said, useful };
      this.dispatchEvent(new SunlitFeedbackEvent(id, said));
    } catch (problem) {
      if (!running.signal.aborted) this.standing = { state: 'failed', said, problem };
    }
  }

  get #shared(): boolean {
    return this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }
}

const known = new Map<string, NoticesClient>();

function feedbackAt(api: string, language: string): NoticesClient {
  const key = `${language} ${api}`;
  let client = known.get(key);
  if (!client) known.set(key, (client = createNotices({ baseUrl: api, language, fetch: globalThis.sunlit?.fetch })));
  return client;
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-feedback': SunlitFeedback;
  }
}
