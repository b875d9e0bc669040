import type { Change } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { tombstone } from '../disclosures/read.ts';
import { invalid } from '../problems.ts';
import type { Source } from './feed.ts';

/** The positions in the tree of an agency and of all below it. */
export interface Span {
  readonly position: number;
  readonly last: number;
}

/** Public changes after a sequence number, oldest first, and the newest number there is; with a span, only those of its agencies. */
export async function listChanges({ read }: Pick<Database, 'read'>, after: number, limit: number, span?: Span): Promise<{ items: Change[]; latest: number }> {
  // Asked first: up to this number nothing can be missing among the items.
  const head = await latestChange({ read });
  const rows = await read.selectFrom('change as c')
    .innerJoin('disclosure as d', 'd.no', 'c.disclosure_no')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'c.disclosure_no').onRef('r.revision', '=', 'c.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .select(['c.seq', 'c.time', 'c.type', 'c.disclosure_no', 'c.revision', 'c.reason', 'c.content_hash', 'c.leaf', 'd.id', 'r.title', 'a.no as agency_no', 'a.id as agency_id', 'a.name as agency_name'])
    .where('c.seq', '>', after)
    .$if(span !== undefined, (query) => query.where('d.agency_position', '>=', span?.position ?? 0).where('d.agency_position', '<=', span?.last ?? 0))
    .orderBy('c.seq').limit(limit)
    .execute();
  const paths = await pathsOf({ read }, rows.map(({ agency_no }) => agency_no));
  const items = await Promise.all(rows.map(async (row): Promise<Change> => {
    const common = {
      seq: row.seq,
      time: row.time,
      id: row.id,
      agency: { id: row.agency_id, name: row.agency_name },
      path: paths.get(row.agency_no) ?? [],
      title: row.title,
      revision: row.revision,
      contentHash: row.content_hash,
      leaf: row.leaf,
    };
    switch (row.type) {
      case 'published': case 'expired': return { type: row.type, ...common };
      case 'amended': case 'repealed': return { type: row.type, ...common, reason: row.reason ?? '' };
      case 'withdrawn': return { type: row.type, ...common, tombstone: await tombstone({ read }, row.disclosure_no) };
    }
  }));
  return { items, latest: Math.max(head, items.at(-1)?.seq ?? 0) };
}

export async function latestChange({ read }: Pick<Database, 'read'>): Promise<number> {
  return (await read.selectFrom('change_head').select('seq').executeTakeFirstOrThrow()).seq;
}

/** For who follows them. */
export function publicChanges(database: Pick<Database, 'read'>): Source {
  return {
    latest: () => latestChange(database),
    async list(after, limit, span) {
      const { items, latest } = await listChanges(database, after, limit, span);
      return { items: items.map((change) => ({ seq: change.seq, path: change.path, change })), latest };
    },
  };
}

/** @throws ProblemError for an unknown agency in the query. */
export async function spanOf({ read }: Pick<Database, 'read'>, agency: string | undefined): Promise<Span | undefined> {
  if (agency === undefined) return undefined;
  const span = await read.selectFrom('agency').select(['position', 'last']).where('id', '=', agency).executeTakeFirst();
  if (span === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  return span;
}

/** The ids from the top of the tree down to each agency. */
export async function pathsOf({ read }: Pick<Database, 'read'>, agencies: readonly number[]): Promise<Map<number, string[]>> {
  const paths = new Map<number, string[]>();
  if (agencies.length === 0) return paths;
  const rows = await read.selectFrom('agency as own')
    .innerJoin('agency as above', (on) => on.onRef('above.position', '<=', 'own.position').onRef('above.last', '>=', 'own.position'))
    .select(['own.no', 'above.id'])
    .where('own.no', 'in', [...new Set(agencies)])
    .orderBy('above.position')
    .execute();
  for (const { no, id } of rows) paths.set(no, [...(paths.get(no) ?? []), id]);
  return paths;
}
