import { deviceToken, visitToken, type Notice, type NoticesClient, type SeatWish, type WrittenOpinion } from '@sunlit/client/notices';
import type { Outbox } from '@sunlit/client/outbox';
import { personalMarks, tidyWords } from '@sunlit/rules';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { icons } from '../shared/icons.ts';
import { nowOrLater } from '../shared/later.ts';
import { explain } from './asking.ts';
import { SunlitNoticeSentEvent } from './events.ts';
import type { NoticesKey, NoticesSay } from './strings/index.ts';

const LONGEST = { words: 3000, name: 60, contact: 120, group: 100 } as const;
const STANCES = ['support', 'object', 'suggest'] as const;

type Field = 'choice' | keyof typeof LONGEST;
interface Fault {
  readonly at: Field;
  readonly text: string;
}

/** Where a form stands. It is told as sent only once the server or the outbox has it. */
type Standing =
  | { readonly state: 'open' }
  | { readonly state: 'sending'; readonly stage: 'solving' | 'sending' }
  | { readonly state: 'received'; readonly id: string }
  | { readonly state: 'kept' }
  | { readonly state: 'failed'; readonly problem: unknown };

export interface FormOptions {
  readonly client: () => NoticesClient;
  readonly outbox: () => Outbox | undefined;
  /** A device that many people use: another token for each visit, and nothing remembered. */
  readonly shared: () => boolean;
}

const BLANK = { choice: '', words: '', name: '', contact: '', group: '' };

