import type { Outbox, Submission } from '@sunlit/client/outbox';
import { isSunlitError, type Receipt, type RequestForm, type Requests } from '@sunlit/client/requests';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { copy } from '../disclosure/copy.ts';
import { ReadAloud } from '../disclosure/read-aloud.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitSelectEvent } from '../shared/events.ts';
import { newKey, type Drafts } from '../shared/drafts.ts';
import { formStyles } from '../shared/form-styles.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { requestsAt } from '../shared/requests.ts';
import { failed, skeleton } from '../shared/states.ts';
import { Uploads } from '../shared/uploads/uploads.ts';
import { prepareUploads, uploadList, uploadStyles } from '../shared/uploads/view.ts';
import { BLANK, STEPS, contentOf, faultsOf, fieldAt, questionsOf, stepOf, type Answers, type Fault, type Field, type Step } from './answers.ts';
import { checkStep, readBack } from './check.ts';
import { draftsOf, type Draft } from './draft.ts';
import { SunlitRequestAnsweredEvent, SunlitRequestSentEvent } from './events.ts';
import { faultSummary, type Scene } from './fields.ts';
import { proposalList, proposalsFor, type Proposal } from './proposals.ts';
import { answeredScreen, closedScreen, problemNotice, readingScreen, sendingScreen } from './screens.ts';
import { Sending, type SendRequest, type Sent } from './sending.ts';
import { keptScreen, keptSlip, printSlip, sentScreen, slip, trackAddress } from './sent.ts';
import { applicantStep, deliveryStep, wantedStep } from './steps.ts';
import { strings, type RequestKey } from './strings/index.ts';
import { requestStyles } from './styles.ts';
import { placeAfter, placeBefore, progressOf, type Pace } from './walk.ts';

type Screen =
  | { readonly at: Step }
  | { readonly at: 'reading'; readonly proposal: Proposal }
  | { readonly at: 'answered'; readonly proposal: Proposal }
  | Sent;

const TYPING_PAUSE = 300;
const isStep = (at: Screen['at']): at is Step => (STEPS as readonly string[]).includes(at);

/**
 * @summary The form with which anybody asks an agency for what it has not published (依申请公开), without an account and without saying why.
 * @fires {SunlitRequestSentEvent} sunlit-request-sent - The request was filed; `receiptNo` and `agencyId`, never the secret.
 * @fires {SunlitRequestAnsweredEvent} sunlit-request-answered - What is already public answered it; `disclosureId` and `agencyId`.
 * @fires {SunlitSelectEvent} sunlit-select - Somebody opens something already public that was proposed. Cancel it to open it elsewhere.
 * @fires sunlit-ready - The form is drawn.
 * @fires sunlit-load-error - What the form must know could not be loaded.
 * @csspart proposals - What is already public on it.
 * @csspart uploads - The files and their progress.
 * @csspart receipt - Number and secret after sending.
 * @example <sunlit-request api="https://open.example.gov.cn" agency="qinghe-water" track-href="/track.html"></sunlit-request>
 */
