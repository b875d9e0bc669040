import { svg } from 'lit';
import { icon, icons } from '../../../../src/shared/icons.ts';
import { contentIcons } from '../../../../src/shared/content-icons.ts';

/** The icons of the shell, beside those of the widgets. */
export const kioskIcons = {
  home: icon(svg`<path d="M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-5.5h4V20"/>`),
  back: icons.back,
  size: icon(svg`<path d="M3 19 8.5 5 14 19M5 14.5h7M15 19l3-8 3 8M16 16.5h4"/>`),
  look: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17M12 7h3.5M12 10.5h5M12 14h5M12 17.500h3"/>`),
  read: contentIcons.speak,
  stop: contentIcons.stop,
  language: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.500 12h17M12 3.500c3 2.600 3.800 5.400 3.800 8.500S15 18 12 20.500C9 18 8.200 15.100 8.200 12S9 6.100 12 3.500z"/>`),
  elder: icon(svg`<circle cx="10" cy="5.500" r="2.500"/><path d="M7 21l1.500-7L7 11c0-1.800 1.300-3 3-3s2.600 1 3.300 2.600L16 12.500M11 14l1.500 7M17.500 12v9"/>`),
  reach: icon(svg`<path d="M12 4v11M7.500 11l4.500 4.500L16.500 11M4 20h16"/>`),
  find: icons.search,
  topics: icon(svg`<path d="M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12.500h5"/>`),
  request: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 15.500l5-5 2 2-5 5H9z"/>`),
  track: contentIcons.clock,
  agencies: icons.agency,
  rate: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M8.500 14c.8 1.400 2 2 3.500 2s2.700-.6 3.500-2M9 9.500v.6M15 9.500v.6"/>`),
  help: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M9.500 9.500c.2-1.500 1.200-2.300 2.600-2.300s2.500.9 2.500 2.200c0 2-2.500 2-2.500 4M12.100 16.600v.1"/>`),
  touch: icon(svg`<path d="M9 12V6a1.600 1.600 0 0 1 3.200 0v5l4.600 1.200c1 .3 1.700 1.200 1.500 2.300L17.500 20h-7l-4-5.200c-.6-.8-.4-1.700.3-2.100.6-.4 1.300-.2 1.800.3zM6 6a4.600 4.600 0 0 1 9.200 0"/>`),
  phone: contentIcons.phone,
  offline: icons.offline,
  print: contentIcons.print,
  tick: contentIcons.tick,
  close: icons.close,
  code: contentIcons.code,
};
