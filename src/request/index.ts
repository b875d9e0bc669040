export { SunlitRequest } from './element.ts';
export { SunlitRequestAnsweredEvent, SunlitRequestSentEvent } from './events.ts';
export type { SendRequest } from './sending.ts';
