export { createClient, createReader, type CacheState, type Client, type ClientOptions, type Reader } from './client.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export { browserStorage, memoryStorage, type KeyValueStorage } from './storage.ts';
export type { CallOptions, EarlyAnswers, Source } from './http.ts';
export type { PagedList } from './paged-list.ts';
export type { Agencies } from './agencies.ts';
export type { WorkCalendar } from './calendar.ts';
export type { Categories } from './categories.ts';
export type { Changes, FeedPosition, FollowOptions } from './changes.ts';
export type { Disclosures } from './disclosures.ts';
export type { Feeds } from './feeds.ts';
export type { HealthChecks } from './health.ts';
export type { Resource } from './resource.ts';
export type {
  ActType, Agency, AgencyKind, AgencyLevel, AgencyPage, AgencyQuery, AgencyRef, AgencySummary, Attachment, Basis, BudgetFields, Calendar,
  CalendarYear, Carrier, Category, CategoryPage, CategoryQuery, Change, ChangePage, ChangeQuery, ChangeType, Channel, ClarificationFields,
  Count, DecisionFields, Disclosure, DisclosureContent, DisclosureFilters, DisclosureKind, DisclosurePage, DisclosureQuery, DisclosureRef,
  DisclosureSummary, Due, DueQuery, Facets, FeedQuery, FieldError, Flow, Health, InstitutionFields, JsonFeed, Leader, LinkType,
  MeetingFields, NormativeFields, NoticeFields, OpenTerm, Period, PersonnelFields, PlanFields, PowerFields, Problem, ProblemCode,
  ProjectFields, PublishedDisclosure, Readiness, ReportFields, Revision, RevisionSummary, ServiceFields, Sort, StatisticsFields,
  StatutoryCategory, SuggestQuery, Suggestion, Suggestions, Table, Validity, Venue, WithdrawnDisclosure,
} from './contract.ts';
