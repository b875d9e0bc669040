export { SunlitNoticeSentEvent } from './events.ts';
export { SunlitNotices } from './element.ts';
