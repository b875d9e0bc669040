import type { AgencyRef } from '@sunlit/client';
import type { FiledCase, FiledRequest } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Attempt } from '../frame/attempt.ts';
import { field } from '../published/form.ts';
import { CaseElement } from './page.ts';

const CHANNELS: readonly FiledRequest['channel'][] = ['counter', 'oral', 'post-registered', 'post-ordinary', 'fax'];

type Content = Omit<FiledRequest, 'channel' | 'on' | 'readBack'>;

/**
 * @summary Files for an applicant what came in at the counter, by word of mouth, by post or by fax. The form within asks, reads back, and shows the receipt.
 */
export class DeskFiling extends CaseElement {
  @state() private agency: AgencyRef | undefined;
  @state() private channel: FiledRequest['channel'] = 'counter';
  @state() private on = todayInShanghai();
  @state() private filed: FiledCase | undefined;
  @state() private dirty = false;
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.dirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.agency ??= this.#own[0];
    // The form itself is the public one, and its texts are many.
    void import('../../../../src/request/define.ts');
  }

  /** Where the person takes requests. */
  get #own(): readonly AgencyRef[] {
    return [...new Map(this.me.grants.filter(({ role }) => role === 'request-officer').map(({ agency }) => [agency.id, agency])).values()];
  }

  protected override view(): TemplateResult {
    const { t, say, agency, filed } = this;
    return html`<div class="page">
      <nav class="crumbs no-print" aria-label=${say('nav.cases')}><a href=${this.desk.href('cases')}>${say('nav.cases')}</a></nav>
      <div class="head no-print"><h1 tabindex="-1">${t('filing')}</h1><p class="muted">${t('filing.text')}</p></div>
      ${filed ? html`<div class="card no-print"><p>${t('filed', { no: filed.receipt.receiptNo })}</p>
        <a class="button" href=${this.desk.href(`cases/${filed.id}`)}>${t('filed.open')}</a></div>` : this.#how()}
      ${agency ? html`<section class="card" @input=${this.#typed}><sunlit-request api=${this.desk.client.baseUrl} agency=${agency.id} mode="oral" device="shared" lang=${this.language} scheme=${this.scheme} .send=${this.#send}></sunlit-request></section>` : nothing}
    </div>`;
  }

  /** How and when it came in. */
  #how(): TemplateResult {
    const { t, say, channel } = this;
    const own = this.#own;
    return html`<section class="card form" aria-label=${t('filing.how')}>
      ${own.length === 1 ? html`<p><span class="label">${say('agency')}</span>${own[0]?.name}</p>` : html`<desk-agency-choice .label=${say('agency')} .chosen=${this.agency} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>`}
      <div class="two">
        ${field({ name: 'channel', label: t('filing.channel'), wrong: undefined }, () => html`<select class="field" id="channel" @change=${({ target }: Event) => (this.channel = CHANNELS.find((one) => one === (target as HTMLSelectElement).value) ?? 'counter')}>
          ${CHANNELS.map((one) => html`<option value=${one} .selected=${one === channel}>${t(`channel.${one}`)}</option>`)}</select>`)}
        ${field({ name: 'on', label: t('filing.on'), hint: t(`filing.on.${channel}`), wrong: undefined }, (described) => html`<input class="field" id="on" type="date" max=${todayInShanghai()} .value=${this.on} aria-describedby=${described} @change=${({ target }: Event) => (this.on = (target as HTMLInputElement).value)}>`)}
      </div>
    </section>`;
  }

  readonly #typed = (): void => {
    // The receipt of the one before is not shown any more when the next one is begun.
    this.filed = undefined;
    this.dirty = true;
  };

  /** The form within hands over what is asked only after it was read back. */
  readonly #send = async (content: Content): Promise<FiledCase['receipt']> => {
    const { channel, on } = this;
    const request: FiledRequest = { ...content, channel, ...(on !== todayInShanghai() && on !== '' && { on }), ...(channel === 'oral' && { readBack: true }) };
    const filed = await this.desk.client.cases.create(request, { idempotencyKey: this.#attempt.keyFor(request) });
    this.#attempt.done();
    this.dirty = false;
    this.filed = filed;
    return filed.receipt;
  };
}
