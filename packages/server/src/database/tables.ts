import type {
  AgencyKind, AgencyLevel, ApplicantType, Carrier, ChangeType, DisclosureKind, DraftState, Feedback, FilePurpose, LateSubject, LetterCommand, LinkType, NoticeType, OpenTerm, RatingLevel, RatingSubject,
  ReportTemplate, RequestChannel, RequestOutcome, RequestPhase, Role, SeatRole, Stance, SupportBasis, TopicChannel, TopicOutcome, TopicPhase, TopicPurpose, TopicTermId, Validity, WebhookReason,
} from '@sunlit/contract';
import type { PublicationTermId } from '@sunlit/rules';
import type { Generated } from 'kysely';

/*
 * One schema for both databases. `no` is a number of the database's own, `id` is what the API shows.
 *
 * A disclosure's `no` rises with the day of publication, then with the order of entry (`disclosures/number.ts`). Newest
 * first is therefore `no` descending everywhere, in tables as in the full-text index, and a span of days is a span of `no`.
 */
export interface Tables {
  agency: AgencyTable;
  category: CategoryTable;
  disclosure: DisclosureTable;
  revision: RevisionTable;
  tombstone: TombstoneTable;
  link: LinkTable;
  attachment: AttachmentTable;
  index_counter: { agency_no: number; year: number; n: number };
  facet_cell: FacetCellTable;
  published_cell: PublishedCellTable;
  carrier_cell: CarrierCellTable;
  change: ChangeTable;
  /** One row: the last sequence number given. Updating it is what makes writers take turns. */
  change_head: { seq: number };
  calendar_year: { year: number; content: string };
  calendar_load: CalendarLoadTable;
  draft: DraftTable;
  draft_event: DraftEventTable;
  agenda: AgendaTable;
  person: PersonTable;
  session: SessionTable;
  account: AccountTable;
  two_factor: { id: string; user_id: string; secret: string };
  passkey: { id: string; user_id: string };
  /** How often somebody tried to sign in until when, in milliseconds since 1970. */
  attempt: { key: string; n: number; until: number };
  token: TokenTable;
  grant: GrantTable;
  audit: AuditTable;
  /** Answers to calls that made something, kept so that a repeated call makes nothing twice. */
  idempotency: { owner: string; operation: string; key: string; body_hash: string; answer: string; at: string };
  notice: NoticeTable;
  notice_settings: NoticeSettingsTable;
  opinion: OpinionTable;
  seat: SeatTable;
  /** Who said what of a disclosure today; only `feedback_count` outlives the day. */
  feedback: { disclosure_no: number; day: string; device: string; said: Feedback };
  feedback_count: { disclosure_no: number; said: Feedback; n: number };
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  kiosk: KioskTable;
  file: FileTable;
  evidence: EvidenceTable;
  source: SourceTable;
  /** Which column of a file is what, for files with these headers (`transfer/mapping.ts`). */
  import_mapping: { agency_no: number; kind: DisclosureKind; headers: string; mapping: string };
  request: RequestTable;
  request_case: RequestCaseTable;
  request_event: RequestEventTable;
  request_file: RequestFileTable;
  request_letter: RequestLetterTable;
  /** The last number given to a letter. */
  letter_number: { agency_no: number; year: number; n: number };
  /** How an agency takes requests, where it has said so (`requests/agency-settings.ts`). */
  request_settings: { agency_no: number; content: string };
  /** Proofs of work that were taken, until when they would be good, in milliseconds since 1970. */
  spent_challenge: { id: string; until: number };
  /** What sealed submissions were answered, for the reference on the slip (`sealed/handlers.ts`). */
  annual_entry: AnnualEntryTable;
  annual_version: AnnualVersionTable;
  annual_report: AnnualReportTable;
  breach: BreachTable;
  /** Up to which change the sweep has looked for what ended late (`supervision/ended-late.ts`). */
  breach_sweep: { type: LateSubject; at: string; no: number };
  urging: UrgingTable;
  /** By which weights an agency assesses those below it: appended, never changed. */
  assessment_weights: { agency_no: number; year: number; version: number; weights: string; person_id: string; person_name: string; person_post: string; at: string };
  sealed_answer: { reference: string; operation: string; answer: string; at: string };
  /** How often what is public answered somebody who was about to ask for it. */
  deflection: { disclosure_no: number; agency_no: number; day: string; instead: string; n: number };
  /** How an agency's board works, where it has said so (`topics/settings.ts`). */
  board_settings: { agency_no: number; content: string };
  round: RoundTable;
  topic: TopicTable;
  /** The last number given to a topic of a day. */
  topic_counter: { day: string; n: number };
  topic_event: TopicEventTable;
  /** What answered a topic, first answer first; `content` is what of it the contract's `NewTopicAnswer` says, with what came of a promise. */
  topic_answer: { topic_no: number; n: number; content: string; published: number };
  /** The disclosures that a published answer names. */
  topic_link: { topic_no: number; disclosure_no: number };
  topic_support: TopicSupportTable;
  support_list: SupportListTable;
  topic_scan: TopicScanTable;
  /** The last change of each topic, as everybody may see it: a topic that changes again takes a new number and leaves its old one empty. */
  topic_change: { seq: number; topic_no: number; at: string };
  /** How often a topic answered somebody who was about to write. */
  topic_deflection: { topic_no: number; agency_no: number; day: string; instead: 'topic' | 'request'; n: number };
  rating: RatingTable;
  rating_task: RatingTaskTable;
  follow: FollowTable;
  letter_out: LetterOutTable;
  /** PostgreSQL's search index. */
  search_text: SearchTextTable;
  topic_search_text: SearchTextTable;
  /** SQLite's search index: FTS5 tables of tokens, separated by spaces. */
  fts_heading: { rowid: number; heading: string; key: string; filing: string };
  fts_whole: { rowid: number; heading: string; body: string; filing: string };
  fts_pinyin: { rowid: number; full: string; initials: string };
  topic_fts_heading: { rowid: number; heading: string; key: string; filing: string };
  topic_fts_whole: { rowid: number; heading: string; body: string; filing: string };
  topic_fts_pinyin: { rowid: number; full: string; initials: string };
}

