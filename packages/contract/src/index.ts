export { PERMISSIONS, ROLES, ROLE_PERMISSIONS, type Access, type AccessTarget, type Permission, type Role } from './access.ts';
export { AGENCY_KINDS, AGENCY_LEVELS, Agency, AgencyContent, AgencyRecord, AgencyRef, AgencySummary, Leader, VENUE_TYPES, Venue, type AgencyKind, type AgencyLevel } from './agencies.ts';
export { AuditEntry } from './audit.ts';
export { CalendarLoad, CalendarPreview, CalendarYear, DUE_REASONS } from './calendar.ts';
export {
  CASE_FILE_PURPOSES, Case, CaseEntry, CaseFile, CaseLetter, CasePapers, CaseSummary, LetterDraft, RequestReply, RequestSettings,
} from './cases.ts';
export { BoardSettings, PersonalMark, Posting, PostingEntry, PostingPapers, PostingSummary, Signer, TopicPromise } from './board.ts';
export { Category, STATUTORY_CATEGORIES, type StatutoryCategory } from './categories.ts';
export { CHANGE_TYPES, Change, type ChangeType } from './changes.ts';
export {
  Attachment, Basis, CARRIERS, Channel, Disclosure, DisclosureContent, DisclosurePage, DisclosureQuery, DisclosureRef, DisclosureSummary, Facets, LINK_TYPES, OPEN_TERMS, OpenTerm, PERIODS,
  PublishedDisclosure, Revision, RevisionSummary, SORTS, Suggestion, VALIDITIES, WithdrawnDisclosure,
  type Carrier, type DisclosureFilters, type LinkType, type Period, type Sort, type Validity,
} from './disclosures.ts';
export {
  DRAFT_COMMANDS, DRAFT_STATES, Draft, DraftContent, DraftEvent, DraftSummary, EXEMPTIONS, PersonRef, REVIEW_CHECKS, Withheld,
  type DraftCommand, type DraftState, type Exemption, type ReviewCheck,
} from './drafts.ts';
export { DUE_TYPES, DueItem, DueTerm, TERM_UNITS, type DueType } from './due.ts';
export { ACT_TYPES, COLUMN_TYPES, DISCLOSURE_KINDS, FIELDS, Flow, Table, type ActType, type DisclosureKind, type FieldsOf } from './kinds.ts';
export {
  Evidence, FILE_PURPOSES, FILE_WARNINGS, REMOVED_TRACES, UploadedFile, type FilePurpose, type FileWarningCode, type RemovedTrace,
} from './files.ts';
export { EnvelopeLabel, FileEnvelope, SealedFile, SealingKey } from './keys.ts';
export {
  Heartbeat, HeartbeatAnswer, KIOSK_REASONS, KIOSK_STATES, Kiosk, KioskMessage, PRINTER_STATES, PinCheck, type KioskReason, type KioskState, type PrinterState,
} from './kiosks.ts';
export { openApi } from './openapi.ts';
export { operation, type Answer, type Body, type Operation, type Params, type Query } from './operation.ts';
export { operations, type OperationId, type Operations } from './operations.ts';
export {
  DaysLeft, FEEDBACK, NOTICE_STATES, NOTICE_TYPES, Notice, NoticeDesk, NoticePage, NoticeSummary, NoticeWindows, OPINION_OUTCOMES, Opinion, OpinionSummary, SEAT_ROLES, STANCES, Seat, SeatDraw, SeatSelection,
  type Feedback, type NoticeState, type NoticeType, type OpinionOutcome, type SeatResult, type SeatRole, type Stance,
} from './notices.ts';
export { RatingTask } from './ratings.ts';
export {
  ATTACHMENT_PURPOSES, Applicant, Challenge, LARGEST_ATTACHMENT, MOST_ATTACHMENTS, Receipt, ReceiptNo, RequestContent, RequestDeadline, RequestFee, RequestForm, RequestRemedy, TrackedBranch, TrackedEvent, TrackedRequest, Wanted,
} from './requests.ts';
export * from './request-words.ts';
export { Board, Round } from './rounds.ts';
export {
  AgencyId, CategoryId, Count, DEFAULT_LIMIT, Day, FieldError, MAXIMUM_LIMIT, Moment, PROBLEM_CODES, Problem, Sha256, Ulid, type ProblemCode,
} from './schema.ts';
export { AnnualDraft, AnnualFault, ClosedFigures, CountedCase, DisputesTable, EnteredFigures, ProactiveTable, RequestsTable } from './statistics.ts';
export * from './statistic-words.ts';
export { PlaceFigures, PublicCount, Share } from './figures.ts';
export { ReportDraft, ReportFigure } from './reports.ts';
export { AssessmentSheet, Breach, LateItem, SupervisionUrging, Weights } from './supervision.ts';
export { Snapshot, SnapshotAgency, SnapshotBoard, SnapshotPart, SnapshotRow, SnapshotTopic } from './snapshot.ts';
export { Grant, Me, Person, Token } from './staff.ts';
export * from './topic-words.ts';
export {
  DayRecount, DeviceToken, OwnTopic, RatingCount, SupportCount, TOPIC_SORTS, Topic, TopicAnswer, TopicChange, TopicContent, TopicDeadline, TopicFigures, TopicPage, TopicStep, TopicSummary,
} from './topics.ts';
export { BadCell, EXPORT_FORMATS, IMPORT_MAPPINGS, ImportColumn, ImportField, ImportReport, type ExportFormat, type ImportMapping } from './transfer.ts';
export { Delivery, Webhook, WEBHOOK_REASONS, type WebhookReason } from './webhooks.ts';
