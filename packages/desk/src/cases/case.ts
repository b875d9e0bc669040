import type { Case, CaseCommand, CasePapers } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { formatDay } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending } from '../admin/sending.ts';
import { DeskTitleEvent, type DeskPage } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { deadlineList } from './deadlines.ts';
import type { Withheld } from './decision.ts';
import type { CaseEvent, RedactedEvent } from './events.ts';
import type { DeskCaseFiles } from './files.ts';
import { CaseElement } from './page.ts';
import { asked, letterList, otherList } from './papers.ts';
import { record } from './record.ts';
import { lightOf, moveOf } from './row.ts';
import { DeskCaseStep } from './step.ts';
import type { SayCase } from './strings/index.ts';
import { ONWARD } from './steps.ts';

/**
 * @summary One case: where it stands, whose move it is, the steps that can be taken, its periods with their proof, its papers and its record.
 */
export class DeskCase extends CaseElement {
  @property({ attribute: false }) caseId = '';

  /** The step whose form is open, or the separating-out of parts. */
  @state() private open: CaseCommand | 'redaction' | undefined;
  @state() private papers: CasePapers | undefined;
  /** What was hidden in copies that were made on this page, for a reply in part. */
  @state() private apart: readonly Withheld[] = [];
  @query('desk-case-files') private readonly files!: DeskCaseFiles | null;
  readonly #shown = new Rows<Case>(this, { key: () => `${this.caseId} ${this.language}`, fetch: async (_, signal) => ({ items: [await this.desk.client.cases.get(this.caseId, { signal })] }) });
  readonly #opening = new Sending(this);

  get unsaved(): boolean {
    return [...this.renderRoot.querySelectorAll<DeskPage>('desk-case-step, desk-redaction, desk-case-files, desk-case-saying')].some(({ unsaved }) => unsaved);
  }

