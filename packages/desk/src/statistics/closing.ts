import { isChangedMeanwhile, type AnnualDraft } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatNumber } from '../../../../src/shared/format.ts';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, DoneEvent, field } from '../published/form.ts';
import { FiguresEvent } from './events.ts';
import { StatisticElement } from './page.ts';

/**
 * @summary The step before the figures of a year are public: what that means, what is missing or does not add up, and the reason where one is needed.
 */
export class DeskYearClosing extends StatisticElement {
  @property({ attribute: false }) draft: AnnualDraft | undefined;

  /** A version that somebody else closed while this was open. */
  @state() private meanwhile: number | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, language, draft, meanwhile } = this;
    if (!draft) return nothing;
    const { agency, year, closed, entered, faults, differences } = draft;
    const { error, wrong, busy } = this.#sending;
    const before = closed?.version ?? 0;
    const count = (n: number) => formatNumber(n, language);
    return html`<form class="form closing" novalidate aria-labelledby="title" @submit=${this.#close}>
      <h2 id="title">${t(before === 0 ? 'closing.title' : 'closing.again.title', { agency: agency.name, year })}</h2>
      ${meanwhile === undefined ? error === undefined || wrong.size > 0 ? nothing : problem(say, error) : html`<p class="notice warn" role="alert">${t('closing.changed', { version: meanwhile })}</p>`}
      <ul class="meaning">
        <li>${t('closing.public')}</li>
        ${before === 0 ? html`<li>${t('closing.stays')}</li>` : html`<li>${t('closing.version', { version: before + 1, before })}</li><li>${t('closing.differences', { before, count: count(differences.length) })}</li>`}
        <li>${t('closing.final')}</li>
      </ul>
      ${entered?.proactive && entered.disputes ? nothing : html`<div class="notice warn"><ul>
        ${entered?.proactive ? nothing : html`<li>${t('closing.missing.proactive')}</li>`}${entered?.disputes ? nothing : html`<li>${t('closing.missing.disputes')}</li>`}</ul></div>`}
      ${faults.length === 0 ? nothing : html`<p class="notice warn">${t('closing.faults', { count: count(faults.length) })}</p>`}
      ${this.#needsReason(draft) ? field({ name: 'reason', label: t('closing.reason'), hint: t('closing.reason.hint'), wrong: wrong.get('reason') },
        (described, invalid) => html`<textarea class="field" id="reason" name="reason" rows="3" maxlength="500" aria-describedby=${described} aria-invalid=${invalid}></textarea>`) : nothing}
      <div class="buttons"><button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t(before === 0 ? 'closing.sure' : 'closing.sure.again')}</button></div>
    </form>`;
  }

  #needsReason({ closed, faults }: AnnualDraft): boolean {
    return closed !== undefined || faults.length > 0;
  }

  readonly #close = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, draft } = this;
    if (!draft) return;
    const reason = typed(this.form)('reason');
    if (this.#sending.refuse({ reason: this.#needsReason(draft) && reason === '' ? t('closing.reason.missing') : undefined })) return;
    const { agency, year, closed } = draft;
    const current = await this.#sending.send(() => this.desk.client.statistics.close(agency.id, year, { version: closed?.version ?? 0, ...(reason && { reason }) }));
    const { error } = this.#sending;
    if (!current && isChangedMeanwhile<AnnualDraft>(error)) {
      this.meanwhile = error.current.closed?.version ?? 0;
      this.dispatchEvent(new FiguresEvent(error.current));
      return;
    }
    if (!current) return;
    this.desk.say(t('closing.done', { year, version: current.closed?.version ?? 1 }));
    this.dispatchEvent(new FiguresEvent(current));
    this.dispatchEvent(new DoneEvent());
  };
}
