import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import type { Translate } from '../shared/i18n.ts';
import { LONGEST, type Answers, type Fault, type Field } from './answers.ts';
import type { RequestKey } from './strings/index.ts';

/** What a step needs to draw its fields. */
export interface Scene {
  readonly t: Translate<RequestKey>;
  readonly answers: Answers;
  readonly faults: readonly Fault[];
  /** Somebody else writes for the applicant, who is at the counter. */
  readonly oral: boolean;
  /** Nothing of one person may be offered to the next. */
  readonly shared: boolean;
  /** Whether a field is asked for now; with one question at a time the others are not. */
  readonly shows: (field: Field) => boolean;
  readonly set: (field: Field, value: string) => void;
  readonly left: (field: Field) => void;
}

interface Shape {
  readonly rows?: number;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: string;
  readonly optional?: boolean;
  readonly hint?: RequestKey;
  /** What looks wrong in what was typed, and is taken all the same. */
  readonly doubt?: string | undefined;
  readonly short?: boolean;
}

/** A labelled field with its hint, its fault and its doubt, all of which a screen reader hears with it. */
export function textField({ t, answers, faults, oral, shared, shows, set, left }: Scene, field: Field, { rows, type = 'text', autocomplete, optional, hint, doubt, short }: Shape = {}): TemplateResult | typeof nothing {
  if (!shows(field)) return nothing;
  const fault = faults.find(({ at }) => at === field);
  const value = answers[field];
  const described = [hint && `${field}-hint`, fault && `${field}-fault`, doubt !== undefined && `${field}-doubt`].filter(Boolean).join(' ');
  const input = (event: Event) => set(field, (event.target as HTMLInputElement).value);
  return html`<div class="row ${short ? 'short' : ''} ${fault ? 'faulty' : ''}">
    <label class="label" for=${field}>${label(t, field, oral)}${optional ? html` <span class="optional">${t('optional')}</span>` : nothing}</label>
    ${hint ? html`<span class="hint" id="${field}-hint">${t(hint)}</span>` : nothing}
    ${fault ? faultText(t, fault) : nothing}
    ${rows
      ? html`<textarea class="field" id=${field} name=${field} rows=${rows} maxlength=${LONGEST[field] ?? nothing} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described || nothing}
          autocomplete="off" .value=${value} @input=${input} @blur=${() => left(field)}></textarea>`
      : html`<input class="field" id=${field} name=${field} type=${type} maxlength=${LONGEST[field] ?? nothing} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described || nothing}
          autocomplete=${shared || oral ? 'off' : (autocomplete ?? 'off')} spellcheck="false" .value=${value} @input=${input} @blur=${() => left(field)} />`}
    ${doubt === undefined ? nothing : html`<p class="doubt" id="${field}-doubt" role="status">${icons.warning}<span>${doubt}</span></p>`}
  </div>`;
}

/** One of several, all in view: radio buttons large enough to touch. */
export function choice<Value extends string>({ t, answers, faults, shows, set }: Scene, field: Field, values: readonly Value[], hint?: RequestKey): TemplateResult | typeof nothing {
  if (!shows(field)) return nothing;
  const fault = faults.find(({ at }) => at === field);
  return html`<fieldset class="row ${fault ? 'faulty' : ''}" aria-describedby=${[hint && `${field}-hint`, fault && `${field}-fault`].filter(Boolean).join(' ') || nothing}>
    <legend class="label">${t(field)}</legend>
    ${hint ? html`<span class="hint" id="${field}-hint">${t(hint)}</span>` : nothing}
    ${fault ? faultText(t, fault) : nothing}
    <div class="choices">${values.map((value, index) => html`<label class="choice">
      <input type="radio" name=${field} id=${index === 0 ? field : nothing} value=${value} .checked=${answers[field] === value} @change=${() => set(field, value)} />
      <span>${t(`${field}.${value}` as RequestKey)}</span>
    </label>`)}</div>
  </fieldset>`;
}

export function label(t: Translate<RequestKey>, field: Field, oral: boolean): string {
  return oral && field === 'description' ? t('description.oral') : t(field);
}

export function faultText(t: Translate<RequestKey>, fault: Fault): TemplateResult {
  return html`<p class="wrong" id="${fault.at}-fault">${icons.warning}<span>${explain(t, fault)}</span></p>`;
}

export function explain(t: Translate<RequestKey>, { at, code, said }: Fault): string {
  return said ?? t(`fault.${at}.${code ?? 'missing'}` as RequestKey);
}

/** Everything that is wrong, above the fields; it takes the focus, and each line leads to its field. */
export function faultSummary(t: Translate<RequestKey>, faults: readonly Fault[], go: (at: Fault['at']) => void): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="notice bad faults" role="alert" tabindex="-1" id="faults" aria-labelledby="faults-title">
    ${icons.warning}
    <div><p class="strong" id="faults-title">${t('faults', { count: faults.length })}</p>
      <ul>${faults.map((fault) => html`<li><button class="link" type="button" @click=${() => go(fault.at)}>${explain(t, fault)}</button></li>`)}</ul>
    </div>
  </div>`;
}
