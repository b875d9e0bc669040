import type { CalendarYear } from '@sunlit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../../../src/shared/i18n.ts';
import type { SayAdmin } from '../strings/index.ts';

export const yearStyles = css`
  .years {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .years ~ * {
    margin-top: 0.6em;
  }
  .months {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15.5em, 1fr));
    gap: 1em 1.5em;
  }
  .month {
    border-collapse: collapse;
    width: 100%;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  .month caption {
    font-weight: 600;
    text-align: start;
    padding-bottom: 0.25em;
  }
  .month :is(td, th) {
    text-align: center;
    height: 2.5em;
    line-height: 1.2;
    padding: 0;
  }
  .month thead th {
    height: 1.5em;
    font-size: 0.75em;
    font-weight: 400;
    color: var(--_muted);
  }
  .month .weekend {
    color: var(--_muted);
  }
  .month .off,
  .month .work,
  .legend .off,
  .legend .work {
    border-radius: 0.4em;
    font-weight: 650;
  }
  .month .off,
  .legend .off {
    background: var(--_good-soft);
    color: var(--_good);
  }
  .month .work,
  .legend .work {
    background: var(--_warn-soft);
    color: var(--_warn);
    outline: 1px dashed currentColor;
    outline-offset: -2px;
  }
  .month small {
    display: block;
    font-size: 0.6875em;
    line-height: 1;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
  }
  .legend span span {
    padding: 0.15em 0.55em;
    margin-inline-end: 0.4em;
  }
`;

const LOCALE: Readonly<Record<Language, string>> = { 'zh-CN': 'zh-CN', 'zh-Hant': 'zh-Hant-HK', en: 'en-GB' };
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A year as twelve small months; days off and make-up days bear a word, so that no colour is needed to tell them. */
export function yearView(t: SayAdmin, language: Language, { year, off, work }: CalendarYear): TemplateResult {
  const named = (options: Intl.DateTimeFormatOptions, time: number) => new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(time);
  const month = (index: number): TemplateResult => {
    const first = Date.UTC(year, index, 1);
    // Weeks begin on Monday (GB/T 7408).
    const before = (new Date(first).getUTCDay() + 6) % 7;
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    const cells = [...Array<undefined>(before).fill(undefined), ...[...Array<undefined>(length).keys()].map((day) => day + 1)];
    const weeks = [...Array<undefined>(Math.ceil(cells.length / 7)).keys()].map((week) => WEEK.map((place) => cells[week * 7 + place]));
    const cell = (day: number | undefined, place: number): TemplateResult => {
      if (day === undefined) return html`<td></td>`;
      const date = new Date(Date.UTC(year, index, day)).toISOString().slice(0, 10);
      const mark = off.includes(date) ? 'off' : work.includes(date) ? 'work' : undefined;
      return html`<td class=${mark ?? (place > 4 ? 'weekend' : '')} data-day=${date}>${day}${mark ? html`<small>${t(`calendar.${mark}.short`)}</small>` : nothing}</td>`;
    };
    return html`<table class="month">
      <caption>${named({ month: 'long' }, first)}</caption>
      <thead><tr>${WEEK.map((place) => html`<th scope="col">${named({ weekday: 'narrow' }, Date.UTC(2024, 0, 1 + place))}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody>
    </table>`;
  };
  return html`<p class="legend small"><span><span class="off">${t('calendar.off.short')}</span>${t('calendar.off', { count: off.length })}</span><span><span class="work">${t('calendar.work.short')}</span>${t('calendar.work', { count: work.length })}</span></p>
    <div class="months">${[...Array<undefined>(12).keys()].map(month)}</div>`;
}