/** What somebody writes to one notice: an opinion, or a registration for a seat. It stands in place, in one step. */
export class NoticeForm {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #what: 'opinion' | 'seat';
  readonly #options: FormOptions;
  #written = BLANK;
  #faults: readonly Fault[] = [];
  #standing: Standing = { state: 'open' };
  #running: AbortController | undefined;
  #token: string | undefined;
  /** What is repeated keeps its key. */
  #attempt: { readonly of: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, what: 'opinion' | 'seat', options: FormOptions) {
    this.#host = host;
    this.#what = what;
    this.#options = options;
  }

  /** Wipes everything that was written. */
  reset(): void {
    this.#running?.abort();
    this.#running = this.#token = this.#attempt = undefined;
    this.#written = BLANK;
    this.#faults = [];
    this.#standing = { state: 'open' };
    this.#host.requestUpdate();
  }

  view(notice: Notice, t: NoticesSay): TemplateResult {
    const standing = this.#standing;
    if (standing.state === 'received' || standing.state === 'kept') return this.#sent(standing, t);
    const opinion = this.#what === 'opinion';
    const busy = standing.state === 'sending';
    return html`<form class="form" id="${this.#what}-form" novalidate @submit=${(event: Event) => (event.preventDefault(), busy ? undefined : void this.#send(notice, t))}>
      ${this.#faults.length > 0 ? html`<div class="notice bad faults" role="alert" tabindex="-1" id="${this.#what}-faults">${icons.warning}<div><p class="strong">${t('faults', { n: this.#faults.length })}</p>
        <ul>${this.#faults.map(({ at, text }) => html`<li><button class="link" type="button" @click=${() => this.#focus(at)}>${text}</button></li>`)}</ul></div></div>` : nothing}
      ${opinion ? this.#opinionFields(t) : this.#seatFields(notice, t)}
      ${standing.state === 'failed' ? html`<div class="notice bad" role="alert">${icons.warning}<p>${t('failed')} ${explain(t, standing.problem)}</p></div>` : nothing}
      <div class="actions"><button class="button primary" type="submit" aria-disabled=${busy ? 'true' : 'false'}>${t(opinion ? 'send' : 'send.seat')}</button>
        <span role="status">${busy ? t(`sending.${standing.stage}`) : nothing}</span></div>
    </form>`;
  }

  #opinionFields(t: NoticesSay): TemplateResult {
    return html`${this.#choices(STANCES.map((stance) => ({ value: stance, text: t(`stance.${stance}`) })), t('stance'))}
      ${this.#text('words', t, { hint: t('words.hint'), rows: 6 })}${this.#marks(t)}
      <fieldset class="who"><legend class="hint">${t('who')}</legend>${(['name', 'contact', 'group'] as const).map((field) => this.#text(field, t, { optional: true }))}</fieldset>`;
  }

  #seatFields({ seats }: Notice, t: NoticesSay): TemplateResult {
    const roles = ([['presenter', seats?.presenters, seats?.registered.presenters], ['observer', seats?.observers, seats?.registered.observers]] as const).flatMap(([role, n = 0, registered = 0]) =>
      (n === 0 ? [] : [{ value: role, text: t(`seat.${role}`), more: t('seat.n', { n, registered }) }]));
    return html`${this.#choices(roles, t('seat.role'))}${this.#text('name', t, {})}${this.#text('contact', t, { hint: t('contact.hint') })}${this.#text('group', t, { optional: true })}`;
  }

  #choices(offered: readonly { readonly value: string; readonly text: string; readonly more?: string }[], legend: string): TemplateResult {
    const fault = this.#faults.find(({ at }) => at === 'choice');
    return html`<fieldset class="row ${fault ? 'faulty' : ''}" aria-describedby=${fault ? `${this.#what}-choice-fault` : nothing}><legend class="label">${legend}</legend>${this.#wrong(fault)}
      <div class="choices">${offered.map(({ value, text, more }, index) => html`<label class="choice"><input type="radio" name="${this.#what}-choice" id=${index === 0 ? `${this.#what}-choice` : nothing} .checked=${this.#written.choice === value} @change=${() => this.#set({ choice: value })} />
        <span>${text}${more ? html`<span class="small muted more">${more}</span>` : nothing}</span></label>`)}</div></fieldset>`;
  }

  #text(field: keyof typeof LONGEST, t: NoticesSay, { hint, rows, optional = false }: { readonly hint?: string; readonly rows?: number; readonly optional?: boolean }): TemplateResult {
    const fault = this.#faults.find(({ at }) => at === field);
    const id = `${this.#what}-${field}`;
    const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;
    const input = (event: Event) => this.#set({ [field]: (event.target as HTMLInputElement).value });
    return html`<div class="row ${rows ? '' : 'short'} ${fault ? 'faulty' : ''}"><label class="label" for=${id}>${t(field)}${optional ? html` <span class="optional">${t('optional')}</span>` : nothing}</label>
      ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}${this.#wrong(fault)}
      ${rows
        ? html`<textarea class="field" id=${id} rows=${rows} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described} autocomplete="off" .value=${this.#written[field]} @input=${input}></textarea>`
        : html`<input class="field" id=${id} maxlength=${LONGEST[field]} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described} autocomplete="off" .value=${this.#written[field]} @input=${input} />`}</div>`;
  }

  #wrong(fault: Fault | undefined): TemplateResult | typeof nothing {
    return fault ? html`<p class="wrong" id="${this.#what}-${fault.at}-fault">${icons.warning}<span>${fault.text}</span></p>` : nothing;
  }

  /** What in the words looks personal, each with a button that takes it out. It may stay: the writer decides. */
  #marks(t: NoticesSay): TemplateResult {
    const { words } = this.#written;
    const found = personalMarks(words);
    const out = ({ start, end }: (typeof found)[number]) => this.#set({ words: words.slice(0, start) + words.slice(end) });
    return html`<div role="status">${found.length === 0 ? nothing : html`<p class="doubt">${icons.warning}<span>${t('marks')}</span></p>
      <div class="actions">${found.map((mark) => html`<button class="button" type="button" @click=${() => out(mark)}>${icons.close}${t('marks.out', { words: words.slice(mark.start, mark.end) })}</button>`)}</div>`}</div>`;
  }

  #sent(standing: Extract<Standing, { state: 'received' | 'kept' }>, t: NoticesSay): TemplateResult {
    const what = this.#what;
    return html`<div class="sent" role="status" tabindex="-1" id="${what}-sent">
      ${standing.state === 'kept' ? html`<p class="said">${contentIcons.clock}<span>${t('kept')}</span></p>`
        : html`<p class="said good">${contentIcons.tick}<span>${t(`sent.${what}`)}</span></p><p>${t(`sent.${what}.text`)}</p>${what === 'seat' ? html`<p>${t('sent.no')}<br /><code>${standing.id}</code></p>` : nothing}`}
      ${what === 'opinion' || this.#options.shared() ? html`<button class="button" type="button" @click=${() => this.reset()}>${t('again')}</button>` : nothing}
    </div>`;
  }

  #set(part: Partial<typeof BLANK>): void {
    this.#written = { ...this.#written, ...part };
    this.#faults = this.#faults.filter(({ at }) => !(at in part));
    this.#host.requestUpdate();
  }

  #focus(at: Field | 'faults' | 'sent'): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>(`#${this.#what}-${at}`)?.focus());
  }

  #faultsOf(t: NoticesSay): Fault[] {
    const { choice, words, name, contact } = this.#written;
    const missing = (at: Field, text: NoticesKey, is: boolean): Fault[] => (is ? [{ at, text: t(text) }] : []);
    if (this.#what === 'seat') return [...missing('choice', 'fault.role', choice === ''), ...missing('name', 'fault.name', tidyWords(name) === ''), ...missing('contact', 'fault.contact', tidyWords(contact) === '')];
    const long = words.length > LONGEST.words ? [{ at: 'words' as const, text: t('fault.words.long', { n: words.length }) }] : [];
    return [...missing('choice', 'fault.stance', choice === ''), ...missing('words', 'fault.words', tidyWords(words) === ''), ...long];
  }

  async #send(notice: Notice, t: NoticesSay): Promise<void> {
    this.#faults = this.#faultsOf(t);
    this.#host.requestUpdate();
    if (this.#faults.length > 0) return this.#focus('faults');
    const running = (this.#running = new AbortController());
    this.#stand({ state: 'sending', stage: 'solving' });
    const standing = await this.#give(notice, running.signal).catch((problem: unknown): Standing => ({ state: 'failed', problem }));
    if (running.signal.aborted) return;
    this.#stand(standing);
    if (standing.state !== 'received' && standing.state !== 'kept') return;
    this.#written = BLANK;
    this.#focus('sent');
    this.#host.dispatchEvent(new SunlitNoticeSentEvent(notice.id, this.#what, standing.state));
  }

  async #give({ id }: Notice, signal: AbortSignal): Promise<Standing> {
    const { notices } = this.#options.client();
    const { choice, ...texts } = this.#written;
    const said = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, field === 'words' ? tidyWords(text) : tidyWords(text).replaceAll('\n', ' ')]).filter(([, text]) => text !== ''));
    const of = JSON.stringify([id, choice, said]);
    const { key } = (this.#attempt = this.#attempt?.of === of ? this.#attempt : { of, key: visitToken() });
    const shared = this.#options.shared();
    const token = (this.#token ??= shared ? visitToken() : deviceToken());
    const options = { channel: shared ? 'kiosk' : 'web', token, idempotencyKey: key } as const;
    const now = { ...options, signal, onStage: (stage: 'solving' | 'sending') => this.#stand({ state: 'sending', stage }) };
    const sent = this.#what === 'opinion'
      ? await nowOrLater(this.#options.outbox(), () => notices.opine(id, { ...said, stance: choice } as WrittenOpinion, now), (outbox) => notices.opine(id, { ...said, stance: choice } as WrittenOpinion, { ...options, outbox }))
      : await nowOrLater(this.#options.outbox(), () => notices.register(id, { ...said, role: choice } as SeatWish, now), (outbox) => notices.register(id, { ...said, role: choice } as SeatWish, { ...options, outbox }));
    return 'kept' in sent ? { state: 'kept' } : { state: 'received', id: sent.answer.id };
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#host.requestUpdate();
  }
}
