import type { Notice, OpinionSummary } from '@sunlit/client/notices';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import type { Saying } from './card.ts';
import { NoticeForm, type FormOptions } from './form.ts';

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** What of a notice is seen once it is opened: what may be said, how it is chosen who speaks, and what became of it. */
export class NoticePanel {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #opinion: NoticeForm;
  readonly #seat: NoticeForm;
  #checked: 'yes' | 'no' | 'wrong' | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions) {
    this.#host = host;
    this.#opinion = new NoticeForm(host, 'opinion', options);
    this.#seat = new NoticeForm(host, 'seat', options);
  }

  /** Wipes everything that was written. */
  reset(): void {
    this.#opinion.reset();
    this.#seat.reset();
    this.#checked = undefined;
  }

  view(notice: Notice, saying: Saying): TemplateResult {
    const { t } = saying;
    const { type, liveUrl, objections, roles, selection, outcome, summary } = notice;
    return html`${liveUrl ? html`<p><a href=${liveUrl} target="_blank" rel="noopener">${t('live')}</a></p>` : nothing}
      ${roles.length > 0 ? html`<section><h4>${t('roles')}</h4><ul class="plain-list">${roles.map(({ role, group, count }) => html`<li>${t(group ? 'role.group' : 'role', { role, n: count, ...(group && { group }) })}</li>`)}</ul></section>` : nothing}
      ${selection ? html`<section><h4>${t('selection')}</h4><p>${selection}</p></section>` : nothing}
      ${summary ? opinionSummary(summary, saying) : nothing}
      ${outcome ? html`<section><h4>${t(type === 'hearing' ? 'outcome.hearing' : 'outcome')}</h4><p>${outcome}</p></section>` : nothing}
      ${this.#result(notice, saying)} ${this.#opinions(notice, saying)} ${this.#seats(notice, saying)}
      ${objections.length > 0 ? html`<section><h4>${t('objections')}</h4><dl>${objections.map(({ way, contact }) => html`<div><dt>${way}</dt><dd>${contact}</dd></div>`)}</dl></section>` : nothing}`;
  }

  #opinions(notice: Notice, { t, language }: Saying): TemplateResult | typeof nothing {
    const { opinions, summary } = notice;
    if (!opinions) return nothing;
    const day = formatDay(opinions.until, language);
    if (!opinions.open) return summary ? nothing : html`<p class="muted">${t('closed', { day })}</p>`;
    return html`<section class="part"><h4>${t('opinion')}</h4><p>${t('opinion.left', { n: opinions.left.days, day })} <span class="muted">${t('opinion.sealed')}</span></p>${this.#opinion.view(notice, t)}</section>`;
  }

  #seats(notice: Notice, { t, language }: Saying): TemplateResult | typeof nothing {
    const { seats, result } = notice;
    if (!seats || result) return nothing;
    const day = formatDay(seats.until, language);
    const rule = seats.selection.way === 'lot' ? t('rule.lot', { source: seats.selection.source }) : t('rule.order');
    if (!seats.open) return html`<p class="muted">${t('closed.seats', { day })} ${rule}</p>`;
    return html`<section class="part"><h4>${t('seat')}</h4><p>${t('seat.left', { n: seats.left.days, day })} ${rule}</p>${this.#seat.view(notice, t)}</section>`;
  }

  /** How many were chosen and by what; whoever registered can draw their own lot again. */
  #result({ result, seats }: Notice, { t, language }: Saying): TemplateResult | typeof nothing {
    if (!result) return nothing;
    const { on, seed, draws } = result;
    const lots = draws.filter(({ last }) => last !== undefined);
    return html`<section class="part"><h4>${t('result')}</h4><p>${t('result.on', { day: formatDay(on, language) })} ${seats?.selection.way === 'lot' ? t('rule.lot', { source: seats.selection.source }) : t('rule.order')}</p>
      <ul class="plain-list">${draws.map(({ role, registered, chosen, last }) => html`<li>${t('result.draw', { role: t(`seat.${role}`), registered, chosen })}${last ? html`<br /><code class="small">${t('result.last', { last })}</code>` : nothing}</li>`)}</ul>
      ${seed ? html`<p><code>${t('result.seed', { seed })}</code></p>` : nothing}
      ${seed && lots.length > 0 ? html`<form class="check" @submit=${(event: Event) => (event.preventDefault(), void this.#check(event.target as HTMLFormElement, seed, lots.map(({ last = '' }) => last)))}>
        <label class="label" for="check">${t('check')}</label><input class="field" id="check" autocomplete="off" spellcheck="false" maxlength="40" /><button class="button" type="submit">${t('check.button')}</button>
        <span role="status">${this.#checked ? t(`check.${this.#checked}`) : nothing}</span></form>` : nothing}
    </section>`;
  }

  async #check(form: HTMLFormElement, seed: string, lasts: readonly string[]): Promise<void> {
    const id = (form.querySelector('input')?.value ?? '').trim().toUpperCase();
    if (ID.test(id)) {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(seed + id));
      const hash = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      // Of the roles, each has its own largest; whoever registered knows as what.
      this.#checked = lasts.some((last) => hash <= last) ? 'yes' : 'no';
    } else this.#checked = 'wrong';
    this.#host.requestUpdate();
  }
}

/** How opinions were taken, point by point. */
function opinionSummary({ words, points, counts, on, revisedOn }: OpinionSummary, { t, language }: Saying): TemplateResult {
  return html`<section class="part summary" part="summary"><h4>${t('summary')}</h4>
    <p class="lines">${words}</p><p>${t('summary.counts', counts)}</p>
    ${points.length === 0 ? nothing : html`<ul class="points">${points.map(({ point, n, outcome, reason }) => html`<li><p><span class="badge ${outcome === 'taken' ? 'good' : outcome === 'partly' ? 'warn' : ''}">${t(`outcome.${outcome}`)}</span> <b>${point}</b> <span class="muted">${t('summary.n', { n })}</span></p><p class="lines">${t('reason', { reason })}</p></li>`)}</ul>`}
    <p class="small muted">${t('summary.on', { day: formatDay(on, language) })}${revisedOn ? t('summary.revised', { day: formatDay(revisedOn, language) }) : nothing}</p>
  </section>`;
}