/** A holiday notice that was loaded: appended, never changed. Who did it is kept as they were then. */
interface CalendarLoadTable {
  no: Generated<number>;
  year: number;
  notice: string;
  at: string;
  person_id: string;
  person_name: string;
  person_post: string;
  reason: string;
  /** Versions of the calendar. */
  before: string;
  after: string;
  moved: number;
  moved_cases: number;
  /** The first drafts that were moved, with their last days before and after: what they say stays in the drafts. */
  drafts: string;
}

/** What is written before it is public; it stays when it has been published or given up. */
interface DraftTable {
  no: Generated<number>;
  id: string;
  agency_no: number;
  kind: DisclosureKind;
  state: DraftState;
  version: number;
  title: string;
  content: string;
  reason: string | null;
  withheld: string;
  amends_no: number | null;
  /** The revision that the amendment was begun from. */
  amends_revision: number | null;
  disclosure_no: number | null;
  author_id: string;
  author_name: string;
  author_post: string;
  publish_on: string | null;
  due_on: string | null;
  due_term: PublicationTermId | null;
  due_from: string | null;
  created_at: string;
  updated_at: string;
}

/** One step of a draft: appended, never changed. Who did it is kept as they were then. */
interface DraftEventTable {
  draft_no: number;
  n: number;
  type: string;
  at: string;
  person_id: string | null;
  person_name: string | null;
  person_post: string | null;
  note: string | null;
  checks: string | null;
  on_day: string | null;
}

/** A member of staff. better-auth reads and writes it too, as its `user`. */
interface PersonTable {
  no: Generated<number>;
  id: string;
  username: string;
  name: string;
  post: string;
  /** Not used for mail; single sign-on may find a person by it. */
  email: string;
  email_verified: number;
  disabled_at: string | null;
  must_change_password: number;
  two_factor_enabled: number | null;
  last_seen_at: string | null;
  created_at: string;
  updated_at: string;
}

/** better-auth's. */
interface SessionTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
  ip_address: string | null;
  user_agent: string | null;
}

/** better-auth's: what somebody signs in with. */
interface AccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: string;
  updated_at: string;
}

