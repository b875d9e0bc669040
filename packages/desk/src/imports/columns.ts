import type { ImportColumn, ImportField, ImportReport } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { missingIn, twiceIn, type Chosen } from './chosen.ts';
import type { SayImport } from './strings/index.ts';

export interface Mapping {
  readonly t: SayImport;
  readonly report: ImportReport;
  readonly chosen: Chosen;
  /** What each path is called. */
  readonly names: ReadonlyMap<string, string>;
  /** Paths that can have a value for all rows. */
  readonly constants: readonly string[];
  /** What there is to choose for a path that is a choice. */
  readonly values: (path: string) => readonly (readonly [value: string, text: string])[];
  readonly map: (header: string, paths: readonly string[]) => void;
  readonly give: (path: string, value: string) => void;
}

/** What each column of the file is, to be put right, with what is missing. */
export function columnsView(mapping: Mapping): TemplateResult {
  const { t, report, chosen, names, constants } = mapping;
  const missing = missingIn(report, chosen);
  const twice = twiceIn(chosen);
  const said = (paths: readonly string[]) => paths.map((path) => names.get(path) ?? path).join(t('comma'));
  return html`<section aria-labelledby="columns">
    <h3 id="columns">${t('columns')}</h3>
    <p class="muted small">${t(`mapping.${report.mapping}`)}</p>
    ${missing.columns.length === 0 ? nothing : html`<p class="notice warn">${t('missing.columns', { names: said(missing.columns) })}</p>`}
    ${missing.values.length === 0 ? nothing : html`<p class="notice warn">${t('missing.values', { names: said(missing.values) })}</p>`}
    <ul class="rows">${report.columns.map((column) => row(mapping, column, twice.has(column.header)))}</ul>
    ${constants.length === 0 ? nothing : html`<fieldset class="part">
      <legend class="label">${t('constants')}</legend>
      <p class="muted small">${t('constants.text')}</p>
      <div class="two">${constants.map((path) => constant(mapping, path))}</div>
    </fieldset>`}
  </section>`;
}

function row({ t, report, chosen, names, map }: Mapping, { header, samples }: ImportColumn, twice: boolean): TemplateResult {
  const paths = chosen.columns.get(header) ?? [];
  // Several, or a part of something: told by a mapping from elsewhere, and kept until another is chosen.
  const whole = paths.length === 0 || (paths.length === 1 && report.fields.some(({ path }) => path === paths[0]));
  const label = ({ path, required }: ImportField) => (required ? t('needed', { name: names.get(path) ?? path }) : (names.get(path) ?? path));
  const option = (field: ImportField) => html`<option value=${field.path} .selected=${whole && field.path === paths[0]}>${label(field)}</option>`;
  const isOwn = ({ path }: ImportField) => path.startsWith('fields.');
  const changed = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement;
    map(header, value === '' ? [] : [value]);
  };
  return html`<li class="row">
    <div class="what"><strong><bdi>${header}</bdi></strong>
      <p class="facts">${samples.length > 0 ? t('column.samples', { samples: [...new Set(samples)].join(' · ') }) : t('column.empty')}</p></div>
    <div class="to">
      <select class="field" aria-label=${t('column.to', { header })} aria-invalid=${String(twice)} @change=${changed}>
        <option value="" .selected=${paths.length === 0}>${t('column.none')}</option>
        ${whole ? nothing : html`<option value=${paths.join(' ')} selected>${paths.map((path) => names.get(path) ?? path).join(t('comma'))}</option>`}
        <optgroup label=${t('fields.about')}>${report.fields.filter((field) => !isOwn(field)).map(option)}</optgroup>
        <optgroup label=${t('fields.own')}>${report.fields.filter(isOwn).map(option)}</optgroup>
      </select>
      ${twice ? html`<p class="wrong">${t('column.twice')}</p>` : nothing}
    </div>
  </li>`;
}

function constant({ t, chosen, names, values, give }: Mapping, path: string): TemplateResult {
  const given = chosen.constants.get(path) ?? '';
  const value = typeof given === 'string' ? given : JSON.stringify(given);
  const options = values(path);
  const changed = ({ target }: Event) => give(path, (target as HTMLInputElement | HTMLSelectElement).value.trim());
  const all = value === '' || options.some(([one]) => one === value) ? options : [[value, value] as const, ...options];
  return html`<label><span class="label">${names.get(path) ?? path}</span>
    ${options.length > 0
      ? html`<select class="field" @change=${changed}><option value="" .selected=${value === ''}>${t('constants.choose')}</option>${all.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}</select>`
      : html`<input class="field" .value=${value} @change=${changed}>`}
  </label>`;
}
