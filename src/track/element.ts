import { SunlitError, isSunlitError, normaliseReceipt, type ReceiptKey, type Requests, type TrackedBranch, type TrackedRequest } from '@sunlit/client/requests';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Closing } from '../shared/closing.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitLoadErrorEvent } from '../shared/events.ts';
import { formStyles } from '../shared/form-styles.ts';
import { formatDay } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { requestsAt } from '../shared/requests.ts';
import { timelineStyles } from '../shared/timeline-styles.ts';
import { MOST_FILES, Uploads } from '../shared/uploads/uploads.ts';
import { chooser, prepareUploads, sizeOf, uploadList, uploadStyles } from '../shared/uploads/view.ts';
import { acts, explain } from './acts.ts';
import { deadlines } from './deadlines.ts';
import { papers, remedy } from './papers.ts';
import type { Act, Paper, Scene } from './scene.ts';
import { standing } from './standing.ts';
import { strings, type TrackKey } from './strings/index.ts';
import { trackStyles } from './styles.ts';
import { timeline } from './timeline.ts';

const CLOSES_AFTER = 60;
const NOTHING_WRITTEN: Scene['written'] = { wanted: { description: '' }, reasons: '' };

/**
 * @summary Where an applicant follows a request with its receipt: whose move it is and until when, every step, every period with its proof, letters and released files.
 * @fires sunlit-ready - The form for the receipt is drawn.
 * @fires sunlit-load-error - Something could not be loaded; a refused receipt is none.
 * @csspart standing - Whose move it is, in one sentence.
 * @csspart timeline - The steps.
 * @csspart deadlines - The periods.
 * @csspart acts - What the applicant can do.
 * @csspart papers - Letters and released files.
 * @example <sunlit-track api="https://open.example.gov.cn"></sunlit-track>
 */
