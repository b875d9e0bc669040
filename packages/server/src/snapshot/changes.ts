import type { Answer, Operations } from '@sunlit/contract';
import { sql } from 'kysely';
import { latestChange } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import type { Settings } from '../settings.ts';
import { rowsByNumber, within, type Scope } from './rows.ts';

type Changes = Answer<Operations['snapshot.changes']>;

/** So many are read at once, and so many characters of text sent: about what a part of a snapshot takes on the line. */
const TOGETHER = 100;
const MOST_CHARACTERS = 1_500_000;

/** What changed after a change, as it is now: one question for what the feed tells in a thousand lines, and without what a copy has no use for. */
export async function changedSince(database: Database, after: number, limit: number, scope: Scope | undefined, settings: Pick<Settings, 'showMissed'>): Promise<Changes> {
  // Asked first: up to this number nothing can be missing.
  const latest = await latestChange(database);
  const { rows: changes } = await sql<{ seq: number; no: number; id: string }>`
    select c.seq, d.no, d.id from change c join disclosure d on d.no = c.disclosure_no join agency a on a.no = d.agency_no
    where c.seq > ${after} and ${within(scope)} order by c.seq limit ${limit}`.execute(database.read);
  const items = new Map<number, Changes['items'][number]>();
  const gone = new Map<number, string>();
  let [taken, characters] = [0, 0];
  const read = async (from: number) => {
    const changed = new Map(changes.slice(from, from + TOGETHER).map(({ no, id }) => [no, id]));
    return { changed, rows: await rowsByNumber(database, [...changed.keys(), ...(await naming(database, changed, scope))], settings) };
  };
  let coming: ReturnType<typeof read> | undefined;
  for (; taken < changes.length && characters < MOST_CHARACTERS; taken += TOGETHER) {
    const { changed, rows } = await (coming ?? read(taken));
    // While these are put together, the threads that read have the next.
    coming = taken + TOGETHER < changes.length ? read(taken + TOGETHER) : undefined;
    coming?.catch(() => undefined);
    for (const [no, id] of changed) if (!items.has(no)) gone.set(no, id);
    for (const { summary: _, ...item } of rows) {
      if (items.has(item.order)) continue;
      items.set(item.order, item);
      gone.delete(item.order);
      characters += item.text.length + item.record.body.length;
    }
  }
  const isAll = taken >= changes.length && changes.length < limit;
  const seq = Math.max(after, isAll ? latest : 0, changes[Math.min(taken, changes.length) - 1]?.seq ?? 0);
  const ends = await database.read.selectFrom('change').select(['seq', 'leaf', 'time']).where('seq', 'in', [after, seq]).execute();
  const [before, last] = [after, seq].map((one) => ends.find((end) => end.seq === one));
  return {
    // What is alike side by side: that takes a third off what is sent where a browser knows no brotli.
    items: [...items.values()].sort((a, b) => a.record.kind.localeCompare(b.record.kind)),
    gone: [...gone.values()],
    seq, ...(last && { leaf: last.leaf, time: last.time }), ...(before && { before: before.leaf }), latest: Math.max(latest, seq),
  };
}

/** Those whose records name one of these, or did: their chains changed too. */
async function naming({ read }: Database, changed: ReadonlyMap<number, string>, scope: Scope | undefined): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select d.no from disclosure d join agency a on a.no = d.agency_no where ${within(scope)} and (
      d.id in (select to_id from link where from_no in (${sql.join([...changed.keys()])})) or d.no in (select from_no from link where to_id in (${sql.join([...changed.values()])})))`.execute(read);
  return rows.flatMap(({ no }) => (changed.has(no) ? [] : [no]));
}
