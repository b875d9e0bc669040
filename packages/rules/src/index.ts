export {
  ANNUAL_LINES, DISPUTES, DISPUTE_RESULTS, disputesTableFaults, linesOf, requestsTable, requestsTableDifferences, requestsTableFaults, sumOfRequestsTables,
  type AnnualCell, type AnnualFault, type AnnualLine, type CountedCase, type DisputesTable, type RequestsTable,
} from './annual.ts';
export { equalWeights, scoreOf, totalOf, type Measured } from './assessment.ts';
export { createCalendar, dayKind, type Calendar, type DayKind, type RegionalDays } from './calendar.ts';
export { addCalendarDays, addMonths, dayInShanghai } from './day.ts';
export { casesInMonth, feeLines, feeOf, isFeeBasis, type FeeBasis, type FeeLine } from './fees.ts';
export { DOUBT_CODES, IDENTITY_TYPES, creditCodeDoubts, identityDoubts, phoneDoubts, tidyNumber, type Doubt, type IdentityType } from './formats.ts';
export { KIOSK_LIMITS, kioskHealth, type KioskHealth, type KioskStanding } from './kiosk.ts';
export { requestLateness, type RequestLateness } from './lateness.ts';
export { daysLeft, giveSeats, noticeState, type SeatWanted, type SeatsGiven } from './notice.ts';
export { nextDue } from './open-term.ts';
export {
  ANNUAL_COLUMNS, ANNUAL_ROWS, OUTCOMES, REMEDIES, SILENCE_REMEDY, replyFaults,
  type AnnualColumn, type AnnualRow, type Outcome, type OutcomeRule, type Remedy, type Reply, type ReplyFault, type ReplyNeed,
} from './outcomes.ts';
export { PAUSE_INTERVALS, PAUSE_REASONS, runPeriod, type Pause, type PauseInterval, type PauseReason, type Period, type Run } from './period.ts';
export {
  FULL_TEXT_MINIMUM, GUARDS, PUBLICATION, PUBLICATION_STATES, REFUSAL_CODES, mayDo, mayMove, offered, shortcomings, standingOf,
  type AskedStep, type Decision, type DisclosureCommand, type DraftFacts, type PublicationActor, type PublicationCommand, type PublicationState, type Refusal, type Standing, type Step,
} from './publication.ts';
export { REQUEST_GUARDS, REQUEST_REFUSAL_CODES, mayTake, offeredSteps, silencesDue, type RequestDecision, type RequestGuardName, type RequestRefusal } from './request-guards.ts';
export { MISFITS, type Branch, type Misfit, type Question, type QuestionTerm, type RequestRecord } from './request-record.ts';
export {
  CLOCK_POLICIES, annualCases, dueOf, isPast, movedDeadlines, openDeadlines, stateOf,
  type AnnualCase, type BranchState, type ClockPolicies, type ClockSetting, type Deadline, type MovedDeadline, type RequestState, type Trigger,
} from './request-state.ts';
export { LONGEST_EXTENSION, PARTIES, REQUEST_TERMS, SILENCE_EFFECTS, type Party, type RequestTerm, type RequestTermId, type SilenceEffect } from './request-terms.ts';
export {
  CHANNELS, MAIN_BRANCH, REQUEST, REQUEST_PHASES, REQUEST_ROLES,
  type Channel, type Opinion, type RequestCommand, type RequestEvent, type RequestPhase, type RequestRole, type RequestStep, type RequestTransition, type Way,
} from './request.ts';
export { SECTION_TITLES, proposalOf, type ReportCount } from './report-words.ts';
export { filledText, reportFigures, reportMarkdown, reportTitle, unknownIn, unknownReferences, type ReportFigure, type ReportTables, type WrittenReport } from './report.ts';
export { seriesOf } from './series.ts';
export { MOST_HIDDEN, publicTree, type CountTree, type PublicTree } from './suppression.ts';
export { personalMarks, tidyWords, waysFor } from './topic-text.ts';
export { PUBLICATION_TERMS, publicationDue, publicationTermOf, type PublicationDue, type PublicationTermId, type PublishedChange, type TimedContent } from './timeliness.ts';
export { addWorkdays, countWorkdays, type Due, type TrailDay } from './workdays.ts';
export {
  TOPIC_REFUSAL_CODES, isTermLate, mayTakeTopic, offeredTopicSteps, openTopicTerms, topicAfter, topicStateOf,
  type TopicDecision, type TopicRefusal, type TopicSetting, type TopicState, type TopicTerm,
} from './topic-state.ts';
export { ENDED_TOPIC_PHASES, TOPIC, TOPIC_ROLES, type TopicEvent, type TopicGuardName, type TopicPromise, type TopicRole, type TopicStep, type TopicTransition } from './topic.ts';
