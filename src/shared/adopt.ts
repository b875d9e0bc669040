import type { CSSResult } from 'lit';

/** Brings the look of a part that came later to a widget that is already drawn. */
export function adopt(root: HTMLElement | DocumentFragment, { styleSheet }: CSSResult): void {
  if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
