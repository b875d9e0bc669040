import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { ownScript } from '../offline/own-scripts.ts';
import { watchFields } from './attention.ts';
import { engines, type Engines, type Places } from './engines.ts';
import { before, end, endingOf, erase, write, type TextField } from './field.ts';
import { DIGITS, LETTERS, PINYIN, PUNCTUATION, isAct, type Act, type Key } from './keys.ts';
import { Pad } from './pad.ts';
import { keyboardStrings, type KeyboardKey } from './strings/index.ts';
import { keyboardStyles } from './styles.ts';

const TABS = ['handwriting', 'pinyin', 'digits'] as const;
export type Tab = (typeof TABS)[number];

/** What may be chosen, and how many typed letters it takes with it. */
interface Offer {
  readonly text: string;
  readonly letters: number;
}

type Standing = 'resting' | 'loading' | 'recognising' | 'found' | 'nothing' | 'failed';

/** How long the finger may rest before what is written is read; slow hands may go on afterwards. */
const PAUSE_MILLISECONDS = 900;
/** So much fits one row of candidates: characters, and a share for the border of each. */
const ROW = { characters: 20, most: 8, border: 1 };

/** How a page may hear that the keyboard covers a part of it: `{ open, height }`, in CSS pixels. */
export type KeyboardChange = CustomEvent<{ readonly open: boolean; readonly height: number }>;

/**
 * The keyboard on the screen, for people who have no other: handwriting, pinyin, digits. It shows itself when a text field has the focus,
 * in whatever shadow root, and writes at its caret.
 *
 * @fires sunlit-keyboard-change - `{ open, height }`: it came, went or changed its height.
 */
