import type { AgencyRef, Category, DisclosureKind } from '@sunlit/client';
import { isSunlitError, type ImportReport } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { formatNumber } from '../../../../src/shared/format.ts';
import { prepare } from '../../../../src/shared/i18n.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { AdminElement } from '../admin/page.ts';
import { typed } from '../admin/sending.ts';
import { categoryOptions } from '../editor/views/category.ts';
import { Dialog } from '../frame/dialog.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { badRows, badTable } from './bad-rows.ts';
import { chosenIn, constantsIn, mappingOf, missingIn, twiceIn, type Chosen } from './chosen.ts';
import { columnsView } from './columns.ts';
import { NAMES, namesOf, sayEither } from './names.ts';
import { importStrings, type ImportKey } from './strings/index.ts';
import { importsStyles } from './styles.ts';

const KINDS: readonly DisclosureKind[] = [
  'normative', 'power', 'service', 'notice', 'decision', 'plan', 'budget', 'statistics', 'project', 'personnel', 'meeting', 'report', 'institution', 'clarification',
];
const LONGEST_NAME = 180;

/** A file and what it is to become, as it was checked. */
interface Order {
  readonly file: File;
  readonly agency: AgencyRef;
  readonly kind: DisclosureKind;
  readonly system: string;
}

/** Why there is no result: an attempt that failed, was stopped, or may have been done although no answer came. */
type Trouble = { readonly is: 'failed'; readonly error: unknown } | { readonly is: 'stopped' } | { readonly is: 'lost' };

/**
 * @summary Imports what was published elsewhere: a file is checked, its columns are put right, and all of it or nothing is published.
 */
export class DeskImports extends AdminElement<ImportKey> {
  static override styles = [AdminElement.styles, importsStyles];

  protected override readonly strings = importStrings;

  @state() private file: File | undefined;
  @state() private over = false;
  @state() private wrong: ReadonlyMap<string, string> = new Map();
  @state() private way: { readonly is: 'check' | 'import'; readonly name: string; readonly part: number; readonly stop: AbortController } | undefined;
  @state() private trouble: Trouble | undefined;
  @state() private order: Order | undefined;
  @state() private report: ImportReport | undefined;
  @state() private chosen: Chosen = { columns: new Map(), constants: new Map() };
  /** The mapping is another than the one that was checked. */
  @state() private mapped = false;
  /** The data changed between check and import. */
  @state() private refused = false;
  @state() private said = '';
  @query('form.what') private readonly form!: HTMLFormElement | null;
  @query('#reviewedBy') private readonly reviewer!: HTMLInputElement | null;

  readonly #confirming = new Dialog<string>(this, 'dialog');
  #table: string | undefined;
  /** What was put right by hand, for the same file when it comes again corrected. */
  #kept: { readonly kind: DisclosureKind; readonly mapping: string } | undefined;

