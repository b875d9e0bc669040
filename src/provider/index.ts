export { SunlitProvider } from './element.ts';
