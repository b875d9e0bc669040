import { html, type TemplateResult } from 'lit';
import type { PartOptions } from '../parts.ts';
import type { Scene } from '../scene.ts';
import type { PageSay } from './strings/index.ts';
import type { Texts } from './texts.ts';

/** What the sections of the page draw from. */
export interface PageScene extends Scene {
  readonly say: PageSay;
  readonly texts: Texts;
  readonly options: PartOptions;
}

/** Another disclosure, that opens here or where the page says. */
export function disclosureLink({ id, title, agency }: { readonly id: string; readonly title: string; readonly agency: { readonly name: string } }, { options }: Pick<PageScene, 'options'>): TemplateResult {
  return html`<button class="link" type="button" data-disclosure=${id} @click=${() => options.read({ id, title })}><bdi>${title}</bdi></button> <span class="small muted">${agency.name}</span>`;
}
