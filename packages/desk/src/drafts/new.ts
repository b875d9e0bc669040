import type { DisclosureKind } from '@sunlit/client';
import { css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { DeskElement } from '../frame/element.ts';
import { problem } from '../frame/problem.ts';
import { waitingRows } from '../frame/listing.ts';
import { Rows } from '../frame/rows.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';

const KINDS: readonly DisclosureKind[] = [
  'normative', 'power', 'service', 'notice', 'decision', 'plan', 'budget', 'statistics', 'project', 'personnel', 'meeting', 'report', 'institution', 'clarification',
];

/**
 * @summary What a new draft is to be: of which kind, for which agency.
 */
export class DeskNewDraft extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, css`
    .kinds {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(12em, 1fr));
      gap: 0.6em;
    }
    .kinds label {
      padding: 0.4em 0.9em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
    .kinds label:hover {
      border-color: var(--_accent);
    }
    .start {
      max-width: 24em;
    }
  `];

  protected override readonly strings = deskStrings;

  @state() private kindMissing = false;
  @query('form') private readonly form!: HTMLFormElement;

  /** Where the person may write: their own agencies and those directly below. */
  readonly #agencies = new Rows<{ readonly id: string; readonly name: string }>(this, {
    key: () => this.language,
    fetch: async (_, signal) => {
      const own = [...new Map(this.me.grants.filter(({ role }) => role === 'editor').map(({ agency }) => [agency.id, agency])).values()];
      const below = await Promise.all(own.map(async ({ id }) => (await this.desk.client.agencies.list({ parent: id, limit: 100 }, { signal })).items));
      return { items: own.flatMap((agency, index) => [agency, ...(below[index] ?? [])]) };
    },
  });

  protected override view(): TemplateResult {
    const { t } = this;
    const { state: stage, items, error, reload } = this.#agencies;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('new.title')}</h1></div>
      ${stage === 'failed' ? problem(t, error, reload) : stage === 'loading' ? waitingRows(t, 4) : html`<form class="form" novalidate @submit=${this.#begin}>
        <fieldset aria-describedby="kind-wrong">
          <legend class="label">${t('kind')}</legend>
          <div class="kinds">${KINDS.map((kind) => html`<label class="check"><input type="radio" name="kind" value=${kind}>${t(`kind.${kind}`)}</label>`)}</div>
          <p class="wrong" id="kind-wrong" role="alert">${this.kindMissing ? t('new.kind.missing') : ''}</p>
        </fieldset>
        <div class="start">
          <label class="label" for="agency">${t('agency')}</label>
          <select class="field" id="agency" name="agency">${items.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>
        </div>
        <button class="button primary">${t('new.begin')}</button>
      </form>`}
    </div>`;
  }

  readonly #begin = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(this.form);
    const [kind, agency] = [data.get('kind'), data.get('agency')];
    this.kindMissing = kind === null;
    if (kind === null || agency === null) return this.renderRoot.querySelector<HTMLElement>('input[name=kind]')?.focus();
    this.desk.go(`drafts/new?${new URLSearchParams({ kind: String(kind), agency: String(agency) }).toString()}`);
  };
}
