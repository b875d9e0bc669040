import { svg, type SVGTemplateResult } from 'lit';

/** One icon of the set. */
export const icon = (shape: SVGTemplateResult) => svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

/** Line icons on a 24 px grid, drawn for this library; always beside a text or a label. These are what every page loads. */
export const icons = {
  search: icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  back: icon(svg`<path d="M10 6l-6 6 6 6M4 12h16"/>`),
  next: icon(svg`<path d="m9 6 6 6-6 6"/>`),
  filter: icon(svg`<path d="M4 6h16M7 12h10M10 18h4"/>`),
  warning: icon(svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1"/>`),
  offline: icon(svg`<path d="M4 4l16 16M5 12a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 5-3M12 19.5v.1M8.5 15.5a5 5 0 0 1 6 0M13 5a15 15 0 0 1 9 3.5M16.5 10.3a10 10 0 0 1 2.5 1.7"/>`),
  agency: icon(svg`<path d="M4 20V9l8-5 8 5v11M2.5 20h19M9 20v-6h6v6"/>`),
  document: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>`),
  feed: icon(svg`<path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8"/><circle cx="6" cy="18" r="1"/>`),
};