/** With what another program calls, for one person; only the hash of its secret is kept. */
interface TokenTable {
  id: string;
  person_id: string;
  label: string;
  agency_no: number;
  permissions: string;
  hash: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

export type AgendaType = 'period' | 'stage' | 'until' | 'exemption' | 'late';

/** What of a disclosure must be seen to, and when: `disclosures/agenda.ts`. */
interface AgendaTable {
  disclosure_no: number;
  revision: number;
  type: AgendaType;
  due_on: string;
  /** Of a periodic one: what its issues have in common. */
  series: string | null;
  /** Of a late one: its term, and the day that ran from. */
  term: PublicationTermId | null;
  term_from: string | null;
}

interface GrantTable {
  person_id: string;
  agency_no: number;
  role: Role;
}

/** Appended, never changed. */
interface AuditTable {
  no: Generated<number>;
  at: string;
  operation: string;
  person_id: string | null;
  name: string | null;
  post: string | null;
  via: 'session' | 'token' | 'system';
  agency_no: number | null;
  subject: string | null;
  /** What only the call itself knows, such as the file and the counts of an import. */
  detail: string | null;
  outcome: 'done' | 'refused';
  address: string | null;
  request_id: string | null;
}

/** Where an imported disclosure comes from. `hash` is of the row as it was last imported. */
interface SourceTable {
  agency_no: number;
  system: string;
  source_id: string;
  disclosure_no: number;
  hash: string;
}

/** One upload: appended, never changed. */
interface FileTable {
  no: Generated<number>;
  agency_no: number;
  purpose: FilePurpose;
  name: string;
  media_type: string;
  size: number;
  /** Of the copy that may be published, or, where none may be, of what was sent. */
  sha256: string;
  /** Of what was sent. */
  original_sha256: string;
  /** SHA-256 of the file of which this is the redacted copy, or empty: what is nothing would not count as the same twice. */
  redaction_of: string;
  removed: string;
  warnings: string;
  person_id: string;
  person_name: string;
  person_post: string;
  at: string;
}

/** Proof that a disclosure was posted elsewhere: appended, never changed. */
interface EvidenceTable {
  no: Generated<number>;
  disclosure_no: number;
  file_no: number;
  carrier: Carrier;
  place: string;
  posted_on: string;
  taken_at: string | null;
  note: string | null;
  person_id: string;
  person_name: string;
  person_post: string;
  at: string;
}

/** What an applicant filed. What says who they are and what they ask for is sealed in `content`, by a key of the request's own. */
interface RequestTable {
  no: Generated<number>;
  id: string;
  receipt_no: string;
  secret_hash: string;
  channel: RequestChannel;
  applicant_type: ApplicantType;
  agency_no: number;
  submitted_at: string;
  submitted_on: string;
  form: string;
  route: string;
  files_announced: number;
  /** The same for requests of the same applicant, and nothing else can be read from it; null once erased. */
  same_applicant: string | null;
  /** The master key by which `wrapped_key` is wrapped; both null once erased. */
  key_id: string | null;
  wrapped_key: string | null;
  content: string;
  erased_on: string | null;
}

/** A request, or a branch of it, at one agency. What follows from the events is written by `requests/projection.ts` alone. */
interface RequestCaseTable {
  no: Generated<number>;
  id: string;
  request_no: number;
  branch: string;
  parent_no: number | null;
  agency_no: number;
  /** As it was when the case began. */
  agency_name: string;
  phase: RequestPhase;
  outcome: RequestOutcome | null;
  applicant_type: ApplicantType;
  label: string | null;
  handler_id: string | null;
  received_on: string | null;
  ended_on: string | null;
  due_on: string | null;
  /** Whether it ended by the last day of the reply; null while it is open. */
  in_time: number | null;
  urged: number;
  version: number;
  updated_at: string;
}

/** What an agency entered by hand for the report of a year. */
interface AnnualEntryTable {
  agency_no: number;
  year: number;
  version: number;
  content: string;
  person_id: string;
  person_name: string;
  person_post: string;
  at: string;
}

/** The figures of a closed year: appended, never changed. */
interface AnnualVersionTable extends AnnualEntryTable {
  reason: string | null;
}

/** A report of a year as it is written, before it is a draft. */
interface AnnualReportTable extends AnnualEntryTable {
  template: ReportTemplate;
  draft_no: number | null;
}

/** Something that became late: appended; only `done_on` is filled in. */
interface BreachTable {
  no: Generated<number>;
  type: LateSubject;
  agency_no: number;
  /** What the API calls it by; of a report, its year. */
  subject_id: string;
  title: string;
  due_on: string;
  late_on: string;
  done_on: string | null;
}

/** What a supervisor asks about something late, and what the agency says to it; both sealed by a key of its own. */
interface UrgingTable {
  no: Generated<number>;
  id: string;
  type: LateSubject;
  agency_no: number;
  subject_id: string;
  /** With `words` and `answer` null once what they are about was erased. */
  key_id: string | null;
  wrapped_key: string | null;
  words: string | null;
  person_id: string;
  person_name: string;
  person_post: string;
  on_day: string;
  answer_by: string;
  answer: string | null;
  answered_on: string | null;
  answer_person_id: string | null;
  answer_person_name: string | null;
  answer_person_post: string | null;
}

/** One step of a request, or what else was done: appended, never changed. Who did it is kept as they were then. */
interface RequestEventTable {
  request_no: number;
  n: number;
  branch: string;
  at: string;
  type: string;
  on_day: string;
  role: 'applicant' | 'agency' | 'system';
  person_id: string | null;
  person_name: string | null;
  person_post: string | null;
  /** Without what somebody wrote, which is sealed in `said`. */
  step: string;
  said: string | null;
}

/** A file of a request; its bytes lie sealed under `SUNLIT_DATA/requests`. */
interface RequestFileTable {
  no: Generated<number>;
  id: string;
  request_no: number;
  /** Null: of the whole request. */
  case_no: number | null;
  purpose: 'attachment' | 'identity' | 'release' | 'record';
  media_type: string;
  size: number;
  /** Sealed: name and SHA-256. */
  meta: string;
  role: 'applicant' | 'agency';
  person_id: string | null;
  person_name: string | null;
  person_post: string | null;
  at: string;
  redacted: number;
  removed_at: string | null;
}

/** A letter that went out with a step. */
interface RequestLetterTable {
  no: Generated<number>;
  id: string;
  case_no: number;
  event_n: number;
  command: LetterCommand;
  doc_no: string;
  on_day: string;
  title: string;
  /** Sealed: its body, and what was added to it. */
  text: string;
}

/** A round of topics. In which state it is follows from its days and its report. */
interface RoundTable {
  no: Generated<number>;
  id: string;
  agency_no: number;
  title: string;
  intro: string | null;
  opens_on: string;
  closes_on: string;
  answer_on: string;
  /** When that was planned in workdays after `closes_on`. */
  answer_workdays: number | null;
  /** How calendars moved `answer_on`, as JSON. */
  recounts: string | null;
  report: string | null;
  reported_on: string | null;
  created_at: string;
  version: number;
}

/** What a resident wants to see. What follows from the events is written by `topics/projection.ts` alone, what from supports by `topics/supports.ts`. */
interface TopicTable {
  no: Generated<number>;
  id: string;
  topic_no: string;
  /** On whose board it stands, and with whom it is. */
  board_no: number;
  agency_no: number;
  board_position: number;
  agency_position: number;
  purpose: TopicPurpose;
  channel: TopicChannel;
  /** As they were approved; null before. */
  title: string | null;
  text: string | null;
  place: string | null;
  category_id: string | null;
  /** With `correct`: what is wrong or out of date. */
  disclosure_no: number | null;
  phase: TopicPhase;
  outcome: TopicOutcome | null;
  round_no: number | null;
  merged_into_no: number | null;
  /** 1 from when it came onto the board: only those are public. */
  approved: number;
  /** The master key by which `wrapped_key` is wrapped; both null once erased, as is `written`. */
  key_id: string | null;
  wrapped_key: string | null;
  /** Sealed: the contract's `TopicContent`, as it was written. */
  written: string | null;
  erased_on: string | null;
  /** Of the device; null for what an officer wrote down. */
  writer_hash: string | null;
  handler_id: string | null;
  /** What the board promised when it was written: workdays as `{ review, claim, answer }`. */
  terms: string;
  submitted_at: string;
  submitted_on: string;
  answered_on: string | null;
  /** Since when nothing is owed to it: returned, declined, merged, published. */
  ended_on: string | null;
  /** Of what the agency owes next. */
  due_on: string | null;
  due_term: TopicTermId | null;
  /** The same as the rules say it: `TopicTerm`. */
  due: string | null;
  /** How often it was taken up and answered, and how often of that in time. */
  claims: number;
  claims_in_time: number;
  answers: number;
  answers_in_time: number;
  reopened: number;
  version: number;
  updated_at: string;
  /** Distinct supporters of it and of all that was merged into it, and by how their support came in. */
  supports: number;
  web: number;
  kiosk: number;
  counter: number;
  paper: number;
  hotline: number;
}

/** One step of a topic, or what else was done: appended, never changed. Who did it is kept as they were then. */
interface TopicEventTable {
  topic_no: number;
  n: number;
  at: string;
  type: string;
  on_day: string;
  role: 'resident' | 'agency' | 'system';
  person_id: string | null;
  person_name: string | null;
  person_post: string | null;
  /** Without any words. */
  step: string;
  /** Words that everybody reads who may read the step. */
  public_words: string | null;
  /** Sealed: words that only officers read. */
  said: string | null;
}

interface TopicSupportTable {
  no: Generated<number>;
  topic_no: number;
  /** A keyed hash of the device's token, or of whoever stands on a list. */
  supporter: string;
  basis: SupportBasis;
  at: string;
  list_no: number | null;
}

/** Supporters that an officer entered. */
interface SupportListTable {
  no: Generated<number>;
  id: string;
  topic_no: number;
  basis: SupportBasis;
  on_day: string;
  added: number;
  already: number;
  scan_no: number | null;
  person_id: string;
  person_name: string;
  person_post: string;
  at: string;
}

/** The scan of a signed sheet; its bytes lie sealed under `SUNLIT_DATA/topics`. */
interface TopicScanTable {
  no: Generated<number>;
  id: string;
  topic_no: number;
  sha256: string;
  media_type: string;
  size: number;
  /** Sealed: its name. */
  meta: string;
  person_id: string;
  person_name: string;
  person_post: string;
  at: string;
}

interface RatingTable {
  no: Generated<number>;
  id: string;
  agency_no: number;
  type: RatingSubject;
  /** The name of a window, or the id of a disclosure, a topic or a case. */
  subject_key: string;
  device: string;
  day: string;
  /** `day`, or empty for what one rates once for ever. */
  unique_day: string;
  /** 1 once the topic that was answered has another answer. */
  replaced: Generated<number>;
  level: RatingLevel;
  reasons: string;
  /** Sealed. */
  written: string | null;
  key_id: string | null;
  wrapped_key: string | null;
  at: string;
}

/** A low rating that somebody follows up. */
interface RatingTaskTable {
  no: Generated<number>;
  id: string;
  rating_no: number;
  agency_no: number;
  from_on: string;
  due_on: string;
  workdays: number;
  /** How calendars moved `due_on`, as JSON. */
  recounts: string | null;
  result: string | null;
  done_on: string | null;
  person_id: string | null;
  person_name: string | null;
  person_post: string | null;
  version: number;
}

/** Somebody who wants to be told by e-mail what becomes of a topic, or of the boards of an agency and below it: exactly one of them. */
interface FollowTable {
  no: Generated<number>;
  id: string;
  topic_no: number | null;
  agency_no: number | null;
  language: 'zh-CN' | 'zh-Hant' | 'en';
  state: 'asked' | 'confirmed';
  key_id: string;
  wrapped_key: string;
  /** Sealed: the address, and the token that stands in the links of letters. */
  address: string;
  address_hash: string;
  token_hash: string;
  asked_at: string;
}

/** A letter that is to go out, or went. */
interface LetterOutTable {
  no: Generated<number>;
  follow_no: number;
  /** The first one with the link to confirm; a step of a topic; a promise of an answer whose day went by; the answers of a day; the report of a round. */
  kind: 'confirm' | 'step' | 'missed' | 'answers' | 'round';
  topic_no: number | null;
  event_n: number | null;
  round_no: number | null;
  created_at: string;
  /** When it is to be tried; whoever tries it puts this off first. */
  next_at: string;
  attempts: number;
  sent_at: string | null;
  failed_at: string | null;
}

/** The days of a public notice or a hearing; `9999-12-31` is one that is not set yet. */
interface NoticeTable {
  disclosure_no: number;
  agency_no: number;
  type: NoticeType;
  from_on: string;
  to_on: string;
}

/** What the agency sets beside a notice, and publishes of what came in; each as JSON. */
interface NoticeSettingsTable {
  disclosure_no: number;
  windows: string;
  /** The last day on which anything is taken; what is written is kept so long after it. */
  ends_on: string | null;
  summary: string | null;
  result: string | null;
  version: number;
}

interface OpinionTable {
  no: Generated<number>;
  id: string;
  disclosure_no: number;
  stance: Stance;
  channel: 'web' | 'kiosk';
  at: string;
  key_id: string | null;
  wrapped_key: string | null;
  /** Sealed: words, and who says it. */
  written: string | null;
}

/** A registration for a seat at a hearing. */
interface SeatTable {
  no: Generated<number>;
  id: string;
  disclosure_no: number;
  role: SeatRole;
  channel: 'web' | 'kiosk';
  device: string;
  at: string;
  /** 1 or 0 once the seats were given. */
  chosen: number | null;
  key_id: string | null;
  wrapped_key: string | null;
  /** Sealed: name, contact and group. */
  written: string | null;
}

interface WebhookTable {
  id: string;
  agency_no: number;
  url: string;
  /** Sealed: `webhooks/seal.ts`. */
  secret: string;
  events: string;
  state: 'on' | 'off' | 'disabled';
  reason: WebhookReason | null;
  failures: number;
  created_at: string;
  /** Up to which change deliveries have been made out. */
  after_seq: number;
  /** Before that nobody tries: it has failed, or somebody is at it. */
  next_at: string;
}

/** A change on its way to a webhook. */
interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  seq: number;
  type: ChangeType;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  status: number | null;
  reason: WebhookReason | null;
  created_at: string;
  tried_at: string | null;
  milliseconds: number | null;
}

