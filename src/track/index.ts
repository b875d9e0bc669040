export { SunlitTrack } from './element.ts';
