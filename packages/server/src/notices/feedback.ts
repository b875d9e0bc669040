import { FEEDBACK, type Answer, type Feedback, type Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { visible } from '../disclosures/visible.ts';
import type { Call } from '../handlers.ts';
import { notFound } from '../problems.ts';
import { spend, type Challenges } from '../requests/challenges.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { BoardLimits } from '../topics/limits.ts';
import { deviceHash } from '../topics/supports.ts';

/** Counts what somebody thinks of a disclosure; the same device on the same day replaces what it said. */
export async function createFeedback(store: RequestStore, challenges: Challenges, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'feedback.create'>, 'params' | 'body' | 'key' | 'address'>): Promise<Answer<Operations['feedback.create']>> {
  const { challenge, token, said } = body;
  const solved = await challenges.verify(challenge);
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, async (w) => {
    const disclosure = await w.db.selectFrom('disclosure as d').select('d.no').where('d.id', '=', id).where(visible).executeTakeFirst();
    if (disclosure === undefined) throw notFound();
    await onceUnseen(w, { operation: 'feedback.create', owner: 'public', key, body: { id, device, said } }, async () => {
      await spend(w, solved);
      await keep(w, disclosure.no, device, said);
      return id;
    });
    return { id, useful: (await counts(w.db, disclosure.no)).useful };
  });
}

async function keep(w: RequestWriting, disclosure_no: number, device: string, said: Feedback): Promise<void> {
  const day = dayInShanghai(w.now());
  const before = await w.db.selectFrom('feedback').select('said').where('day', '=', day).where('disclosure_no', '=', disclosure_no).where('device', '=', device).executeTakeFirst();
  if (before?.said === said) return;
  if (before === undefined) await w.db.insertInto('feedback').values({ disclosure_no, day, device, said }).execute();
  else {
    await w.db.updateTable('feedback').set({ said }).where('day', '=', day).where('disclosure_no', '=', disclosure_no).where('device', '=', device).execute();
    await w.db.updateTable('feedback_count').set((row) => ({ n: row('n', '-', 1) })).where('disclosure_no', '=', disclosure_no).where('said', '=', before.said).execute();
  }
  await w.db.insertInto('feedback_count').values({ disclosure_no, said, n: 1 })
    .onConflict((row) => row.columns(['disclosure_no', 'said']).doUpdateSet((old) => ({ n: old('feedback_count.n', '+', 1) }))).execute();
}

/** How many said what of a disclosure. @throws ProblemError `not-found`. */
export async function countFeedback(db: Kysely<Tables>, id: string): Promise<Answer<Operations['feedback.count']>> {
  const disclosure = await db.selectFrom('disclosure').select('no').where('id', '=', id).executeTakeFirst();
  if (disclosure === undefined) throw notFound();
  return counts(db, disclosure.no);
}

async function counts(db: Kysely<Tables>, disclosureNo: number): Promise<Record<Feedback, number>> {
  const rows = await db.selectFrom('feedback_count').select(['said', 'n']).where('disclosure_no', '=', disclosureNo).execute();
  return Object.fromEntries(FEEDBACK.map((said) => [said, rows.find((row) => row.said === said)?.n ?? 0])) as Record<Feedback, number>;
}
