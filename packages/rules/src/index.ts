export { createCalendar, dayKind, type Calendar, type DayKind, type RegionalDays } from './calendar.ts';
export { addCalendarDays, dayInShanghai } from './day.ts';
export { nextDue } from './open-term.ts';
export {
  FULL_TEXT_MINIMUM, GUARDS, PUBLICATION, PUBLICATION_STATES, REFUSAL_CODES, mayDo, mayMove, offered, shortcomings, standingOf,
  type AskedStep, type Decision, type DisclosureCommand, type DraftFacts, type PublicationActor, type PublicationCommand, type PublicationState, type Refusal, type Standing, type Step,
} from './publication.ts';
export { seriesOf } from './series.ts';
export { PUBLICATION_TERMS, publicationDue, publicationTermOf, type PublicationDue, type PublicationTermId, type PublishedChange, type TimedContent } from './timeliness.ts';
export { addWorkdays, countWorkdays, type Due, type TrailDay } from './workdays.ts';
