export { SunlitKiosk } from './shell/element.ts';