export class SunlitTrack extends SunlitElement<TrackKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, formStyles, timelineStyles, uploadStyles, trackStyles];

  protected override readonly strings = strings;

  /** The number that stands in the form at first; without it, `sunlit-receipt` of the page's address. */
  @property({ attribute: 'receipt-no' }) receiptNo: string | undefined;

  /** `shared` closes by itself and folds what the request says; it is so by itself in the hall theme. */
  @property() device: 'personal' | 'shared' | undefined;

  /** Seconds without a touch after which a shared device closes the request. */
  @property({ type: Number, attribute: 'close-after' }) closeAfter = CLOSES_AFTER;

  @state() private number = '';
  @state() private secret = '';
  @state() private shown = false;
  @state() private request: TrackedRequest | undefined;
  @state() private busy = false;
  @state() private problem: unknown;
  @state() private unread = false;
  @state() private act: Scene['act'];
  @state() private written = NOTHING_WRITTEN;
  @state() private missing = false;
  @state() private link: Scene['link'];
  @state() private closed = false;
  @state() private done: TrackKey | undefined;

  @query('#opened') private readonly opened!: HTMLElement | null;

  /** In memory alone, and never in an attribute. */
  #receipt: ReceiptKey | undefined;
  #key = '';
  #running: AbortController | undefined;
  readonly #uploads = new Uploads(this, () => MOST_FILES - (this.request?.attachments.length ?? 0));
  readonly #closing = new Closing(this, () => (this.request && this.#shared && !this.#uploads.running ? this.closeAfter : undefined), () => {
    this.reset();
    this.closed = true;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#leaving);
    this.reset();
  }

  /** Forgets receipt, request and everything that was written. */
  reset(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#receipt = undefined;
    this.#uploads.reset();
    this.number = this.secret = '';
    this.shown = this.busy = this.unread = this.missing = this.closed = false;
    this.request = this.problem = this.act = this.link = this.done = undefined;
    this.written = NOTHING_WRITTEN;
  }

  /** Asks for the present state of the request that is open. */
  refresh(): void {
    if (this.#receipt) void this.#ask(async (requests, receipt, signal) => requests.track(receipt, { signal }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    prepareUploads(this.language, () => this.requestUpdate());
    if (changed.has('receiptNo') && this.receiptNo) this.number = this.receiptNo;
    if (!this.hasUpdated && !this.number) this.number = new URLSearchParams(globalThis.location?.search).get('sunlit-receipt') ?? '';
  }

  protected override firstUpdated(): void {
    this.announceReady();
  }

  protected override view(): TemplateResult {
    return html`<div class="track">${this.request ? this.#open(this.request) : this.#entry()}</div>`;
  }

  #entry(): TemplateResult {
    const { t, shown } = this;
    const tidy = (event: Event) => {
      const field = event.target as HTMLInputElement;
      const text = normaliseReceipt(field.value);
      if (text === undefined) return;
      if (field.id === 'number') this.number = text;
      else this.secret = text;
    };
    return html`
      <h2>${t('entry')}</h2>
      <p class="lead">${t('entry.lead')}</p>
      ${this.closed ? html`<p class="notice" role="status">${icons.close}<span>${t('closed')}</span></p>` : nothing}
      ${this.#problemNotice()}
      <form class="entry" novalidate @submit=${this.#enter}>
        <div class="row short"><label class="label" for="number">${t('number')}</label><span class="hint" id="number-hint">${t('number.hint')}</span>
          <input class="field code" id="number" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="30" aria-describedby="number-hint" aria-invalid=${this.unread ? 'true' : 'false'}
            .value=${this.number} @input=${(event: Event) => (this.number = (event.target as HTMLInputElement).value)} @blur=${tidy} /></div>
        <div class="row short"><label class="label" for="secret">${t('secret')}</label><span class="hint" id="secret-hint">${t('secret.hint')}</span>
          <span class="with-button"><input class="field code" id="secret" type=${shown ? 'text' : 'password'} autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="30" aria-describedby="secret-hint" aria-invalid=${this.unread ? 'true' : 'false'}
            .value=${this.secret} @input=${(event: Event) => (this.secret = (event.target as HTMLInputElement).value)} @blur=${tidy} />
          <button class="button" type="button" aria-pressed=${shown} @click=${() => (this.shown = !shown)}>${t(shown ? 'hide' : 'show')}</button></span></div>
        <div class="actions"><button class="button primary" type="submit" ?disabled=${this.busy}>${t(this.busy ? 'busy' : 'enter')}</button></div>
      </form>
      <p class="aside">${t('entry.lost')}</p>`;
  }

  #open(request: TrackedRequest): TemplateResult {
    const { t, language } = this;
    const { branches, wanted, erasedOn } = request;
    const scene = this.#scene(request);
    const { left } = this.#closing;
    return html`
      ${left === undefined ? nothing : html`<div class="notice warn closing" role="alertdialog" aria-label=${t('closing.title')}>${icons.warning}<div><p>${t('closing', { n: left })}</p><button class="button primary" type="button" @click=${() => this.#closing.stay()}>${t('stay')}</button></div></div>`}
      <header class="head">
        <div><h2 tabindex="-1" id="opened">${t('request', { number: request.receiptNo })}</h2>
          <p class="muted">${t('submitted', { day: formatDay(request.submittedOn, language), channel: t(`channel.${request.channel}`) })}</p></div>
        <div class="actions"><button class="button" type="button" @click=${() => this.refresh()} ?disabled=${this.busy}>${t(this.busy ? 'busy' : 'refresh')}</button>
          <button class="button" type="button" data-action="close" @click=${() => this.#close()}>${icons.close}${t('close.request')}</button></div>
      </header>
      <p class="hidden-text" role="status">${this.done ? t(this.done) : nothing}</p>
      ${this.done ? html`<p class="notice good" aria-hidden="true">${t(this.done)}</p>` : nothing}
      ${this.act ? nothing : this.#problemNotice()}
      ${branches.map((branch, index) => this.#branch(branch, index, branches, scene))}
      ${erasedOn
        ? html`<p class="notice">${t('erased', { day: formatDay(erasedOn, language) })}</p>`
        : html`<details class="section own" ?open=${!this.#shared}><summary>${icons.next}<h3>${t('own')}</h3></summary>
            <dl class="part">${[['wanted.title', wanted.title], ['wanted.docNo', wanted.docNo], ['wanted.description', wanted.description]].map(([key, value]) => (value ? html`<div><dt>${t(key as TrackKey)}</dt><dd>${value}</dd></div>` : nothing))}</dl></details>`}
      ${this.#attachments(request)} ${this.#rating(request)}`;
  }

  #branch(branch: TrackedBranch, index: number, all: readonly TrackedBranch[], scene: Scene): TemplateResult {
    const { t } = this;
    const many = all.length > 1;
    const parent = all.find(({ id }) => id === branch.parent);
    const urgent = branch.may.some((what) => what !== 'withdraw');
    return html`<article class="branch" aria-label=${t('part', { n: index + 1, agency: branch.agency.name })}>
      <p class="agency">${icons.agency}<bdi>${branch.agency.name}</bdi>${many ? html`<span class="badge">${t('part.n', { n: index + 1 })}</span>` : nothing}</p>
      ${parent ? html`<p class="small muted">${t(parent.phase === 'transferred' ? 'part.transferred' : 'part.split', { agency: parent.agency.name })}</p>` : nothing}
      ${standing(branch, scene)} ${urgent ? acts(branch, scene) : nothing} ${papers(branch, scene)} ${remedy(branch, scene)} ${timeline(branch, scene)} ${deadlines(branch, scene)}
      ${urgent ? nothing : acts(branch, scene)}
    </article>`;
  }

  #attachments({ attachments, filesAnnounced, mayAttach }: TrackedRequest): TemplateResult | typeof nothing {
    const { t, language } = this;
    const lacking = filesAnnounced - attachments.length;
    if (attachments.length === 0 && !mayAttach && lacking <= 0) return nothing;
    return html`<section class="section"><h3>${t('attachments')}</h3>
      ${attachments.length > 0 ? html`<ul class="attached">${attachments.map(({ name, size }) => html`<li>${icons.document}<bdi>${name}</bdi> <span class="small muted">${sizeOf(size, language)}</span></li>`)}</ul>` : nothing}
      ${mayAttach && lacking > 0 ? html`<p class="notice warn">${icons.warning}<span>${t('attachments.lacking', { n: lacking })}</span></p>` : nothing}
      ${mayAttach && attachments.length < MOST_FILES ? html`${chooser(this.#uploads, language, { id: 'files', purpose: 'attachment', label: t('attach') })}${uploadList(this.#uploads, language)}` : nothing}
    </section>`;
  }

  /** How it was handled can be rated once the reply was served. */
  #rating({ branches, erasedOn }: TrackedRequest): TemplateResult | typeof nothing {
    if (erasedOn || !branches.some(({ phase }) => phase === 'served' || phase === 'archived')) return nothing;
    import('../rating/define.ts').catch(() => undefined); // when it does not come, the request is shown all the same
    return html`<sunlit-rating subject="request" .receipt=${this.#receipt} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing} device=${this.#shared ? 'shared' : 'personal'}></sunlit-rating>`;
  }

  #problemNotice(): TemplateResult | typeof nothing {
    const { t, problem } = this;
    return problem === undefined ? nothing : html`<div class="notice bad" role="alert" tabindex="-1" id="problem">${icons.warning}<p>${explain(t, problem)}</p></div>`;
  }

  #scene(request: TrackedRequest): Scene {
    const { t, language, act, written, missing, busy, link, problem } = this;
    return {
      t, language, request, act, written, missing, busy, link, problem, shared: this.#shared,
      begin: (branch, what) => this.#begin(branch, what, request),
      write: (part) => {
        this.written = { ...this.written, ...part };
        this.missing = false;
      },
      take: () => void this.#take(),
      drop: () => {
        this.act = this.problem = undefined;
        this.missing = false;
      },
      open: (paper, format) => void this.#paper(paper, format),
    };
  }

  get #shared(): boolean {
    return this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }

  #enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    const receiptNo = normaliseReceipt(this.number);
    const secret = normaliseReceipt(this.secret);
    this.closed = false;
    this.unread = !receiptNo || !secret;
    if (!receiptNo || !secret) {
      this.problem = new SunlitError('receipt-refused', 'What was typed is no receipt', { hint: 'Number and secret stand on the receipt.' });
      return this.#focus('#problem');
    }
    this.#receipt = { receiptNo, secret };
    await this.#ask(async (requests, receipt, signal) => requests.track(receipt, { signal }));
    if (this.request) {
      this.secret = '';
      this.shown = false;
      this.#uploads.start(async (file, purpose, options) => {
        if (!this.#receipt) return;
        const request = await this.#requests.attach(this.#receipt, file, { name: file.name, purpose }, options);
        if (!options.signal.aborted && this.#receipt) this.request = request;
      });
      await this.updateComplete;
      this.opened?.focus();
    } else {
      this.#receipt = undefined;
      await this.#focus('#problem');
    }
  };

  /** One question about the request at a time; what it answers is shown. Whether it was answered. */
  async #ask(question: (requests: Requests, receipt: ReceiptKey, signal: AbortSignal) => Promise<TrackedRequest>): Promise<boolean> {
    const receipt = this.#receipt;
    if (!receipt || this.busy) return false;
    const running = (this.#running = new AbortController());
    this.busy = true;
    this.problem = this.done = undefined;
    try {
      const request = await question(this.#requests, receipt, running.signal);
      if (running.signal.aborted) return false;
      this.request = request;
      this.link = undefined;
      return true;
    } catch (error) {
      if (running.signal.aborted) return false;
      this.problem = error;
      if (!isSunlitError(error) || error.code !== 'receipt-refused') this.dispatchEvent(new SunlitLoadErrorEvent(error));
      return false;
    } finally {
      if (!running.signal.aborted) this.busy = false;
    }
  }

  #begin(branch: string, what: Act, { wanted }: TrackedRequest): void {
    this.act = { branch, what };
    this.written = { wanted, reasons: '' };
    this.missing = false;
    this.problem = this.done = undefined;
    this.#key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    void this.#focus('#act');
  }

  async #take(): Promise<void> {
    const { act, written } = this;
    if (!act) return;
    const { branch, what } = act;
    const { title = '', docNo = '', description } = written.wanted;
    this.missing = (what === 'correct' && description.trim() === '') || (what === 'explain' && written.reasons.trim() === '');
    if (this.missing) return this.#focus(what === 'correct' ? '#description' : '#reasons');
    const taken = await this.#ask(async (requests, receipt, signal) => {
      const options = { signal, idempotencyKey: this.#key };
      switch (what) {
        case 'correct': return requests.correct(receipt, { branch, wanted: { ...(title.trim() && { title: title.trim() }), ...(docNo.trim() && { docNo: docNo.trim() }), description: description.trim() } }, options);
        case 'explain': return requests.explain(receipt, { branch, reasons: written.reasons.trim() }, options);
        case 'withdraw': return requests.withdraw(receipt, { branch }, options);
      }
    });
    if (!taken) return;
    this.act = undefined;
    this.written = NOTHING_WRITTEN;
    this.done = `done.${what}`;
    await this.updateComplete;
    this.opened?.focus();
  }

  /** Opens a letter or file beside this page, which keeps the receipt; where a browser lets no window open, a link takes its place. */
  async #paper(paper: Paper, format: 'html' | 'docx' | undefined): Promise<void> {
    const receipt = this.#receipt;
    if (!receipt) return;
    this.problem = this.link = undefined;
    // Now, while the tap is fresh: later a browser would block it. A shared screen has no other windows.
    const window = this.#shared ? null : globalThis.open('', '_blank');
    if (window) window.opener = null;
    try {
      const requests = this.#requests;
      const href = requests.paperUrl(await requests.link(receipt, { paper: paper.id, ...(format && { format }) }));
      if (this.#receipt !== receipt) return window?.close();
      if (window && !window.closed) window.location.replace(href);
      else this.link = { paper: paper.id, href };
    } catch (error) {
      window?.close();
      if (this.#receipt === receipt) this.problem = error;
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #close(): void {
    this.reset();
    void this.#focus('#number');
  }

  get #requests(): Requests {
    return requestsAt(this.apiUrl, this.language);
  }

  #leaving = (event: BeforeUnloadEvent): void => {
    if (!this.#uploads.running) return;
    event.preventDefault();
    event.returnValue = ''; // what browsers before 2023 go by
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-track': SunlitTrack;
  }
}
