import type { DraftState, DraftSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { dueBy, dueMark } from '../frame/due.ts';
import type { Say } from '../strings/index.ts';

interface RowSetting {
  readonly t: Say;
  readonly language: Language;
  readonly href: (place: string) => string;
  /** Whether the person writes drafts at all. */
  readonly writes: boolean;
  /** Workdays left, where the list of what is due has them. */
  readonly left?: number | undefined;
  /** Stands before the row, where it can be selected. */
  readonly before?: TemplateResult | typeof nothing;
}

const LOOK: Partial<Record<DraftState, string>> = { returned: 'warn', referred: 'warn', approved: 'good', published: 'good' };
/** What is not the author's to write any more is looked at on the page for review. */
const WRITING: readonly DraftState[] = ['draft', 'returned'];

/** One draft in a list: what it is, where it stands, by when. */
export function draftRow(draft: DraftSummary, { t, language, href, writes, left, before = nothing }: RowSetting): TemplateResult {
  const { id, state, title, kind, agency, author, amends, publishOn, dueOn, updatedAt } = draft;
  return html`<li class="row">
    ${before}
    <div class="what">
      <a href=${href(writes && WRITING.includes(state) ? `drafts/${id}` : `drafts/${id}/review`)}>${title || t('untitled')}</a>
      <p class="facts"><span>${t(`kind.${kind}`)}</span><span><bdi>${agency.name}</bdi></span><span>${t('author', { who: author.post })}</span><span>${t('updated', { time: formatMoment(updatedAt, language) })}</span></p>
    </div>
    <div class="marks">
      ${amends === undefined ? nothing : html`<span class="badge">${t('amendment')}</span>`}
      <span class="badge ${LOOK[state] ?? ''}">${t(`state.${state}`)}</span>
      ${publishOn === undefined ? nothing : html`<span class="badge good">${t('publish-on', { day: formatDay(publishOn, language) })}</span>`}
      ${left !== undefined ? dueMark(t, left) : dueOn === undefined ? nothing : html`<span class="badge">${dueBy(t, language, dueOn)}</span>`}
    </div>
  </li>`;
}