/** A touch screen, and what its device last said of itself. No submission names one. */
interface KioskTable {
  id: string;
  agency_no: number;
  name: string;
  place: string;
  created_at: string;
  /** Of the code that registers a device, until it is used. */
  code_hash: string | null;
  code_until: string | null;
  secret_hash: string | null;
  enrolled_at: string | null;
  revoked_at: string | null;
  message: string | null;
  message_until: string | null;
  reload_id: string | null;
  reload_at: string | null;
  reload_done_at: string | null;
  pin: string | null;
  heard_at: string | null;
  heartbeat: string | null;
  /** Seconds by which its clock is ahead. */
  skew: number | null;
  queue_since: string | null;
  printer_since: string | null;
  clock_since: string | null;
}

interface AgencyTable {
  no: number;
  id: string;
  parent_no: number | null;
  /** Position in the tree, depth first; all agencies below have the positions up to `last`. */
  position: number;
  last: number;
  level: AgencyLevel;
  kind: AgencyKind;
  name: string;
  short_name: string | null;
  /** Normalised names and their pinyin, for suggestions. */
  search_text: string;
  content: string;
}

interface CategoryTable {
  id: string;
  parent_id: string | null;
  agency_no: number | null;
  name: string;
  position: number;
}

export type DisclosureState = 'published' | 'withdrawn';

