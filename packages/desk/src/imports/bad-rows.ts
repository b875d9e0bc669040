import type { BadCell, ImportReport } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayImport } from './strings/index.ts';

const MOST_SHOWN = 200;

/** The rows that stand in the way, with all that is wrong with them. */
export function badRows(t: SayImport, { counts, bad, badCells }: ImportReport, table: string): TemplateResult | typeof nothing {
  if (counts === undefined || bad.length === 0) return nothing;
  return html`<div>
    <div class="head"><h3>${t('bad')}</h3><a class="button" href=${table} download=${t('bad.name')}>${t('bad.download')}</a></div>
    <p>${t('bad.text', { rows: counts.rows, bad: counts.bad })}</p>
    <div class="scroll tall" tabindex="0" role="region" aria-label=${t('bad')}><table class="list">
      <thead><tr><th scope="col">${t('bad.row')}</th><th scope="col">${t('bad.column')}</th><th scope="col">${t('bad.reason')}</th></tr></thead>
      <tbody>${bad.slice(0, MOST_SHOWN).map(({ row, column, detail }) => html`<tr><td>${row}</td><td><bdi>${column === '' ? t('bad.whole') : column}</bdi></td><td>${detail}</td></tr>`)}</tbody>
    </table></div>
    ${badCells > MOST_SHOWN ? html`<p class="muted small">${t('bad.shown', { count: badCells, shown: Math.min(MOST_SHOWN, bad.length) })}${badCells > bad.length ? ` ${t('bad.most', { most: bad.length })}` : nothing}</p>` : nothing}
  </div>`;
}

/** The same as CSV (RFC 4180), with a byte order mark for spreadsheets; what such a program would take for a formula begins with an apostrophe. */
export function badTable(t: SayImport, bad: readonly BadCell[]): Blob {
  const cell = (value: string | number) => {
    const text = String(value);
    return `"${(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const rows = [[t('bad.row'), t('bad.column'), t('bad.reason')], ...bad.map(({ row, column, detail }) => [row, column, detail])];
  return new Blob([`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}
