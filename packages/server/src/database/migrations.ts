import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fillAgenda } from '../disclosures/agenda.ts';
import { fillCells } from '../disclosures/cells.ts';
import { fillDueDays } from '../disclosures/due-days.ts';
import { fillInTime } from '../requests/projection.ts';
import { fillNotices } from '../notices/days.ts';
import type { Engine } from './database.ts';
import { STATUTORY_NAMES } from '../categories/statutory.ts';
import type { Tables } from './tables.ts';

/** The schema's history. A released migration is never edited; a new one is appended. */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    '001-disclosures': { up: (db: Kysely<unknown>) => disclosures(db, engine) },
    '002-staff': { up: (db: Kysely<unknown>) => staff(db, engine) },
    '003-requests': { up: (db: Kysely<unknown>) => requests(db, engine) },
    '004-topics': { up: (db: Kysely<unknown>) => topics(db, engine) },
    '005-sealed': { up: sealed },
    '006-statistics': { up: (db: Kysely<unknown>) => statistics(db, engine) },
    '007-kiosks': { up: (db: Kysely<unknown>) => kiosks(db, engine) },
    '008-figures': { up: (db: Kysely<Tables>) => figures(db, engine) },
    '009-supervision': { up: (db: Kysely<unknown>) => supervision(db, engine) },
    '010-notices': { up: (db: Kysely<unknown>) => notices(db, engine) },
  };
}

