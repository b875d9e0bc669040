import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../shared/icons.ts';
import type { Draft, Fault } from './draft.ts';
import type { ComposeKey, ComposeSay } from './strings/index.ts';

/** What a step needs to draw its fields. */
export interface FieldScene {
  readonly say: ComposeSay;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly set: (part: Partial<Draft>) => void;
}

type TextField = 'words' | 'text' | 'place' | 'email';

interface Shape {
  readonly rows?: number;
  readonly longest: number;
  readonly optional?: boolean;
  readonly type?: 'text' | 'email';
  readonly autocomplete?: 'email';
}

export function explain(say: ComposeSay, { at, long, said }: Fault): string {
  return said ?? say((long ? 'fault.words.long' : `fault.${at}`) as ComposeKey);
}

export function faultText(say: ComposeSay, fault: Fault | undefined): TemplateResult | typeof nothing {
  return fault === undefined ? nothing : html`<p class="wrong" id="${fault.at}-fault">${icons.warning}<span>${explain(say, fault)}</span></p>`;
}

export function textField({ say, draft, faults, set }: FieldScene, field: TextField, { rows, longest, optional = false, type = 'text', autocomplete }: Shape): TemplateResult {
  const fault = faults.find(({ at }) => at === field);
  const described = [`${field}-hint`, fault && `${field}-fault`].filter(Boolean).join(' ');
  const input = (event: Event) => set({ [field]: (event.target as HTMLInputElement).value });
  return html`<div class="row ${fault ? 'faulty' : ''}">
    <label class="label" for=${field}>${say(field)}${optional ? html` <span class="optional">${say('optional')}</span>` : nothing}</label>
    <span class="hint" id="${field}-hint">${say(`${field}.hint`)}</span>
    ${faultText(say, fault)}
    ${rows
      ? html`<textarea class="field" id=${field} rows=${rows} maxlength=${longest} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described} autocomplete="off" .value=${draft[field]} @input=${input}></textarea>`
      : html`<input class="field" id=${field} type=${type} maxlength=${longest} ?required=${!optional} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${described} autocomplete=${autocomplete ?? 'off'} spellcheck="false" .value=${draft[field]} @input=${input} />`}
  </div>`;
}

/** Everything that is wrong, above the fields; it takes the focus, and each line leads to its field. */
export function faultSummary(say: ComposeSay, faults: readonly Fault[], go: (at: Fault['at']) => void): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="notice bad faults" role="alert" tabindex="-1" id="faults">${icons.warning}
    <div><p class="strong">${say('faults', { n: faults.length })}</p>
      <ul>${faults.map((fault) => html`<li><button class="link" type="button" @click=${() => go(fault.at)}>${explain(say, fault)}</button></li>`)}</ul></div>
  </div>`;
}
