export { SunlitRequest, type SendRequest } from './element.ts';
export { SunlitRequestAnsweredEvent, SunlitRequestSentEvent } from './events.ts';