interface DisclosureTable {
  no: number;
  id: string;
  index_no: string;
  agency_no: number;
  agency_position: number;
  category_id: string;
  kind: DisclosureKind;
  validity: Validity;
  open_term: OpenTerm['term'];
  state: DisclosureState;
  published_on: string;
  repealed_on: string | null;
  /** The last day to publish it by, as its first revision and the calendar said on the day of publication; null where no law sets one. */
  due_on: string | null;
  revision: number;
  updated_at: string;
}

interface RevisionTable {
  disclosure_no: number;
  revision: number;
  on_day: string;
  reason: string | null;
  title: string;
  summary: string;
  doc_no: string | null;
  content: string;
}

interface TombstoneTable {
  disclosure_no: number;
  withdrawn_on: string;
  ground: string;
  decided_by: string;
  replaced_by_no: number | null;
}

interface LinkTable {
  from_no: number;
  type: LinkType;
  to_id: string;
}

interface AttachmentTable {
  disclosure_no: number;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
}

/**
 * How many visible disclosures there are of each combination, for each agency and everything below it (`own` 0), for each
 * agency alone (`own` 1), and for the whole (`agency_no` 0).
 */
interface FacetCellTable {
  agency_no: number;
  own: number;
  category_id: string;
  kind: DisclosureKind;
  year: number;
  validity: Validity;
  open_term: OpenTerm['term'];
  n: number;
}

/** Whether something was published by its last day; `untimed`: it has none. */
export type Timeliness = 'in-time' | 'late' | 'untimed';

/** How many visible disclosures were published in a month (`2025-03`), by agencies as in `facet_cell`; an empty `kind` counts every kind. */
interface PublishedCellTable {
  agency_no: number;
  own: number;
  kind: DisclosureKind | '';
  month: string;
  timely: Timeliness;
  n: number;
}

/** How many visible disclosures that were published in a year are on a carrier, too. */
interface CarrierCellTable {
  agency_no: number;
  own: number;
  year: number;
  carrier: Carrier;
  n: number;
}

interface ChangeTable {
  seq: number;
  time: string;
  type: ChangeType;
  disclosure_no: number;
  revision: number;
  reason: string | null;
  content_hash: string;
  leaf: string;
}

interface SearchTextTable {
  no: number;
  heading: string;
  title_key: string;
  whole: string;
  heading_tokens: string[];
  whole_tokens: string[];
  pinyin: string;
}
