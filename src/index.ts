export { SunlitAgencies } from './agencies/index.ts';
export { SunlitDirectory } from './directory/index.ts';
export { SunlitDisclosure, SunlitLinkEvent, SunlitPrintEvent } from './disclosure/index.ts';
export { SunlitProvider } from './provider/index.ts';
export { SunlitSearch } from './search/index.ts';
export { SCHEMES, THEMES, type Configuration, type Scheme, type Theme } from './shared/configuration.ts';
export { SunlitChangeEvent, SunlitLoadErrorEvent, SunlitReadyEvent, SunlitSearchEvent, SunlitSelectEvent } from './shared/events.ts';
export { LANGUAGES, type Language } from './shared/i18n.ts';
export { VERSION } from './shared/version.ts';
