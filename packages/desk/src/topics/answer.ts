import type { Attachment, TopicOutcome } from '@sunlit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatNumber } from '../../../../src/shared/format.ts';
import { Uploads, freeName, refusalOf } from '../editor/uploads.ts';
import { field } from '../published/form.ts';
import { answerCard, richText } from './answered.ts';
import type { LinkedDisclosure, LinkedEvent } from './events.ts';
import { PostingForm } from './form.ts';

const OUTCOMES: readonly TopicOutcome[] = ['disclosed', 'explained', 'corrected', 'already-public'];
const LONGEST = 20_000;
const MOST_FILES = 20;

/**
 * @summary Writes the answer to a topic: its outcome, its text with a preview, the disclosures and files that go with it, who answers, and what is promised for later.
 */
export class DeskAnswer extends PostingForm {
  /** What was pointed to before there was an answer. */
  @property({ attribute: false }) pointed: readonly LinkedDisclosure[] = [];

  @state() private outcome: TopicOutcome | '' = '';
  @state() private text = '';
  @state() private linked: readonly LinkedDisclosure[] = [];
  @state() private files: readonly Attachment[] = [];
  @state() private promises = false;
  @state() private previewed = false;

  readonly #rich = new RichTexts(this);
  readonly #uploads = new Uploads(this, {
    client: () => this.desk.client, agency: () => (this.posting?.agency ?? this.posting?.board)?.id ?? '',
    done: (file) => this.#change(() => (this.files = [...this.files.filter(({ sha256 }) => sha256 !== file.sha256), file])),
  });
  #begun = false;

  protected override readonly step = 'answer';

  override get unsaved(): boolean {
    return super.unsaved || this.#uploads.running.length > 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.#begun && this.posting) this.#begin(this.posting);
    else if (changed.has('pointed')) this.linked = joined(this.linked, this.pointed);
  }

  /** An answer that was written already is written anew. */
  #begin({ answer, phase }: NonNullable<typeof this.posting>): void {
    this.#begun = true;
    const draft = phase === 'answered' ? answer : undefined;
    this.outcome = draft?.outcome ?? (this.pointed.length > 0 ? 'already-public' : '');
    this.text = draft?.text ?? '';
    this.linked = joined(draft?.disclosures ?? [], this.pointed);
    this.files = draft?.files ?? [];
    this.promises = draft?.promise !== undefined;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, posting: one, outcome, text } = this;
    if (!one) return nothing;
    const draft = one.phase === 'answered' ? one.answer : undefined;
    return this.around(one, html`
      ${field({ name: 'outcome', label: t('field.outcome'), hint: outcome === '' ? t('field.outcome.hint') : t(`outcome.${outcome}.hint`), wrong: this.wrong('outcome') }, (described, invalid) => html`<select class="field" id="outcome" name="outcome" aria-describedby=${described} aria-invalid=${invalid}
        @change=${({ target }: Event) => (this.outcome = OUTCOMES.find((one) => one === (target as HTMLSelectElement).value) ?? '')}>
        <option value="">${t('choose')}</option>${OUTCOMES.map((one) => html`<option value=${one} .selected=${one === outcome}>${t(`outcome.${one}`)}</option>`)}</select>`)}
      ${field({ name: 'text', label: t('field.answer'), hint: t('field.answer.hint'), wrong: this.wrong('text') }, (described, invalid) => html`<textarea class="field body" id="text" name="text" rows="10" maxlength=${LONGEST} .value=${text}
        aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => (this.text = (target as HTMLTextAreaElement).value)}></textarea>`)}
      <desk-disclosure-choice id="disclosures" .label=${t('field.disclosures')} .hint=${t('field.disclosures.hint')} .linked=${this.linked} .wrong=${this.wrong('disclosures') ?? ''} @desk-linked=${({ linked }: LinkedEvent) => this.#change(() => (this.linked = linked))}></desk-disclosure-choice>
      ${this.#attached()}
      ${field({ name: 'post', label: t('field.post'), hint: t('field.post.hint'), wrong: this.wrong('post') }, (described, invalid) => html`<input class="field" id="post" name="post" maxlength="60" value=${draft?.post ?? this.me.post} aria-describedby=${described} aria-invalid=${invalid}>`)}
      <fieldset class="part" id="promise"><legend class="label">${t('answer.later')}</legend>
        <label class="check"><input type="checkbox" .checked=${this.promises} @change=${({ target }: Event) => (this.promises = (target as HTMLInputElement).checked)}>${t('answer.later.check')}</label>
        ${this.promises ? html`<div class="two">
          ${field({ name: 'later', label: t('field.later'), hint: t('field.later.hint'), wrong: this.wrong('later') }, (described, invalid) => html`<textarea class="field" id="later" name="later" rows="3" maxlength="500" .defaultValue=${draft?.promise?.text ?? ''} aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
          ${field({ name: 'due', label: t('field.later.due'), wrong: this.wrong('due') }, (described, invalid) => html`<input class="field short" id="due" name="due" type="date" min=${todayInShanghai()} value=${draft?.promise?.due ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}</div>` : nothing}
      </fieldset>
      <button class="button" type="button" aria-expanded=${String(this.previewed)} aria-controls="seen" @click=${() => (this.previewed = !this.previewed)}>${t(this.previewed ? 'answer.preview.close' : 'answer.preview')}</button>
      <div id="seen" ?hidden=${!this.previewed}>${this.previewed ? this.#preview() : nothing}</div>`, t('answer.keep'));
  }

  /** As everybody will read it, as far as it is written. */
  #preview(): TemplateResult {
    const { t, language, outcome, text, posting } = this;
    const fileUrl = (sha256: string) => this.desk.client.files.url(sha256, (posting?.agency ?? posting?.board)?.id ?? '-');
    const [later, due] = [this.line('later'), this.value('due')];
    const known = { kind: 'normal', validity: 'in-force' } as unknown as { kind: 'notice'; validity: 'in-force' };
    return html`<div class="preview" role="group" aria-label=${t('answer.preview')}>${outcome === '' ? richText(this.#rich, text, { t, language }) : answerCard(
      { outcome, text, disclosures: this.linked.map((one) => ({ ...one, ...known })), files: [...this.files], post: this.value('post'), on: todayInShanghai(), ...(this.promises && later && due && { promise: { text: later, due } }) },
      { t, language, rich: this.#rich, href: this.desk.href, fileUrl },
    )}</div>`;
  }

  #attached(): TemplateResult {
    const { t, say, language, files } = this;
    const size = (bytes: number) => t('size', { count: formatNumber(Math.ceil(bytes / 1024), language) });
    if (!this.desk.may('files.write')) return html``;
    return html`<fieldset class="part" aria-describedby="files-hint"><legend class="label">${t('field.files')}</legend>
      <ul>${files.map(({ name, size: bytes, sha256 }) => html`<li class="held"><span><bdi>${name}</bdi> <span class="muted small">${size(bytes)}${this.#uploads.answered(sha256)?.warnings.map(({ detail }) => html` <span class="badge warn">${detail}</span>`)}</span></span>
          <button class="button" type="button" aria-label=${t('remove.of', { name })} @click=${() => this.#change(() => (this.files = files.filter((one) => one.sha256 !== sha256)))}>${t('remove')}</button></li>`)}
        ${this.#uploads.running.map(({ name, state: at, stop }) => html`<li class="held"><span><bdi>${name}</bdi> ${at.state === 'running' ? html`<progress max="1" .value=${at.part} aria-label=${t('file.sending', { name })}></progress>` : html`<span class="wrong" role="alert">${refusalOf(at.error) ?? say('error.network')}</span>`}</span>
          <button class="button" type="button" aria-label=${t(at.state === 'running' ? 'file.stop.of' : 'remove.of', { name })} @click=${stop}>${t(at.state === 'running' ? 'file.stop' : 'remove')}</button></li>`)}</ul>
      <label class="label" for="files">${t('file.add')}</label>
      <input class="field" id="files" type="file" multiple ?disabled=${files.length >= MOST_FILES} aria-describedby="files-hint" @change=${this.#add}>
      <p class="hint" id="files-hint">${t('file.hint')}</p>
      ${this.wrong('files') === undefined ? nothing : html`<p class="wrong" id="files-wrong">${this.wrong('files')}</p>`}</fieldset>`;
  }

  readonly #add = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    for (const file of [...(input.files ?? [])].slice(0, MOST_FILES - this.files.length)) this.#uploads.start(file, freeName(file.name.normalize('NFC').slice(-180), this.files.map(({ name }) => name)));
    input.value = '';
  };

  #change(change: () => void): void {
    change();
    this.dirty = true;
  }

  /** The server names parts of the answer. */
  protected override nameOf(name: string): string {
    const [, part = '', inner] = name.split('.');
    if (!name.startsWith('answer')) return super.nameOf(name);
    return part === 'promise' ? (inner === 'text' ? 'later' : (inner ?? 'later')) : part;
  }

  protected override stated(): object | undefined {
    const { t, say, outcome, promises } = this;
    const needed = (name: string) => (this.value(name) === '' ? say('required') : undefined);
    const missing = {
      'answer.outcome': outcome === '' ? say('required') : undefined, 'answer.text': needed('text'), 'answer.post': needed('post'),
      'answer.disclosures': outcome !== '' && outcome !== 'explained' && this.linked.length === 0 ? t('field.disclosures.missing') : undefined,
      'answer.promise.text': promises ? needed('later') : undefined, 'answer.promise.due': promises ? needed('due') : undefined,
      'answer.files': this.#uploads.running.some(({ state: at }) => at.state === 'running') ? t('file.wait') : undefined,
    };
    if (this.sending.refuse(missing) || outcome === '') return undefined;
    return {
      answer: {
        outcome, text: this.value('text'), disclosures: this.linked.map(({ id }) => id), files: this.files, post: this.value('post'), ...(promises && { promise: { text: this.line('later'), due: this.value('due') } }),
      },
    };
  }
}

const joined = (some: readonly LinkedDisclosure[], more: readonly LinkedDisclosure[]): LinkedDisclosure[] => [...new Map([...some, ...more].map((one) => [one.id, { id: one.id, title: one.title, agency: one.agency }])).values()];
