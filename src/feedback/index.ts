export { SunlitCorrectEvent, SunlitFeedbackEvent } from './events.ts';
export { SunlitFeedback } from './element.ts';
