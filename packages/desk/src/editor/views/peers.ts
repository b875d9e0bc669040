import { html, nothing, type TemplateResult } from 'lit';
import type { Bench } from '../bench.ts';
import type { FieldWith } from '../form.ts';
import { idOf, isList, isRecord } from '../pointer.ts';
import { input, row, select } from './field.ts';

/** Comparison of rows within groups: which table, grouped by which column, comparing which. */
export function peers(bench: Bench, pointer: string, label: string, field: FieldWith<'peers'>): TemplateResult {
  const { t, word } = bench;
  const value = bench.get(pointer);
  const id = idOf(pointer);
  const listed = bench.get(pointer.replace(/\/[^/]+$/, '/tables'));
  const tables = isList(listed) ? listed.filter(isRecord) : [];
  if (!isRecord(value)) {
    return html`<div class="row" id=${id} tabindex="-1"><span class="label">${label} <span class="muted small">${t('optional')}</span></span>
      ${field.hint ? html`<p class="hint muted small">${t(field.hint)}</p>` : nothing}
      <button class="button" type="button" ?disabled=${tables.length === 0} @click=${() => { bench.set(pointer, { table: 0, minimumCell: 5 }); bench.focus(idOf(`${pointer}/table`)); }}>${t('peers.add')}</button>
    </div>`;
  }
  const chosen = tables[Number(value.table)];
  const columns = chosen && isList(chosen.columns) ? chosen.columns.filter(isRecord) : [];
  const column = (name: 'group' | 'value', fits: (type: unknown) => boolean) =>
    row(bench, `${pointer}/${name}`, word(`f.${name}`), { input: 'choice' }, (about) =>
      select(bench, `${pointer}/${name}`, columns.filter(({ type }) => fits(type)).map(({ key, title }) => [String(key), String(title)] as const), about));
  return html`<fieldset class="list" id=${id} tabindex="-1"><legend>${label}</legend>
    ${row(bench, `${pointer}/table`, word('f.table'), { input: 'choice' }, (about) =>
      select(bench, `${pointer}/table`, tables.map(({ caption }, at) => [String(at), String(caption ?? '') || String(at + 1)] as const), about, Number))}
    ${column('group', (type) => type === 'text')} ${column('value', (type) => type !== 'text' && type !== 'day')}
    ${row(bench, `${pointer}/minimumCell`, word('f.minimumCell'), { input: 'number', hint: 'hint.minimum-cell' }, (about) =>
      input(bench, `${pointer}/minimumCell`, about, { type: 'text', mode: 'decimal', read: (text) => (/^\d+$/.test(text) ? Number(text) : text || undefined) }))}
    <button class="button" type="button" @click=${() => bench.remove(pointer, undefined, t('removed', { name: label }))}>${t('peers.remove')}</button>
  </fieldset>`;
}
