import type { DisclosureContent, DraftContent, Withheld } from '@sunlit/contract';
import { FULL_TEXT_MINIMUM, dayInShanghai, shortcomings, standingOf, type DraftFacts, type Refusal, type Step } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { PublicationError, faultsOf, plainText } from '../disclosures/content.ts';
import { findPlaces } from '../disclosures/places.ts';
import { stateOf } from '../disclosures/publication.ts';
import { attachmentProblems } from '../files/known.ts';
import { notFound, type InvalidPart } from '../problems.ts';

/** A draft's row under the alias `t`, with what it names. */
export function draftRows(db: Kysely<Tables>) {
  return db.selectFrom('draft as t')
    .innerJoin('agency as a', 'a.no', 't.agency_no')
    .leftJoin('disclosure as amended', 'amended.no', 't.amends_no')
    .leftJoin('disclosure as made', 'made.no', 't.disclosure_no')
    .selectAll('t')
    .select([
      'a.id as agency_id', 'a.name as agency_name', 'a.position', 'made.id as made_id',
      'amended.id as amended_id', 'amended.revision as amended_revision', 'amended.state as amended_state', 'amended.validity as amended_validity',
    ]);
}
export type DraftRow = Awaited<ReturnType<ReturnType<typeof draftRows>['executeTakeFirstOrThrow']>>;

/** Something wrong with a content, by a pointer into it. */
type Fault = InvalidPart;

/** A draft with everything that decides on it. */
export interface DraftRecord {
  readonly row: DraftRow;
  readonly content: DraftContent;
  readonly withheld: readonly Withheld[];
  readonly events: readonly Tables['draft_event'][];
  readonly faults: readonly Fault[];
  readonly facts: DraftFacts;
}

/** What drafts are read with: inside a transaction or not. */
export interface Reading extends Pick<Database, 'now'> {
  readonly db: Kysely<Tables>;
  /** Where the files are that a draft may name. */
  readonly dataDirectory: string;
}

/** Where drafts are kept, and the files they name. */
export interface DraftStore {
  readonly database: Database;
  readonly dataDirectory: string;
}

export type DraftWriting = Writing & Reading;

/** One change of drafts, whole or not at all. */
export function writingDrafts<T>({ database, dataDirectory }: DraftStore, work: (w: DraftWriting) => Promise<T>): Promise<T> {
  return writing(database, (w) => work({ ...w, dataDirectory }));
}

/** @throws ProblemError `not-found`. */
export async function loadDraft(reading: Reading, id: string): Promise<DraftRecord> {
  const { db, now } = reading;
  const row = await draftRows(db).where('t.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  const events = await db.selectFrom('draft_event').selectAll().where('draft_no', '=', row.no).orderBy('n').execute();
  const content = JSON.parse(row.content) as DraftContent;
  const withheld = JSON.parse(row.withheld) as Withheld[];
  const faults = await faultsIn(reading, content);
  const { amended_state: state, amended_validity: validity } = row;
  const facts: DraftFacts = {
    ...standingOf(events.map(({ type, person_id: by }): Step => ({ type: type as Step['type'], ...(by === null ? {} : { by }) }))),
    kind: row.kind,
    complete: faults.length === 0,
    summary: text(content, 'summary'),
    body: row.kind === 'normative' ? plainText(text(content, 'body')) : '',
    withheld,
    today: dayInShanghai(now()),
    ...(state !== null && validity !== null ? { amends: { state: stateOf({ state, validity }), unchanged: row.amended_revision === row.amends_revision } } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.publish_on === null ? {} : { publishOn: row.publish_on }),
  };
  return { row, content, withheld, events, faults, facts };
}

/** What keeps the content from being published, by pointers into it. */
async function faultsIn({ db, dataDirectory }: Reading, content: DraftContent): Promise<Fault[]> {
  const faults: Fault[] = faultsOf(content);
  const sound = (name: string) => name in content && !faults.some(({ pointer }) => pointer.startsWith(`/${name}`));
  // What is sound is what the schema of every kind says of it.
  const { categoryId, attachments } = content as DraftContent & Pick<DisclosureContent, 'categoryId' | 'attachments'>;
  return [
    ...faults,
    ...(sound('categoryId') ? await placeFaults(db, { agencyId: content.agencyId, categoryId }) : []),
    ...(sound('attachments') ? await attachmentProblems(db, dataDirectory, { agencyId: content.agencyId, attachments }) : []),
  ];
}

async function placeFaults(db: Kysely<Tables>, filed: Pick<DisclosureContent, 'agencyId' | 'categoryId'>): Promise<Fault[]> {
  try {
    await findPlaces({ db }, [filed], ['']);
    return [];
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    return error.errors.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/content/, '') }));
  }
}

/** A text of a content that may be half written. */
function text(content: DraftContent, name: 'summary' | 'body'): string {
  const value = (content as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}

/** Everything to be mended in a draft, by pointers into it. */
export function problemsOf({ faults, facts }: Pick<DraftRecord, 'faults' | 'facts'>): InvalidPart[] {
  return [...contentParts(faults), ...shortcomings(facts).filter(({ code }) => code !== 'incomplete').map(asPart)];
}

/** Why a step was refused; what is incomplete is named part by part. */
export function refusedParts({ faults }: Pick<DraftRecord, 'faults'>, refusals: readonly Refusal[]): InvalidPart[] {
  return refusals.flatMap((refusal) => (refusal.code === 'incomplete' ? contentParts(faults) : [asPart(refusal)]));
}

function contentParts(faults: readonly Fault[]): InvalidPart[] {
  return faults.map(({ pointer, code, values }) => ({ pointer: `/content${pointer}`, code, ...(values ? { values } : {}) }));
}

function asPart({ code, pointer = '' }: Refusal): InvalidPart {
  // What is stated with a step stands in the body of the call.
  const stated = pointer === '/checks' || pointer === '/on';
  return { pointer: stated ? `/body${pointer}` : pointer, code, ...(code === 'lead-in-only' ? { values: { limit: FULL_TEXT_MINIMUM } } : {}) };
}
