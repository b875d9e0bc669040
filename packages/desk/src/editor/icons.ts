import { svg } from 'lit';
import { icon } from '../../../../src/shared/icons.ts';

/** Icons of the editor, always beside a text or with a label. */
export const deskIcons = {
  up: icon(svg`<path d="m6 14 6-6 6 6"/>`),
  down: icon(svg`<path d="m6 10 6 6 6-6"/>`),
  add: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  tick: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),
  undo: icon(svg`<path d="M8 6 4 10l4 4M4 10h9a6 6 0 0 1 0 12h-3"/>`),
  table: icon(svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"/>`),
};
