import type { AgencyKind, AgencyLevel, ChangeType, DisclosureKind, DraftState, LinkType, OpenTerm, Role, Validity } from '@sunlit/contract';
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
  change: ChangeTable;
  /** One row: the last sequence number given. Updating it is what makes writers take turns. */
  change_head: { seq: number };
  calendar_year: { year: number; content: string };
  draft: DraftTable;
  draft_event: DraftEventTable;
  grant: GrantTable;
  audit: AuditTable;
  /** Answers to calls that made something, kept so that a repeated call makes nothing twice. */
  idempotency: { owner: string; operation: string; key: string; body_hash: string; answer: string; at: string };
  webhook: WebhookTable;
  /** PostgreSQL's search index. */
  search_text: SearchTextTable;
  /** SQLite's search index: FTS5 tables of tokens, separated by spaces. */
  fts_heading: { rowid: number; heading: string; key: string; filing: string };
  fts_whole: { rowid: number; heading: string; body: string; filing: string };
  fts_pinyin: { rowid: number; full: string; initials: string };
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
  disclosure_no: number | null;
  author_id: string;
  author_name: string;
  author_post: string;
  publish_on: string | null;
  due_on: string | null;
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
  outcome: 'done' | 'refused';
  address: string | null;
  request_id: string | null;
}

interface WebhookTable {
  id: string;
  agency_no: number;
  url: string;
  secret: string;
  events: string;
  state: 'on' | 'off' | 'failing';
  failures: number;
  created_at: string;
  after_seq: number;
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
