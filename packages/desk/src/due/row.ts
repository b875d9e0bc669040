import type { DueItem } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { dueBy, dueMark } from '../frame/due.ts';
import type { Say } from '../strings/index.ts';

interface RowSetting {
  readonly t: Say;
  readonly language: Language;
  readonly href: (place: string) => string;
  /** How the day was counted. */
  readonly trail?: TemplateResult | typeof nothing;
}

/** Where somebody goes to see to it: the draft, or a new issue of what is published. */
function placeOf(item: DueItem): string {
  return item.type === 'draft' ? `drafts/${item.draftId}` : `drafts/new?amends=${item.disclosureId}`;
}

/** One deadline: of what, by when, how long there still is. */
export function dueRow(item: DueItem, { t, language, href, trail = nothing }: RowSetting): TemplateResult {
  return html`<li class="row">
    <div class="what">
      ${item.type === 'late' ? html`<strong>${item.title}</strong>` : html`<a href=${href(placeOf(item))}>${item.title || t('untitled')}</a>`}
      <p class="facts"><span>${t(`due.type.${item.type}`)}</span><span>${t(`kind.${item.kind}`)}</span><span><bdi>${item.agency.name}</bdi></span><span>${dueBy(t, language, item.due)}</span>
        ${item.type === 'late' ? html`<span>${t('published.on', { day: formatDay(item.publishedOn, language) })}</span>` : nothing}</p>
      ${trail}
    </div>
    <div class="marks">${item.type === 'late' ? html`<span class="badge bad">${t('due.was-late', { count: -item.left })}</span>` : dueMark(t, item.left)}</div>
  </li>`;
}
