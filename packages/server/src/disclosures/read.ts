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
  const row = await database.read.selectFrom('disclosure').select(['no', 'state']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  if (!isVisible(row.state)) return tombstone(database, row.no);
  const record = (await publishedRecords(database, [row.no], { showMissed })).get(row.no);
  if (record === undefined) throw notFound();
  return record;
}

/** The same of many at once, as far as they are visible, by their numbers. */
export async function publishedRecords(database: Database, numbers: readonly number[], { showMissed }: Pick<Settings, 'showMissed'>): Promise<Map<number, PublishedDisclosure>> {
  if (numbers.length === 0) return new Map();
  const rows = await database.read.selectFrom('disclosure as d')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .innerJoin('category as c', 'c.id', 'd.category_id')
    .selectAll('d').select(['a.id as agency_id', 'a.name as agency_name', 'c.name as category_name', 'r.content'])
    .where('d.no', 'in', [...numbers]).where(visible)
    .execute();
  const shown = rows.map(({ no }) => no);
  const [revisions, chains, missed] = await Promise.all([revisionsOf(database, shown), chainsOf(database, shown), showMissed ? missedOf(database, shown) : new Set<number>()]);
  return new Map(rows.map((row): [number, PublishedDisclosure] => {
    const content = JSON.parse(row.content) as DisclosureContent;
    const next = row.validity === 'in-force' || row.validity === 'amended' ? nextDue(content.openTerm, row.published_on) : undefined;
    return [row.no, {
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
      ...(missed.has(row.no) ? { nextMissed: true } : {}),
      chain: { ...chains(row.no), revisions: revisions.get(row.no) ?? [] },
    }];
  }));
}

/** Of which the next issue was due before today and has not come. */
async function missedOf({ read, now }: Database, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const periods = await read.selectFrom('agenda as g').innerJoin('disclosure as d', 'd.no', 'g.disclosure_no').select('d.no')
    .where('d.no', 'in', [...numbers]).where('g.type', '=', 'period').where('g.due_on', '<', dayInShanghai(now())).where(sql<boolean>`not ${succeeded}`).execute();
  return new Set(periods.map(({ no }) => no));
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

async function revisionsOf({ read }: Database, numbers: readonly number[]): Promise<Map<number, PublishedDisclosure['chain']['revisions']>> {
  const revisions = new Map<number, PublishedDisclosure['chain']['revisions']>(numbers.map((no) => [no, []]));
  if (numbers.length === 0) return revisions;
  const rows = await read.selectFrom('revision').select(['disclosure_no', 'revision', 'on_day', 'reason', 'title']).where('disclosure_no', 'in', [...numbers]).orderBy('revision').execute();
  for (const { disclosure_no, revision, on_day, reason, title } of rows) revisions.get(disclosure_no)?.push({ revision, on: on_day, ...(reason === null ? {} : { reason }), title });
  return revisions;
}

/** What stands before and after each, newest first. */
async function chainsOf(database: Database, numbers: readonly number[]): Promise<(no: number) => Omit<PublishedDisclosure['chain'], 'revisions'>> {
  const { rows } = numbers.length === 0 ? { rows: [] } : await sql<{ from: number; direction: 'out' | 'in'; type: LinkType; no: number }>`
    select link.from_no as "from", 'out' as direction, link.type, d.no from link join disclosure d on d.id = link.to_id where link.from_no in (${sql.join(numbers)}) and ${visible}
    union all
    select own.no as "from", 'in' as direction, link.type, d.no from disclosure own join link on link.to_id = own.id join disclosure d on d.no = link.from_no where own.no in (${sql.join(numbers)}) and ${visible}
    order by no desc`.execute(database.read);
  const linked = [...new Set(rows.map(({ no }) => no))];
  const shown = new Map((await references(database, linked)).map((reference, index) => [linked[index], reference]));
  const byNumber = new Map<number, typeof rows>();
  for (const row of rows) byNumber.set(row.from, [...(byNumber.get(row.from) ?? []), row]);
  return (no) => {
    const linkedBy = (direction: 'out' | 'in', type: LinkType) => (byNumber.get(no) ?? []).flatMap((row) => (row.direction === direction && row.type === type ? (shown.get(row.no) ?? []) : []));
    return {
      supersedes: linkedBy('out', 'supersedes'), supersededBy: linkedBy('in', 'supersedes'), clarifies: linkedBy('out', 'clarifies'), clarifiedBy: linkedBy('in', 'clarifies'),
      interprets: linkedBy('out', 'interprets'), interpretedBy: linkedBy('in', 'interprets'),
    };
  };
}
