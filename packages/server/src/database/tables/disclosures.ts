import type { AgencyKind, AgencyLevel, Carrier, ChangeType, DisclosureKind, DraftState, Feedback, FilePurpose, LinkType, OpenTerm, Validity } from '@sunlit/contract';
import type { PublicationTermId } from '@sunlit/rules';
import type { Generated } from 'kysely';

/** What is published, and how it is counted and found. */
export interface DisclosureTables {
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
  /** Who said what of a disclosure today; only `feedback_count` outlives the day. */
  feedback: { disclosure_no: number; day: string; device: string; said: Feedback };
  feedback_count: { disclosure_no: number; said: Feedback; n: number };
  file: FileTable;
  evidence: EvidenceTable;
  source: SourceTable;
  /** Which column of a file is what, for files with these headers (`transfer/mapping.ts`). */
  import_mapping: { agency_no: number; kind: DisclosureKind; headers: string; mapping: string };
  /** How often what is public answered somebody who was about to ask for it. */
  deflection: { disclosure_no: number; agency_no: number; day: string; instead: string; n: number };
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
