import { setTimeout as rest } from 'node:timers/promises';
import { dayInShanghai } from '@sunlit/rules';
import { writing, type Database, type Writing } from '../database/database.ts';
import { forgetOld } from '../database/idempotency.ts';
import { firstDayAfter } from '../disclosures/agenda.ts';
import { endWithin } from '../disclosures/publication.ts';
import { ProblemError, fieldErrors } from '../problems.ts';
import { loadDraft, writingDrafts, type DraftRecord, type DraftStore } from './record.ts';
import { step } from './steps.ts';

/** What a sweep tells of an item that failed: which one, never what it says. */
export type SweepFailure = (item: { readonly draft: string } | { readonly disclosure: string }, error: unknown) => void;

/** With an archive that came in, thousands may have run out at once: so long is worked on them, and the rest waits for the next sweep. */
const MOST_MILLISECONDS = 30_000;
/** After each item so many times as long as it took, in which those who read and write have the thread and the database. */
const RESTS = 2;

/**
 * Does what the day brings: publishes what was scheduled for it, ends the validity of what was valid until the day before, and
 * forgets calls of the day before. Each item is a transaction of its own that looks again, so that running it twice or in two
 * processes does nothing twice, and one that fails stops no other. Ends early when told to.
 */
export async function sweep(store: DraftStore, failed: SweepFailure, stopping?: AbortSignal): Promise<void> {
  const { database } = store;
  const today = dayInShanghai(database.now());
  const scheduled = await database.read.selectFrom('draft').select('id').where('state', '=', 'approved').where('publish_on', '<=', today).orderBy('publish_on').orderBy('no').execute();
  await inTurn(scheduled, ({ id }) => publishScheduled(store, id).catch((error: unknown) => failed({ draft: id }, error)), stopping);
  const over = await database.read.selectFrom('agenda as g').innerJoin('disclosure as d', 'd.no', 'g.disclosure_no').select('d.id')
    .where('g.type', '=', 'until').where('g.due_on', '<', today).orderBy('g.due_on').orderBy('d.no').execute();
  await inTurn(over, ({ id }) => expireOver(database, id).catch((error: unknown) => failed({ disclosure: id }, error)), stopping);
  await forgetOld(database);
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, stopping: AbortSignal | undefined): Promise<void> {
  const started = performance.now();
  for (const item of items) {
    const began = performance.now();
    if (stopping?.aborted === true || began - started > MOST_MILLISECONDS) return;
    await work(item);
    await rest(RESTS * (performance.now() - began));
  }
}

/** What the rules no longer let pass loses its day and says why, so that somebody sees to it. */
async function publishScheduled(store: DraftStore, id: string): Promise<void> {
  const whenDue = (work: (w: Writing, draft: DraftRecord) => Promise<void>) => writingDrafts(store, async (w) => {
    const draft = await loadDraft(w, id);
    const { state, publishOn, today } = draft.facts;
    if (state === 'approved' && publishOn !== undefined && publishOn <= today) await work(w, draft);
  });
  try {
    await whenDue((w, draft) => step(w, draft, { command: 'publish' }));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'not-possible') throw error;
    const note = fieldErrors(error.parts, 'zh-CN').map(({ pointer, detail }) => `${pointer} ${detail}`.trim()).join('；').slice(0, 1000);
    await whenDue((w, draft) => step(w, draft, { command: 'schedule' }, { note }));
  }
}

async function expireOver(database: Database, id: string): Promise<void> {
  await writing(database, async (w) => {
    const still = await w.db.selectFrom('agenda as g').innerJoin('disclosure as d', 'd.no', 'g.disclosure_no').select('g.due_on')
      .where('d.id', '=', id).where('g.type', '=', 'until').executeTakeFirst();
    if (still && still.due_on < dayInShanghai(w.now())) await endWithin(w, id, { validity: 'expired', on: firstDayAfter(still.due_on) });
  });
}
