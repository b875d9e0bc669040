import type { CaseSummary } from '@sunlit/client/desk';
import { css, html, type TemplateResult } from 'lit';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { CaseElement } from './page.ts';
import { caseRow } from './row.ts';

const MOST = 50;

/**
 * @summary For the inbox of a request officer: open requests in which it is the agency's move, and which are theirs or nobody's yet.
 */
export class DeskWaitingCases extends CaseElement {
  static override styles = [CaseElement.styles, css`
    .sunlit section > * + * {
      margin-top: 0.75em;
    }
  `];

  readonly #rows = new Rows<CaseSummary>(this, {
    key: () => this.language,
    fetch: async (_, signal) => {
      const { items } = await this.desk.client.cases.list({ state: 'open', limit: MOST }, { signal });
      return { items: items.filter(({ waitsFor, handler }) => waitsFor.includes('agency') && (handler === undefined || handler.id === this.me.id)) };
    },
  });

  protected override view(): TemplateResult {
    const { t, language } = this;
    return html`<section aria-labelledby="title"><h2 id="title">${t('waiting.title')}</h2>${this.#list(t, language)}
      <p><a href=${this.desk.href('cases')}>${t('waiting.all')}</a></p></section>`;
  }

  #list(t: typeof this.t, language: typeof this.language): TemplateResult {
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(this.say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(this.say, 2);
    if (items.length === 0) return html`<p class="empty muted">${t('waiting.none')}</p>`;
    return html`<ul class="rows">${items.map((one) => caseRow(one, { t, language, href: this.desk.href }))}</ul>`;
  }
}
