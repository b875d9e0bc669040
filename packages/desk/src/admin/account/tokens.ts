import type { AgencyRef } from '@sunlit/client';
import type { Token, TokenSecret } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { formatMoment } from '../../../../../src/shared/format.ts';
import { waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { field } from '../../published/form.ts';
import type { AgencyChosenEvent } from '../agency-choice.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';

const DAYS = [30, 90, 180, 366] as const;

/**
 * @summary One's own tokens for other programs: each for one agency and some permissions, its secret shown once.
 */
export class DeskTokens extends AdminPage {
  static override styles = [AdminPage.styles, css`
    .sunlit > * + * {
      margin-top: 0.9em;
    }
  `];

  @state() private agency: AgencyRef | undefined;
  @state() private made: TokenSecret | undefined;
  /** The one that somebody was asked about before it ends. */
  @state() private ending: Token | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;

  readonly #tokens = new Rows<Token>(this, { key: () => 'tokens', fetch: (_, signal) => this.desk.client.tokens.list({ signal }) });
  readonly #sending = new Sending(this);
  readonly #revoking = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, made } = this;
    const { state: stage, items, error, reload } = this.#tokens;
    return html`
      <p class="muted">${t('tokens.text')}</p>
      ${this.#revoking.error === undefined ? nothing : problem(say, this.#revoking.error)}
      ${stage === 'failed' ? problem(say, error, reload) : stage === 'loading' && items.length === 0 ? waitingRows(say, 2)
        : items.length === 0 ? html`<p class="muted">${t('tokens.none')}</p>` : html`<ul>${items.map((token) => this.#row(token))}</ul>`}
      ${made ? html`<div class="form"><p class="notice warn" role="status">${t('tokens.secret', { label: made.token.label })}</p><p class="secret">${made.secret}</p>
        <div class="buttons"><button class="button primary" type="button" @click=${() => (this.made = undefined)}>${t('tokens.secret.done')}</button></div></div>` : this.#form()}`;
  }

  #row(token: Token): TemplateResult {
    const { t, say, language } = this;
    const { label, agencyId, permissions, expiresAt, lastUsedAt } = token;
    return html`<li class="held">
      <span><strong>${label}</strong> <code class="muted">${agencyId}</code> <span class="small muted">${permissions.map((permission) => t(`permission.${permission}`)).join(t('comma'))}；${t('tokens.until', { time: formatMoment(expiresAt, language) })}；${lastUsedAt === undefined ? t('tokens.unused') : t('tokens.used', { time: formatMoment(lastUsedAt, language) })}</span></span>
      ${this.ending === token
        ? html`<span class="buttons" role="group" aria-label=${t('tokens.revoke.sure', { label })}><span>${t('tokens.revoke.sure', { label })}</span>
          <button class="button" type="button" @click=${() => (this.ending = undefined)}>${say('cancel')}</button><button class="button danger" type="button" @click=${() => this.#revoke(token)}>${t('tokens.revoke')}</button></span>`
        : html`<button class="button" type="button" aria-label=${t('tokens.revoke.of', { label })} @click=${() => (this.ending = token)}>${t('tokens.revoke')}</button>`}
    </li>`;
  }

  #form(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    const lacking = wrong.get('permissions') ?? [...wrong].find(([name]) => name.startsWith('permissions.'))?.[1];
    return html`<form class="form" novalidate aria-label=${t('tokens.create')} @submit=${this.#create}>
      <h3>${t('tokens.create')}</h3>
      ${error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'label', label: t('tokens.label'), hint: t('tokens.label.hint'), wrong: wrong.get('label') }, (described, invalid) => html`<input class="field" id="label" name="label" maxlength="100" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <desk-agency-choice .label=${say('agency')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
      <fieldset aria-describedby="lacking"><legend class="label">${t('tokens.permissions')}</legend>
        <div class="two">${this.me.permissions.map((permission) => html`<label class="check"><input type="checkbox" name="permissions" value=${permission}>${t(`permission.${permission}`)}</label>`)}</div>
        <p class="wrong" id="lacking" role="alert">${lacking ?? ''}</p></fieldset>
      ${field({ name: 'days', label: t('tokens.days'), wrong: undefined }, () => html`<select class="field" id="days" name="days">${DAYS.map((days) => html`<option value=${days} .selected=${days === 90}>${t('tokens.for', { days })}</option>`)}</select>`)}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('tokens.create')}</button></div>
    </form>`;
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency } = this;
    const value = typed(this.form);
    const chosen = new FormData(this.form ?? undefined).getAll('permissions');
    const permissions = this.me.permissions.filter((permission) => chosen.includes(permission));
    const label = value('label');
    const wrong = { label: label === '' ? say('required') : undefined, agencyId: agency ? undefined : t('choice.missing'), permissions: permissions.length === 0 ? t('tokens.permissions.missing') : undefined };
    if (this.#sending.refuse(wrong) || !agency) return;
    this.made = await this.#sending.send(() => this.desk.client.tokens.create({ label, agencyId: agency.id, permissions, days: Number(value('days')) }));
    if (this.made) this.#tokens.reload();
  };

  async #revoke({ id, label }: Token): Promise<void> {
    const done = await this.#revoking.send(() => this.desk.client.tokens.revoke(id));
    this.ending = undefined;
    if (!done) return;
    this.desk.say(this.t('tokens.revoked', { label }));
    this.#tokens.reload();
  }
}
