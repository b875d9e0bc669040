import { html, nothing, type TemplateResult } from 'lit';

/** The dialog did what it was opened for. */
export class DoneEvent extends Event {
  static readonly type = 'desk-done';

  constructor() {
    super(DoneEvent.type);
  }
}

/** The dialog is left, and nothing was done. */
export class CancelEvent extends Event {
  static readonly type = 'desk-cancel';

  constructor() {
    super(CancelEvent.type);
  }
}

interface FieldSetting {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, when something is. */
  readonly wrong: string | undefined;
}

/** A labelled field with its hint and what is wrong with it. */
export function field({ name, label, hint, wrong }: FieldSetting, control: (described: string | typeof nothing, invalid: 'true' | 'false') => TemplateResult): TemplateResult {
  const described = [wrong !== undefined && `${name}-wrong`, hint !== undefined && `${name}-hint`].filter(Boolean).join(' ');
  return html`<div>
    <label class="label" for=${name}>${label}</label>
    ${control(described || nothing, wrong === undefined ? 'false' : 'true')}
    ${wrong === undefined ? nothing : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}
