import type { AgencyRef } from '@sunlit/client';
import { isChangedMeanwhile, type ReportDraft, type ReportPreview, type ReportSection, type ReportTemplate } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { text as textStyles } from '../../../../src/disclosure/styles/text.ts';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { Dialog } from '../frame/dialog.ts';
import { filter, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { faultList } from './faults.ts';
import { StatisticElement } from './page.ts';
import { agencyOf, whose, yearOf, yearsWith } from './place.ts';
import { figuresByRef, referencesIn } from './references.ts';
import type { DeskReportSection, SectionEvent } from './report-section.ts';
import { ReportWriting, type ReportOf } from './report-writing.ts';

const TEMPLATES: readonly ReportTemplate[] = ['annual', 'rule-of-law'];

/**
 * @summary A report of a year while it is written: sections with figures by reference, what is still wrong, preview, files, and the draft it becomes.
 */
export class DeskReport extends StatisticElement {
  static override styles = [StatisticElement.styles, textStyles];

  /** What the address asks for: whose report. */
  @property({ attribute: false }) query = new URLSearchParams();
  @property() year = '';
  @property() template = '';

  @state() private agency: AgencyRef | undefined;
  /** The report whose text is being written; nothing while it is read. */
  #writing: ReportWriting | undefined;
  readonly #reports = new Rows<ReportDraft>(this, {
    key: () => [this.agency?.id, this.year, this.template, this.language].join(' '),
    fetch: async (_, signal) => {
      const of = this.#of;
      if (!of) return { items: [] };
      const report = await this.desk.client.reports.get(of.agency, of.year, of.template, { signal });
      await this.#begin(of, report);
      return { items: [report] };
    },
  });
  readonly #saving = new Sending(this);
  readonly #drafting = new Sending(this);
  readonly #previewing = new Sending(this);
  readonly #preview = new Dialog<ReportPreview>(this, 'dialog.preview');
  readonly #rich = new RichTexts(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.#writing?.unsaved ?? false;
  }

  abandon(): Promise<void> | undefined {
    return this.#writing?.abandon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#writing?.end();
  }

  get #of(): ReportOf | undefined {
    const template = TEMPLATES.find((one) => one === this.template);
    return this.agency && template ? { agency: this.agency.id, year: yearOf(this.year), template } : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('query')) this.agency = agencyOf(this.me, this.query);
  }

  async #begin(of: ReportOf, report: ReportDraft): Promise<void> {
    this.#writing?.end();
    const writing = (this.#writing = new ReportWriting(this, of, report, this.me.id));
    await writing.restore();
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const of = this.#of;
    const { state: stage, items: [found], error, reload } = this.#reports;
    const writing = found && this.#writing;
    const agency = writing?.report.agency ?? this.agency;
    const year = yearOf(this.year);
    return html`<div class="page">
      <nav class="crumbs" aria-label=${t('figures')}><a href=${this.desk.href(agency ? `statistics?agency=${agency.id}&year=${String(year)}` : 'statistics')}>${t('report.figures')}</a></nav>
      <div class="head"><h1 tabindex="-1">${of ? t(`template.${of.template}`) : t('report')}</h1><p class="muted">${t('report.text')}</p></div>
      ${whose({ label: t('agency'), change: t('agency.change'), agency, choose: ({ id }) => this.#go({ agency: id }) })}
      <div class="filters">
        ${filter(t('year'), String(year), yearsWith(year).map((one) => ({ value: String(one), text: t('year.of', { year: one }) })), (one) => this.#go({ year: Number(one) }))}
        <div class="wide">${filter(t('report.template'), of?.template ?? 'annual', TEMPLATES.map((value) => ({ value, text: t(`template.${value}`) })), (template) => this.#go({ template }))}</div>
      </div>
      ${stage === 'failed' ? problem(say, error, reload) : writing ? this.#report(writing) : waitingRows(say, 6)}
    </div>`;
  }

  #report(writing: ReportWriting): TemplateResult {
    const { t, say, language } = this;
    const { report, texts, disputes, found } = writing;
    const writes = this.desk.may('statistics.write');
    const figures = figuresByRef(report.figures);
    const preview = this.#preview.subject;
    return html`
      <p class="small muted">${report.saved ? t('report.saved', { who: `${report.saved.by.post} ${report.saved.by.name}`, time: formatMoment(report.saved.at, language) }) : t('report.proposed')}${writes ? nothing : html` ${t('report.reads')}`}</p>
      ${found === undefined ? nothing : html`<div class="notice" role="status"><div><p>${t('copy.found', { time: formatMoment(found, language) })}</p><button class="button" type="button" data-act="discard" @click=${() => void writing.discard()}>${t('copy.drop')}</button></div></div>`}
      ${disputes.size === 0 ? nothing : html`<p class="notice warn" role="alert">${t('conflict.text', { who: report.saved ? `${report.saved.by.post} ${report.saved.by.name}` : '', time: report.saved ? formatMoment(report.saved.at, language) : '' })}</p>`}
      <div class="columns"><div class="main">
        ${repeat(report.sections, ({ name }) => name, (section) => html`<desk-report-section data-section=${section.name} .section=${section} .text=${texts[section.name] ?? ''} .figures=${figures} .theirs=${disputes.get(section.name)} .writes=${writes}
          @desk-section=${(event: SectionEvent) => this.#write(writing, section.name, event)}></desk-report-section>`)}
      </div>
      <div class="side">${this.#checks(writing)}${this.#files(writing)}${writes ? this.#draft(writing) : nothing}</div></div>
      ${this.#saving.error === undefined ? nothing : problem(say, this.#saving.error)}
      ${writes ? this.#bar(writing) : nothing}
      <dialog class="preview wide" aria-labelledby="preview" @close=${this.#preview.close}>${preview ? html`
        <div class="head"><h3 id="preview">${preview.title}</h3><button class="button quiet" type="button" aria-label=${t('close')} @click=${this.#preview.close}>${icons.close}</button></div>${this.#rendered(preview.markdown)}` : nothing}</dialog>`;
  }

  #rendered(markdown: string): TemplateResult {
    const { t, language } = this;
    const made = this.#rich.get(markdown, { t, language });
    return typeof made === 'string' ? html`<p class="said">${markdown}</p>` : html`${made.node}`;
  }

  #checks({ report, texts }: ReportWriting): TemplateResult {
    const { t, language } = this;
    const { sections, year, template, due, closed, agency } = report;
    const figures = figuresByRef(report.figures);
    const unknown = sections.flatMap((section) => referencesIn(texts[section.name] ?? '', figures).flatMap(({ ref, value }) => (value === undefined ? [{ section, ref }] : [])));
    const empty = sections.filter(({ name }) => (texts[name] ?? '').trim() === '');
    const goTo = ({ name, title }: ReportDraft['sections'][number], ref?: string) => html`<li><button class="button quiet" type="button" @click=${() => this.#goTo(name)}>${ref === undefined ? nothing : html`<code>${ref || '{{}}'}</code>`} ${t('checks.go', { title })}</button></li>`;
    return html`<section class="card checks" aria-labelledby="checks"><h2 id="checks">${t('checks')}</h2>
      <p>${t('checks.due', { day: formatDay(due, language) })}${template === 'annual' ? html` <span class="small muted">${t('checks.due.annual')}</span>` : nothing}</p>
      <p class=${closed ? '' : 'attend'}>${closed ? t('checks.closed', { year }) : html`${icons.warning} ${t('checks.open', { year })} <a href=${this.desk.href(`statistics?agency=${agency.id}&year=${String(year)}`)}>${t('checks.open.go')}</a>`}</p>
      <div role="status">${unknown.length === 0 && empty.length === 0 ? html`<p>${t('checks.good')}</p>` : nothing}
        ${unknown.length === 0 ? nothing : html`<p class="attend">${icons.warning} ${t('checks.unknown', { count: unknown.length })}</p><ul>${unknown.map(({ section, ref }) => goTo(section, ref))}</ul>`}
        ${empty.length === 0 ? nothing : html`<p class="attend">${icons.warning} ${t('checks.empty', { count: empty.length })}</p><ul>${empty.map((section) => goTo(section))}</ul>`}</div>
      ${faultList(report.faults, { t, language })}</section>`;
  }

  #files(writing: ReportWriting): TemplateResult {
    const { t, say } = this;
    const { agency, year, template } = writing.report;
    const name = t('file.name', { agency: agency.name, year, template: t(`template.${template}`) });
    return html`<section class="card" aria-labelledby="files"><h2 id="files">${t('files')}</h2>
      ${writing.unsaved ? html`<p class="small muted">${t('report.first')}</p>` : nothing}
      ${this.#previewing.error === undefined ? nothing : problem(say, this.#previewing.error)}
      <div class="acts"><button class="button" type="button" data-act="preview" aria-disabled=${String(this.#previewing.busy)} @click=${() => void this.#show(writing)}>${t('report.preview')}</button>
        ${(['docx', 'pdf'] as const).map((format) => html`<a class="button" href=${this.desk.client.reports.fileUrl(agency.id, year, template, format)} download="${name}.${format}">${t(`file.${format}`)}</a>`)}</div></section>`;
  }

  #draft(writing: ReportWriting): TemplateResult {
    const { t, say } = this;
    const { draftId, disclosureId, version } = writing.report;
    const { texts, report: { sections } } = writing;
    const figures = figuresByRef(writing.report.figures);
    const unknown = sections.some(({ name }) => referencesIn(texts[name] ?? '', figures).some(({ value }) => value === undefined));
    const hindrance = version === 0 || writing.unsaved ? t('draft.unsaved') : unknown ? t('draft.unknown') : undefined;
    return html`<section class="card" aria-labelledby="draft"><h2 id="draft">${t('draft')}</h2><p class="small muted">${t('draft.text')}</p>
      ${disclosureId === undefined ? nothing : html`<p>${t('draft.published')}</p>`}
      ${this.#drafting.error === undefined ? nothing : problem(say, this.#drafting.error)}
      ${draftId !== undefined ? html`<p><a class="button" href=${this.desk.href(`drafts/${draftId}`)}>${t('draft.open')}</a></p>`
        : hindrance === undefined ? html`<p><button class="button" type="button" data-act="draft" aria-disabled=${String(this.#drafting.busy)} @click=${() => void this.#beginDraft(writing)}>${t('draft.go')}</button></p>` : html`<p>${hindrance}</p>`}</section>`;
  }

  #bar(writing: ReportWriting): TemplateResult {
    const { t } = this;
    const { unsaved, disputes, kept } = writing;
    return html`<div class="selection" role="region" aria-label=${t('report.save')}>
      <p role="status">${disputes.size > 0 ? t('conflict.left', { count: disputes.size }) : unsaved ? t('report.unsaved') : t('report.all-saved')}${unsaved && kept ? html` <span class="small muted">${t('report.kept')}</span>` : nothing}</p>
      <button class="button primary" type="button" data-act="save" aria-disabled=${String(this.#saving.busy || disputes.size > 0)} @click=${() => void this.#save(writing)}>${t('report.save')}</button>
    </div>`;
  }

  #write(writing: ReportWriting, name: ReportSection, { change }: SectionEvent): void {
    if ('text' in change) writing.write(name, change.text);
    else writing.settle(name, change.take);
  }

  async #save(writing: ReportWriting): Promise<boolean> {
    if (writing.disputes.size > 0) return false;
    const saved = await this.#saving.send(() => writing.save(this.desk.client));
    if (saved) this.desk.say(this.t('report.done'));
    else if (saved === false) this.#goTo([...writing.disputes.keys()][0]);
    return saved ?? false;
  }

  /** Of what is saved: a text that is not is saved first, if the person may. */
  async #show(writing: ReportWriting): Promise<void> {
    if (writing.unsaved && !(await this.#save(writing))) return;
    const { agency, year, template } = writing.report;
    const preview = await this.#previewing.send(() => this.desk.client.reports.preview(agency.id, year, template));
    if (preview) this.#preview.open(preview);
  }

  async #beginDraft(writing: ReportWriting): Promise<void> {
    const { agency, year, template, version } = writing.report;
    const order = { version };
    const begun = await this.#drafting.send(() => this.desk.client.reports.draft(agency.id, year, template, order, { idempotencyKey: this.#attempt.keyFor({ agency: agency.id, year, template, version }) }));
    const { error } = this.#drafting;
    if (isChangedMeanwhile<ReportDraft>(error)) writing.meet(error.current);
    if (!begun) return;
    this.#attempt.done();
    writing.renew(begun);
    this.desk.say(this.t('draft.done'));
    if (begun.draftId !== undefined) this.desk.go(`drafts/${begun.draftId}`);
  }

  #goTo(name: ReportSection | undefined): void {
    const section = this.renderRoot.querySelector<DeskReportSection>(`[data-section="${name ?? ''}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus();
  }

  #go({ agency = this.agency?.id ?? '', year = yearOf(this.year), template = this.#of?.template ?? 'annual' }: Partial<ReportOf>): void {
    this.desk.go(`reports/${String(year)}/${template}?${new URLSearchParams({ agency }).toString()}`);
  }
}