export class SunlitRequest extends SunlitElement<RequestKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, formStyles, uploadStyles, requestStyles];

  protected override readonly strings = strings;

  /** The agency that is asked. */
  @property() agency: string | undefined;

  /** The page with `<sunlit-track>`, for the link and the QR code; `{receiptNo}` in it is replaced, else the number comes as a parameter. */
  @property({ attribute: 'track-href' }) trackHref: string | undefined;

  /** `personal` keeps what was begun over a reload of the page; `shared` keeps nothing, and is so by itself in the hall theme. */
  @property() device: 'personal' | 'shared' | undefined;

  /** `oral`: somebody writes down what an applicant says, and reads it back to them. */
  @property() mode: 'self' | 'oral' = 'self';

  /** `question` asks one thing at a time, for large type and unpractised hands; files are not asked for then. */
  @property() pace: Pace = 'step';

  /** Keeps a request that could not be sent for want of a network, and sends it later. */
  @property({ attribute: false }) outbox: Outbox | undefined;

  /** Files the request instead of the public API. */
  @property({ attribute: false }) send: SendRequest | undefined;

  @state() private screen: Screen = { at: 'wanted' };
  /** Which question of the step, where they are asked one at a time. */
  @state() private question = 0;
  @state() private answers: Answers = BLANK;
  @state() private faults: readonly Fault[] = [];
  @state() private touched: ReadonlySet<Field> = new Set();
  @state() private problem: unknown;
  @state() private confirmed = false;
  @state() private kept = false;
  @state() private restored = false;
  @state() private asked = '';
  @state() private copied: 'yes' | 'no' | undefined;
  @state() private code: unknown;

  @query('h2') private readonly heading!: HTMLElement | null;

  #key = newKey();
  #changing = false;
  #moved = false;
  #drafts: Drafts<Draft> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #uploads = new Uploads(this);
  readonly #sending = new Sending({
    requests: () => this.#requests,
    outbox: () => this.outbox,
    send: () => this.send,
    shared: () => this.#shared,
    uploads: this.#uploads,
    show: (sent) => this.#follow(sent),
    failed: (error) => this.#failed(error),
  });
  readonly #voice = new ReadAloud(this);
  readonly #form = new Load<RequestForm>(this, {
    key: () => (this.#agencyId ? `${this.apiUrl} ${this.#agencyId} ${this.language}` : undefined),
    fetch: async (signal) => this.#requests.form(this.#agencyId ?? '', { signal }),
    done: (form) => this.#begin(form),
  });
  readonly #proposed = new Load<readonly Proposal[]>(this, {
    key: () => (this.asked ? JSON.stringify([this.apiUrl, this.#agencyId, this.asked]) : undefined),
    // Proposals are a help, not a promise: without them the form works as well.
    fetch: async (signal) => proposalsFor(this.client.disclosures, this.asked, this.#agencyId ?? '', signal).catch(() => []),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#leaving);
    this.#sending.stop();
    clearTimeout(this.#typing);
  }

  /** One step back inside; false at the first. For screens with a way back of their own. */
  back(): boolean {
    const { at } = this.screen;
    if (at === 'reading' || at === 'answered') this.#go({ at: 'wanted' });
    else return this.#previous(at);
    return true;
  }

  /** Wipes everything: what was written, chosen and kept, and the receipt. For screens that many people use. */
  reset(): void {
    this.#sending.stop();
    clearTimeout(this.#typing);
    this.#drafts?.clear();
    this.#uploads.reset();
    this.#voice.stop();
    this.#key = newKey();
    this.#changing = false;
    this.answers = this.#form.latest ? this.#blank(this.#form.latest) : BLANK;
    this.faults = [];
    this.touched = new Set();
    this.problem = undefined;
    this.confirmed = this.kept = this.restored = false;
    this.asked = '';
    this.copied = this.code = undefined;
    this.#go({ at: 'wanted' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    prepareUploads(this.language, () => this.requestUpdate());
    if (this.hasUpdated && changed.has('agency') && changed.get('agency') !== undefined) this.reset();
  }

  protected override updated(changed: PropertyValues): void {
    const form = this.#form.latest;
    if (form && changed.has('answers') && !this.#shared && this.mode === 'self' && this.screen.at !== 'sent' && !this.#isBlank(form)) this.#drafts?.write({ answers: this.answers, key: this.#key });
    if (!this.#moved) return;
    this.#moved = false;
    this.heading?.focus();
    this.heading?.scrollIntoView({ block: 'nearest' });
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t } = this;
    const now = this.#form.current;
    if (now.state === 'idle') return nothing;
    if (now.state === 'failed') return failed(t, now.error, () => this.#form.retry());
    const form = this.#form.latest;
    if (!form) return skeleton(t, 3, html`<span class="skeleton bar"></span>`);
    return form.open || this.send ? html`<div class="request">${this.#screen(form)}</div>` : closedScreen(t, form);
  }

  #screen(form: RequestForm): TemplateResult {
    const { t, screen } = this;
    const title = (text: string) => html`<h2 tabindex="-1">${text}</h2>`;
    const wanted = () => this.#go({ at: 'wanted' });
    switch (screen.at) {
      case 'reading': return html`${title(t('reading'))}${readingScreen(t, this.#item(screen.proposal), () => this.#answered(screen.proposal), wanted)}`;
      case 'answered': return html`${title(t('answered'))}${answeredScreen(t, screen.proposal, () => this.#go({ at: 'reading', proposal: screen.proposal }), wanted)}`;
      case 'sending': return html`${title(t('sending'))}${sendingScreen(t, screen.stage, screen.reference)}`;
      case 'kept': return html`${title(t(screen.submission.filesLeft === undefined ? 'held' : 'sent'))}${keptScreen({ t, submission: screen.submission, shared: this.#shared, print: () => void this.#printKept(screen.submission) })}`;
      case 'sent': return html`${title(t('sent'))}${this.#sent(screen)}`;
      default: return this.#step(screen.at, form);
    }
  }

  #step(step: Step, form: RequestForm): TemplateResult {
    const { t } = this;
    const scene = this.#scene();
    const oral = this.mode === 'oral';
    const content = () => contentOf(this.#agencyId ?? '', this.answers, this.#uploads.all.length);
    const body = () => {
      switch (step) {
        case 'wanted': return wantedStep(scene, proposalList(t, this.#proposed.latest ?? [], (proposal) => this.#open(proposal)));
        case 'applicant': return applicantStep(scene, this.touched);
        case 'delivery': return deliveryStep(scene, form, this.#uploads, this.language, this.pace !== 'question' || form.identityImage === 'required');
        case 'check': return html`${checkStep(scene, content(), this.#uploads.all, (to) => this.#change(to))}
          ${oral ? readBack(scene, content(), this.#uploads.all, this.#voice, this.language, this.confirmed, (is) => this.#confirm(is)) : nothing}`;
      }
    };
    const [number, of] = progressOf(this.pace, { step, question: this.question }, this.answers);
    return html`
      ${number === 1 ? html`<header class="head"><p class="agency">${icons.agency}<bdi>${form.agency.name}</bdi></p>${form.intro ? html`<p class="intro">${form.intro}</p>` : nothing}</header>` : nothing}
      <p class="progress"><span class="muted">${t('progress', { n: number, of })}</span><progress max=${of} value=${number} aria-hidden="true"></progress></p>
      <h2 tabindex="-1">${t(oral && step === 'check' ? 'step.readBack' : `step.${step}`)}</h2>
      ${this.restored && number === 1 ? html`<p class="notice" role="status">${icons.document}<span>${t('restored')}</span></p>` : nothing}
      ${faultSummary(t, this.faults, (at) => void this.#lead(at))}
      ${problemNotice(t, this.problem)}
      <form novalidate @submit=${(event: Event) => this.#next(event, step, form)}>
        ${body()}
        <div class="actions">
          ${number > 1 && !this.#changing ? html`<button class="button" type="button" @click=${() => this.#previous(step)}>${icons.back}${t('previous')}</button>` : nothing}
          <button class="button primary" type="submit">${step === 'check' ? t(this.problem ? 'send.again' : 'send') : t(this.#changing ? 'to-check' : 'next')}</button>
          ${this.#isBlank(form) ? nothing : html`<button class="button quiet discard" type="button" @click=${() => this.reset()}>${t('discard')}</button>`}
        </div>
      </form>`;
  }

  #item({ id }: Proposal): TemplateResult {
    return html`<sunlit-disclosure item-id=${id} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing} live="off"></sunlit-disclosure>`;
  }

  #sent({ receipt, filesLeft = 0 }: Extract<Screen, { readonly at: 'sent' }>): TemplateResult {
    const { t, language, copied, kept, code } = this;
    const href = trackAddress(this.trackHref, receipt.receiptNo);
    const uploads = this.#uploads.all.length === 0 ? nothing : html`<section class="part"><h3>${t('files')}</h3>
      ${filesLeft > 0 ? html`<p class="small" role="status">${t('uploading.kept', { n: filesLeft })}</p>` : this.#uploads.running ? html`<p class="small">${t('uploading')}</p>` : nothing}${uploadList(this.#uploads, language)}</section>`;
    return sentScreen({
      t, language, receipt, href, qr: code, copied, kept, uploads, oral: this.mode === 'oral', shared: this.#shared,
      copy: () => void this.#copy(receipt),
      print: () => void this.#print(receipt, href),
      keep: (is) => (this.kept = is),
      again: () => this.reset(),
    });
  }

  #scene(): Scene {
    return {
      t: this.t, answers: this.answers, faults: this.faults, oral: this.mode === 'oral', shared: this.#shared,
      shows: (field) => this.#questions?.includes(field) ?? true,
      set: (field, value) => this.#set(field, value),
      left: (field) => (this.touched = new Set([...this.touched, field])),
    };
  }

  /** What is asked now; `undefined` where the whole step is. */
  get #questions(): readonly Field[] | undefined {
    const { at } = this.screen;
    return this.pace === 'question' && isStep(at) ? questionsOf(at, this.answers)[this.question] : undefined;
  }

  /** To the question or step before; false at the first, and where there is none. */
  #previous(at: Screen['at']): boolean {
    const before = isStep(at) ? placeBefore(this.pace, { step: at, question: this.question }, this.answers) : undefined;
    if (before) this.#go({ at: before.step }, before.question);
    return before !== undefined;
  }

  get #agencyId(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  get #requests(): Requests {
    return requestsAt(this.apiUrl, this.language);
  }

  /** Whether the next person at this screen is somebody else. */
  get #shared(): boolean {
    return this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }

  #begin(form: RequestForm): void {
    this.#drafts = draftsOf(this.apiUrl, form.agency.id);
    const draft = this.#shared || this.mode === 'oral' ? undefined : this.#drafts.read();
    if (this.answers === BLANK) {
      this.answers = { ...this.#blank(form), ...draft?.answers };
      if (draft) {
        this.#key = draft.key;
        this.restored = !this.#isBlank(form);
        this.#ask();
      }
    }
    this.announceReady();
  }

  #blank({ routes }: RequestForm): Answers {
    return { ...BLANK, route: routes[0] ?? 'online' };
  }

  #isBlank(form: RequestForm): boolean {
    const blank = this.#blank(form);
    return this.#uploads.all.length === 0 && (Object.keys(blank) as Field[]).every((field) => this.answers[field] === blank[field]);
  }

  #set(field: Field, value: string): void {
    this.answers = { ...this.answers, [field]: value };
    this.problem = undefined;
    this.confirmed = false; // what was read back is no more what is sent
    // What is put right is right at once; what is not is said when one goes on.
    if (this.faults.length > 0) {
      const form = this.#form.latest;
      const { at } = this.screen;
      const still = form && at !== 'check' && isStep(at) ? faultsOf(at, this.answers, form, this.#hasIdentity) : [];
      this.faults = this.faults.filter((fault) => still.some((one) => one.at === fault.at && one.code === fault.code) || (fault.said !== undefined && fault.at !== field));
    }
    if (field === 'title' || field === 'docNo') {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#ask(), TYPING_PAUSE);
    }
  }

  #ask(): void {
    const words = this.answers.title.trim() || this.answers.docNo.trim();
    this.asked = words.length > 1 ? words : '';
  }

  get #hasIdentity(): boolean {
    return this.#uploads.all.some(({ purpose }) => purpose === 'identity');
  }

  #go(screen: Screen, question = 0): void {
    this.screen = screen;
    this.question = question;
    this.faults = [];
    this.#moved = true;
    this.#voice.stop();
  }

  /** To a step, and with one question at a time to that of a field. */
  #change(step: Step, field?: Fault['at']): void {
    this.#changing = true;
    const question = this.pace === 'question' ? questionsOf(step, this.answers).findIndex((fields) => fields.some((one) => one === field)) : 0;
    this.#go({ at: step }, Math.max(question, 0));
  }

  #next(event: Event, step: Step, form: RequestForm): void {
    event.preventDefault();
    if (step === 'check') return void this.#submit(form);
    const asked = this.#questions;
    const faults = faultsOf(step, this.answers, form, this.#hasIdentity).filter(({ at }) => asked === undefined || asked.some((field) => field === at) || (at === 'identity' && asked.includes('route')));
    this.touched = new Set([...this.touched, 'identityNumber', 'creditCode', 'phone', 'email']);
    if (faults.length > 0) return this.#complain(faults);
    const next = placeAfter(this.pace, { step, question: this.question }, this.answers);
    if (next.step === step) return this.#go({ at: step }, next.question);
    this.#go({ at: this.#changing ? 'check' : next.step });
    this.#changing = false;
  }

  #complain(faults: readonly Fault[]): void {
    this.faults = faults;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#faults')?.focus());
  }

  /** From a line of the summary to its field. */
  async #lead(at: Fault['at']): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${at}`)?.focus();
  }

  #confirm(is: boolean): void {
    this.confirmed = is;
    this.faults = [];
  }

  async #submit(form: RequestForm): Promise<void> {
    if (this.mode === 'oral' && !this.confirmed) return this.#complain([{ at: 'readBack', code: 'confirm' }]);
    // A form that came back from an earlier visit may lack what was not asked for then.
    for (const step of STEPS) {
      const faults = step === 'check' ? [] : faultsOf(step, this.answers, form, this.#hasIdentity);
      if (faults.length === 0) continue;
      this.#change(step, faults[0]?.at);
      return this.#complain(faults);
    }
    this.problem = undefined;
    await this.#sending.submit(contentOf(form.agency.id, this.answers, this.#uploads.all.length), this.#key);
  }

  /** What becomes of it. */
  #follow(sent: Sent): void {
    const { screen } = this;
    // How many files are left, and that the puzzle is solved, moves nobody.
    if (sent.at === screen.at && sent.at !== 'kept') this.screen = sent;
    else this.#go(sent);
    // What was written stays only in the outbox, and on one's own device in the form, until it is known what becomes of it.
    if (sent.at === 'kept') this.#drafts?.clear();
    else if (sent.at === 'sent' && screen.at !== 'sent') this.#filed(sent.receipt);
  }

  #filed({ receiptNo, agency }: Receipt): void {
    this.#drafts?.clear();
    this.answers = BLANK; // what was personal is the server's now
    this.touched = new Set();
    this.#key = newKey();
    this.asked = '';
    const href = trackAddress(this.trackHref, receiptNo);
    // Without its code the receipt is whole: number, secret and address stand beside.
    if (href) import('../disclosure/qr.ts').then(({ qr }) => (this.code = qr(href, this.t('qr.label'))), () => undefined);
    this.dispatchEvent(new SunlitRequestSentEvent(receiptNo, agency.id));
  }

  #failed(error: unknown): void {
    const said = isSunlitError(error) && error.code === 'invalid-input' ? error.errors.flatMap(({ pointer, detail }): Fault[] => {
      const at = fieldAt(pointer);
      return at && detail ? [{ at, said: detail }] : [];
    }) : [];
    const [first] = said;
    if (first) {
      const step = stepOf(first.at);
      this.#change(step, first.at);
      return this.#complain(said.filter(({ at }) => stepOf(at) === step));
    }
    if (isSunlitError(error) && error.code === 'key-reused') this.#key = newKey(); // something else was filed under it: this is new
    this.screen = { at: 'check' };
    this.problem = error;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#problem')?.focus());
  }

  #open(proposal: Proposal): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'disclosure', id: proposal.id, title: proposal.title }))) return;
    void import('../disclosure/define.ts');
    this.#go({ at: 'reading', proposal });
  }

  #answered(proposal: Proposal): void {
    const agencyId = this.#agencyId ?? '';
    // A figure for the annual work, which nobody here waits for: when it does not come through, the person has what they wanted.
    this.#requests.answered(proposal.id, { agencyId, instead: 'request' }).catch(() => undefined);
    this.dispatchEvent(new SunlitRequestAnsweredEvent(proposal.id, agencyId));
    this.#go({ at: 'answered', proposal });
  }

  async #copy({ receiptNo, secret }: Receipt): Promise<void> {
    const { t, renderRoot } = this;
    const done = await copy(`${t('receiptNo')} ${receiptNo}\n${t('secret')} ${secret}`, renderRoot instanceof ShadowRoot ? renderRoot : document);
    this.copied = done ? 'yes' : 'no';
    if (done) this.kept = true;
  }

  async #print(receipt: Receipt, href: string | undefined): Promise<void> {
    const { t, language, code } = this;
    await printSlip(t('slip.title'), language, slip({ t, language, receipt, href, qr: code }));
    this.kept = true;
  }

  /** The reference, which is stored nowhere. */
  #printKept(submission: Submission): Promise<void> {
    const { t, language } = this;
    return printSlip(t('held.slip'), language, keptSlip({ t, language, submission, agency: this.#form.latest?.agency.name ?? '' }));
  }

  /** Files on their way, and a receipt that nobody has kept, would be lost. */
  #leaving = (event: BeforeUnloadEvent): void => {
    if (!this.#uploads.running && (this.screen.at !== 'sent' || this.kept)) return;
    event.preventDefault();
    event.returnValue = ''; // what browsers before 2023 go by
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-request': SunlitRequest;
  }
}
