export { SunlitRatedEvent } from './events.ts';
export { SunlitRating } from './element.ts';
