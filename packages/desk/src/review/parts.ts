import type { Draft } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import type { Language, Translate } from '../../../../src/shared/i18n.ts';
import type { Word } from '../editor/types.ts';
import type { ReviewKey } from './strings/zh-CN.ts';

export interface Words {
  readonly t: Translate<ReviewKey>;
  readonly word: Word;
  readonly language: Language;
}

/** What is decided on, where it stands, until when, and what can be done. */
export function head(draft: Draft, { t, word, language }: Words, buttons: TemplateResult): TemplateResult {
  return html`<header class="head-bar">
    <div class="head-text">
      <h1 id="title" tabindex="-1">${draft.title.trim() === '' ? t('untitled') : draft.title}</h1>
      <p class="badges"><span class="badge">${word(`kind.${draft.kind}`)}</span> <span class="badge">${draft.agency.name}</span>
        <span class="badge ${draft.state === 'published' || draft.state === 'approved' ? 'good' : draft.state === 'returned' ? 'warn' : ''}" id="state">${t(`state.${draft.state}`)}</span>
        <span class="small muted">${t('author', { name: draft.author.name, post: draft.author.post })}</span>
        ${draft.dueOn === undefined ? nothing : html`<span class="small muted">${t('due', { day: formatDay(draft.dueOn, language) })}</span>`}</p>
    </div>
    ${buttons}
  </header>`;
}

/** What is kept back, on which ground, and when that is looked at again (Reg. 18). */
export function withheldList({ withheld }: Draft, { t, language }: Words): TemplateResult {
  return html`<section aria-labelledby="withheld-title"><h2 id="withheld-title">${t('withheld')}</h2>
    ${withheld.length === 0 ? html`<p class="muted">${t('withheld.none')}</p>` : html`<ul class="withheld">${withheld.map((one) => html`<li>
      <p><strong>${one.what}</strong></p><p>${t(`ground.${one.ground}`)}</p><p>${one.reason}</p><p class="small muted">${t('withheld.next', { day: formatDay(one.nextReviewOn, language) })}</p>
    </li>`)}</ul>`}
  </section>`;
}

/** Every step, the newest first; saves one after the other by the same person stand as one. */
export function history({ events }: Draft, { t, language }: Words): TemplateResult {
  const told = events.filter(({ type, by }, index) => type !== 'saved' || events[index + 1]?.type !== 'saved' || events[index + 1]?.by?.id !== by?.id);
  return html`<section aria-labelledby="history-title"><h2 id="history-title">${t('history')}</h2>
    <ol class="history">${[...told].reverse().map((event) => html`<li>
      <p><strong>${t(`event.${event.type}`)}</strong> <span class="muted small">${formatMoment(event.at, language)}</span></p>
      <p class="small">${event.by ? `${event.by.name}（${event.by.post}）` : t('event.system')}</p>
      ${event.note === undefined ? nothing : html`<p class="quoted">${event.note}</p>`}
    </li>`)}</ol>
  </section>`;
}
