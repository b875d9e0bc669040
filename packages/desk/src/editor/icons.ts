import { svg } from 'lit';
import { icon } from '../../../../src/shared/icons.ts';

/** Icons of the editor, always beside a text or with a label. */
export const deskIcons = {
  up: icon(svg`<path d="m6 14 6-6 6 6"/>`),
  down: icon(svg`<path d="m6 10 6 6 6-6"/>`),
  add: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  undo: icon(svg`<path d="M8 6 4 10l4 4M4 10h9a6 6 0 0 1 0 12h-3"/>`),
  heading: icon(svg`<path d="M6 4v16M18 4v16M6 12h12"/>`),
  bold: icon(svg`<path d="M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z"/>`),
  list: icon(svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1"/>`),
  numbers: icon(svg`<path d="M10 6h10M10 12h10M10 18h10M4 4.5 5.5 4v4.5M4 15.5c0-1.6 3-1.6 3 0 0 1.2-3 2-3 4h3"/>`),
  link: icon(svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>`),
  table: icon(svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"/>`),
};
