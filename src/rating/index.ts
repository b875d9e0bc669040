export { SunlitRatedEvent } from './events.ts';
export { SunlitRating } from './element.ts';
export type { RatingOutbox } from './sending.ts';
