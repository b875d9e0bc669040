import { html, nothing, render } from 'lit';
import { printAlone } from '../../../../src/disclosure/print.ts';
import type { Language } from '../../../../src/shared/i18n.ts';

interface Slip {
  readonly title: string;
  /** Whose screen it is. */
  readonly name: string;
  /** What was handed in, for whoever has several slips. */
  readonly about?: string | undefined;
  /** Numbers and codes by what they are called. Nothing that says who somebody is or what they wrote. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly language: Language;
  readonly paper: 'slip' | 'a4';
}

const COMMON = `
  body { margin: 0; }
  .slip { font: 11pt/1.5 system-ui, 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #000; overflow-wrap: anywhere; }
  .slip * { margin: 0 0 2mm; }
  h1 { font-size: 14pt; }
  dd { font: bold 17pt/1.3 ui-monospace, Consolas, monospace; white-space: nowrap; }
`;

/** The paper: a roll of 80 mm, whose length is that of what stands on it, or the head of a sheet. */
const PAPER = {
  slip: `@page { size: 80mm 130mm; margin: 4mm; }${COMMON}`,
  a4: `@page { size: A4; margin: 20mm; }${COMMON} .slip { max-width: 90mm; }`,
};

/** Prints a slip from a frame that holds nothing else. */
export async function printSlip({ title, name, about, lines, text, language, paper }: Slip): Promise<void> {
  const sheet = document.createElement('div');
  sheet.lang = language;
  render(html`<div class="slip"><h1>${title}</h1><p>${name}</p>${about ? html`<p>${about}</p>` : nothing}
    <dl>${lines.map(([what, value]) => html`<dt>${what}</dt><dd>${value}</dd>`)}</dl><p>${text}</p></div>`, sheet);
  await printAlone(sheet, title, [PAPER[paper]]);
}
