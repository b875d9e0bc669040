export { createClient, type Client } from './client.ts';
export { createReader, type CacheState, type ClientOptions, type Reader } from './reader.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export { browserStorage, memoryStorage, type KeyValueStorage } from './storage.ts';
export { normaliseReceipt } from './receipt.ts';
export type { CallOptions, EarlyAnswers, Source } from './http.ts';
export type { PagedList } from './paged-list.ts';
export type { Agencies } from './agencies.ts';
export type { WorkCalendar } from './calendar.ts';
export type { Statistics } from './statistics.ts';
export type { Categories } from './categories.ts';
export type { Changes, FeedPosition, FollowOptions } from './changes.ts';
export type { Disclosures } from './disclosures.ts';
export type { Feeds } from './feeds.ts';
export type { HealthChecks } from './health.ts';
export type { RateOptions, Rating, Ratings } from './ratings.ts';
export type { AttachOptions, Requests, SubmitOptions } from './requests.ts';
export { deviceToken, forgetDevice, tokenLasts, visitToken } from './device-token.ts';
export type { ProvenOptions, ReceiptKey } from './requests-http.ts';
export type { CreateOptions } from './writing-http.ts';
export type { Rounds } from './rounds.ts';
export type { SubmitTopicOptions, Topics, TopicsOptions } from './topics.ts';
export type { Outbox, Submission } from './outbox.ts';
export type { Resource } from './resource.ts';
export type {
  ActType, Agency, AgencyKind, AgencyLevel, AgencyPage, AgencyQuery, AgencyRef, AgencySummary, Applicant, ApplicantType, Attachment, AttachmentQuery, Basis, BudgetFields, Calendar,
  CalendarYear, Carrier, Category, CategoryPage, CategoryQuery, Challenge, Change, ChangePage, ChangeQuery, ChangeType, Channel, ClarificationFields,
  Count, DecisionFields, Deflection, Disclosure, DisclosureContent, DisclosureFilters, DisclosureKind, DisclosurePage, DisclosureQuery, DisclosureRef,
  DisclosureSummary, Due, DueQuery, Facets, FeedQuery, FieldError, Flow, Health, IdentityType, InstitutionFields, JsonFeed, Leader, LinkType,
  MeetingFields, NewRequest, NewRequestRating, NormativeFields, NoticeFields, OpenTerm, PaperLink, PaperOrder, Period, PersonnelFields, PlanFields, PowerFields, Problem, ProblemCode,
  ProjectFields, PublishedDisclosure, Rated, RatingCount, RatingLevel, RatingQuery, RatingReason, RatingSubject, RatingsSaid, Readiness, Receipt, ReportFields, RequestChannel, RequestContent, RequestCorrection, RequestDeadline, RequestForm, RequestOutcome, RequestPhase,
  RequestRated, RequestReasons, RequestWithdrawal, Revision, RevisionSummary, ServiceFields, Sort, StatisticsFields, StatutoryCategory, SuggestQuery, Suggestion, Suggestions, Table, TrackedBranch,
  TrackedEvent, TrackedRequest, Validity, Venue, Wanted, WithdrawnDisclosure,
  AnnualFault, AnnualFigures, AnnualLine, AnnualQuery, AnnualTableColumn, ClosedFigures, DisputesTable, ProactiveTable, RequestsTable,
  Board, DayRecount, DeclineReason, NewFollow, OwnTopic, ReturnReason, Round, RoundPage, RoundQuery, RoundReport, RoundState, Similar, SimilarQuery, SubmittedTopic, SupportBasis, SupportCount, Supported, Topic, TopicAnswer, TopicChange, TopicChangePage, TopicChangeQuery, TopicContent, TopicDeadline, TopicDeflection, TopicFeedQuery, TopicFigures, TopicFiguresByAgency, TopicOutcome, TopicPage, TopicPhase, TopicPurpose, TopicQuery, TopicStanding, TopicStep, TopicSummary, TopicWay,
} from './contract.ts';
