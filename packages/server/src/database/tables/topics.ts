import type { RatingLevel, RatingSubject, SupportBasis, TopicChannel, TopicOutcome, TopicPhase, TopicPurpose, TopicTermId } from '@sunlit/contract';
import type { Generated } from 'kysely';

/** Boards (点题公开), ratings and letters. */
export interface TopicTables {
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
