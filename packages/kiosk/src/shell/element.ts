import { ContextProvider } from '@lit/context';
import type { Submission } from '@sunlit/client/outbox';
import type { ReplicaStatus } from '@sunlit/client/replica';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ReadAloud } from '../../../../src/disclosure/read-aloud.ts';
import { configurationContext } from '../../../../src/shared/configuration.ts';
import { SunlitElement } from '../../../../src/shared/element.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { Load } from '../../../../src/shared/load.ts';
import { VERSION } from '../../../../src/shared/version.ts';
import { boxPrinter } from '../box/printer.ts';
import { isWall, readConfiguration, type KioskConfiguration } from '../configuration.ts';
import type { DeviceLife, Facts, Order } from '../device/index.ts';
import { Idle } from '../idle/idle.ts';
import { elementsIn, wipe } from '../idle/wipe.ts';
import { kioskContext, type Kiosk, type Place, type Screen } from '../kiosk.ts';
import type { Offline } from '../offline/offline.ts';
import { LOOKS, SIZES, after, preferencesAtFirst, type Preferences } from '../preferences.ts';
import { printSlip } from '../printing/slip.ts';
import { SCREENS, screen } from '../screens/index.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { Updates } from '../updates.ts';
import { bar } from './bar.ts';
import { holdFor } from './hold.ts';
import { leadsTo } from './links.ts';
import { nextPaint } from './next-paint.ts';
import { sheetContent, type Sheet } from './sheets.ts';
import { strip, waitingOf, type Standing } from './strip.ts';
import { shellStyles } from './styles.ts';
import { textOf } from './text-of.ts';

type Stage =
  | { readonly is: 'starting' }
  /** `english`: nobody knows yet which language this place speaks. */
  | { readonly is: 'failed'; readonly english?: string }
  | { readonly is: 'ready'; readonly configuration: KioskConfiguration };

/** What covers the screen when nobody uses it, or when staff does. */
type Cover = 'none' | 'attract' | 'wall' | 'staff';

const HOME: Place = { at: 'home' };
/** Who writes, listens or waits for paper is given more time. */
const PATIENT_SECONDS = 180;
const CORNER_MILLISECONDS = 5000;
const SETTLE_MILLISECONDS = 250;
const SCHEDULE_MILLISECONDS = 30_000;
const REREAD_MILLISECONDS = 10 * 60_000;

/**
 * @summary The touch screen of a hall or a village: one page without addresses, which forgets each visitor.
 */
