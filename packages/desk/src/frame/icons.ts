import { svg } from 'lit';
import { icon } from '../../../../src/shared/icons.ts';

/** Icons of the frame, always beside a text or with a label. */
export const frameIcons = {
  inbox: icon(svg`<path d="M4 13 6.5 5h11L20 13v6H4zM4 13h5l1.2 2.5h3.6L15 13h5"/>`),
  drafts: icon(svg`<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>`),
  cases: icon(svg`<path d="M4 5h16v11H9l-5 4zM8 9h8M8 12h5"/>`),
  topics: icon(svg`<path d="M4 4h16v13H4zM8 8.5h8M8 12.5h5M9 21l3-4 3 4"/>`),
  published: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 14l2.2 2.2L15.5 12"/>`),
  imports: icon(svg`<path d="M12 3v11M7.5 10l4.5 4.5 4.5-4.5M4 15v5h16v-5"/>`),
  due: icon(svg`<circle cx="12" cy="12.5" r="8"/><path d="M12 8v5l3 2M9 2.5h6"/>`),
  supervision: icon(svg`<path d="M8 3h8v18H8zM12 6.9v.2M12 11.9v.2M12 16.9v.2M8 7H5l3 4M16 7h3l-3 4"/>`),
  statistics: icon(svg`<path d="M4 20h16M6.5 20v-7h3v7M12 20V5h3v15M17.5 20v-4"/>`),
  people: icon(svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.8-3.4 3.3-5 6.5-5s5.7 1.6 6.5 5M15.5 5.4a3.5 3.5 0 0 1 0 6.2M17.5 15c2 .6 3.4 2.1 4 4.5"/>`),
  agencies: icon(svg`<path d="M4 20V9l8-5 8 5v11M2.5 20h19M9 20v-6h6v6"/>`),
  calendar: icon(svg`<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>`),
  audit: icon(svg`<path d="M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4"/>`),
  settings: icon(svg`<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1"/>`),
  webhooks: icon(svg`<circle cx="12" cy="5.5" r="2.5"/><circle cx="5.5" cy="18" r="2.5"/><circle cx="18.5" cy="18" r="2.5"/><path d="m10.8 7.7-4 8.1M13.2 7.7l4 8.1M8 18h8"/>`),
  notices: icon(svg`<path d="M4 10v5h3l8 4V6l-8 4zM18 9.5a4 4 0 0 1 0 6"/>`),
  kiosks: icon(svg`<path d="M6 3h12v13H6zM12 16v4M8 20.5h8M9.5 12.5h5"/>`),
  key: icon(svg`<circle cx="8" cy="8.5" r="4.5"/><path d="m11.3 11.7 8.2 8.3M16 16.5l2.5-2.5"/>`),
  person: icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>`),
  down: icon(svg`<path d="m6 9 6 6 6-6"/>`),
};
