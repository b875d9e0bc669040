import { html, nothing, type TemplateResult } from 'lit';
import { feeLines, isFeeBasis, type FeeBasis } from '../../../rules/src/fees.ts';
import { field } from '../published/form.ts';
import type { SayCase } from './strings/index.ts';

interface FeeSetting {
  /** Requests of the same applicant in the calendar month, before this one. */
  readonly before: number;
  readonly value: (name: string) => string;
  readonly wrong: string | undefined;
}

/** By what the information-processing fee is counted (国办函〔2020〕109号), and what that comes to, price by price. */
export function feeField(t: SayCase, { before, value, wrong }: FeeSetting): TemplateResult {
  const scale = value('scale') || 'pages';
  const number = (name: 'before' | 'cases' | 'pages', preset: number | '', least: number) => field({ name, label: t(`fee.${name}`), wrong: undefined },
    () => html`<input class="field short" id=${name} name=${name} type="number" inputmode="numeric" min=${least} step="1" value=${preset}>`);
  return html`<fieldset class="part" id="fee" aria-describedby="fee-wrong"><legend class="label">${t('fee')}</legend>
    <p class="hint">${t('fee.hint', { count: before })}</p>
    ${(['pages', 'cases'] as const).map((one) => html`<label class="check"><input type="radio" name="scale" value=${one} ?checked=${one === 'pages'}>${t(`fee.scale.${one}`)}</label>`)}
    <div class="two">${scale === 'pages' ? number('pages', '', 1) : html`${number('before', before, 0)}${number('cases', 1, 1)}`}</div>
    <p class="wrong" id="fee-wrong">${wrong ?? nothing}</p>
    <div role="status">${sum(t, feeOf(value))}</div>
  </fieldset>`;
}

function sum(t: SayCase, basis: FeeBasis | undefined): TemplateResult | typeof nothing {
  if (basis === undefined) return nothing;
  const lines = feeLines(basis);
  return html`<ul class="small">${lines.map(({ first, last, each, yuan }) => html`<li>${t(`fee.line.${basis.scale}`, { first, last, each, yuan })}</li>`)}</ul>
    <p><strong>${t('fee.sum', { count: lines.reduce((all, { yuan }) => all + yuan, 0) })}</strong></p>`;
}

/** What the form says, when that is something to count by. */
export function feeOf(value: (name: string) => string): FeeBasis | undefined {
  const number = (name: string) => (value(name) === '' ? Number.NaN : Number(value(name)));
  const basis: FeeBasis = value('scale') === 'cases' ? { scale: 'cases', before: number('before'), cases: number('cases') } : { scale: 'pages', pages: number('pages') };
  return isFeeBasis(basis) ? basis : undefined;
}
