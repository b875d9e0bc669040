export { SunlitDirectory } from './element.ts';
