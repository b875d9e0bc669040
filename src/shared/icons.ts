import { svg, type SVGTemplateResult } from 'lit';

const icon = (shape: SVGTemplateResult) => svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

/** Line icons on a 24 px grid, drawn for this library; always beside a text or a label. */
export const icons = {
  search: icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  back: icon(svg`<path d="M10 6l-6 6 6 6M4 12h16"/>`),
  next: icon(svg`<path d="m9 6 6 6-6 6"/>`),
  down: icon(svg`<path d="m6 9 6 6 6-6"/>`),
  filter: icon(svg`<path d="M4 6h16M7 12h10M10 18h4"/>`),
  warning: icon(svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1"/>`),
  offline: icon(svg`<path d="M4 4l16 16M5 12a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 5-3M12 19.5v.1M8.5 15.5a5 5 0 0 1 6 0M13 5a15 15 0 0 1 9 3.5M16.5 10.3a10 10 0 0 1 2.5 1.7"/>`),
  agency: icon(svg`<path d="M4 20V9l8-5 8 5v11M2.5 20h19M9 20v-6h6v6"/>`),
  document: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>`),
  calendar: icon(svg`<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>`),
  attachment: icon(svg`<path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14.5 7"/>`),
  print: icon(svg`<path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/>`),
  link: icon(svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>`),
  speak: icon(svg`<path d="M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>`),
  stop: icon(svg`<path d="M7 7h10v10H7z"/>`),
  code: icon(svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2"/>`),
  phone: icon(svg`<path d="M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`),
  place: icon(svg`<path d="M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11z"/><circle cx="12" cy="10" r="2.5"/>`),
  person: icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>`),
  tick: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),
  feed: icon(svg`<path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8"/><circle cx="6" cy="18" r="1"/>`),
  history: icon(svg`<path d="M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2"/>`),
};
