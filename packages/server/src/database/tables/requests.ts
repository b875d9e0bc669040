import type { ApplicantType, LateSubject, LetterCommand, ReportTemplate, RequestChannel, RequestOutcome, RequestPhase } from '@sunlit/contract';
import type { Generated } from 'kysely';

/** Requests (依申请公开), what became late, and what the report of a year counts. */
export interface RequestTables {
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
  annual_entry: AnnualEntryTable;
  annual_version: AnnualVersionTable;
  annual_report: AnnualReportTable;
  breach: BreachTable;
  /** Up to which change the sweep has looked for what ended late (`supervision/ended-late.ts`). */
  breach_sweep: { type: LateSubject; at: string; no: number };
  urging: UrgingTable;
  /** By which weights an agency assesses those below it: appended, never changed. */
  assessment_weights: { agency_no: number; year: number; version: number; weights: string; person_id: string; person_name: string; person_post: string; at: string };
  /** What sealed submissions were answered, for the reference on the slip (`sealed/handlers.ts`). */
  sealed_answer: { reference: string; operation: string; answer: string; at: string };
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
