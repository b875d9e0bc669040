import type { AgencyRef } from '@sunlit/client';
import type { Me } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problem } from '../frame/problem.ts';
import { AdminPage } from './page.ts';
import { Sending } from './sending.ts';

/** Another agency was chosen. */
export class AgencyChosenEvent extends Event {
  static readonly type = 'desk-agency-chosen';
  readonly agency: AgencyRef;

  constructor(agency: AgencyRef) {
    super(AgencyChosenEvent.type);
    this.agency = agency;
  }
}

/** Where somebody has roles at one agency alone, there is nothing to choose. */
export function onlyAgency({ grants }: Me): AgencyRef | undefined {
  const [only, ...others] = new Map(grants.map(({ agency }) => [agency.id, agency])).values();
  return others.length === 0 ? only : undefined;
}

/**
 * @summary Chooses an agency: one of the person's own, or one found in the tree by a part of its name or its pinyin.
 */
export class DeskAgencyChoice extends AdminPage {
  static override styles = [AdminPage.styles, css`
    .find {
      display: flex;
      gap: 0.5em;
    }
    .find .button {
      flex: none;
    }
    .found {
      max-height: 12em;
      overflow: auto;
      margin-top: 0.4em;
      padding: 3px;
    }
  `];

  @property() label = '';
  @property({ attribute: false }) chosen: AgencyRef | undefined;
  /** What is wrong with the choice. */
  @property() wrong = '';

  readonly #asking = new Sending(this);
  @state() private found: readonly AgencyRef[] | undefined;

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    const own = [...new Map(this.me.grants.map(({ agency }) => [agency.id, agency])).values()];
    const listed = this.found ?? own;
    const all = chosen === undefined || listed.some(({ id }) => id === chosen.id) ? listed : [chosen, ...listed];
    return html`<fieldset aria-describedby="wrong">
      <legend class="label">${this.label}</legend>
      <div class="find">
        <input class="field" type="search" maxlength="60" aria-label=${t('choice.find')} placeholder=${t('choice.find')} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && this.#find(event)}>
        <button class="button" type="button" @click=${this.#find}>${say('published.go')}</button>
      </div>
      ${this.#asking.error === undefined ? nothing : problem(say, this.#asking.error)}
      <p class="hint" role="status">${this.found?.length === 0 ? t('choice.none') : ''}</p>
      <div class="found">${all.map((agency) => html`<label class="check"><input type="radio" name="agency" value=${agency.id} .checked=${agency.id === chosen?.id} @change=${() => this.#choose(agency)}>
        <span>${agency.name} <code class="muted">${agency.id}</code></span></label>`)}</div>
      <p class="wrong" id="wrong" role="alert">${this.wrong}</p>
    </fieldset>`;
  }

  #choose(agency: AgencyRef): void {
    this.chosen = agency;
    this.dispatchEvent(new AgencyChosenEvent(agency));
  }

  readonly #find = async (event: Event): Promise<void> => {
    // Enter belongs to the search, not to the form around.
    event.preventDefault();
    const q = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (q === '') return void (this.found = undefined);
    const answer = await this.#asking.send(() => this.desk.client.disclosures.suggest({ q, limit: 20 }));
    if (answer) this.found = answer.items.flatMap(({ type, id, text: name }) => (type === 'agency' ? [{ id, name }] : []));
  };
}