export class SunlitKeyboard extends SunlitElement<KeyboardKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, keyboardStyles];
  protected readonly strings = keyboardStrings;

  /** What is shown first: `handwriting`, `pinyin` or `digits`. */
  @property() tab: Tab = 'handwriting';
  /** Titles, categories, topics of the place: what people look for here. */
  @property({ attribute: false }) lexicon: readonly string[] = [];
  /** Where workers and data are, when they do not lie beside the page. */
  @property({ attribute: false }) places: Places = {
    worker: (name) => ownScript(`${name}.worker.js`),
    data: (name) => new URL(`data/${name}`, document.baseURI).href,
  };

  @state() private field: TextField | undefined;
  @state() private chosen: Tab | undefined;
  @state() private lettersShown = false;
  @state() private capitals = false;
  /** Pinyin that has not become words yet. */
  @state() private typed = '';
  @state() private offers: readonly Offer[] = [];
  @state() private first = 0;
  @state() private standing: Standing = 'resting';
  @state() private strokes = 0;

  #attention: ReturnType<typeof watchFields> | undefined;
  #engines: Engines | undefined;
  #pad: Pad | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Answers to earlier questions are not for now. */
  #question = 0;
  /** What the field held when it got the focus. */
  #found: string | undefined;
  #told = { open: false, height: 0 };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#attention = watchFields(this, (field, mode) => this.#attend(field, mode));
    // Both workers read for half a second and more: while nobody types yet.
    (globalThis.requestIdleCallback ?? setTimeout)(() => this.isConnected && void this.#warm(this.shown));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attention?.stop();
    this.reset();
  }

  /** Forgets everything that somebody wrote, and puts the keyboard away. */
  reset(): void {
    this.#found = undefined; // what is wiped is not to be told to the page
    this.#attention?.dismiss();
    this.#start();
    [this.chosen, this.lettersShown, this.capitals] = [undefined, false, false];
  }

  /** The way of writing that is on the screen. */
  get shown(): Tab {
    return this.chosen ?? this.tab;
  }

  #attend(field: TextField | undefined, mode: string): void {
    this.#start();
    // The browser tells the page of a change only when a real key made it.
    if (this.field && this.#found !== undefined && this.field.value !== this.#found) this.field.dispatchEvent(new Event('change', { bubbles: true }));
    this.field = field;
    this.#found = field?.value;
    if (!field) return;
    // A field for numbers gets numbers, whatever was used before.
    this.chosen = NUMBERS.has(field.type) || NUMBERS.has(mode) ? 'digits' : this.chosen === 'digits' ? undefined : this.chosen;
    void this.#warm(this.shown);
  }

  /** As if nothing had been typed or written since the last character. */
  #start(): void {
    clearTimeout(this.#pause);
    this.#question += 1;
    this.#pad?.clear();
    [this.typed, this.offers, this.first, this.strokes, this.standing] = ['', [], 0, 0, 'resting'];
  }

  #running(): Engines {
    return (this.#engines ??= engines(this.places));
  }

  /** Has a worker ready before the first stroke or letter. */
  async #warm(tab: Tab): Promise<void> {
    if (tab === 'digits') return;
    const running = this.#running();
    running.learn(this.lexicon);
    await running[tab].ready().catch(() => undefined); // said when somebody writes
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('lexicon')) this.#engines?.learn(this.lexicon);
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && canvas !== this.#pad?.canvas) this.#pad = new Pad(canvas, (drawing) => this.#drew(drawing));
    if (!canvas) this.#pad = undefined;
    const panel = this.renderRoot.querySelector('.panel');
    const now = { open: panel !== null, height: panel ? Math.ceil(panel.getBoundingClientRect().height) : 0 };
    if (now.open === this.#told.open && now.height === this.#told.height) return;
    this.#told = now;
    this.dispatchEvent(new CustomEvent('sunlit-keyboard-change', { detail: now, bubbles: true, composed: true }));
  }

  protected view(): TemplateResult | typeof nothing {
    const { field, t, shown } = this;
    if (!field) return nothing;
    // The focus stays in the field whatever is touched here.
    return html`<div class="panel ${shown}" role="group" aria-label=${t('keyboard')} @mousedown=${stay}>
      <div class="top">
        <div class="tabs" role="group" aria-label=${t('tabs')}>
          ${TABS.map((tab) => html`<button type="button" class="tab" aria-pressed=${tab === shown ? 'true' : 'false'} @click=${() => this.#choose(tab)}>${t(tab)}</button>`)}
        </div>
        <button type="button" class="key hide" @click=${this.#hide}>${t('hide')}</button>
      </div>
      ${shown === 'digits' ? nothing : this.#candidates()}
      ${shown === 'handwriting' ? this.#writing() : html`<div class="rows">${(shown === 'pinyin' ? PINYIN : this.lettersShown ? LETTERS : DIGITS).map((row) => html`<div class="row">${row.map((key) => this.#key(key))}</div>`)}</div>`}
    </div>`;
  }

  #candidates(): TemplateResult {
    const { t, typed } = this;
    const row = this.#row();
    return html`<div class="found">
      <p class="status" role="status">${typed === '' ? nothing : html`<b class="typed">${typed}</b> `}<span>${this.#says()}</span></p>
      <div class="candidates" role="group" aria-label=${t('candidates')}>
        ${row.map((offer) => html`<button type="button" class="candidate" lang="zh-CN" @click=${() => this.#take(offer)}>${offer.text}</button>`)}
        ${this.first > 0 ? html`<button type="button" class="key page" @click=${() => (this.first = this.#earlier())}>${t('earlier')}</button>` : nothing}
        ${this.first + row.length < this.offers.length ? html`<button type="button" class="key page" @click=${() => (this.first += row.length)}>${t('more')}</button>` : nothing}
      </div>
    </div>`;
  }

  #says(): string {
    const { t, standing, offers, shown } = this;
    if (standing === 'found') return t('status.found', { first: offers[0]?.text ?? '', n: offers.length });
    if (standing !== 'resting') return t(`status.${standing}`);
    return t(shown === 'pinyin' ? 'status.pinyin' : 'pad.hint');
  }

  #writing(): TemplateResult {
    const { t, strokes } = this;
    const act = (name: KeyboardKey, run: () => void, kind = '', off = false) => html`<button type="button" class="key ${kind}" aria-disabled=${off ? 'true' : 'false'} @click=${() => !off && run()}>${t(name)}</button>`;
    return html`<div class="writing">
      <div class="pad"><canvas role="img" aria-label=${t('pad')}></canvas></div>
      <div class="acts">
        ${act('recognise', () => void this.#recognise(), 'primary', strokes === 0)}
        ${act('undo', () => this.#pad?.undo(), '', strokes === 0)}
        ${act('clear', () => this.#start(), '', strokes === 0)}
        ${this.#key('erase')}
        <div class="marks">${PUNCTUATION.map((key) => this.#key(key))}</div>
        ${this.#key('end')}
      </div>
    </div>`;
  }

  #key(key: Key): TemplateResult {
    const { t, field } = this;
    if (!isAct(key)) {
      const text = this.lettersShown && this.shown === 'digits' && this.capitals ? key.toUpperCase() : key;
      return html`<button type="button" class="key" @click=${() => this.#press(text)}>${text}</button>`;
    }
    const name = key === 'end' && field ? t(`end.${endingOf(field)}`) : key === 'numbers' ? t('digits') : t(key as KeyboardKey);
    return html`<button type="button" class="key act ${key}" aria-pressed=${key === 'capitals' ? (this.capitals ? 'true' : 'false') : nothing} @click=${() => this.#act(key)}>${name}</button>`;
  }

  #choose(tab: Tab): void {
    this.#start();
    this.chosen = tab;
    this.lettersShown = false;
    void this.#warm(tab);
  }

  #press(key: string): void {
    if (this.shown === 'pinyin' && /^[a-z]$/.test(key)) {
      this.typed += key;
      void this.#spell();
      return;
    }
    this.#settle();
    this.#write(key);
  }

  #act(act: Act): void {
    const { field } = this;
    if (!field) return;
    switch (act) {
      case 'erase':
        if (this.typed === '') return erase(field);
        this.typed = this.typed.slice(0, -1);
        return void this.#spell();
      case 'space': {
        const [offer] = this.offers;
        if (this.typed !== '' && offer) return this.#take(offer);
        return this.#write(' ');
      }
      case 'end':
        if (this.typed !== '') return this.#settle();
        if (end(field) === 'done') this.#hide();
        return;
      case 'capitals':
        this.capitals = !this.capitals;
        return;
      default:
        this.lettersShown = act === 'letters';
    }
  }

  /** Letters that never became words are what was meant: a name, a code. */
  #settle(): void {
    const { typed } = this;
    this.#start();
    if (typed !== '') this.#write(typed);
  }

  #write(text: string): void {
    if (this.field) write(this.field, text);
  }

  #take({ text, letters }: Offer): void {
    const rest = this.typed.slice(letters).replace(/^'/, '');
    this.#start();
    this.#write(text);
    this.typed = rest;
    if (rest !== '') void this.#spell();
  }

  async #spell(): Promise<void> {
    const { typed } = this;
    if (typed === '') return this.#start();
    await this.#ask('loading', async () => {
      const ask = await this.#running().pinyin.ready();
      return await ask('candidates', typed);
    });
  }

  #drew(drawing: boolean): void {
    clearTimeout(this.#pause);
    this.strokes = this.#pad?.strokes.length ?? 0;
    this.#question += 1; // what is being read is not all that is written
    if (this.strokes === 0) return this.#start();
    if (!drawing) this.#pause = setTimeout(() => void this.#recognise(), PAUSE_MILLISECONDS);
  }

  async #recognise(): Promise<void> {
    clearTimeout(this.#pause);
    const { field } = this;
    const strokes = this.#pad?.strokes ?? [];
    if (!field || strokes.length === 0) return;
    await this.#ask('recognising', async () => {
      const ask = await this.#running().handwriting.ready();
      return (await ask('recognise', strokes, before(field))).map((text) => ({ text, letters: 0 }));
    });
  }

  async #ask(meanwhile: 'loading' | 'recognising', find: () => Promise<readonly Offer[]>): Promise<void> {
    const question = (this.#question += 1);
    if (this.offers.length === 0) this.standing = meanwhile;
    try {
      const offers = await find();
      if (question !== this.#question) return;
      [this.offers, this.first, this.standing] = [offers, 0, offers.length > 0 ? 'found' : 'nothing'];
    } catch (error) {
      if (question !== this.#question) return;
      console.error('<sunlit-keyboard>', error);
      [this.offers, this.standing] = [[], 'failed'];
    }
  }

  /** As many candidates as one row holds, from `first` on. */
  #row(): readonly Offer[] {
    return this.offers.slice(this.first, this.first + fitting(this.offers.slice(this.first)));
  }

  #earlier(): number {
    return Math.max(0, this.first - fitting(this.offers.slice(0, this.first).reverse()));
  }

  readonly #hide = (): void => this.#attention?.dismiss();
}

/** Types of fields, and what `inputmode` says. */
const NUMBERS = new Set(['tel', 'number', 'numeric', 'decimal']);

const stay = (event: Event): void => event.preventDefault();

function fitting(offers: readonly Offer[]): number {
  let room = ROW.characters;
  let count = 0;
  for (const { text } of offers.slice(0, ROW.most)) {
    room -= [...text].length + ROW.border;
    if (room < 0 && count > 0) break;
    count += 1;
  }
  return count;
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-keyboard': SunlitKeyboard;
  }
  interface HTMLElementEventMap {
    'sunlit-keyboard-change': KeyboardChange;
  }
}