export class SunlitKiosk extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, shellStyles];

  protected override readonly strings = kioskStrings;

  @state() private stage: Stage = { is: 'starting' };
  @state() private preferences: Preferences = preferencesAtFirst('zh-CN');
  @state() private place: Place = HOME;
  @state() private loaded: Place['at'] | 'failed' | undefined;
  @state() private sheet: Sheet | undefined;
  @state() private cover: Cover = 'none';
  @state() private left: number | undefined;
  /** Everything below is made anew for each. */
  @state() private visit = 0;
  @state() private offline: Offline | undefined;
  @state() private replica: ReplicaStatus | undefined;
  @state() private submissions: readonly Submission[] = [];
  @state() private name: string | undefined;
  @state() private device: DeviceLife | undefined;
  @state() private message: string | undefined;
  @state() private lexicon: readonly string[] = [];
  @query('main') private readonly main!: HTMLElement | null;
  @query('dialog.sheet') private readonly sheetDialog!: HTMLDialogElement | null;
  @query('dialog.still') private readonly stillDialog!: HTMLDialogElement | null;

  readonly #setting = new ContextProvider(this, { context: configurationContext, initialValue: {} });
  readonly #kiosk = new ContextProvider(this, { context: kioskContext });
  readonly #voice = new ReadAloud(this);
  readonly #updates = new Updates();
  readonly #idle = new Idle({
    seconds: () => (this.#patient ? Math.max(PATIENT_SECONDS, this.#idleSeconds) : this.#idleSeconds),
    resting: () => this.stage.is !== 'ready' || this.#unattended,
    asking: (left) => this.#ask(left),
    wipe: () => void this.finish(),
  });
  #trail: Place[] = [];
  /** Somebody has touched the screen since it was wiped. */
  #used = false;
  /** Something was written on this screen that leaving it would lose. */
  #wrote = false;
  #errors = 0;
  #wiping: Promise<void> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The desk, or another configuration, wants the page loaded anew when nobody uses it. */
  #reload: (() => Promise<void>) | undefined;
  /** The registration was ended while somebody used the screen. */
  #revoked = false;
  readonly #ended = new AbortController();
  #schedule: ReturnType<typeof setInterval> | undefined;
  #rereading: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.addEventListener('input', () => (this.#wrote = true));
    for (const done of ['sunlit-request-sent', 'sunlit-topic-sent']) this.addEventListener(done, () => (this.#wrote = false));
    this.addEventListener('kiosk-finish', () => void this.finish());
    // Who has the screen read aloud presses without a pointer.
    for (const act of ['pointerdown', 'click'] as const) this.addEventListener(act, () => (this.#used = true), { capture: true });
    this.addEventListener('click', this.#stay);
    // The next person would find it in the clipboard.
    this.addEventListener('sunlit-link', (event) => {
      event.preventDefault();
      this.sheet = { is: 'link', href: event.href };
    });
    this.addEventListener('contextmenu', (event) => event.preventDefault());
    this.addEventListener('sunlit-keyboard-change', this.#typing);
    // The screen works without the name of its agency.
    new Load<string>(this, {
      key: () => (this.stage.is === 'ready' && this.name === undefined && this.offline ? `${this.stage.configuration.agency} ${String(this.replica?.state === 'ready')}` : undefined),
      fetch: (signal) => this.client.agencies.get(this.stage.is === 'ready' ? this.stage.configuration.agency : '', { signal }).then(({ name }) => name),
      done: (name) => (this.name = name),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const change of ['online', 'offline'] as const) addEventListener(change, this.#lineChanged);
    this.#idle.start();
    this.#schedule = setInterval(() => this.#look(), SCHEDULE_MILLISECONDS);
    this.#rereading = setInterval(() => {
      if (this.stage.is === 'ready') void this.#reread(this.stage.configuration);
    }, REREAD_MILLISECONDS);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const change of ['online', 'offline'] as const) removeEventListener(change, this.#lineChanged);
    this.#idle.stop();
    clearInterval(this.#schedule);
    clearInterval(this.#rereading);
    this.#ended.abort();
    void this.offline?.outbox.stop();
    void this.offline?.replica.stop();
  }

  /** Forgets who was here, and shows what the screen shows when nobody is. Asked again meanwhile, by the clock, it is done once: a second end would throw out who comes after the first. */
  async finish(): Promise<void> {
    if (this.#wiping) return this.#wiping;
    this.#wiping = this.#wipe().finally(() => (this.#wiping = undefined));
    await this.#wiping;
    if (this.stage.is !== 'ready') return;
    // What is seen now is not to wait for a new version; which in turn waits for whatever is being fetched.
    await import('../attract/define.ts').catch((error: unknown) => console.error('What is shown to nobody did not load.', error));
    await this.#renew();
    // Who has touched it meanwhile goes on with what is there.
    if (this.#unattended || this.loaded !== this.place.at) void this.#load();
  }

  async #wipe(): Promise<void> {
    this.#voice.stop();
    this.sheet = undefined;
    this.#closeDialogs();
    await wipe(this.renderRoot);
    if (this.stage.is !== 'ready') return;
    this.preferences = preferencesAtFirst(this.stage.configuration.language);
    this.#trail = [];
    this.#used = this.#wrote = false;
    this.place = HOME;
    this.visit += 1;
    this.cover = isWall(this.stage.configuration, new Date()) ? 'wall' : 'attract';
  }

  protected override get language(): Language {
    return this.preferences.language;
  }

  get #idleSeconds(): number {
    return this.stage.is === 'ready' ? this.stage.configuration.idleSeconds : 90;
  }

  get #patient(): boolean {
    return this.#voice.state !== 'silent' || this.#wrote || this.hasAttribute('data-keyboard') || document.body.querySelector(':scope > iframe') !== null;
  }

  get #screen(): Screen | null {
    return this.main?.querySelector<Screen>('.screen > :first-child') ?? null;
  }

  async #start(): Promise<void> {
    try {
      // What everybody sees first, and nothing that can wait beside it.
      const [configuration] = await Promise.all([readConfiguration(), import('../screens/define-home.ts')]);
      this.loaded = 'home';
      const size = new URLSearchParams(location.search).get('size');
      this.preferences = { ...preferencesAtFirst(configuration.language), size: SIZES.find((one) => one === size) ?? 'normal' };
      this.#meet(configuration);
      this.stage = { is: 'ready', configuration };
      this.#look();
    } catch (error) {
      console.error('The screen could not start.', error);
      this.stage = { is: 'failed' };
      const { translated } = await import('../strings/en.ts');
      this.stage = { is: 'failed', english: translated['starting.failed'] };
    }
  }

  /** What widgets find when they come: one way to the network and past it. */
  #meet(configuration: KioskConfiguration): void {
    const painted = this.updateComplete.then(nextPaint);
    const started = painted.then(() => import('../offline/offline.ts')).then(({ startOffline, lexiconOf }) => {
      const offline = startOffline(configuration, (submission) => this.#kept(submission));
      offline.replica.watch((status) => {
        if (status.state === 'ready' && this.replica?.state !== 'ready') void lexiconOf(offline.replica).then((lexicon) => (this.lexicon = lexicon));
        this.replica = status;
      });
      offline.outbox.watch((submissions) => (this.submissions = submissions));
      this.offline = offline;
      return offline;
    });
    globalThis.sunlit = { configuration: {}, discover: () => undefined, early: new Map(), fetch: async (input, init) => (await started).fetch(input, init) };
    this.api = configuration.api;
    this.name = configuration.name;
    void painted.then(() => {
      void import('../keyboard/define.ts');
      void this.#enlist(configuration);
      void this.#reread(configuration);
      this.#updates.start();
    });
  }

  /** The screen began with what was kept of `config.json`, and runs for weeks. Where that says something else by now, the page begins anew: at once while nobody has touched it, else when nobody is there. */
  async #reread(configuration: KioskConfiguration): Promise<void> {
    const now = await readConfiguration('no-cache').catch(() => configuration);
    if (JSON.stringify(now) === JSON.stringify(configuration)) return;
    // An order of the desk that waits says more: that it was done.
    this.#reload ??= async () => undefined;
    if (this.#isFree) await this.#renew();
  }

  /** Says every minute how the screen is, and hears what it is to do. */
  async #enlist({ api, box, printing }: KioskConfiguration): Promise<void> {
    for (const failed of ['error', 'unhandledrejection'] as const) addEventListener(failed, () => (this.#errors += 1));
    const [{ deviceLife }, { deviceStorage }] = await Promise.all([import('../device/index.ts'), import('../offline/device-storage.ts')]);
    this.device = await deviceLife({ storage: deviceStorage(box), api, facts: () => this.#facts({ hasPrinter: box && printing !== 'no' }), on: (order) => void this.#obey(order), signal: this.#ended.signal });
  }

  async #facts({ hasPrinter }: { readonly hasPrinter: boolean }): Promise<Facts> {
    const printer = hasPrinter ? await boxPrinter() : 'unknown';
    return {
      version: VERSION, dataDate: this.replica?.asOf, uptime: Math.round(performance.now() / 1000), errors: this.#errors,
      queue: waitingOf(this.#standing), printer, touchAge: Math.round(this.#idle.age / 1000),
    };
  }

  async #obey(order: Order): Promise<void> {
    switch (order.type) {
      case 'registered': this.message = order.registration.message?.text; break;
      case 'reload': this.#reload = order.done; break;
      case 'revoked':
        this.message = undefined;
        this.#revoked = true;
    }
    if (this.#unattended) await this.#renew();
  }

  /** Nobody is in the middle of anything: the moment for a new version, and for what the desk ordered. */
  async #renew(): Promise<void> {
    await this.#forgetArrived();
    await this.#updates.take(() => this.#isFree);
    if (!this.#isFree) return;
    await this.#reload?.().then(() => location.replace(location.href));
    if (!this.#revoked) return;
    this.#revoked = false;
    await this.#openStaff();
  }

  /** Nobody waits any more for the number of what has arrived; without end, its list would fill the device. */
  async #forgetArrived(): Promise<void> {
    // What cannot be taken out stays, and is taken out the next time.
    for (const { id, state } of this.submissions) if (state === 'received') await this.offline?.outbox.remove(id).catch(() => false);
  }

  async #openStaff(): Promise<void> {
    await import('../staff/define.ts');
    this.cover = 'staff';
  }

  /** What is shown when nobody is here. */
  get #unattended(): boolean {
    return this.cover === 'attract' || this.cover === 'wall';
  }

  /** Nobody has begun anything here. */
  get #isFree(): boolean {
    return !this.#used || this.#unattended;
  }

  /** By the hours of the configuration a wall, when nobody is here; and whatever waits for that. */
  #look(): void {
    if (this.stage.is !== 'ready') return;
    if (this.#unattended) void this.#renew();
    const wall = isWall(this.stage.configuration, new Date());
    if (wall && (this.cover === 'attract' || (this.cover === 'none' && !this.#used))) {
      this.cover = 'wall';
      void import('../wall/define.ts');
    } else if (!wall && this.cover === 'wall') this.cover = 'none';
    else if (this.cover === 'none' && !this.#used && this.#idle.age > this.#idleSeconds * 1000) void this.finish();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { preferences: { look, size, elder, reach }, stage } = this;
    this.theme = look === 'contrast' ? 'contrast' : 'hall';
    this.scheme = look === 'dark' ? 'dark' : 'light';
    // Told to widgets by an observer, also when nothing changed.
    for (const one of [this, document.documentElement]) if (one.lang !== this.language) one.lang = this.language;
    this.dataset.size = size;
    this.toggleAttribute('data-elder', elder);
    this.toggleAttribute('data-reach', reach);
    if (stage.is !== 'ready') return;
    if (changed.has('preferences') || changed.has('stage')) this.#setting.setValue({ api: stage.configuration.api, agency: stage.configuration.directory, theme: this.theme, scheme: this.scheme });
    if (['preferences', 'stage', 'offline', 'name', 'replica'].some((part) => changed.has(part))) this.#kiosk.setValue(this.#offered(stage.configuration));
  }

  #offered(configuration: KioskConfiguration): Kiosk {
    return { configuration, offline: this.offline, copied: this.replica?.state === 'ready', name: this.name, elder: this.preferences.elder, go: (place) => this.go(place) };
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('sheet') && this.sheet && !this.sheetDialog?.open) this.sheetDialog?.showModal();
    if (changed.has('left') && this.left !== undefined && !this.stillDialog?.open) this.stillDialog?.showModal();
  }

  protected override view(): TemplateResult {
    const { t, stage, cover } = this;
    if (stage.is !== 'ready') return html`<main class="alone" role="status">${stage.is === 'failed' ? html`<p>${t('starting.failed')}</p><p lang="en">${stage.english}</p>` : html`<slot></slot>`}</main>`;
    const covered = cover !== 'none';
    return html`
      <div class="app" ?inert=${covered} ?hidden=${cover === 'wall'}>
        <header class="top"><p class="brand"><bdi>${this.name ?? t('kiosk')}</bdi></p>${strip(t, this.language, this.#standing)}</header>
        <main tabindex="-1">${keyed(`${String(this.visit)} ${JSON.stringify(this.place)}`, html`<div class="screen">${this.#shown()}</div>`)}</main>
        ${bar(t, this.preferences, this.#reading, this.#bar)}
      </div>
      ${cover === 'attract' ? html`<kiosk-attract .message=${this.message} @click=${this.#wake}></kiosk-attract>` : cover === 'wall' ? html`<kiosk-wall></kiosk-wall>` : nothing}
      ${cover === 'staff' ? html`<kiosk-staff .standing=${this.#standing} .device=${this.device} @kiosk-leave=${() => void this.finish()}></kiosk-staff>` : nothing}
      <dialog class="sheet" aria-labelledby="sheet" @close=${() => (this.sheet = undefined)}>${this.sheet ? sheetContent(t, this.sheet, stage.configuration.printing !== 'no', this.#sheetActs) : nothing}</dialog>
      <dialog class="still" role="alertdialog" aria-labelledby="still" aria-describedby="still-text" @cancel=${(event: Event) => event.preventDefault()}>${this.left === undefined ? nothing : this.#still(this.left)}</dialog>
      <sunlit-keyboard tab=${this.preferences.elder ? 'handwriting' : 'pinyin'} .lexicon=${this.lexicon}></sunlit-keyboard>
      <div class="corner" @pointerdown=${this.#corner}></div>`;
  }

  #shown(): TemplateResult {
    const { t, loaded, place } = this;
    if (loaded === 'failed') return html`<div class="card"><h1 tabindex="-1">${t('screen.failed')}</h1><button class="button primary" type="button" @click=${() => void this.#load()}>${t('retry')}</button></div>`;
    if (loaded !== place.at || !this.#kiosk.value) return html`<p role="status">${t('starting')}</p>`;
    return screen(place, t, this.#kiosk.value);
  }

  #still(left: number): TemplateResult {
    const { t } = this;
    return html`<h2 id="still">${t('still.title')}</h2><p class="left" aria-hidden="true">${left}</p><p id="still-text">${t('still.text', { n: left })}</p>
      <div class="buttons"><button class="button primary" type="button" data-action="stay" @click=${() => this.#idle.stay()}>${t('still.yes')}</button>
        <button class="button" type="button" data-action="finish" @click=${() => void this.finish()}>${t('still.no')}</button></div>`;
  }

  readonly #lineChanged = (): void => this.requestUpdate();

  get #standing(): Standing {
    return { replica: this.replica, submissions: this.submissions, online: navigator.onLine };
  }

  get #reading(): 'no' | 'silent' | 'speaking' {
    if (!this.#voice.canSpeak(this.language)) return 'no';
    return this.#voice.state === 'silent' ? 'silent' : 'speaking';
  }

  /** Goes to another screen; what is written on this one is asked for first. */
  go(place: Place): void {
    this.#leave(() => {
      if (this.place.at !== 'home') this.#trail.push(this.place);
      this.#show(place);
    });
  }

  #leave(then: () => void): void {
    if (!this.#wrote || !SCREENS[this.place.at].writes) return then();
    this.sheet = {
      is: 'written',
      leave: () => {
        this.sheetDialog?.close();
        then();
      },
    };
  }

  #show(place: Place): void {
    this.#voice.stop();
    for (const element of elementsIn(this.main ?? this)) (element as Screen).reset?.();
    this.#wrote = false;
    this.place = place;
    if (place.at === 'home') this.#trail = [];
    void this.#load();
  }

  async #load(): Promise<void> {
    const { place } = this;
    this.loaded = undefined;
    try {
      await SCREENS[place.at].load();
      if (this.place === place) this.loaded = place.at;
    } catch (error) {
      console.error(`The screen "${place.at}" did not load.`, error);
      if (this.place === place) this.loaded = 'failed';
    }
    await this.updateComplete;
    this.main?.scrollTo(0, 0);
    this.main?.focus({ preventScroll: true });
  }

  #back(): void {
    if (this.#screen?.back?.()) return;
    this.#leave(() => this.#show(this.#trail.pop() ?? HOME));
  }

  readonly #bar = {
    home: () => this.#leave(() => this.#show(HOME)),
    back: () => this.#back(),
    size: () => this.#prefer({ size: after(SIZES, this.preferences.size) }),
    look: () => this.#prefer({ look: after(LOOKS, this.preferences.look) }),
    read: () => {
      if (this.#voice.state === 'silent') void this.#voice.start(this.main ? textOf(this.main) : '', this.language);
      else this.#voice.stop();
    },
    language: () => (this.sheet = { is: 'language' }),
    elder: () => this.#prefer({ elder: !this.preferences.elder }),
    reach: () => this.#prefer({ reach: !this.preferences.reach }),
  };

  #prefer(changed: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...changed };
  }

  readonly #sheetActs = {
    close: () => this.sheetDialog?.close(),
    speak: (language: Language) => {
      this.#prefer({ language });
      this.sheetDialog?.close();
    },
    print: (submission: Submission) => void this.#print(submission),
    exchange: (reference: string) => {
      this.sheetDialog?.close();
      this.#wrote = false;
      this.go({ at: 'exchange', reference });
    },
  };

  /** A request says on its own screen that it waits; of a support nothing comes back. */
  #kept(submission: Submission): void {
    this.#wrote = false;
    if (submission.operation === 'topics.submit' || submission.operation === 'ratings.create') this.sheet = { is: 'kept', submission, printed: false };
  }

  async #print(submission: Submission): Promise<void> {
    const { t, stage, language } = this;
    const { reference, operation } = submission;
    if (stage.is !== 'ready' || stage.configuration.printing === 'no' || reference === undefined) return;
    await printSlip({ title: t('slip.title'), name: this.name ?? '', about: t(`kept.what.${operation}`), lines: [[t('kept.reference'), reference]], text: t('kept.how'), language, paper: stage.configuration.printing });
    if (this.sheet?.is === 'kept') this.sheet = { ...this.sheet, printed: true };
  }

  #ask(left: number | undefined): void {
    // Nobody has begun anything: nothing to ask, and nothing to lose.
    if (left !== undefined && !this.#used) return void this.finish();
    this.left = left;
    if (left === undefined) this.stillDialog?.close();
  }

  #closeDialogs(): void {
    this.left = undefined;
    this.sheetDialog?.close();
    this.stillDialog?.close();
  }

  /** A touch wakes the screen, and does nothing else. */
  readonly #wake = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    this.cover = 'none';
    this.#used = true;
    this.#idle.stay();
    void this.updateComplete.then(() => this.main?.focus());
  };

  /** No link leads away from this page, nor makes a step in its history: people take the address along. */
  readonly #stay = (event: Event): void => {
    const href = leadsTo(event);
    if (href === undefined) return;
    event.preventDefault();
    if (href !== '') this.sheet = { is: 'link', href };
  };

  readonly #corner = (event: PointerEvent): void => holdFor(event, CORNER_MILLISECONDS, () => void this.#openStaff());

  #makeRoom(height: number | undefined): void {
    this.toggleAttribute('data-keyboard', height !== undefined);
    this.style.setProperty('--keyboard', `${String(height ?? 0)}px`);
  }

  /** The keyboard takes its part of the screen, and what is written on stays in view. */
  readonly #typing = (event: Event): void => {
    const { open, height } = (event as CustomEvent<{ readonly open: boolean; readonly height: number }>).detail;
    clearTimeout(this.#settling);
    if (!open) {
      // A touch that ends the writing must still find its button where the finger came down.
      this.#settling = setTimeout(() => this.#makeRoom(undefined), SETTLE_MILLISECONDS);
      return;
    }
    this.#makeRoom(height);
    let field: Element | null | undefined = this.shadowRoot?.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    requestAnimationFrame(() => field?.scrollIntoView({ block: 'center' }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-kiosk': SunlitKiosk;
  }
}
