import { svg } from 'lit';
import { icon } from '../shared/icons.ts';

/** What only the board shows. */
export const boardIcons = {
  add: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  tick: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`),
  write: icon(svg`<path d="M4 20h4L19.5 8.5l-4-4L4 16zM13.5 6.5l4 4"/>`),
};
