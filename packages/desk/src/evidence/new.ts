import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { DoneEvent, field } from '../published/form.ts';
import { EvidenceElement, type Carrier } from './page.ts';
import { Recording, type Posted } from './recording.ts';

const CARRIERS: readonly Carrier[] = [
  'notice-board', 'screen', 'service-hall', 'station', 'reading-point', 'leaflet', 'visit', 'meeting', 'print', 'gazette', 'broadcast', 'press-conference',
  'social-media', 'push', 'website', 'other',
];
const FIELDS = ['carrier', 'place', 'postedOn', 'takenAt', 'note', 'file'];
/** Where the API names what is wrong with the file, as it is sent and as it is recorded. */
const OF_FILE = ['file', 'sha256', '.body', '.query.name'];

/** Whether something was recorded is not known: the list tells. */
export class UnsureEvent extends Event {
  static readonly type = 'desk-unsure';

  constructor() {
    super(UnsureEvent.type);
  }
}

/**
 * @summary Records a proof of posting: on what, where, when, and the picture or scan that shows it.
 */
export class DeskNewProof extends EvidenceElement {
  @property({ attribute: false }) posted: Posted | undefined;

  @state() private file: File | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  @query('#takenAt') private readonly taken!: HTMLInputElement | null;

  readonly #sending = new Sending(this);
  readonly #recording = new Recording(this, () => this.desk.client);

  /** Something that would be lost by leaving. */
  get unsaved(): boolean {
    const value = typed(this.form);
    return this.#sending.busy || this.file !== undefined || ['carrier', 'place', 'takenAt', 'note'].some((name) => value(name) !== '');
  }

  abandon(): void {
    this.#recording.stop();
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    const { way, stopped, unsure } = this.#recording;
    const bad = (name: string) => (name === 'file' ? OF_FILE.map((one) => wrong.get(one)).find((one) => one !== undefined) : wrong.get(name));
    return html`<section class="card" aria-labelledby="new">
      <h2 id="new">${t('new')}</h2>
      ${unsure ? html`<div class="notice warn" role="alert">${icons.warning}<p>${t('unsure')}</p></div>` : nothing}
      ${error === undefined || FIELDS.some((name) => bad(name) !== undefined) ? nothing : problem(say, error)}
      ${stopped ? html`<p class="notice" role="alert">${t('stopped')}</p>` : nothing}
      <form class="form" novalidate aria-labelledby="new" ?inert=${busy} @submit=${this.#record}>
        <div class="two">${this.#fields(bad)}</div>
        ${this.#pick(bad('file'))}
        ${field({ name: 'note', label: t('note'), wrong: bad('note') },
          (described, invalid) => html`<textarea class="field" id="note" name="note" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
        <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('record')}</button></div>
      </form>
      ${way ? this.#way(way) : nothing}
      <p class="hidden-text" role="status">${way?.part === 1 ? t('recording') : ''}</p>
    </section>`;
  }

  #fields(bad: (name: string) => string | undefined): TemplateResult {
    const { t } = this;
    const today = todayInShanghai();
    return html`${field({ name: 'carrier', label: t('carrier'), wrong: bad('carrier') }, (described, invalid) => html`<select class="field" id="carrier" name="carrier" aria-describedby=${described} aria-invalid=${invalid}>
        <option value="">${t('carrier.choose')}</option>${CARRIERS.map((one) => html`<option value=${one}>${this.carrier(one)}</option>`)}</select>`)}
      ${field({ name: 'place', label: t('place'), hint: t('place.hint'), wrong: bad('place') },
        (described, invalid) => html`<input class="field" id="place" name="place" maxlength="200" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'postedOn', label: t('postedOn'), wrong: bad('postedOn') },
        (described, invalid) => html`<input class="field" id="postedOn" name="postedOn" type="date" value=${today} max=${today} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'takenAt', label: t('takenAt'), hint: t('takenAt.hint'), wrong: bad('takenAt') },
        (described, invalid) => html`<input class="field" id="takenAt" name="takenAt" type="datetime-local" aria-describedby=${described} aria-invalid=${invalid}>`)}`;
  }

  #pick(wrong: string | undefined): TemplateResult {
    const { t, file, language } = this;
    const size = file ? t('size', { count: formatNumber(Math.ceil(file.size / 1024), language) }) : '';
    return html`<div role="group" aria-labelledby="file-label">
      <p class="label" id="file-label">${t('file')}</p>
      <div class="pick">
        <label class="button" for="file">${t('file.choose')}</label>
        <input class="hidden-text" id="file" type="file" accept="image/*,application/pdf,.pdf" aria-describedby="file-name file-wrong file-hint" aria-invalid=${String(wrong !== undefined)} @change=${this.#choose}>
        <span id="file-name">${file ? html`<strong><bdi>${file.name}</bdi></strong> <span class="muted small">${size}</span>` : nothing}</span>
      </div>
      <p class="wrong" id="file-wrong">${wrong ?? nothing}</p>
      <p class="hint" id="file-hint">${t('file.hint')}</p>
    </div>`;
  }

  #way({ name, part, recording }: NonNullable<Recording['way']>): TemplateResult {
    const { t } = this;
    const text = part < 1 ? t('sending', { name }) : t('recording');
    return html`<div class="way" role="group" aria-label=${text}>
      <p>${text}</p>
      ${part < 1 ? html`<progress max="1" .value=${part} aria-label=${text}></progress>` : html`<progress aria-label=${text}></progress>`}
      <div class="buttons"><button class="button" type="button" aria-disabled=${String(recording)} @click=${() => recording || this.#recording.stop()}>${t('stop')}</button></div>
    </div>`;
  }

  readonly #choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.file = file;
    // The same file chosen again is one that was corrected.
    input.value = '';
  };

  readonly #record = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, file, posted } = this;
    if (this.#sending.busy) return;
    const value = typed(this.form);
    const line = (name: string) => value(name).normalize('NFC');
    const [carrier, place, postedOn, note, takenAt] = [CARRIERS.find((one) => one === value('carrier')), line('place'), value('postedOn'), line('note'), this.#takenAt()];
    const wrong = {
      carrier: carrier ? undefined : t('carrier.missing'), place: place === '' ? say('required') : undefined, postedOn: postedOn === '' ? say('required') : undefined,
      takenAt: takenAt === undefined ? t('takenAt.wrong') : undefined, file: file ? undefined : t('file.missing'),
    };
    if (this.#sending.refuse(wrong) || !carrier || !file || !posted || takenAt === undefined) return;
    const posting = { carrier, place, postedOn, ...(takenAt && { takenAt }), ...(note && { note }) };
    const sent = this.#sending.send(() => this.#recording.record(posted, file, posting));
    this.#focus('.way button');
    const recorded = await sent;
    if (recorded) return this.#done();
    if (this.#recording.unsure) this.dispatchEvent(new UnsureEvent());
    // What was inert while it was on its way could not take the focus.
    this.#focus('[aria-invalid=true], form .primary');
  };

  /** The moment in UTC, nothing at all, or `undefined` for half of one: the browser has no value for that. */
  #takenAt(): string | undefined {
    const { taken } = this;
    if (taken?.validity.badInput) return undefined;
    const value = taken?.value ?? '';
    if (value === '') return '';
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  }

  #done(): void {
    this.form?.reset();
    this.file = undefined;
    this.desk.say(this.t('recorded'));
    this.dispatchEvent(new DoneEvent());
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
