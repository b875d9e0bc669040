import type { DisclosureSummary } from '@sunlit/client';
import { isSunlitError } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { DeskElement } from '../frame/element.ts';
import { problem } from '../frame/problem.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { CancelEvent, DoneEvent, field } from './form.ts';

/**
 * @summary Repeals texts of one agency in a batch (清理): all of them or none.
 */
export class DeskRepeal extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, css`
    .titles {
      max-height: 12em;
      overflow: auto;
      padding: 0.5em 1em 0.5em 2.5em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      list-style: decimal;
    }
  `];

  @property({ attribute: false }) disclosures: readonly DisclosureSummary[] = [];

  protected override readonly strings = deskStrings;

  @state() private wrong: ReadonlyMap<string, string> = new Map();
  @state() private error: unknown;
  @state() private busy = false;
  @query('form') private readonly form!: HTMLFormElement;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#reason, button')?.focus();
  }

  protected override view(): TemplateResult {
    const { t, disclosures } = this;
    const agencies = new Set(disclosures.map(({ agency }) => agency.id));
    const titles = html`<ol class="titles" tabindex="0" aria-label=${t('repeal.title', { count: disclosures.length })}>${disclosures.map(({ title }) => html`<li>${title}</li>`)}</ol>`;
    const cancel = html`<button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${t('cancel')}</button>`;
    if (agencies.size > 1) {
      return html`<div class="form"><h2>${t('repeal.title', { count: disclosures.length })}</h2><p class="notice warn">${t('repeal.several', { count: agencies.size })}</p>${titles}<div class="buttons">${cancel}</div></div>`;
    }
    return html`<form class="form" novalidate @submit=${this.#submit}>
      <h2>${t('repeal.title', { count: disclosures.length })}</h2>
      <p>${t('repeal.text')}</p>
      ${titles}
      ${this.error === undefined ? nothing : problem(t, this.error)}
      ${field({ name: 'on', label: t('repeal.on'), wrong: this.wrong.get('on') },
        (described, invalid) => html`<input class="field" id="on" name="on" type="date" .value=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'reason', label: t('repeal.reason'), hint: t('repeal.reason.hint'), wrong: this.wrong.get('reason') },
        (described, invalid) => html`<input class="field" id="reason" name="reason" maxlength="500" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div>
        <label class="check"><input type="checkbox" id="sure" name="sure" aria-describedby="sure-wrong" aria-invalid=${String(this.wrong.has('sure'))}>${t('repeal.sure')}</label>
        <p class="wrong" id="sure-wrong">${this.wrong.get('sure') ?? nothing}</p>
      </div>
      <div class="buttons">${cancel}<button class="button danger" aria-disabled=${String(this.busy)}>${t('repeal.confirm')}</button></div>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, disclosures } = this;
    const agency = disclosures[0]?.agency.id;
    if (this.busy || agency === undefined) return;
    const data = new FormData(this.form);
    const [on, reason] = [String(data.get('on') ?? ''), String(data.get('reason') ?? '').trim()];
    this.error = undefined;
    this.wrong = new Map([
      ...Object.entries({ on, reason }).filter(([, text]) => text === '').map(([name]) => [name, t('required')] as const),
      ...(data.has('sure') ? [] : [['sure', t('repeal.sure.missing')] as const]),
    ]);
    if (this.wrong.size > 0) return this.#focusWrong();
    this.busy = true;
    try {
      const { ids } = await this.desk.client.disclosures.repeal(agency, { ids: disclosures.map(({ id }) => id), on, reason });
      this.desk.say(t('repeal.done', { count: ids.length }));
      this.dispatchEvent(new DoneEvent());
    } catch (error) {
      this.error = error;
      if (isSunlitError(error)) this.wrong = new Map(error.errors.map(({ pointer, detail }) => [pointer.replace('/body/', ''), detail]));
    } finally {
      this.busy = false;
    }
  };

  #focusWrong(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }
}
