export { SunlitTopics } from './element.ts';
export { SunlitTopicAnsweredEvent, SunlitTopicSentEvent, SunlitTopicSupportEvent } from './events.ts';
