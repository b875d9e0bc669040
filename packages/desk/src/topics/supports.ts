import { isSunlitError, type Posting, type SupportList } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, field } from '../published/form.ts';
import { PostingEvent } from './events.ts';
import { TopicElement } from './page.ts';
import { MOST_SIGNERS, signersOf } from './signers.ts';
import type { SayTopic } from './strings/index.ts';

const BASES: readonly SupportList['basis'][] = ['paper', 'counter', 'hotline'];

/**
 * @summary Enters who supports a topic on a signed sheet, at the counter or by the hotline, with the scan of the sheet, and says how many were new.
 */
export class DeskSupportList extends TopicElement {
  @property({ attribute: false }) posting: Posting | undefined;

  @state() private text = '';
  @state() private basis: SupportList['basis'] = 'paper';
  /** How much of the scan was sent, as a part of 1. */
  @state() private sent: number | undefined;
  @state() private result: Posting['lists'][number] | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();
  /** A scan that is kept is not sent again when the list itself was refused. */
  #kept: { readonly file: File; readonly id: string } | undefined;

  get unsaved(): boolean {
    return this.text !== '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  protected override view(): TemplateResult {
    const { t, say, basis, result } = this;
    const { error, wrong, busy } = this.#sending;
    const { signers, bad } = signersOf(this.text);
    const bare = [...wrong.keys()].every((name) => ['signers', 'scan', 'on', 'basis'].includes(name.split('.')[0] ?? ''));
    const wrongSigners = wrong.get('signers') ?? [...wrong].find(([name]) => name.startsWith('signers.'))?.[1];
    return html`<h3 tabindex="-1" id="entering">${t('signers')}</h3>
      <p class="hint">${t('signers.text')}</p>
      <div role="status">${result === undefined ? nothing : html`<div class="notice"><p><strong>${t('signers.result', { added: result.added, already: result.already })}</strong> ${t('signers.result.total', { count: this.posting?.supports.total ?? 0 })}</p></div>`}</div>
      ${error === undefined || (wrong.size > 0 && bare) ? nothing : problem(say, error)}
      <form class="form" novalidate aria-labelledby="entering" @submit=${this.#send}>
        <div class="two">
          ${field({ name: 'basis', label: t('signers.basis'), hint: t(`basis.${basis}.proves`), wrong: wrong.get('basis') }, (described) => html`<select class="field" id="basis" name="basis" aria-describedby=${described} @change=${({ target }: Event) => (this.basis = BASES.find((one) => one === (target as HTMLSelectElement).value) ?? 'paper')}>
            ${BASES.map((one) => html`<option value=${one} .selected=${one === basis}>${t(`basis.${one}`)}</option>`)}</select>`)}
          ${field({ name: 'on', label: t('signers.on'), hint: t('signers.on.hint'), wrong: wrong.get('on') }, (described, invalid) => html`<input class="field" id="on" name="on" type="date" value=${todayInShanghai()} max=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
        </div>
        ${field({ name: 'signers', label: t('signers.lines'), hint: t('signers.lines.hint'), wrong: wrongSigners }, (described, invalid) => html`<textarea class="field" id="signers" name="signers" rows="8" autocomplete="off" spellcheck="false" .value=${this.text}
          aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => (this.text = (target as HTMLTextAreaElement).value)}></textarea>`)}
        <p class="hint" role="status">${this.text.trim() === '' ? '' : t('signers.found', { count: signers.length, phones: signers.filter(({ phone }) => phone !== undefined).length })}</p>
        ${bad.length === 0 ? nothing : html`<div class="notice warn"><div><p>${t('signers.bad', { count: bad.length })}</p><ul>${bad.slice(0, 5).map(({ line, text }) => html`<li>${t('signers.bad.line', { line, text })}</li>`)}</ul></div></div>`}
        ${basis === 'paper' ? field({ name: 'scan', label: t('optional', { what: t('signers.scan') }), hint: t('signers.scan.hint'), wrong: wrong.get('scan') }, (described, invalid) => html`<input class="field" id="scan" type="file" accept="image/*,application/pdf" aria-describedby=${described} aria-invalid=${invalid}>`) : nothing}
        ${this.sent === undefined ? nothing : html`<progress max="1" .value=${this.sent} aria-label=${t('signers.sending')}></progress>`}
        <div class="buttons"><button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${t('close')}</button>
          <button class="button primary" aria-disabled=${String(busy)}>${t('signers.go')}</button></div>
      </form>`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, posting: one, basis } = this;
    const { signers, bad } = signersOf(this.text);
    const on = typed(this.form)('on');
    const wrong = signers.length === 0 ? t('signers.missing') : bad.length > 0 ? t('signers.mend') : signers.length > MOST_SIGNERS ? t('signers.many', { count: MOST_SIGNERS }) : undefined;
    if (!one || this.#sending.refuse({ signers: wrong, on: on === '' ? say('required') : undefined })) return;
    const file = basis === 'paper' ? this.form?.querySelector<HTMLInputElement>('#scan')?.files?.[0] : undefined;
    const current = await this.#sending.send(async () => {
      const scan = file && (await this.#keep(one.id, file));
      const list: SupportList = { basis, on, signers: [...signers], ...(scan && { scan }) };
      return this.desk.client.board.supports(one.id, list, { idempotencyKey: this.#attempt.keyFor({ id: one.id, list }) });
    });
    this.sent = undefined;
    if (!current) {
      // Without an answer it may have been entered: the same attempt again is the same list.
      if (isSunlitError(this.#sending.error) && this.#sending.error.requestId === undefined) this.dispatchEvent(new PostingEvent(undefined));
      return;
    }
    this.#attempt.done();
    this.#kept = undefined;
    this.text = '';
    this.form?.reset();
    this.basis = 'paper';
    this.result = current.lists.at(-1);
    this.dispatchEvent(new PostingEvent(current, t('signers.done')));
  };

  async #keep(id: string, file: File): Promise<string> {
    if (this.#kept?.file === file) return this.#kept.id;
    const kept = await this.desk.client.board.scan(id, file, file.name.normalize('NFC').slice(-180), { onProgress: (part) => (this.sent = part) });
    this.#kept = { file, id: kept.id };
    return kept.id;
  }
}

interface ListSetting {
  readonly t: SayTopic;
  readonly language: Language;
  /** Where the scan of a list is, for who may read it. */
  readonly scanUrl: ((list: string) => string) | undefined;
}

/** Lists that were entered. */
export function supportLists({ lists }: Posting, { t, language, scanUrl }: ListSetting): TemplateResult | typeof nothing {
  if (lists.length === 0) return nothing;
  return html`<ul>${lists.map(({ id, basis, on, added, already, scan, person }) => html`<li class="held"><span>${t(`basis.${basis}`)} ${formatDay(on, language)}${t('colon')}${t('entry.supports', { added, already })}
      <span class="muted small">${person.post} ${person.name}</span></span>
    ${scan && scanUrl ? html`<a href=${scanUrl(id)} download>${t('signers.open')}</a>` : nothing}</li>`)}</ul>`;
}
