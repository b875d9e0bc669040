import { isChangedMeanwhile, type AnnualDraft } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Sending } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { ACTS, DISPUTED, DOCUMENTS, MADE, PROACTIVE, SUMS, same, sumOf, tablesOf, typedInto, typedOf, wrongIn, type FigurePath, type Typed } from './entered.ts';
import { FiguresEvent } from './events.ts';
import { DISPUTES } from './lines.ts';
import { StatisticElement } from './page.ts';

/**
 * @summary The second and the fourth table: entered by hand, with last year beside; what two people typed at once is laid side by side.
 */
export class DeskFiguresEntry extends StatisticElement {
  @property({ attribute: false }) draft: AnnualDraft | undefined;
  @property({ type: Boolean }) writes = false;

  @state() private typed: Typed = {};
  /** As it was when it was read or saved last. */
  private saved: Typed = {};
  private version = 0;
  /** What somebody else saved meanwhile. */
  @state() private theirs: AnnualDraft | undefined;
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return !same(this.typed, this.saved);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('draft');
    if (!changed.has('draft') || !this.draft) return;
    const another = before?.agency.id !== this.draft.agency.id || before.year !== this.draft.year;
    // Something typed stays whatever else of the year changed.
    if (another || !this.unsaved) this.#take(this.draft);
  }

  #take({ entered }: AnnualDraft): void {
    this.saved = this.typed = typedOf(entered);
    this.version = entered?.version ?? 0;
    this.theirs = undefined;
    this.#sending.clear();
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, language, draft } = this;
    if (!draft) return nothing;
    const { entered } = draft;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="card form" novalidate aria-labelledby="entry" @submit=${this.#save}>
      <div class="head"><h2 id="entry">${t('entry.title')}</h2>
        <p class="small muted">${entered ? t('entry.by', { who: `${entered.by.post} ${entered.by.name}`, time: formatMoment(entered.at, language) }) : t('entry.none')}</p></div>
      ${this.theirs ? this.#conflict(this.theirs) : error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      ${this.#proactive()}
      ${this.#disputes()}
      ${this.writes ? html`<p class="hint">${t('entry.empty')}</p><div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('entry.save')}</button></div>` : nothing}
    </form>`;
  }

  #proactive(): TemplateResult {
    const { t } = this;
    return html`<h3 id="proactive">${t('entry.proactive')}</h3>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="proactive"><table class="list typed"><caption>${t('entry.regulations')}</caption>
        <thead><tr><th scope="col">${t('entry.kind')}</th>${MADE.map((made) => html`<th scope="col">${t(`made.${made}`)}</th>`)}</tr></thead>
        <tbody>${DOCUMENTS.map((document) => html`<tr><th scope="row">${t(`document.${document}`)}</th>${MADE.map((made) => html`<td>${this.#field(`${document}.${made}`, t('entry.cell', { row: t(`document.${document}`), column: t(`made.${made}`) }))}</td>`)}</tr>`)}</tbody>
      </table></div>
      <div class="scroll" role="region" tabindex="0" aria-label=${t('entry.decisions')}><table class="list typed narrow"><caption>${t('entry.decisions')}</caption>
        <thead><tr><th scope="col">${t('entry.kind')}</th><th scope="col">${t('entry.count')}</th></tr></thead>
        <tbody>${ACTS.map((act) => html`<tr><th scope="row">${t(`act.${act}`)}</th><td>${this.#field(act, t(`act.${act}`))}</td></tr>`)}</tbody>
      </table></div>`;
  }

  #disputes(): TemplateResult {
    const { t, language } = this;
    return html`<h3 id="disputes">${t('entry.disputes')}</h3>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="disputes"><table class="list typed">
        <thead><tr><th scope="col">${t('entry.dispute')}</th>${SUMS.map((result) => html`<th scope="col">${t(`result.${result}`)}</th>`)}</tr></thead>
        <tbody>${DISPUTES.map((dispute) => {
          const sum = sumOf(this.typed, dispute);
          const stated = this.typed[`${dispute}.total`] ?? '';
          return html`<tr><th scope="row">${t(`dispute.${dispute}`)}</th>${SUMS.map((result) => html`<td>${this.#field(`${dispute}.${result}`, t('entry.cell', { row: t(`dispute.${dispute}`), column: t(`result.${result}`) }))}
            ${result === 'total' && sum !== undefined && stated !== '' && Number(stated) !== sum ? html`<span class="was">${t('entry.sum', { count: formatNumber(sum, language) })}</span>` : nothing}</td>`)}</tr>`;
        })}</tbody>
      </table></div>`;
  }

  #field(path: FigurePath, label: string): TemplateResult {
    const { t, language, draft } = this;
    const value = this.typed[path] ?? '';
    const wrong = this.#sending.wrong.get(path);
    const before = typedOf(draft?.lastYear)[path];
    const last = before === undefined ? nothing : html`<span class="hint" id="${path}-last">${t('entry.last', { count: formatNumber(Number(before), language) })}</span>`;
    if (!this.writes) return html`<span class="figure">${value === '' ? '—' : formatNumber(Number(value), language)}</span>${last}`;
    const described = [wrong !== undefined && `${path}-wrong`, before !== undefined && `${path}-last`].filter(Boolean).join(' ');
    return html`<input class="field number" id=${path} type="number" inputmode=${path === 'feesWanYuan' ? 'decimal' : 'numeric'} min="0" step=${path === 'feesWanYuan' ? 'any' : '1'} autocomplete="off" aria-label=${label}
        .value=${live(value)} aria-describedby=${described || nothing} aria-invalid=${wrong === undefined ? 'false' : 'true'} @input=${({ target }: Event) => (this.typed = typedInto(this.typed, path, (target as HTMLInputElement).value))}>
      ${wrong === undefined ? nothing : html`<span class="wrong" id="${path}-wrong">${wrong}</span>`}${last}`;
  }

  #conflict({ entered }: AnnualDraft): TemplateResult {
    const { t, language } = this;
    const theirs = typedOf(entered);
    const differing = [...PROACTIVE, ...DISPUTED].filter((path) => (this.typed[path] ?? '') !== (theirs[path] ?? ''));
    const shown = (typed: Typed, path: FigurePath) => typed[path] || t('entry.left');
    return html`<div class="notice warn" role="alert"><div class="both">
      <p>${t('entry.changed', { who: entered ? `${entered.by.post} ${entered.by.name}` : '', time: entered ? formatMoment(entered.at, language) : '' })}</p>
      <table class="list narrow"><thead><tr><th scope="col">${t('entry.kind')}</th><th scope="col">${t('entry.mine')}</th><th scope="col">${t('entry.theirs')}</th></tr></thead>
        <tbody>${differing.map((path) => html`<tr><th scope="row">${this.#nameOf(path)}</th><td>${shown(this.typed, path)}</td><td>${shown(theirs, path)}</td></tr>`)}</tbody></table>
      <div class="buttons"><button class="button" type="button" data-take="theirs" @click=${this.#yield}>${t('entry.theirs.take')}</button><button class="button primary" type="button" data-take="mine" @click=${this.#insist}>${t('entry.mine.take')}</button></div>
    </div></div>`;
  }

  #nameOf(path: FigurePath): string {
    const { t } = this;
    const act = ACTS.find((one) => one === path);
    if (act) return t(`act.${act}`);
    const document = DOCUMENTS.find((one) => path.startsWith(one));
    const made = MADE.find((one) => path.endsWith(one));
    if (document && made) return t('entry.cell', { row: t(`document.${document}`), column: t(`made.${made}`) });
    const dispute = DISPUTES.find((one) => path.startsWith(`${one}.`));
    const result = SUMS.find((one) => path.endsWith(`.${one}`));
    return dispute && result ? t('entry.cell', { row: t(`dispute.${dispute}`), column: t(`result.${result}`) }) : path;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { t, draft, typed, version } = this;
    if (!draft || this.theirs || this.#sending.refuse(Object.fromEntries(wrongIn(typed).map((path) => [path, t(path === 'feesWanYuan' ? 'entry.wrong.money' : 'entry.wrong')])))) return;
    const current = await this.#sending.send(() => this.desk.client.statistics.enter(draft.agency.id, draft.year, { version, ...tablesOf(typed) }));
    const { error } = this.#sending;
    if (!current && isChangedMeanwhile<AnnualDraft>(error)) {
      this.theirs = error.current;
      return;
    }
    if (!current) return;
    // What was typed while it was on its way is not saved.
    if (this.typed === typed) this.#take(current);
    else [this.saved, this.version] = [typedOf(current.entered), current.entered?.version ?? 0];
    this.desk.say(t('entry.saved'));
    this.dispatchEvent(new FiguresEvent(current));
  }

  readonly #yield = (): void => {
    const { theirs } = this;
    if (!theirs) return;
    this.#take(theirs);
    this.dispatchEvent(new FiguresEvent(theirs));
  };

  /** What is typed here stays, upon the version that somebody else saved. */
  readonly #insist = (): void => {
    this.version = this.theirs?.entered?.version ?? 0;
    this.saved = typedOf(this.theirs?.entered);
    this.theirs = undefined;
    void this.#send();
  };
}
