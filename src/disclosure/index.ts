export { SunlitDisclosure } from './element.ts';
export { SunlitLinkEvent, SunlitPrintEvent } from './events.ts';
