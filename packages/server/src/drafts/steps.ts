import type { Day, Draft, DraftState, ReviewCheck } from '@sunlit/contract';
import { mayDo, type AskedStep, type PublicationActor, type Step } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Writing } from '../database/database.ts';
import { isDay } from '../disclosures/number.ts';
import type { Language } from '../language.ts';
import { ProblemError, invalid } from '../problems.ts';
import type { StaffActor } from '../staff/actor.ts';
import { publishWithin } from './publishing.ts';
import { loadDraft, refusedParts, writingDrafts, type DraftRecord, type DraftStore, type DraftWriting } from './record.ts';
import { personFor, showDraft } from './show.ts';

/** Somebody of the staff, in their language. */
export type By = { readonly actor: StaffActor; readonly language: Language };

/** A step that somebody of the staff takes with a draft of which they saw `version`. */
export interface TakenStep extends By {
  readonly id: string;
  readonly version: number;
  readonly asked: AskedStep;
  readonly note?: string | undefined;
}

/** Takes one step, whole or not at all. @throws ProblemError when the draft is another by now, or the rules refuse it. */
export function takeStep(store: DraftStore, { id, version, asked, note, ...by }: TakenStep): Promise<Draft> {
  if (asked.command === 'schedule' && asked.on !== undefined && !isDay(asked.on)) throw invalid({ pointer: '/body/on', code: 'day' });
  return writingDrafts(store, async (w) => {
    const draft = await loadDraft(w, id);
    await seen(w, draft, version, by);
    await step(w, draft, asked, { actor: by.actor, note });
    return shown(w, id, by);
  });
}

/** The step itself; without `actor` it is the system's. */
export async function step(
  w: Writing, draft: DraftRecord, asked: AskedStep, { actor, note }: { readonly actor?: StaffActor; readonly note?: string | undefined } = {},
): Promise<void> {
  const { row } = draft;
  const to = decide(draft, asked, actor);
  const made = asked.command === 'publish' ? await publishWithin(w, draft) : row.disclosure_no;
  const publishOn: Day | null = asked.command === 'schedule' ? (asked.on ?? null) : null;
  await w.db.updateTable('draft')
    .set({ state: to, version: row.version + 1, publish_on: publishOn, disclosure_no: made, updated_at: w.now().toISOString() })
    .where('no', '=', row.no).execute();
  const type = asked.command === 'save' ? 'saved' : asked.command;
  await append(w, { draftNo: row.no, n: row.version + 1, type, actor, note, ...('checks' in asked ? { checks: asked.checks } : {}), on: publishOn });
}

/** Where a step leads. @throws ProblemError when the rules refuse it. */
export function decide(draft: DraftRecord, asked: AskedStep, actor: StaffActor | undefined): DraftState {
  const person: PublicationActor = actor === undefined ? { type: 'system' } : personFor(actor, draft.row);
  const decision = mayDo(draft.facts, asked, person);
  // The steps of drafts lead to states of drafts alone.
  if ('to' in decision) return decision.to as DraftState;
  if (decision.refusals.some(({ code }) => code === 'permission')) throw new ProblemError('not-allowed');
  throw new ProblemError('not-possible', refusedParts(draft, decision.refusals));
}

/** @throws ProblemError with the draft as it now stands, when it is not the one that was seen. */
export async function seen(w: Writing, draft: DraftRecord, version: number, { actor, language }: By): Promise<void> {
  if (draft.row.version === version) return;
  const { calendar } = await loadCalendar(w.db);
  throw new ProblemError('changed-meanwhile', [], { current: showDraft(draft, { actor, language, calendar }) });
}

export async function shown(w: DraftWriting, id: string, { actor, language }: By): Promise<Draft> {
  const { calendar } = await loadCalendar(w.db);
  return showDraft(await loadDraft(w, id), { actor, language, calendar });
}

interface NewEvent {
  readonly draftNo: number;
  /** The version that the step makes. */
  readonly n: number;
  readonly type: Step['type'];
  readonly actor: StaffActor | undefined;
  readonly note?: string | undefined;
  readonly checks?: readonly ReviewCheck[];
  /** The day that was set. */
  readonly on?: Day | null;
}

/** Puts a step on record, with who took it as they are now. */
export async function append({ db, now }: Writing, { draftNo, n, type, actor, note, checks, on = null }: NewEvent): Promise<void> {
  await db.insertInto('draft_event').values({
    draft_no: draftNo, n, type, at: now().toISOString(),
    person_id: actor?.id ?? null, person_name: actor?.name ?? null, person_post: actor?.post ?? null,
    note: note === undefined ? null : storable(note), checks: checks === undefined ? null : JSON.stringify(checks), on_day: on,
  }).execute();
}

/** PostgreSQL keeps no text with a NUL. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
