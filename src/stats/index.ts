export { SunlitStats } from './element.ts';