async function disclosures(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  // The rowid of SQLite is 64 bit; what a table's own key holds is kept in the table itself.
  const number = sqlite ? 'integer' : 'bigint';
  const clustered = sqlite ? sql`without rowid` : sql``;

  await db.schema.createTable('agency')
    .addColumn('no', number, (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('parent_no', number, (c) => c.references('agency.no'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('last', 'integer', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('short_name', 'text')
    .addColumn('search_text', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('agency_parent').on('agency').columns(['parent_no', 'position']).execute();

  await db.schema.createTable('category')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('parent_id', 'text', (c) => c.references('category.id'))
    .addColumn('agency_no', number, (c) => c.references('agency.no'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute();

  await db.schema.createTable('disclosure')
    .addColumn('no', number, (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('index_no', 'text', (c) => c.notNull().unique())
    .addColumn('agency_no', number, (c) => c.notNull().references('agency.no'))
    .addColumn('agency_position', 'integer', (c) => c.notNull())
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('validity', 'text', (c) => c.notNull())
    .addColumn('open_term', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('published_on', 'text', (c) => c.notNull())
    .addColumn('repealed_on', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute();
  // One index for each filter, newest first within it, covering the others: a rare combination is found without the table.
  const filters = ['agency_position', 'category_id', 'kind', 'validity', 'open_term'] as const;
  for (const filter of filters) {
    const others = filters.filter((other) => other !== filter);
    await db.schema.createIndex(`disclosure_by_${filter}`).on('disclosure')
      .columns([filter, 'no desc', 'state', ...others])
      .execute();
  }

  await db.schema.createTable('revision')
    .addColumn('disclosure_no', number, (c) => c.notNull().references('disclosure.no'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('on_day', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('doc_no', 'text')
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('revision_key', ['disclosure_no', 'revision'])
    .execute();

  await db.schema.createTable('tombstone')
    .addColumn('disclosure_no', number, (c) => c.primaryKey().references('disclosure.no'))
    .addColumn('withdrawn_on', 'text', (c) => c.notNull())
    .addColumn('ground', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('replaced_by_no', number, (c) => c.references('disclosure.no'))
    .execute();

  await db.schema.createTable('link')
    .addColumn('from_no', number, (c) => c.notNull().references('disclosure.no'))
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('to_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('link_key', ['from_no', 'type', 'to_id'])
    .modifyEnd(clustered)
    .execute();
  await db.schema.createIndex('link_to').on('link').columns(['to_id', 'type']).execute();

  await db.schema.createTable('attachment')
    .addColumn('disclosure_no', number, (c) => c.notNull().references('disclosure.no'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('size', number, (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('attachment_key', ['disclosure_no', 'name'])
    .modifyEnd(clustered)
    .execute();

  await db.schema.createTable('index_counter')
    .addColumn('agency_no', number, (c) => c.notNull().references('agency.no'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('index_counter_key', ['agency_no', 'year'])
    .modifyEnd(clustered)
    .execute();

  const cell = ['agency_no', 'own', 'category_id', 'kind', 'year', 'validity', 'open_term'] as const;
  await db.schema.createTable('facet_cell')
    .addColumn('agency_no', number, (c) => c.notNull())
    .addColumn('own', 'integer', (c) => c.notNull())
    .addColumn('category_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('validity', 'text', (c) => c.notNull())
    .addColumn('open_term', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('facet_cell_key', [...cell])
    .modifyEnd(clustered)
    .execute();

  await db.schema.createTable('change')
    .addColumn('seq', number, (c) => c.primaryKey())
    .addColumn('time', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('disclosure_no', number, (c) => c.notNull().references('disclosure.no'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('leaf', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createTable('change_head').addColumn('seq', number, (c) => c.notNull()).execute();
  await sql`insert into change_head (seq) values (0)`.execute(db);

  await db.schema.createTable('calendar_year')
    .addColumn('year', 'integer', (c) => c.primaryKey())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();

  for (const [position, [id, name]] of Object.entries(STATUTORY_NAMES).entries()) {
    await sql`insert into category (id, name, position) values (${id}, ${name}, ${position + 1})`.execute(db);
  }
  await (sqlite ? sqliteSearch(db, '') : postgresSearch(db, ''));
}

async function staff(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const number = sqlite ? 'integer' : 'bigint';
  const counted = sqlite ? sql`integer primary key autoincrement` : sql`bigint generated always as identity primary key`;

  await sql`create table draft (
    no ${counted}, id text not null unique, agency_no ${sql.raw(number)} not null references agency (no), kind text not null, state text not null,
    version integer not null, title text not null, content text not null, reason text, withheld text not null,
    amends_no ${sql.raw(number)} references disclosure (no), amends_revision integer, disclosure_no ${sql.raw(number)} references disclosure (no),
    author_id text not null, author_name text not null, author_post text not null, publish_on text,
    due_on text, due_term text, due_from text, created_at text not null, updated_at text not null
  )`.execute(db);
  await db.schema.createIndex('draft_by_agency').on('draft').columns(['agency_no', 'state', 'no']).execute();
  await db.schema.createIndex('draft_by_state').on('draft').columns(['state', 'publish_on']).execute();
  // Two amendments of one disclosure at a time would undo one another.
  await sql`create unique index draft_amendment on draft (amends_no) where state not in ('published', 'discarded')`.execute(db);
  await sql`create table draft_event (
    draft_no ${sql.raw(number)} not null references draft (no), n integer not null, type text not null, at text not null,
    person_id text, person_name text, person_post text, note text, checks text, on_day text, primary key (draft_no, n)
  )`.execute(db);
  await sql`create table agenda (
    disclosure_no ${sql.raw(number)} not null references disclosure (no), revision integer not null, type text not null, due_on text not null,
    series text, term text, term_from text, primary key (disclosure_no, type, revision)
  )`.execute(db);
  await db.schema.createIndex('agenda_by_day').on('agenda').columns(['type', 'due_on', 'disclosure_no']).execute();
  await db.schema.createIndex('agenda_by_series').on('agenda').columns(['series', 'disclosure_no']).execute();
  await fillAgenda(db);
  // Tables of better-auth: their columns are its fields in our spelling (`staff/auth.ts`).
  await sql`create table person (
    no ${counted}, id text not null unique, username text not null unique, name text not null, post text not null, email text not null unique, email_verified integer not null, image text,
    disabled_at text, must_change_password integer not null, two_factor_enabled integer, last_seen_at text, created_at text not null, updated_at text not null
  )`.execute(db);
  await sql`create table "session" (
    id text primary key, token text not null unique, user_id text not null references person (id), expires_at text not null,
    created_at text not null, updated_at text not null, ip_address text, user_agent text
  )`.execute(db);
  await db.schema.createIndex('session_of_person').on('session').column('user_id').execute();
  await sql`create table account (
    id text primary key, account_id text not null, provider_id text not null, user_id text not null references person (id), password text,
    access_token text, refresh_token text, id_token text, access_token_expires_at text, refresh_token_expires_at text, scope text,
    created_at text not null, updated_at text not null, unique (provider_id, account_id)
  )`.execute(db);
  await db.schema.createIndex('account_of_person').on('account').column('user_id').execute();
  await sql`create table verification (
    id text primary key, identifier text not null, value text not null, expires_at text not null, created_at text not null, updated_at text not null
  )`.execute(db);
  await db.schema.createIndex('verification_by_identifier').on('verification').column('identifier').execute();
  await sql`create table two_factor (
    id text primary key, user_id text not null references person (id), secret text not null, backup_codes text not null, verified integer,
    failed_verification_count integer, locked_until text
  )`.execute(db);
  await db.schema.createIndex('two_factor_of_person').on('two_factor').column('user_id').execute();
  await sql`create table passkey (
    id text primary key, user_id text not null references person (id), name text, public_key text not null, credential_id text not null unique, counter integer not null,
    device_type text not null, backed_up integer not null, transports text, aaguid text, created_at text
  )`.execute(db);
  await db.schema.createIndex('passkey_of_person').on('passkey').column('user_id').execute();

  await sql`create table attempt (key text primary key, n integer not null, until ${sql.raw(number)} not null)`.execute(db);
  await sql`create table token (
    id text primary key, person_id text not null references person (id), label text not null, agency_no ${sql.raw(number)} not null references agency (no), permissions text not null,
    hash text not null unique, created_at text not null, expires_at text not null, last_used_at text, revoked_at text
  )`.execute(db);
  await db.schema.createIndex('token_of_person').on('token').column('person_id').execute();
  await sql`create table "grant" (
    person_id text not null references person (id), agency_no ${sql.raw(number)} not null references agency (no), role text not null, primary key (person_id, agency_no, role)
  )`.execute(db);
  await sql`create table audit (
    no ${counted}, at text not null, operation text not null, person_id text, name text, post text, via text not null,
    agency_no ${sql.raw(number)}, subject text, detail text, outcome text not null, address text, request_id text
  )`.execute(db);
  await db.schema.createIndex('audit_by_agency').on('audit').columns(['agency_no', 'no']).execute();
  await db.schema.createIndex('audit_by_person').on('audit').columns(['person_id', 'no']).execute();
  await (sqlite ? keepSqlite(db, 'audit') : keepPostgres(db, 'audit'));
  await sql`create table calendar_load (
    no ${counted}, year integer not null, notice text not null, at text not null, person_id text not null, person_name text not null, person_post text not null,
    reason text not null, "before" text not null, "after" text not null, moved integer not null, drafts text not null
  )`.execute(db);
  await (sqlite ? keepSqlite(db, 'calendar_load') : keepPostgres(db, 'calendar_load'));
  await sql`create table source (
    agency_no ${sql.raw(number)} not null references agency (no), "system" text not null, source_id text not null,
    disclosure_no ${sql.raw(number)} not null references disclosure (no), hash text not null, primary key (agency_no, "system", source_id)
  )`.execute(db);
  await sql`create table import_mapping (
    agency_no ${sql.raw(number)} not null references agency (no), kind text not null, headers text not null, mapping text not null, primary key (agency_no, kind, headers)
  )`.execute(db);
  await sql`create table idempotency (
    owner text not null, operation text not null, key text not null, body_hash text not null, answer text not null, at text not null,
    primary key (owner, operation, key)
  )`.execute(db);
  await db.schema.createIndex('idempotency_by_at').on('idempotency').column('at').execute();
  await sql`create table file (
    no ${counted}, agency_no ${sql.raw(number)} not null references agency (no), purpose text not null, name text not null, media_type text not null, size ${sql.raw(number)} not null,
    sha256 text not null, original_sha256 text not null, redaction_of text not null, removed text not null, warnings text not null,
    person_id text not null, person_name text not null, person_post text not null, at text not null, unique (agency_no, purpose, original_sha256, name, redaction_of)
  )`.execute(db);
  await db.schema.createIndex('file_by_copy').on('file').columns(['agency_no', 'sha256']).execute();
  await db.schema.createIndex('file_redacted').on('file').columns(['agency_no', 'redaction_of']).execute();
  await sql`create table evidence (
    no ${counted}, disclosure_no ${sql.raw(number)} not null references disclosure (no), file_no ${sql.raw(number)} not null references file (no), carrier text not null, place text not null,
    posted_on text not null, taken_at text, note text, person_id text not null, person_name text not null, person_post text not null, at text not null
  )`.execute(db);
  await db.schema.createIndex('evidence_of_disclosure').on('evidence').columns(['disclosure_no', 'no']).execute();
  await sql`create table webhook (
    id text primary key, agency_no ${sql.raw(number)} not null references agency (no), url text not null, secret text not null, events text not null,
    state text not null, reason text, failures integer not null, created_at text not null, after_seq ${sql.raw(number)} not null, next_at text not null
  )`.execute(db);
  await sql`create table webhook_delivery (
    id text primary key, webhook_id text not null references webhook (id), seq ${sql.raw(number)} not null, type text not null, state text not null, attempts integer not null,
    status integer, reason text, created_at text not null, tried_at text, milliseconds integer, unique (webhook_id, seq)
  )`.execute(db);
}

/** Whatever somebody wrote is sealed before it comes here (`requests/sealing.ts`); what is plain are words of the law, days and numbers. */
async function requests(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const number = sql.raw(sqlite ? 'integer' : 'bigint');
  const counted = sqlite ? sql`integer primary key autoincrement` : sql`bigint generated always as identity primary key`;

  await sql`create table request (
    no ${counted}, id text not null unique, receipt_no text not null unique, secret_hash text not null, channel text not null, applicant_type text not null,
    agency_no ${number} not null references agency (no), submitted_at text not null, submitted_on text not null, form text not null, route text not null, files_announced integer not null,
    same_applicant text, key_id text, wrapped_key text, content text not null, erased_on text
  )`.execute(db);
  await db.schema.createIndex('request_by_applicant').on('request').columns(['same_applicant', 'no']).execute();
  await db.schema.createIndex('request_by_key').on('request').columns(['key_id', 'no']).execute();
  await sql`create table request_case (
    no ${counted}, id text not null unique, request_no ${number} not null references request (no), branch text not null, parent_no ${number} references request_case (no),
    agency_no ${number} not null references agency (no), agency_name text not null, phase text not null, outcome text, label text, handler_id text,
    received_on text, ended_on text, due_on text, urged integer not null, version integer not null, updated_at text not null, unique (request_no, branch)
  )`.execute(db);
  await db.schema.createIndex('request_case_by_agency').on('request_case').columns(['agency_no', 'ended_on', 'due_on', 'no']).execute();
  await db.schema.createIndex('request_case_by_day').on('request_case').columns(['ended_on', 'due_on']).execute();
  await sql`create table request_event (
    request_no ${number} not null references request (no), n integer not null, branch text not null, at text not null, type text not null, on_day text not null, role text not null,
    person_id text, person_name text, person_post text, step text not null, said text, primary key (request_no, n)
  )`.execute(db);
  await (sqlite ? keepSqlite(db, 'request_event') : keepPostgres(db, 'request_event'));
  await sql`create table request_file (
    no ${counted}, id text not null unique, request_no ${number} not null references request (no), case_no ${number} references request_case (no), purpose text not null,
    media_type text not null, size ${number} not null, meta text not null, role text not null, person_id text, person_name text, person_post text,
    at text not null, redacted integer not null, removed_at text
  )`.execute(db);
  await db.schema.createIndex('request_file_of_request').on('request_file').columns(['request_no', 'no']).execute();
  await sql`create table request_letter (
    no ${counted}, id text not null unique, case_no ${number} not null references request_case (no), event_n integer not null, command text not null, doc_no text not null,
    on_day text not null, title text not null, "text" text not null
  )`.execute(db);
  await db.schema.createIndex('request_letter_of_case').on('request_letter').columns(['case_no', 'no']).execute();
  await sql`alter table calendar_load add column moved_cases integer not null default 0`.execute(db);
  await sql`create table letter_number (agency_no ${number} not null references agency (no), year integer not null, n integer not null, primary key (agency_no, year))`.execute(db);
  await sql`create table request_settings (agency_no ${number} primary key references agency (no), content text not null)`.execute(db);
  await sql`create table spent_challenge (id text primary key, until ${number} not null)`.execute(db);
  await sql`create table deflection (
    disclosure_no ${number} not null references disclosure (no), agency_no ${number} not null references agency (no), day text not null, instead text not null, n integer not null,
    primary key (disclosure_no, agency_no, day, instead)
  )`.execute(db);
}

/** What a resident wrote is sealed until it was approved, and what nobody but officers reads always; devices, signers and addresses are kept as keyed hashes. */
async function topics(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const number = sql.raw(sqlite ? 'integer' : 'bigint');
  const counted = sqlite ? sql`integer primary key autoincrement` : sql`bigint generated always as identity primary key`;

  await sql`create table board_settings (agency_no ${number} primary key references agency (no), content text not null)`.execute(db);
  await sql`create table round (
    no ${counted}, id text not null unique, agency_no ${number} not null references agency (no), title text not null, intro text, opens_on text not null, closes_on text not null,
    answer_on text not null, answer_workdays integer, recounts text, report text, reported_on text, created_at text not null, version integer not null
  )`.execute(db);
  await db.schema.createIndex('round_of_agency').on('round').columns(['agency_no', 'opens_on', 'no']).execute();

  await sql`create table topic (
    no ${counted}, id text not null unique, topic_no text not null unique, board_no ${number} not null references agency (no), agency_no ${number} not null references agency (no),
    board_position integer not null, agency_position integer not null, purpose text not null, channel text not null, title text, "text" text, place text, category_id text,
    disclosure_no ${number} references disclosure (no), phase text not null, outcome text, round_no ${number} references round (no), merged_into_no ${number} references topic (no),
    approved integer not null, key_id text, wrapped_key text, written text, erased_on text, writer_hash text, handler_id text, terms text not null,
    submitted_at text not null, submitted_on text not null, answered_on text, ended_on text, due_on text, due_term text, due text,
    claims integer not null, claims_in_time integer not null, answers integer not null, answers_in_time integer not null, reopened integer not null, version integer not null, updated_at text not null,
    supports integer not null, web integer not null, kiosk integer not null, counter integer not null, paper integer not null, hotline integer not null
  )`.execute(db);
  // One index for each order, of what is on the boards alone; a day that is none comes last. They hold what lists filter by, so that rows are read only to be shown.
  await sql`create index topic_newest on topic (no, phase, purpose, category_id, round_no, due_on, answered_on, board_position, agency_position, supports, place) where approved = 1`.execute(db);
  await sql`create index topic_by_supports on topic (supports, no, phase, purpose, due_on, board_position, agency_position) where approved = 1`.execute(db);
  await sql`create index topic_by_answer on topic (coalesce(answered_on, ''), no, phase, board_position, agency_position) where approved = 1`.execute(db);
  await sql`create index topic_by_day on topic (coalesce(due_on, '9999-12-31'), no, phase, board_position, agency_position) where approved = 1`.execute(db);
  await sql`create index topic_on_board on topic (board_position, no, phase) where approved = 1`.execute(db);
  await sql`create index topic_with_agency on topic (agency_position, no, phase) where approved = 1`.execute(db);
  await sql`create index topic_at_place on topic (place, no, phase) where approved = 1`.execute(db);
  await sql`create index topic_to_erase on topic (ended_on) where erased_on is null`.execute(db);
  await sql`create index topic_figures on topic (agency_position, phase, submitted_on, due_term, due_on, claims, claims_in_time, answers, answers_in_time, reopened)`.execute(db);
  await db.schema.createIndex('topic_of_board').on('topic').columns(['board_no', 'phase', 'due_on', 'no']).execute();
  await db.schema.createIndex('topic_of_agency').on('topic').columns(['agency_no', 'phase', 'due_on', 'no']).execute();
  for (const column of ['round_no', 'merged_into_no', 'disclosure_no', 'writer_hash', 'key_id']) await db.schema.createIndex(`topic_by_${column}`).on('topic').columns([column, 'no']).execute();
  await sql`create table topic_counter (day text primary key, n integer not null)`.execute(db);

  await sql`create table topic_event (
    topic_no ${number} not null references topic (no), n integer not null, at text not null, type text not null, on_day text not null, role text not null,
    person_id text, person_name text, person_post text, step text not null, public_words text, said text, primary key (topic_no, n)
  )`.execute(db);
  await (sqlite ? keepSqlite(db, 'topic_event') : keepPostgres(db, 'topic_event'));
  await sql`create table topic_answer (
    topic_no ${number} not null references topic (no), n integer not null, content text not null, published integer not null, primary key (topic_no, n)
  )`.execute(db);
  await sql`create table topic_link (
    topic_no ${number} not null references topic (no), disclosure_no ${number} not null references disclosure (no), primary key (topic_no, disclosure_no)
  )`.execute(db);
  await db.schema.createIndex('topic_link_to').on('topic_link').columns(['disclosure_no', 'topic_no']).execute();
  await sql`create table topic_scan (
    no ${counted}, id text not null unique, topic_no ${number} not null references topic (no), sha256 text not null, media_type text not null, size ${number} not null, meta text not null,
    person_id text not null, person_name text not null, person_post text not null, at text not null
  )`.execute(db);
  await sql`create table support_list (
    no ${counted}, id text not null unique, topic_no ${number} not null references topic (no), basis text not null, on_day text not null, added integer not null, already integer not null,
    scan_no ${number} references topic_scan (no), person_id text not null, person_name text not null, person_post text not null, at text not null
  )`.execute(db);
  await sql`create table topic_support (
    no ${counted}, topic_no ${number} not null references topic (no), supporter text not null, basis text not null, at text not null, list_no ${number} references support_list (no),
    unique (topic_no, supporter)
  )`.execute(db);
  await db.schema.createIndex('topic_support_of').on('topic_support').columns(['supporter', 'no']).execute();
  await sql`create table topic_change (seq ${number} primary key, topic_no ${number} not null unique references topic (no), at text not null)`.execute(db);
  await sql`create table topic_deflection (
    topic_no ${number} not null references topic (no), agency_no ${number} not null references agency (no), day text not null, instead text not null, n integer not null,
    primary key (agency_no, day, topic_no, instead)
  )`.execute(db);

  // Of a subject that is rated once for ever, `unique_day` is empty.
  await sql`create table rating (
    no ${counted}, id text not null unique, agency_no ${number} not null references agency (no), type text not null, subject_key text not null, device text not null, day text not null,
    unique_day text not null, level text not null, reasons text not null, written text, key_id text, wrapped_key text, at text not null,
    unique (type, subject_key, agency_no, device, unique_day)
  )`.execute(db);
  await db.schema.createIndex('rating_of_agency').on('rating').columns(['agency_no', 'day']).execute();
  await sql`create table rating_task (
    no ${counted}, id text not null unique, rating_no ${number} not null unique references rating (no), agency_no ${number} not null references agency (no), from_on text not null, due_on text not null,
    workdays integer not null, recounts text, result text, done_on text, person_id text, person_name text, person_post text, version integer not null
  )`.execute(db);
  await db.schema.createIndex('rating_task_of_agency').on('rating_task').columns(['agency_no', 'done_on', 'due_on', 'no']).execute();

  // Who stops is forgotten with the row. Of what is to go out, only what it tells of is kept: its words are those of the record when it is sent.
  await sql`create table follow (
    no ${counted}, id text not null unique, topic_no ${number} references topic (no), agency_no ${number} references agency (no), language text not null, state text not null,
    key_id text not null, wrapped_key text not null, address text not null, address_hash text not null, token_hash text not null unique, asked_at text not null
  )`.execute(db);
  await sql`create unique index follow_once on follow (address_hash, coalesce(topic_no, 0), coalesce(agency_no, 0))`.execute(db);
  for (const column of ['topic_no', 'agency_no', 'key_id']) await db.schema.createIndex(`follow_by_${column}`).on('follow').columns([column, 'no']).execute();
  await sql`create table letter_out (
    no ${counted}, follow_no ${number} not null references follow (no), kind text not null, topic_no ${number} references topic (no), event_n integer, round_no ${number} references round (no),
    created_at text not null, next_at text not null, attempts integer not null, sent_at text, failed_at text
  )`.execute(db);
  await sql`create index letter_waiting on letter_out (next_at, no) where sent_at is null and failed_at is null`.execute(db);
  await db.schema.createIndex('letter_of_follow').on('letter_out').columns(['follow_no', 'kind', 'created_at']).execute();
  await (sqlite ? sqliteSearch(db, 'topic_') : postgresSearch(db, 'topic_'));
}

async function sealed(db: Kysely<unknown>): Promise<void> {
  await sql`create table sealed_answer (reference text primary key, operation text not null, answer text not null, at text not null)`.execute(db);
  await db.schema.createIndex('sealed_answer_at').on('sealed_answer').column('at').execute();
}

async function statistics(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const number = sql.raw(engine === 'sqlite' ? 'integer' : 'bigint');
  // Beside the case, so that a table of a year is counted from one index.
  await sql`alter table request_case add column applicant_type text`.execute(db);
  await sql`update request_case set applicant_type = (select applicant_type from request where request.no = request_case.request_no)`.execute(db);
  await db.schema.createIndex('request_case_counted').on('request_case').columns(['received_on', 'ended_on', 'agency_no', 'applicant_type', 'outcome', 'phase']).execute();
  await sql`create table annual_entry (
    agency_no ${number} not null references agency (no), year integer not null, version integer not null, content text not null,
    person_id text not null, person_name text not null, person_post text not null, at text not null, primary key (agency_no, year)
  )`.execute(db);
  await sql`create table annual_version (
    agency_no ${number} not null references agency (no), year integer not null, version integer not null, content text not null, reason text,
    person_id text not null, person_name text not null, person_post text not null, at text not null, primary key (agency_no, year, version)
  )`.execute(db);
  await (engine === 'sqlite' ? keepSqlite(db, 'annual_version') : keepPostgres(db, 'annual_version'));
}

/** What a device says is kept once, over what it said before. No index holds it, so that writing it is cheap. */
async function kiosks(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const number = sql.raw(engine === 'sqlite' ? 'integer' : 'bigint');
  await sql`create table kiosk (
    id text primary key, agency_no ${number} not null references agency (no), name text not null, place text not null, created_at text not null,
    code_hash text unique, code_until text, secret_hash text, enrolled_at text, revoked_at text, message text, message_until text, reload_id text, reload_at text, reload_done_at text, pin text,
    heard_at text, heartbeat text, skew ${number}, queue_since text, printer_since text, clock_since text
  )`.execute(db);
  await db.schema.createIndex('kiosk_of_agency').on('kiosk').columns(['agency_no', 'id']).execute();
}

/** Figures for everybody are read from cells and from indexes that hold what is counted. What is there already is counted once. */
async function figures(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const number = sql.raw(engine === 'sqlite' ? 'integer' : 'bigint');
  const clustered = engine === 'sqlite' ? sql`without rowid` : sql``;
  await sql`alter table disclosure add column due_on text`.execute(db);
  await sql`alter table request_case add column in_time integer`.execute(db);
  await sql`create table published_cell (
    agency_no ${number} not null, own integer not null, kind text not null, month text not null, timely text not null, n integer not null,
    primary key (agency_no, own, kind, month, timely)
  ) ${clustered}`.execute(db);
  await sql`create table carrier_cell (
    agency_no ${number} not null, own integer not null, year integer not null, carrier text not null, n integer not null, primary key (agency_no, own, year, carrier)
  ) ${clustered}`.execute(db);
  await fillDueDays(db);
  await fillCells(db, engine);
  await fillInTime(db);
  // The newest disclosure of a column.
  await sql`create index disclosure_of_column on disclosure (agency_position, category_id, no desc, state, published_on)`.execute(db);
  await sql`create index request_case_ended on request_case (ended_on, agency_no, phase, outcome, in_time)`.execute(db);
  await sql`create index topic_of_year on topic (submitted_on, agency_position, phase, due_term, due_on, claims, claims_in_time, answers, answers_in_time, reopened, id)`.execute(db);
  await sql`create index topic_unended on topic (submitted_on, agency_position) where ended_on is null`.execute(db);
  await sql`alter table rating add column replaced integer not null default 0`.execute(db);
  await sql`update rating set replaced = 1 where type = 'answer' and unique_day <> (
    select 'answer ' || max(e.n) from topic_event e join topic t on t.no = e.topic_no where t.id = rating.subject_key and e.type = 'publish')`.execute(db);
  await db.schema.createIndex('rating_of_day').on('rating').columns(['day', 'agency_no', 'level', 'replaced']).execute();
  await db.schema.createIndex('rating_of_subject').on('rating').columns(['type', 'subject_key', 'replaced', 'level']).execute();
}

/** Who is late and was, what supervisors ask, by what they weigh, and reports of a year as they are written. */
async function supervision(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const number = sql.raw(sqlite ? 'integer' : 'bigint');
  const counted = sql.raw(sqlite ? 'integer primary key autoincrement' : 'bigint generated always as identity primary key');
  await sql`create table breach (
    no ${counted}, type text not null, agency_no ${number} not null references agency (no), subject_id text not null, title text not null,
    due_on text not null, late_on text not null, done_on text, unique (type, agency_no, subject_id, due_on)
  )`.execute(db);
  await sql`create index breach_open on breach (type, no) where done_on is null`.execute(db);
  await db.schema.createIndex('breach_of_agency').on('breach').columns(['agency_no', 'late_on', 'type', 'subject_id', 'done_on']).execute();
  await (sqlite ? keepBreachesSqlite(db) : keepBreachesPostgres(db));
  await sql`create table breach_sweep (type text primary key, at text not null, no ${number} not null)`.execute(db);
  await sql`create table urging (
    no ${counted}, id text not null unique, type text not null, agency_no ${number} not null references agency (no), subject_id text not null, key_id text, wrapped_key text, words text,
    person_id text not null, person_name text not null, person_post text not null, on_day text not null, answer_by text not null,
    answer text, answered_on text, answer_person_id text, answer_person_name text, answer_person_post text
  )`.execute(db);
  await db.schema.createIndex('urging_of_subject').on('urging').columns(['type', 'subject_id', 'agency_no', 'no']).execute();
  await db.schema.createIndex('urging_of_agency').on('urging').columns(['agency_no', 'on_day', 'answer_by', 'answered_on']).execute();
  await db.schema.createIndex('urging_by_key').on('urging').columns(['key_id', 'no']).execute();
  await sql`create table assessment_weights (
    agency_no ${number} not null references agency (no), year integer not null, version integer not null, weights text not null,
    person_id text not null, person_name text not null, person_post text not null, at text not null, primary key (agency_no, year, version)
  )`.execute(db);
  await (sqlite ? keepSqlite(db, 'assessment_weights') : keepPostgres(db, 'assessment_weights'));
  await sql`create table annual_report (
    agency_no ${number} not null references agency (no), year integer not null, template text not null, version integer not null, content text not null,
    person_id text not null, person_name text not null, person_post text not null, at text not null, draft_no ${number} references draft (no), primary key (agency_no, year, template)
  )`.execute(db);
  // By the last day what is not done yet, and by when it changed what has ended since somebody looked.
  await sql`create index draft_due on draft (due_on, no) where state not in ('published', 'discarded')`.execute(db);
  await sql`create index topic_due on topic (due_on, no) where due_on is not null`.execute(db);
  await sql`create index rating_task_due on rating_task (due_on, no) where done_on is null`.execute(db);
  await sql`create index draft_ended on draft (updated_at, no) where state in ('published', 'discarded')`.execute(db);
  await db.schema.createIndex('request_case_changed').on('request_case').columns(['updated_at', 'no']).execute();
  await db.schema.createIndex('topic_changed').on('topic').columns(['updated_at', 'no']).execute();
  await sql`create index rating_task_ended on rating_task (done_on, no) where done_on is not null`.execute(db);
  // Said by what it is not: with equality SQLite would rather read all of the terms along their own index.
  await sql`create index disclosure_followed on disclosure (updated_at, no) where open_term <> 'long-term' and open_term <> 'temporary'`.execute(db);
}

/** What was late stays on record as it was; only when it was over is added. */
async function keepBreachesSqlite(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create trigger breach_no_delete before delete on breach begin select raise(abort, 'breach is only appended to'); end`).execute(db);
  await sql.raw(`create trigger breach_no_update before update on breach
    when old.done_on is not null or new.type <> old.type or new.agency_no <> old.agency_no or new.subject_id <> old.subject_id or new.title <> old.title or new.due_on <> old.due_on or new.late_on <> old.late_on
    begin select raise(abort, 'breach is only appended to'); end`).execute(db);
}

async function keepBreachesPostgres(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create function breach_stays() returns trigger language plpgsql as $$ begin raise exception 'breach is only appended to'; end $$`).execute(db);
  await sql.raw(`create trigger breach_no_delete before delete or truncate on breach for each statement execute function breach_stays()`).execute(db);
  await sql.raw(`create trigger breach_no_update before update on breach for each row
    when (old.done_on is not null or (new.type, new.agency_no, new.subject_id, new.title, new.due_on, new.late_on) is distinct from (old.type, old.agency_no, old.subject_id, old.title, old.due_on, old.late_on))
    execute function breach_stays()`).execute(db);
}

/**
 * The days of notices and hearings beside their disclosures, so that what is current is found without reading them; what an agency sets beside
 * them; and what comes in, sealed. Of feedback only counts are kept: who gave it is known for the day, so that it counts once.
 */
async function notices(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const number = sql.raw(sqlite ? 'integer' : 'bigint');
  const counted = sql.raw(sqlite ? 'integer primary key' : 'bigint generated always as identity primary key');
  await sql`create table notice (
    disclosure_no ${number} primary key references disclosure (no), agency_no ${number} not null references agency (no), type text not null, from_on text not null, to_on text not null
  )`.execute(db);
  await db.schema.createIndex('notice_by_end').on('notice').columns(['to_on', 'disclosure_no', 'from_on', 'type', 'agency_no']).execute();
  await sql`create table notice_settings (
    disclosure_no ${number} primary key references disclosure (no), windows text not null, ends_on text, summary text, result text, version integer not null
  )`.execute(db);
  await sql`create table opinion (
    no ${counted}, id text not null unique, disclosure_no ${number} not null references disclosure (no), stance text not null, channel text not null, at text not null,
    key_id text, wrapped_key text, written text
  )`.execute(db);
  await sql`create table seat (
    no ${counted}, id text not null unique, disclosure_no ${number} not null references disclosure (no), role text not null, channel text not null, device text not null, at text not null,
    chosen integer, key_id text, wrapped_key text, written text, unique (disclosure_no, device)
  )`.execute(db);
  for (const [table, said] of [['opinion', 'stance'], ['seat', 'role']] as const) {
    await db.schema.createIndex(`${table}_of_notice`).on(table).columns(['disclosure_no', 'no', said]).execute();
    await db.schema.createIndex(`${table}_by_key_id`).on(table).columns(['key_id', 'no']).execute();
  }
  await sql`create table feedback (disclosure_no ${number} not null references disclosure (no), day text not null, device text not null, said text not null, primary key (day, disclosure_no, device))`.execute(db);
  await sql`create table feedback_count (disclosure_no ${number} not null references disclosure (no), said text not null, n integer not null, primary key (disclosure_no, said))`.execute(db);
  await fillNotices(db);
}

/** What is in the table stays as it is: the database itself refuses to change or remove a row. */
async function keepSqlite(db: Kysely<unknown>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql.raw(`create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is only appended to'); end`).execute(db);
  }
}

async function keepPostgres(db: Kysely<unknown>, table: string): Promise<void> {
  await sql.raw(`create function ${table}_stays() returns trigger language plpgsql as $$ begin raise exception '${table} is only appended to'; end $$`).execute(db);
  await sql.raw(`create trigger ${table}_stays before update or delete or truncate on ${table} for each statement execute function ${table}_stays()`).execute(db);
}

/**
 * Contentless FTS5 over the tokens of `@sunlit/search` (shared/design/search.md §8). `key` holds the title's letters without
 * punctuation between, and marks of its beginning and end, so that "is the title" and "begins the title" are phrases too;
 * `filing` holds what a disclosure can be filtered by (`search/filing.ts`); pinyin is letters three at a time.
 */
async function sqliteSearch(db: Kysely<unknown>, of: '' | 'topic_'): Promise<void> {
  const tokens = sql.lit('unicode61 remove_diacritics 0');
  await sql`create virtual table ${sql.table(`${of}fts_heading`)} using fts5 (heading, key, filing, content = '', contentless_delete = 1, tokenize = ${tokens}, prefix = '1')`.execute(db);
  await sql`create virtual table ${sql.table(`${of}fts_whole`)} using fts5 (heading, body, filing, content = '', contentless_delete = 1, tokenize = ${tokens})`.execute(db);
  await sql`create virtual table ${sql.table(`${of}fts_pinyin`)} using fts5 (full, initials, filing, content = '', contentless_delete = 1, tokenize = ${tokens})`.execute(db);
  for (const table of ['fts_heading', 'fts_whole', 'fts_pinyin'].map((name) => of + name)) {
    // A transaction of thousands of rows is written as one segment instead of one for each megabyte, to be merged later.
    await sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('hashsize', ${sql.lit(67_108_864)})`.execute(db);
  }
}

/** The same tokens as text search vectors. They say that all pairs occur; LIKE on the normalised text says that they adjoin. */
async function postgresSearch(db: Kysely<unknown>, of: '' | 'topic_'): Promise<void> {
  const table = sql.table(`${of}search_text`);
  await sql`
    create table ${table} (
      no bigint primary key references ${sql.table(of === '' ? 'disclosure' : 'topic')} (no),
      heading text not null, title_key text not null, whole text not null,
      heading_tokens tsvector not null, whole_tokens tsvector not null, pinyin text not null
    )`.execute(db);
  await sql`create index ${sql.ref(`${of}search_heading`)} on ${table} using gin (heading_tokens) with (fastupdate = off)`.execute(db);
  await sql`create index ${sql.ref(`${of}search_whole`)} on ${table} using gin (whole_tokens)`.execute(db);
  // Contrib may be absent or forbidden; pinyin is then found by scanning.
  const trigrams = await sql`select 1 from pg_available_extensions where name = 'pg_trgm'`.execute(db);
  if (trigrams.rows.length > 0) {
    await sql`create extension if not exists pg_trgm`.execute(db);
    await sql`create index ${sql.ref(`${of}search_pinyin`)} on ${table} using gin (pinyin gin_trgm_ops)`.execute(db);
  }
}
