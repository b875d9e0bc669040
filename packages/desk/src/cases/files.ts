import type { Category } from '@sunlit/client';
import { isSunlitError, type Case, type CaseFile } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { FilesEvent } from './events.ts';
import { CaseElement } from './page.ts';

/** An officer adds what goes to the applicant, or what belongs to the file; the other purposes are of what came in on paper. */
const PURPOSES: readonly CaseFile['purpose'][] = ['release', 'record', 'attachment', 'identity'];

/**
 * @summary The files of a case: download, add with its purpose, take out, and begin a disclosure from a released one.
 */
export class DeskCaseFiles extends CaseElement {
  @property({ attribute: false }) case: Case | undefined;
  /** Those of the papers; nothing while they are not open. */
  @property({ attribute: false }) files: readonly CaseFile[] | undefined;
  @property({ type: Boolean }) handles = false;

  /** How much of the file was sent, as a part of 1. */
  @state() private way: { readonly name: string; readonly part: number } | undefined;
  @state() private publishing: CaseFile | undefined;
  /** What is asked about before it is taken out. */
  @state() private removing: CaseFile | undefined;
  @query('form.adding') private readonly form!: HTMLFormElement | null;
  @query('form.publishing') private readonly publication!: HTMLFormElement | null;

  readonly #sending = new Sending(this);
  readonly #removal = new Sending(this);
  readonly #publishing = new Sending(this);
  readonly #attempt = new Attempt();
  readonly #categories = new Rows<Category>(this, {
    key: () => (this.publishing ? (this.case?.agency.id ?? '') : ''),
    fetch: async (_, signal) => (this.publishing && this.case ? this.desk.client.categories.list({ agency: this.case.agency.id }, { signal }) : { items: [] }),
  });
  #stop: AbortController | undefined;

  get unsaved(): boolean {
    return this.way !== undefined || this.publishing !== undefined;
  }

  abandon(): void {
    this.#stop?.abort();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abandon();
  }

  protected override view(): TemplateResult {
    const { t, say, files } = this;
    return html`
      ${this.#removal.error === undefined ? nothing : problem(say, this.#removal.error)}
      ${files === undefined ? html`<p class="muted">${t('files.closed')}</p>` : files.length === 0 ? html`<p class="muted">${t('files.none')}</p>` : html`<ul>${files.map((file) => this.#file(file))}</ul>`}
      ${this.publishing ? this.#publish(this.publishing) : nothing}
      ${this.handles ? this.#adding() : nothing}`;
  }

  #file(file: CaseFile): TemplateResult {
    const { t, say, language } = this;
    const { id, name, size, purpose, by, at, redacted } = file;
    // What the applicant may have taken stays.
    const served = this.case?.phase === 'served' || this.case?.phase === 'archived';
    const kilobytes = t('size', { count: formatNumber(Math.ceil(size / 1024), language) });
    return html`<li class="held"><span><a href=${this.desk.client.cases.fileUrl(this.case?.id ?? '-', id)} download=${name} aria-label=${t('file.open', { name })}><bdi>${name}</bdi></a>
        <span class="muted small">${t(`purpose.${purpose}`)}${t('comma')}${kilobytes}${t('comma')}${t(`by.${by}`)} ${formatMoment(at, language)}</span> ${redacted ? html`<span class="badge">${t('file.redacted')}</span>` : nothing}</span>
      <span class="links">
        ${purpose === 'release' && this.desk.may('drafts.write') && this.handles ? html`<button class="button" type="button" aria-label=${t('publish.of', { name })} @click=${() => this.#open(file)}>${t('publish')}</button>` : nothing}
        ${by === 'agency' && this.handles && !served ? (this.removing === file
          ? html`<button class="button danger" type="button" @click=${() => this.#remove(file)}>${t('file.remove.sure', { name })}</button><button class="button" type="button" @click=${() => (this.removing = undefined)}>${say('cancel')}</button>`
          : html`<button class="button" type="button" aria-label=${t('file.remove.of', { name })} @click=${() => (this.removing = file)}>${t('file.remove')}</button>`) : nothing}
      </span></li>`;
  }

  #adding(): TemplateResult {
    const { t, say, way } = this;
    const { error, wrong, busy } = this.#sending;
    const text = way ? t('file.sending', { name: way.name }) : '';
    return html`<form class="form adding" novalidate aria-label=${t('file.add')} @submit=${this.#attach}>
      ${error === undefined || wrong.has('file') ? nothing : problem(say, error)}
      <div class="two" ?inert=${busy}>
        ${field({ name: 'file', label: t('file.add'), hint: t('file.hint'), wrong: wrong.get('file') }, (described, invalid) => html`<input class="field" id="file" name="file" type="file" aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${field({ name: 'purpose', label: t('file.purpose'), wrong: undefined }, () => html`<select class="field" id="purpose" name="purpose">${PURPOSES.map((one) => html`<option value=${one}>${t(`purpose.${one}`)}</option>`)}</select>`)}
      </div>
      ${way ? html`<div role="group" aria-label=${text}><p>${text}</p><progress max="1" .value=${way.part} aria-label=${text}></progress></div>` : nothing}
      <div class="buttons">${way ? html`<button class="button" type="button" @click=${() => this.abandon()}>${t('file.stop')}</button>` : nothing}
        <button class="button" aria-disabled=${String(busy)}>${t('file.add.go')}</button></div>
    </form>`;
  }

  readonly #attach = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const one = this.case;
    const file = this.form?.querySelector<HTMLInputElement>('#file')?.files?.[0];
    const purpose = PURPOSES.find((each) => each === typed(this.form)('purpose'));
    if (!one || !purpose || this.#sending.refuse({ file: file ? undefined : this.t('file.missing') }) || !file) return;
    const name = file.name.normalize('NFC').slice(-180);
    const { signal } = (this.#stop = new AbortController());
    const attempt = () => {
      this.way = { name, part: 0 };
      return this.desk.client.cases.attach(one.id, file, { name, purpose }, { signal, onProgress: (part) => (this.way = { name, part }) });
    };
    const added = await this.#sending.send(() => attempt().catch(async (error: unknown) => {
      if (!isSunlitError(error) || error.code !== 'not-signed-in') throw error;
      // An upload is not sent again by the frame, but this question is, when somebody has signed in.
      await this.desk.client.staff.me({ signal });
      return attempt();
    }));
    this.way = undefined;
    if (signal.aborted) this.#sending.clear();
    if (!added) return;
    this.form?.reset();
    this.desk.say(this.t('file.added', { name }));
    this.dispatchEvent(new FilesEvent());
  };

  async #remove({ id, name }: CaseFile): Promise<void> {
    const one = this.case;
    if (!one || !(await this.#removal.send(() => this.desk.client.cases.remove(one.id, id)))) return;
    this.removing = undefined;
    this.desk.say(this.t('file.removed', { name }));
    this.dispatchEvent(new FilesEvent());
  }

  #open(file: CaseFile): void {
    this.publishing = file;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#publishing')?.focus());
  }

  /** A disclosure from what was released (Reg. 44); the draft then goes the way of every draft. */
  #publish({ name }: CaseFile): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#publishing;
    const { items } = this.#categories;
    return html`<form class="form publishing card" novalidate aria-labelledby="publishing" @submit=${this.#begin}>
      <h3 id="publishing" tabindex="-1">${t('publish.heading', { name })}</h3><p class="muted">${t('publish.text')}</p>
      ${error === undefined || ['title', 'summary', 'categoryId'].some((one) => wrong.has(one)) ? nothing : problem(say, error)}
      ${(['title', 'summary'] as const).map((one) => field({ name: one, label: t(`publish.${one}`), wrong: wrong.get(one) },
        (described, invalid) => html`<input class="field" id=${one} name=${one} maxlength=${one === 'title' ? 300 : 500} autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`))}
      ${field({ name: 'categoryId', label: t('publish.category'), wrong: wrong.get('categoryId') }, (described, invalid) => html`<select class="field" id="categoryId" name="categoryId" aria-describedby=${described} aria-invalid=${invalid}>
        <option value="">${t('choose')}</option>${items.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select>`)}
      <div class="buttons"><button class="button" type="button" @click=${() => (this.publishing = undefined)}>${say('cancel')}</button><button class="button primary" aria-disabled=${String(busy)}>${t('publish.go')}</button></div>
    </form>`;
  }

  readonly #begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { say, publishing } = this;
    const one = this.case;
    const value = typed(this.publication);
    const [title, summary, categoryId] = [value('title'), value('summary'), value('categoryId')];
    const missing = (text: string) => (text === '' ? say('required') : undefined);
    if (!one || !publishing || this.#publishing.refuse({ title: missing(title), summary: missing(summary), categoryId: missing(categoryId) })) return;
    const publication = { file: publishing.id, title, summary, categoryId };
    const draft = await this.#publishing.send(() => this.desk.client.cases.publish(one.id, publication, { idempotencyKey: this.#attempt.keyFor(publication) }));
    if (!draft) return;
    this.#attempt.done();
    this.publishing = undefined;
    this.desk.go(`drafts/${draft.id}`);
  };
}
