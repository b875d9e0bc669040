export { SunlitAgencies } from './element.ts';
