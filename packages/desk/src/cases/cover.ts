import type { Case, CaseEntry, CasePapers } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay, formatNumber } from '../../../../src/shared/format.ts';
import { Sending } from '../admin/sending.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { CaseElement } from './page.ts';

/**
 * @summary The cover of a case file (案卷封面) with its lists of letters and files, to print for the archive.
 */
export class DeskCaseCover extends CaseElement {
  @property({ attribute: false }) caseId = '';

  @state() private papers: CasePapers | undefined;
  readonly #shown = new Rows<Case>(this, {
    key: () => this.caseId,
    fetch: async (_, signal) => {
      const one = await this.desk.client.cases.get(this.caseId, { signal });
      this.dispatchEvent(new DeskTitleEvent(`${this.t('cover')} ${one.receiptNo}`));
      return { items: [one] };
    },
  });
  readonly #opening = new Sending(this);

  abandon(): void {
    this.papers = undefined;
  }

  protected override view(): TemplateResult {
    const { t, say, papers } = this;
    const { items: [one], state: stage, error, reload } = this.#shown;
    return html`<div class="page">
      <nav class="crumbs no-print" aria-label=${say('nav.cases')}><a href=${this.desk.href('cases')}>${say('nav.cases')}</a> <a href=${this.desk.href(`cases/${this.caseId}`)}>${one?.receiptNo ?? t('case')}</a></nav>
      <div class="head no-print"><h1 tabindex="-1">${t('cover')}</h1>${papers ? html`<div class="buttons"><button class="button primary" type="button" @click=${() => print()}>${t('cover.print')}</button></div>` : nothing}</div>
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      ${this.#opening.error === undefined ? nothing : problem(say, this.#opening.error)}
      ${!one ? (stage === 'loading' ? waitingRows(say, 4) : nothing) : papers ? this.#cover(one, papers)
        : this.desk.may('requests.personal') ? html`<p class="muted">${t('cover.text')}</p><p><button class="button" type="button" aria-disabled=${String(this.#opening.busy)} @click=${this.#open}>${t('papers.open')}</button></p>`
          : html`<p class="muted">${t('papers.not-yours')}</p>`}
    </div>`;
  }

  #cover(one: Case, papers: CasePapers): TemplateResult {
    const { t, language } = this;
    const last = (type: CaseEntry['type']) => [...one.entries].reverse().find((entry) => entry.type === type);
    const day = (value: string | undefined) => (value === undefined ? '' : formatDay(value, language));
    const [decided, served, archived] = [last('decide'), last('serve'), last('archive')];
    const wanted = papers.wanted.at(-1)?.wanted;
    const row = (name: string, value: string | TemplateResult) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
    const officer = (person: Case['handler']) => (person === undefined ? '' : `${person.post} ${person.name}`);
    return html`<article class="cover">
      <p class="agency">${one.agency.name}</p>
      <h2>${t('cover.title')}</h2>
      <table class="list"><caption class="hidden-text">${t('cover.title')}</caption><tbody>
        ${row(t('cover.receipt'), one.receiptNo)}
        ${row(t('papers.applicant'), `${papers.applicant.name}${t('comma')}${t(`applicant.${papers.applicant.type}`)}`)}
        ${row(t('papers.wanted'), html`${wanted?.title ?? nothing} ${wanted?.docNo ?? nothing}<p class="said">${wanted?.description ?? nothing}</p>`)}
        ${row(t('about.channel'), t(`channel.${one.channel}`))}
        ${row(t('about.submitted'), day(one.submittedOn))}${row(t('about.received'), day(one.receivedOn))}
        ${row(t('about.first'), officer(one.firstHandler))}${row(t('about.handler'), officer(one.handler))}
        ${row(t('cover.outcome'), one.outcome === undefined ? t(`phase.${one.phase}`) : t(`outcome.${one.outcome}`))}
        ${row(t('cover.decided'), day(decided?.on))}
        ${row(t('cover.served'), served === undefined ? '' : `${day(served.on)} ${served.way === undefined ? '' : t(`way.${served.way}`)}`)}
        ${row(t('cover.archived'), day(archived?.on))}
        ${row(t('cover.pages'), '')}${row(t('cover.kept'), '')}${row(t('cover.filed-by'), '')}${row(t('cover.checked-by'), '')}
      </tbody></table>
      <h3>${t('cover.letters')}</h3>
      ${papers.letters.length === 0 ? html`<p>${t('letters.none')}</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('cover.letters')}><table class="list"><thead><tr><th scope="col">${t('cover.no')}</th><th scope="col">${t('cover.doc-no')}</th><th scope="col">${t('cover.name')}</th><th scope="col">${t('cover.day')}</th></tr></thead>
        <tbody>${papers.letters.map(({ title, docNo, on }, index) => html`<tr><td>${index + 1}</td><td>${docNo}</td><td>${title}</td><td>${day(on)}</td></tr>`)}</tbody></table></div>`}
      <h3>${t('cover.files')}</h3>
      ${papers.files.length === 0 ? html`<p>${t('files.none')}</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('cover.files')}><table class="list"><thead><tr><th scope="col">${t('cover.no')}</th><th scope="col">${t('cover.name')}</th><th scope="col">${t('file.purpose')}</th><th scope="col">${t('cover.size')}</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>${papers.files.map(({ name, purpose, size, sha256 }, index) => html`<tr><td>${index + 1}</td><td>${name}</td><td>${t(`purpose.${purpose}`)}</td><td>${t('size', { count: formatNumber(Math.ceil(size / 1024), language) })}</td><td><code>${sha256}</code></td></tr>`)}</tbody></table></div>`}
      <h3>${t('cover.record')}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('cover.record')}><table class="list"><thead><tr><th scope="col">${t('cover.day')}</th><th scope="col">${t('cover.what')}</th><th scope="col">${t('cover.who')}</th></tr></thead>
        <tbody>${one.entries.map(({ type, on, at, by, person }) => html`<tr><td>${day(on ?? at.slice(0, 10))}</td><td>${t(`event.${type}`)}</td><td>${person === undefined ? t(`by.${by}`) : officer(person)}</td></tr>`)}</tbody></table></div>
    </article>`;
  }

  readonly #open = async (): Promise<void> => {
    const papers = await this.#opening.send(() => this.desk.client.cases.papers(this.caseId));
    if (!papers) return;
    this.papers = papers;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.head .primary')?.focus());
  };
}
