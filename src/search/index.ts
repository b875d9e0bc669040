export { SunlitSearch } from './element.ts';
