import type { Disclosure, DisclosureContent, LinkType, PublishedDisclosure, Revision, WithdrawnDisclosure } from '@sunlit/contract';
import { dayInShanghai, nextDue } from '@sunlit/rules';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { notFound } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { succeeded } from './agenda.ts';
import { references } from './rows.ts';
import { isVisible, visible } from './visible.ts';

/** One disclosure with its chain, or its tombstone. @throws ProblemError `not-found`. */
export async function getDisclosure(database: Database, id: string, { showMissed }: Pick<Settings, 'showMissed'> = { showMissed: false }): Promise<Disclosure> {
  const row = await database.read.selectFrom('disclosure as d')
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .innerJoin('category as c', 'c.id', 'd.category_id')
    .selectAll('d').select(['a.id as agency_id', 'a.name as agency_name', 'c.name as category_name'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (!isVisible(row.state)) return tombstone(database, row.no);
  const [content, revisions, chain] = await Promise.all([contentOf(database, row.no, row.revision), revisionsOf(database, row.no), chainOf(database, row)]);
  const next = row.validity === 'in-force' || row.validity === 'amended' ? nextDue(content.openTerm, row.published_on) : undefined;
  return {
    state: 'published',
    ...content,
    id: row.id,
    indexNo: row.index_no,
    agency: { id: row.agency_id, name: row.agency_name },
    categoryName: row.category_name,
    publishedOn: row.published_on,
    ...(row.repealed_on === null ? {} : { repealedOn: row.repealed_on }),
    validity: row.validity,
    revision: row.revision,
    ...(next === undefined ? {} : { nextDueOn: next }),
    ...(showMissed && (await isMissed(database, row.no)) ? { nextMissed: true } : {}),
    chain: { ...chain, revisions },
  };
}

/** Whether the next issue of a periodic disclosure was due before today and has not come. */
async function isMissed({ read, now }: Database, no: number): Promise<boolean> {
  const period = await read.selectFrom('agenda as g').innerJoin('disclosure as d', 'd.no', 'g.disclosure_no').select('g.due_on')
    .where('d.no', '=', no).where('g.type', '=', 'period').where('g.due_on', '<', dayInShanghai(now())).where(sql<boolean>`not ${succeeded}`).executeTakeFirst();
  return period !== undefined;
}

/** One revision in full. @throws ProblemError `not-found`, also for a withdrawn disclosure. */
export async function getRevision({ read }: Database, id: string, revision: number): Promise<Revision> {
  const row = await read.selectFrom('disclosure as d')
    .innerJoin('revision as r', 'r.disclosure_no', 'd.no')
    .select(['r.revision', 'r.on_day', 'r.reason', 'r.content'])
    .where('d.id', '=', id).where('r.revision', '=', revision).where(visible)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return { revision: row.revision, on: row.on_day, ...(row.reason === null ? {} : { reason: row.reason }), content: JSON.parse(row.content) as DisclosureContent };
}

/** What is known of a file of a visible disclosure. @throws ProblemError `not-found`. */
export async function findAttachment({ read }: Database, id: string, name: string): Promise<Tables['attachment']> {
  // No file has such a name, and PostgreSQL takes no text with a NUL.
  if (/[\u0000-\u001f]/.test(name)) throw notFound();
  const row = await read.selectFrom('disclosure as d')
    .innerJoin('attachment as f', 'f.disclosure_no', 'd.no')
    .selectAll('f')
    .where('d.id', '=', id).where('f.name', '=', name).where(visible)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
}

/** What stays of a withdrawn disclosure. */
export async function tombstone({ read }: Pick<Database, 'read'>, no: number): Promise<WithdrawnDisclosure> {
  const row = await read.selectFrom('disclosure as d')
    .innerJoin('tombstone as t', 't.disclosure_no', 'd.no')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .select(['d.id', 'd.index_no', 'd.published_on', 'r.title', 'a.id as agency_id', 'a.name as agency_name', 't.withdrawn_on', 't.ground', 't.decided_by', 't.replaced_by_no'])
    .where('d.no', '=', no)
    .executeTakeFirstOrThrow();
  const [replacedBy] = row.replaced_by_no === null ? [] : await references({ read }, [row.replaced_by_no]);
  return {
    state: 'withdrawn',
    id: row.id,
    indexNo: row.index_no,
    agency: { id: row.agency_id, name: row.agency_name },
    title: row.title,
    publishedOn: row.published_on,
    withdrawnOn: row.withdrawn_on,
    ground: row.ground,
    decidedBy: row.decided_by,
    ...(replacedBy ? { replacedBy } : {}),
  };
}

async function contentOf({ read }: Database, no: number, revision: number): Promise<DisclosureContent> {
  const { content } = await read.selectFrom('revision').select('content').where('disclosure_no', '=', no).where('revision', '=', revision).executeTakeFirstOrThrow();
  return JSON.parse(content) as DisclosureContent;
}

async function revisionsOf({ read }: Database, no: number): Promise<PublishedDisclosure['chain']['revisions']> {
  const rows = await read.selectFrom('revision').select(['revision', 'on_day', 'reason', 'title']).where('disclosure_no', '=', no).orderBy('revision').execute();
  return rows.map(({ revision, on_day, reason, title }) => ({ revision, on: on_day, ...(reason === null ? {} : { reason }), title }));
}

async function chainOf(database: Database, { no, id }: { readonly no: number; readonly id: string }): Promise<Omit<PublishedDisclosure['chain'], 'revisions'>> {
  const { rows } = await sql<{ direction: 'out' | 'in'; type: LinkType; no: number }>`
    select 'out' as direction, link.type, d.no from link join disclosure d on d.id = link.to_id where link.from_no = ${no} and ${visible}
    union all
    select 'in' as direction, link.type, d.no from link join disclosure d on d.no = link.from_no where link.to_id = ${id} and ${visible}
    order by no desc`.execute(database.read);
  const linked = (direction: 'out' | 'in', type: LinkType) =>
    references(database, rows.filter((row) => row.direction === direction && row.type === type).map((row) => row.no));
  const [supersedes, supersededBy, clarifies, clarifiedBy, interprets, interpretedBy] = await Promise.all([
    linked('out', 'supersedes'), linked('in', 'supersedes'), linked('out', 'clarifies'), linked('in', 'clarifies'), linked('out', 'interprets'), linked('in', 'interprets'),
  ]);
  return { supersedes, supersededBy, clarifies, clarifiedBy, interprets, interpretedBy };
}