  /** Where the person may import: their own agencies and those directly below. */
  readonly #agencies = new Rows<AgencyRef>(this, {
    key: () => this.language,
    fetch: async (_, signal) => {
      const own = [...new Map(this.me.grants.filter(({ role }) => role === 'publisher').map(({ agency }) => [agency.id, agency])).values()];
      const below = await Promise.all(own.map(async ({ id }) => (await this.desk.client.agencies.list({ parent: id, limit: 100 }, { signal })).items));
      return { items: own.flatMap((agency, index) => [agency, ...(below[index] ?? []).map(({ id, name }) => ({ id, name }))]) };
    },
  });
  readonly #categories = new Rows<Category>(this, {
    key: () => this.order?.agency.id ?? '',
    fetch: async (_, signal) => ({ items: this.order === undefined ? [] : (await this.desk.client.categories.list({ agency: this.order.agency.id }, { signal })).items }),
  });

  get unsaved(): boolean {
    return this.way?.is === 'import' || (this.mapped && this.report?.imported === false);
  }

  abandon(): void {
    this.way?.stop.abort();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abandon();
    this.#keepTable(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    for (const pending of NAMES.map((strings) => prepare(strings, this.language))) if (pending) void pending.then(() => this.requestUpdate(), () => undefined);
  }

  protected override view(): TemplateResult {
    const { t, say, way, report } = this;
    const { state: stage, items, error, reload } = this.#agencies;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.imports')}</h1><p class="muted">${t('text')}</p></div>
      ${stage === 'failed' ? problem(say, error, reload) : stage === 'loading' && items.length === 0 ? waitingRows(say, 3) : report?.imported ? nothing : this.#form(items)}
      ${way ? this.#way(way.is, way.name, way.part) : this.#trouble()}
      <p class="hidden-text" role="status">${this.said}</p>
      ${report === undefined || this.order === undefined || way ? nothing : report.imported ? this.#done(report, this.order) : this.#result(report, this.order)}
      <dialog aria-labelledby="confirm" @close=${this.#confirming.close}>${this.#confirming.subject !== undefined && report && this.order ? this.#confirmation(report, this.order, this.#confirming.subject) : nothing}</dialog>
    </div>`;
  }

  #form(agencies: readonly AgencyRef[]): TemplateResult {
    const { t, say, file, wrong, way, language } = this;
    const dragged = (event: DragEvent) => {
      event.preventDefault();
      this.over = event.type === 'dragover';
    };
    return html`<form class="form card what" novalidate ?inert=${way !== undefined} @submit=${this.#check} @change=${this.#changed}>
      <div class="choice">
        <div><label class="label" for="agency">${say('agency')}</label>
          <select class="field" id="agency" name="agency">${agencies.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></div>
        ${field({ name: 'kind', label: say('kind'), wrong: wrong.get('kind') }, (described, invalid) => html`<select class="field" id="kind" name="kind" aria-describedby=${described} aria-invalid=${invalid}>
          <option value="">${t('constants.choose')}</option>${KINDS.map((kind) => html`<option value=${kind}>${say(`kind.${kind}`)}</option>`)}</select>`)}
        ${field({ name: 'system', label: t('system'), hint: t('system.hint'), wrong: wrong.get('system') },
          (described, invalid) => html`<input class="field" id="system" name="system" maxlength="60" aria-describedby=${described} aria-invalid=${invalid}>`)}
      </div>
      <div role="group" aria-labelledby="file-label">
        <p class="label" id="file-label">${t('file')}</p>
        <div class="drop ${this.over ? 'over' : ''}" @dragover=${dragged} @dragleave=${dragged} @drop=${this.#drop}>
          <label class="button" for="file">${t('file.choose')}</label>
          <input class="hidden-text" id="file" type="file" accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson" aria-describedby="file-name ${wrong.has('file') ? 'file-wrong' : ''}" aria-invalid=${String(wrong.has('file'))} @change=${this.#choose}>
          <span class=${file ? '' : 'muted small'} id="file-name">${file ? html`<strong><bdi>${file.name}</bdi></strong> <span class="muted small">${formatNumber(Math.ceil(file.size / 1024), language)} KB</span>` : t('file.drop')}</span>
        </div>
        ${wrong.has('file') ? html`<p class="wrong" id="file-wrong">${wrong.get('file')}</p>` : nothing}
      </div>
      <div class="buttons"><button class="button ${this.report ? '' : 'primary'}" aria-disabled=${String(way !== undefined)}>${this.report ? t('check.again') : t('check')}</button></div>
    </form>`;
  }

  #way(is: 'check' | 'import', name: string, part: number): TemplateResult {
    const { t } = this;
    const text = part < 1 ? t('sending', { name }) : t(is === 'check' ? 'checking' : 'importing');
    return html`<section class="card way" aria-label=${text}>
      <p>${text}</p>
      ${part < 1 ? html`<progress max="1" .value=${part} aria-label=${text}></progress>` : html`<progress aria-label=${text}></progress>`}
      <div class="buttons"><button class="button" type="button" @click=${() => this.way?.stop.abort()}>${t('stop')}</button></div>
    </section>`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const { t, say, trouble } = this;
    switch (trouble?.is) {
      case undefined: return nothing;
      case 'failed': return problem(say, trouble.error);
      case 'stopped': return html`<p class="notice" role="alert">${t('stopped')}</p>`;
      case 'lost': return html`<div class="notice warn" role="alert">${icons.warning}<div><p>${t('lost')}</p><button class="button" type="button" @click=${() => void this.#look()}>${t('check.again')}</button></div></div>`;
    }
  }

  #result(report: ImportReport, order: Order): TemplateResult {
    const { t, language, chosen } = this;
    const names = namesOf(t, language, order.kind, report.fields);
    const { counts } = report;
    const values = (path: string) => {
      if (path === 'categoryId') return categoryOptions(this.#categories.items, sayEither(language));
      return (report.fields.find((one) => one.path === path)?.values ?? []).map(({ value, label }) => [value, label] as const);
    };
    const figures = (['rows', 'published', 'amended', 'unchanged', 'withdrawn', 'bad'] as const).filter((name) => name !== 'withdrawn' || (counts?.withdrawn ?? 0) > 0);
    return html`<section class="report" aria-labelledby="result">
      <h2 id="result" tabindex="-1">${t('result')}</h2>
      ${this.refused ? html`<p class="notice warn" role="alert">${t('refused')}</p>` : nothing}
      ${report.problem === undefined ? nothing : html`<div class="notice bad" role="alert">${icons.warning}<p>${t('result.problem', { reason: report.problem.detail })}</p></div>`}
      ${counts === undefined ? nothing : html`<dl class="counts">${figures.map((name) => html`<div class=${name === 'bad' && counts.bad > 0 ? 'bad' : ''}><dt>${t(`count.${name}`)}</dt><dd>${formatNumber(counts[name], language)}</dd></div>`)}</dl>`}
      ${badRows(t, report, this.#table ?? '')}
      ${columnsView({
        t, report, chosen, names, values, constants: constantsIn(report, chosenIn(report), chosen),
        map: (header, paths) => this.#remap({ ...this.chosen, columns: new Map(this.chosen.columns).set(header, paths) }),
        give: (path, value) => this.#remap({ ...this.chosen, constants: new Map(this.chosen.constants).set(path, value) }),
      })}
      ${this.mapped ? html`<div class="again"><p>${t('changed')}</p><button class="button primary" type="button" @click=${() => void this.#look()}>${t('check.again')}</button></div>`
        : counts?.bad === 0 ? (counts.published + counts.amended > 0 ? this.#review(report) : html`<p class="notice">${t('nothing')}</p>`) : nothing}
    </section>`;
  }

  #review({ counts }: ImportReport): TemplateResult {
    const { t, wrong, way } = this;
    const count = (counts?.published ?? 0) + (counts?.amended ?? 0);
    return html`<section aria-labelledby="review"><h3 id="review">${t('review')}</h3>
      <form class="form card" novalidate @submit=${this.#ask}>
        ${field({ name: 'reviewedBy', label: t('review.by'), hint: t('review.hint'), wrong: wrong.get('reviewedBy') },
          (described, invalid) => html`<input class="field" id="reviewedBy" name="reviewedBy" maxlength="100" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        <div class="buttons"><button class="button primary" aria-disabled=${String(way !== undefined)}>${t('import', { count: formatNumber(count, this.language) })}</button></div>
      </form>
    </section>`;
  }

  #confirmation({ counts }: ImportReport, { agency, kind }: Order, post: string): TemplateResult {
    const { t, say, language } = this;
    const [published, amended] = [counts?.published ?? 0, counts?.amended ?? 0].map((number) => formatNumber(number, language)) as [string, string];
    return html`<div class="form">
        <h2 id="confirm">${t('confirm.title', { count: formatNumber((counts?.published ?? 0) + (counts?.amended ?? 0), language) })}</h2>
        <p class="notice warn">${t('confirm.text', { agency: agency.name, kind: say(`kind.${kind}`), published, amended })}</p>
        <p>${t('confirm.review', { post })}</p>
        <div class="buttons">
          <button class="button" type="button" @click=${this.#confirming.close}>${say('cancel')}</button>
          <button class="button primary" type="button" @click=${() => void this.#import(post)}>${t('confirm')}</button>
        </div>
      </div>`;
  }

  #done({ counts }: ImportReport, { agency, kind }: Order): TemplateResult {
    const { t } = this;
    return html`<section class="card" aria-labelledby="done">
      <h2 id="done" tabindex="-1">${t('done')}</h2>
      <p>${t('done.text', this.#figures(counts))}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${this.#next}>${t('done.next')}</button>
        <a class="button primary" href=${this.desk.href(`published?${new URLSearchParams({ agency: agency.id, kind }).toString()}`)}>${t('done.see')}</a>
      </div>
    </section>`;
  }

  #figures(counts: ImportReport['counts']): Record<'rows' | 'published' | 'amended' | 'unchanged' | 'bad', string> {
    const shown = (number = 0) => formatNumber(number, this.language);
    return { rows: shown(counts?.rows), published: shown(counts?.published), amended: shown(counts?.amended), unchanged: shown(counts?.unchanged), bad: shown(counts?.bad) };
  }

  /** What was checked is not what is asked for now. */
  readonly #changed = (): void => {
    this.#forget();
    this.wrong = new Map();
  };

  #forget(): void {
    const { report, order } = this;
    if (report && order && this.#isByHand(report)) this.#kept = { kind: order.kind, mapping: mappingOf(report, this.chosen) };
    this.report = this.order = this.trouble = undefined;
    this.mapped = this.refused = false;
    this.said = '';
    this.#keepTable(undefined);
  }

  readonly #choose = ({ target }: Event): void => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) this.file = file;
    // The same file chosen again is one that was corrected.
    (target as HTMLInputElement).value = '';
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file || this.way) return;
    this.#changed();
    this.file = file;
  };

  #isByHand({ mapping }: ImportReport): boolean {
    return this.mapped || mapping === 'given';
  }

  #remap(chosen: Chosen): void {
    this.chosen = chosen;
    this.mapped = true;
  }

  readonly #check = (event: SubmitEvent): void => {
    event.preventDefault();
    const { t, say, file, way } = this;
    if (way) return;
    const value = typed(this.form);
    const [kind, agency] = [KINDS.find((one) => one === value('kind')), this.#agencies.items.find(({ id }) => id === value('agency'))];
    this.wrong = new Map([...(kind ? [] : [['kind', say('new.kind.missing')] as const]), ...(file ? [] : [['file', t('file.missing')] as const])]);
    if (!file || !kind || !agency) return this.#focus('[aria-invalid=true]');
    // The mapping that was chosen stays while the file and what it is to become do.
    if (this.report === undefined) this.order = { file, agency, kind, system: value('system').normalize('NFC') };
    void this.#look();
  };

  /** Asks what would come of it, with the columns as they are chosen. */
  async #look(): Promise<void> {
    const { order, report } = this;
    if (!order) return;
    const kept = this.#kept?.kind === order.kind ? this.#kept.mapping : undefined;
    const mapping = report === undefined ? kept : this.#isByHand(report) ? mappingOf(report, this.chosen) : undefined;
    const outcome = await this.#send('check', order, async (file, query, options) => {
      const preview = (more: { readonly mapping?: string }) => this.desk.client.imports.preview(file, { ...query, ...more }, options);
      const first = await preview(mapping === undefined ? {} : { mapping });
      // It is another file, with other columns.
      return first.problem?.code === 'import-map-column' ? preview({}) : first;
    });
    if (outcome) this.#show(outcome);
  }

  #show(report: ImportReport): void {
    this.report = report;
    this.chosen = chosenIn(report);
    this.mapped = false;
    this.#keepTable(report.bad.length > 0 ? badTable(this.t, report.bad) : undefined);
    this.said = report.imported ? `${this.t('done')} ${this.t('done.text', this.#figures(report.counts))}` : report.counts ? this.t('result.said', this.#figures(report.counts)) : '';
    this.#focus(report.imported ? '#done' : '#result');
  }

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const { report, way } = this;
    const post = this.reviewer?.value.trim().replaceAll(/\s+/g, ' ') ?? '';
    this.wrong = new Map(post === '' ? [['reviewedBy', this.say('required')]] : []);
    if (post === '') return this.#focus('#reviewedBy');
    if (!way && report && missingIn(report, this.chosen).columns.length === 0 && twiceIn(this.chosen).size === 0) this.#confirming.open(post);
  };

  async #import(reviewedBy: string): Promise<void> {
    this.#confirming.close();
    const { order, report } = this;
    if (!order || !report) return;
    // What was seen is what is done, whatever was remembered meanwhile.
    const mapping = mappingOf(report, this.chosen);
    const outcome = await this.#send('import', order, (file, query, options) => this.desk.client.imports.run(file, { ...query, mapping, reviewedBy }, options));
    if (!outcome) return;
    this.refused = !outcome.imported;
    this.#show(outcome);
  }

  /** Sends the file, with progress, and once more when the session had run out. */
  async #send(is: 'check' | 'import', order: Order, call: (file: File, query: { agency: string; kind: DisclosureKind; name: string; system?: string }, options: object) => Promise<ImportReport>): Promise<ImportReport | undefined> {
    const stop = new AbortController();
    const name = order.file.name.normalize('NFC').slice(-LONGEST_NAME);
    let sent = false;
    const become = (part: number) => {
      sent ||= part === 1;
      if (part === 1) this.said = this.t(is === 'check' ? 'checking' : 'importing');
      this.way = { is, name, part, stop };
    };
    const attempt = () => call(order.file, { agency: order.agency.id, kind: order.kind, name, ...(order.system && { system: order.system }) }, { signal: stop.signal, onProgress: become });
    this.trouble = undefined;
    this.refused = false;
    become(0);
    this.#focus('.way button');
    try {
      return await attempt().catch(async (error: unknown) => {
        if (!isSunlitError(error) || error.code !== 'not-signed-in') throw error;
        // An upload is not sent again by the frame, but this question is, when somebody has signed in.
        await this.desk.client.staff.me({ signal: stop.signal });
        return attempt();
      });
    } catch (error) {
      this.said = '';
      if (!this.isConnected) return undefined;
      // Half a file or a refusal imports nothing. All of it was there, and no answer came: who knows.
      const answered = isSunlitError(error) && error.requestId !== undefined && error.code !== 'internal';
      if (is === 'import' && sent && !answered) this.trouble = { is: 'lost' };
      else this.trouble = stop.signal.aborted ? { is: 'stopped' } : { is: 'failed', error };
      return undefined;
    } finally {
      this.way = undefined;
    }
  }

  readonly #next = (): void => {
    this.#forget();
    this.#kept = this.file = undefined;
    this.#focus('h1');
  };

  #keepTable(table: Blob | undefined): void {
    if (this.#table !== undefined) URL.revokeObjectURL(this.#table);
    this.#table = table && URL.createObjectURL(table);
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