  abandon(): void {
    this.files?.abandon();
    this.papers = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('caseId')) return;
    this.open = undefined;
    this.papers = undefined;
    this.apart = [];
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { items: [found], state: stage, error, reload } = this.#shown;
    const one = found?.id === this.caseId ? found : undefined;
    return html`<div class="page" @desk-case=${this.#told} @desk-case-files=${this.#again} @desk-redacted=${this.#redacted}>
      <nav class="crumbs" aria-label=${say('nav.cases')}><a href=${this.desk.href('cases')}>${say('nav.cases')}</a></nav>
      <div class="head"><h1 tabindex="-1">${one ? html`${one.receiptNo}${one.label === undefined ? nothing : html` <bdi>${one.label}</bdi>`}` : t('case')}</h1>
        ${one && this.desk.may('requests.personal') ? html`<div class="buttons"><a class="button" href=${this.desk.href(`cases/${one.id}/cover`)}>${t('cover')}</a></div>` : nothing}</div>
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      ${one ? this.#one(one) : stage === 'loading' ? waitingRows(say, 5) : nothing}
    </div>`;
  }

  #one(one: Case): TemplateResult {
    const { t, language } = this;
    const handles = this.desk.may('requests.handle');
    return html`
      ${this.#standing(one)}
      ${this.open === undefined ? nothing : keyed(this.open, this.open === 'redaction' ? html`<desk-redaction .case=${one} @desk-cancel=${this.#close}></desk-redaction>` : html`<desk-case-step .case=${one} .command=${this.open} .apart=${this.apart} .latest=${this.#latest} @desk-cancel=${this.#close}></desk-case-step>`)}
      <div class="columns">
        <div class="main">
          <section class="card" aria-labelledby="papers"><h2 id="papers" tabindex="-1">${t('papers')}</h2>${this.#papers(one)}</section>
          ${this.desk.may('requests.personal') ? html`<section class="card" aria-labelledby="files"><div class="head"><h2 id="files">${t('files')}</h2>
            ${handles ? html`<button class="button" type="button" data-open="redaction" aria-expanded=${String(this.open === 'redaction')} @click=${() => this.#show('redaction')}>${t('redaction')}</button>` : nothing}</div>
            <desk-case-files .case=${one} .files=${this.papers?.files} .handles=${handles}></desk-case-files></section>` : nothing}
          <section class="card" aria-labelledby="record"><h2 id="record">${t('record')}</h2>
            ${one.urged && handles ? html`<desk-case-saying kind="answer" .case=${one}></desk-case-saying>` : nothing}
            ${this.desk.may('requests.urge') ? html`<desk-case-saying kind="urge" .case=${one}></desk-case-saying>` : nothing}
            ${handles ? html`<desk-case-saying kind="note" .case=${one}></desk-case-saying>` : nothing}
            ${record(one, { t, language, href: this.desk.href, papers: this.papers })}</section>
        </div>
        <div class="side">
          <section class="card" aria-labelledby="periods"><h2 id="periods">${t('periods')}</h2>${deadlineList(t, language, one.deadlines)}</section>
          <section class="card" aria-labelledby="about"><h2 id="about">${t('about')}</h2>${this.#about(one)}</section>
        </div>
      </div>`;
  }

  /** Where it stands, whose move it is, by when, and what can be done. */
  #standing(one: Case): TemplateResult {
    const { t, language } = this;
    const { phase, outcome, waitsFor, next, urged, may, erasedOn } = one;
    const button = (command: CaseCommand) => html`<button class="button ${ONWARD.includes(command) ? 'primary' : ''}" type="button" data-open=${command} aria-expanded=${String(this.open === command)} @click=${() => this.#show(command)}>${t(`event.${command}`)}</button>`;
    const [onward, others] = [may.filter((command) => ONWARD.includes(command)), may.filter((command) => !ONWARD.includes(command))];
    return html`<section class="card standing" aria-label=${t('standing')}>
      <p class="phase"><strong>${t(`phase.${phase}`)}</strong>${outcome === undefined ? nothing : html` <span>${t(`outcome.${outcome}`)}</span>`}</p>
      <p>${moveOf(t, waitsFor)}</p>
      ${next === undefined ? nothing : html`<p class="next">${t('until', { term: t(`term.${next.term}`), day: formatDay(next.due, language) })} ${lightOf(t, next)} ${next.provisional ? html`<span class="badge warn">${t('period.provisional')}</span>` : nothing}</p>`}
      ${urged ? html`<div class="notice bad">${icons.warning}<p>${t(this.desk.may('requests.personal') ? 'urged.text' : 'urged.seen')}</p></div>` : nothing}
      ${erasedOn === undefined ? nothing : html`<p class="notice">${t('erased', { day: formatDay(erasedOn, language) })}</p>`}
      ${may.length === 0 ? nothing : html`<div class="steps" role="group" aria-label=${t('steps')}>${onward.map(button)}${onward.length > 0 && others.length > 0 ? html`<span class="small muted">${t('steps.others')}</span>` : nothing}${others.map(button)}</div>`}
      ${may.length === 0 && !this.desk.may('requests.handle') ? html`<p class="muted small">${t('steps.none')}</p>` : nothing}
    </section>`;
  }

  #papers(one: Case): TemplateResult {
    const { t, say, language, papers } = this;
    if (!this.desk.may('requests.personal')) return html`<p class="muted">${t('papers.not-yours')}</p>`;
    const { error, busy } = this.#opening;
    const failed = error === undefined ? nothing : problem(say, error);
    if (!papers) return html`${failed}<p class="muted">${t('papers.text')}</p><p><button class="button" type="button" data-open="papers" aria-disabled=${String(busy)} @click=${this.#openPapers}>${t('papers.open')}</button></p>`;
    const setting = { t, language, href: this.desk.href, letterUrl: (letter: string, format: 'html' | 'docx') => this.desk.client.cases.letterUrl(one.id, letter, format) };
    const came = papers.files.filter(({ by }) => by === 'applicant').length;
    return html`${failed}${asked(one, papers, setting)}
      ${papers.filesAnnounced > came ? html`<p class="notice warn">${icons.warning}<span>${t('papers.announced', { count: papers.filesAnnounced, came })}</span></p>` : nothing}
      <h3>${t('letters')}</h3>${letterList(papers, setting)}
      <h3>${t('others')}</h3>${otherList(papers, one, setting)}`;
  }

  #about(one: Case): TemplateResult {
    const { t, language } = this;
    const { agency, channel, applicant, form, route, submittedOn, receivedOn, endedOn, handler, firstHandler, parent, children, questions } = one;
    const fact = (label: string, value: string | TemplateResult | undefined) => (value === undefined ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
    const day = (value: string | undefined) => (value === undefined ? undefined : formatDay(value, language));
    return html`<dl class="facts-list">
      ${fact(t('about.agency'), agency.name)}${fact(t('about.channel'), t(`channel.${channel}`))}${fact(t('about.applicant'), t(`applicant.${applicant}`))}
      ${fact(t('papers.form'), `${t(`form.${form}`)}${t('comma')}${t(`route.${route}`)}`)}
      ${fact(t('about.submitted'), day(submittedOn))}${fact(t('about.received'), receivedOn === undefined ? t('about.received.not') : day(receivedOn))}${fact(t('about.ended'), day(endedOn))}
      ${fact(t('about.handler'), handler && `${handler.post} ${handler.name}`)}${fact(t('about.first'), firstHandler && `${firstHandler.post} ${firstHandler.name}`)}
      ${fact(t('about.remedy'), one.remedy?.text)}
      ${fact(t('about.parent'), parent === undefined ? undefined : html`<a href=${this.desk.href(`cases/${parent}`)}>${t('about.parent.open')}</a>`)}
      ${children.length === 0 ? nothing : fact(t('about.children'), html`${children.map(({ id, agency: at, phase }) => html`<p><a href=${this.desk.href(`cases/${id}`)}>${at.name}</a> <span class="badge">${t(`phase.${phase}`)}</span></p>`)}`)}
      ${questions.length === 0 ? nothing : fact(t('about.questions'), html`${questions.map(({ term, askedOn, answer, overriddenOn }) => html`<p>${t('entry.about', { what: t(`term.${term}`), day: formatDay(askedOn, language) })}${t('colon')}${answerOf(t, answer)}${overriddenOn === undefined ? nothing : html`${t('comma')}${t('question.overridden')}`}</p>`)}`)}
    </dl>`;
  }

  #show(what: NonNullable<typeof this.open>): void {
    this.open = this.open === what ? undefined : what;
    void this.updateComplete.then(() => this.renderRoot.querySelector('desk-case-step, desk-redaction')?.scrollIntoView({ block: 'nearest' }));
  }

  readonly #close = (): void => {
    const { open } = this;
    this.open = undefined;
    this.#focus(`[data-open="${open ?? ''}"]`);
  };

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #openPapers = async (): Promise<void> => {
    const { caseId } = this;
    const papers = await this.#opening.send(() => this.desk.client.cases.papers(caseId));
    if (!papers || caseId !== this.caseId) return;
    const first = this.papers === undefined;
    this.papers = papers;
    if (first) this.#focus('#papers');
  };

  /** A part knows how the case stands now, or that it is not known. */
  readonly #told = ({ current, done, target }: CaseEvent): void => {
    if (!current) return this.#shown.reload();
    this.#shown.items = [current];
    this.requestUpdate();
    if (done === undefined) return;
    this.desk.say(done);
    // What was written and which letters went out is in the papers: who has them open sees the step there too.
    if (this.papers) void this.#openPapers();
    // A note that is written meanwhile does not close the form of a step.
    if (!(target instanceof DeskCaseStep)) return;
    this.open = undefined;
    this.apart = current.phase === 'processing' ? this.apart : [];
    this.#focus('h1');
  };

  readonly #again = (): void => {
    this.#shown.reload();
    if (this.papers) void this.#openPapers();
  };

  /** The case after what was done on this page before: a file that was added makes another version of it. */
  readonly #latest = async (): Promise<Case | undefined> => {
    await this.#shown.settled;
    return this.#shown.items[0];
  };

  readonly #redacted = ({ copy }: RedactedEvent): void => {
    this.apart = [...this.apart, ...copy.withheld];
    this.open = undefined;
    this.desk.say(this.t('redaction.done', { name: copy.file.name }));
    this.#again();
    this.#focus('[data-open="redaction"]');
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [one] = this.#shown.items;
    if (one?.id === this.caseId) this.dispatchEvent(new DeskTitleEvent(one.receiptNo));
  }
}

function answerOf(t: SayCase, answer: Case['questions'][number]['answer']): string {
  if (answer === undefined) return t('question.open');
  return answer === 'answered' || answer === 'silent' ? t(`question.${answer}`) : t(`opinion.${answer}`);
}
