export { createDeskClient, type DeskClient, type DeskClientOptions } from './desk-client.ts';
export { isChangedMeanwhile, type ChangedMeanwhileError } from './desk-errors.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions } from './http.ts';
export type { PagedList } from './paged-list.ts';
export type { CreateOptions } from './desk-http.ts';
export type { AdministeredAgencies, AdministeredCategories } from './desk-agencies.ts';
export type { AdministeredCalendar } from './desk-calendar.ts';
export type { KeptStatistics } from './desk-statistics.ts';
export type { Audit } from './desk-audit.ts';
export type { Postings } from './desk-board.ts';
export type { PostingSteps } from './desk-board-steps.ts';
export type { CaseSteps } from './desk-case-steps.ts';
export type { Cases } from './desk-cases.ts';
export type { Drafts } from './desk-drafts.ts';
export type { PublishedDisclosures } from './desk-disclosures.ts';
export type { DueList } from './desk-due.ts';
export type { Exports } from './desk-exports.ts';
export type { EvidenceArchive, Files, UploadOptions } from './desk-files.ts';
export type { Imports } from './desk-imports.ts';
export type { Kiosks } from './desk-kiosks.ts';
export type { NoticeDesks } from './desk-notices.ts';
export type { RatingTasks } from './desk-ratings.ts';
export type { Reports } from './desk-reports.ts';
export type { PlannedRounds } from './desk-rounds.ts';
export type { Passkey, Session, SignInWays, TwoFactorSetup } from './desk-session.ts';
export type { Staff } from './desk-staff.ts';
export type { Supervision } from './desk-supervision.ts';
export type { Tokens } from './desk-tokens.ts';
export type { Webhooks } from './desk-webhooks.ts';
export type {
  AgencyChange, AgencyContent, AgencyMove, AgencyRecord, CalendarChange, CalendarHistoryQuery, CalendarLoad, CalendarLoads, CalendarPreview, CategoryChange, NewAgency,
  AuditEntry, AuditFilters, AuditPage, AuditQuery, BadCell, Delivery, DeliveryPage, DeliveryQuery, Draft, DraftApproval, DraftChange, DraftCommand, DraftContent, DraftEvent, DraftPage,
  Case, CaseArchive, CaseAskCorrection, CaseAskReasons, CaseAssign, CaseCommand, CaseConsult, CaseCorrect, CaseDecide, CaseDelay, CaseDeliver, CaseEntry, CaseExplain, CaseExtend, CaseFile,
  CaseFileQuery, CaseLetter, CaseNote, CaseNoticeFee, CaseOpinion, CaseOverride, CasePage, CasePapers, CasePay, CasePublication, CaseQuery, CaseReceive, CaseRegister, CaseServe, CaseSplit,
  CaseSummary, CaseTransfer, CaseWithdraw, FiledCase, FiledRequest, HandlerList, HeldRequestSettings, LetterCommand, LetterDraft, LetterOrder, RedactedCopy, Redaction, RequestReply,
  RequestSettings, RequestSettingsChange, Urging, UrgingAnswer,
  AnnualDraft, CountedCase, CountedCasePage, CountedCaseQuery, EnteredFigures, NewFigures, YearToClose,
  AssessmentSheet, Breach, BreachPage, BreachQuery, LateItem, LatePage, LateQuery, LateSubject, Light, LightsByAgency, NewUrging, NewUrgingAnswer, NewWeights, SheetMeasure, SupervisionUrging, Weights,
  ReportDraft, ReportFigure, ReportPreview, ReportSection, ReportTemplate, ReportText, ReportToDraft,
  FeedbackCount, NewOpinionSummary, NoticeDesk, NoticeWindows, NoticeWindowsChange, Opinion, OpinionPage, OpinionQuery, Seat, SeatDrawOrder, SeatPage, SeatQuery,
  Kiosk, KioskChange, KioskCode, KioskList, KioskQuery, KioskReason, KioskState, NewKiosk,
  BoardSettings, BoardSettingsChange, HeldBoardSettings, KeptScan, NewPosting, NewRound, NewRoundReport, PersonalMark, Posting, PostingAnswer, PostingApprove, PostingAssign, PostingClaim, PostingDecline, PostingEntry, PostingKeep,
  PostingMerge, PostingNote, PostingPage, PostingPapers, PostingPostpone, PostingPublish, PostingQuery, PostingReopen, PostingReturn, PostingReview, PostingSummary, PostingUnmerge, RatingResult, RatingTask, RatingTaskPage,
  RatingTaskQuery, RatingWords, RoundChange, Signer, SimilarPostings, SupportList, TopicChannel, TopicCommand, TopicPromise,
  DraftQuery, DraftReturn, DraftSchedule, DraftState, DraftStep, DraftSummary, DueItem, DueListQuery, DuePage, DueTerm, DueType, Evidence, EvidenceList, Exemption, ExportQuery,
  FilePurpose, FileQuery, FileWarningCode, Grant, ImportColumn, ImportField, ImportMapping, ImportOrder, ImportQuery, ImportReport, Me, NewDraft, NewEvidence, NewPassword, NewPerson, NewToken, NewWebhook, Permission, Person, PersonPage, PersonQuery, PersonRef,
  RemovedTrace, Repeal, Repealed, ReviewCheck, Role, Token, TokenList, TokenSecret, UploadedFile, Webhook, WebhookList, WebhookReason, WebhookSecret, WebhookState,
  Withdrawal, Withdrawn, Withheld,
} from './desk-contract.ts';
