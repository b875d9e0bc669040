import { html, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { Say } from '../strings/index.ts';

/** From this many workdays left on, a due day is amber. */
export const SOON_WORKDAYS = 3;

export type Urgency = 'late' | 'soon' | 'calm';

export function urgency(left: number): Urgency {
  if (left < 0) return 'late';
  return left <= SOON_WORKDAYS ? 'soon' : 'calm';
}

/** How long there still is, in words; the colour only says it again. */
export function dueMark(t: Say, left: number): TemplateResult {
  const look = { late: 'bad', soon: 'warn', calm: '' }[urgency(left)];
  const words = left < 0 ? t('due.late', { count: -left }) : left === 0 ? t('due.today') : t('due.left', { count: left });
  return html`<span class="badge ${look}">${words}</span>`;
}

export const dueBy = (t: Say, language: Language, day: string): string => t('due.by', { day: formatDay(day, language) });
