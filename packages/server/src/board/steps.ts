import { type Body, type Operations, type Posting, type TopicPromise } from '@sunlit/contract';
import { dayInShanghai, personalMarks, type TopicPromise as Promised } from '@sunlit/rules';
import { isDay } from '../disclosures/number.ts';
import type { Call, HandlersOf } from '../handlers.ts';
import { ProblemError, invalid, type InvalidPart } from '../problems.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { StaffActor } from '../staff/actor.ts';
import { keepAnswer, keepPromise, publishAnswer } from '../topics/answers.ts';
import type { RoundRow } from '../topics/rounds.ts';
import { loadTopic, type TopicOnRecord } from '../topics/record.ts';
import { boardSettings } from '../topics/settings.ts';
import { tidyContent } from '../topics/submit.ts';
import { takeTopicStep, type ApprovedWords, type AskedTopicStep } from '../topics/take.ts';
import { refuseUnfit, refuseWithdrawn } from './answers.ts';
import { BOARD_COMMANDS, type BoardCommand } from './commands.ts';
import { byOfficer, refuseStranger } from './people.ts';
import { showPosting } from './show.ts';

type BodyOf<Command extends BoardCommand> = Body<Operations[`board.${Command}`]>;

/** What a body comes to: the step of the rules, and apart from it what was written. */
type Read = Pick<AskedTopicStep, 'step' | 'approved' | 'plain' | 'words'>;

/** A step is read for the topic as it stands, and for whoever takes it. */
interface Taking {
  readonly w: RequestWriting;
  readonly topic: TopicOnRecord;
  readonly person: Pick<StaffActor, 'id' | 'name' | 'post'>;
}

type Readers = { readonly [Command in BoardCommand]: (body: BodyOf<Command>, taking: Taking) => Read | Promise<Read> };

/** Each command of an officer as a step of the rules. */
const READERS: Readers = {
  review: (_, { person }) => ({ step: { type: 'review', handler: person.id } }),
  approve: async ({ title, text, place, categoryId, round }, { w, topic }) => {
    const written = tidyContent({ title, text, place, categoryId: categoryId ?? topic.row.category_id ?? undefined });
    await refuseWords(w, topic, written);
    const into = await roundFor(w, topic, round);
    return { step: { type: 'approve', ...(into && { round: into }) }, approved: written };
  },
  return: async ({ reason, way, words, agencyId }, { w }) => {
    if (agencyId !== undefined) await refuseStranger(w, agencyId, undefined);
    return { step: { type: 'return', reason, ...(way === undefined ? {} : { way }) }, words, ...(agencyId === undefined ? {} : { plain: { agency: agencyId } }) };
  },
  decline: ({ reason, words }) => ({ step: { type: 'decline', reason }, words }),
  assign: async ({ agencyId, handler }, { w }) => {
    await refuseStranger(w, agencyId, handler);
    return { step: { type: 'assign', agency: agencyId, ...(handler === undefined ? {} : { handler }) } };
  },
  claim: async ({ promise }, { w, topic, person }) => ({ step: { type: 'claim', promise: await promised(w, topic, promise), handler: person.id } }),
  postpone: async ({ promise, words }, { w, topic }) => ({ step: { type: 'postpone', promise: await promised(w, topic, promise) }, words }),
  answer: async ({ answer }, { w, topic }) => {
    await refuseUnfit(w, topic, answer);
    await keepAnswer(w.db, topic.row.no, answer);
    const { outcome, disclosures, promise } = answer;
    return { step: { type: 'answer', outcome, disclosures: disclosures.length, ...(promise && { promise: { due: promise.due } }) } };
  },
  publish: async (_, { w, topic }) => {
    await refuseWithdrawn(w, topic);
    await publishAnswer(w.db, topic.row.no, dayInShanghai(w.now()));
    return { step: { type: 'publish' } };
  },
  reopen: ({ words }) => ({ step: { type: 'reopen' }, words }),
  merge: ({ into }) => ({ step: { type: 'merge', into } }),
  unmerge: () => ({ step: { type: 'unmerge' } }),
  keep: async ({ result }, { w, topic }) => {
    await keepPromise(w.db, topic.row.no, { on: dayInShanghai(w.now()), result: result.trim() });
    return { step: { type: 'keep' } };
  },
};

/** What a step states: its body, but for the version that was seen. */
export type StatedBody<Command extends BoardCommand = BoardCommand> = Omit<BodyOf<Command>, 'version'>;

/** One handler for each step: whole or not at all. */
export function stepHandlers(store: RequestStore): HandlersOf<`board.${BoardCommand}`> {
  return Object.fromEntries(BOARD_COMMANDS.map((command) => [`board.${command}`, (call: Call<`board.${BoardCommand}`>) => take(store, command, call)])) as unknown as HandlersOf<`board.${BoardCommand}`>;
}

function take(store: RequestStore, command: BoardCommand, { params: { id }, body, actor }: Call<`board.${BoardCommand}`>): Promise<Posting> {
  return writingRequests(store, async (w) => {
    const topic = await loadTopic(w, { id });
    // Who sees an older one may be about to answer what was merged meanwhile.
    if (topic.row.version !== body.version) throw new ProblemError('changed-meanwhile', [], { current: await showPosting(w, topic, actor) });
    return showPosting(w, await takeCommand({ w, topic, person: actor }, command, body), actor);
  });
}

/** Takes an officer's step; with what it keeps beside the step, it is of one transaction, whole or not at all. @throws ProblemError when the rules refuse it, or what is stated does not fit. */
export async function takeCommand(taking: Taking, command: BoardCommand, body: StatedBody): Promise<TopicOnRecord> {
  refuseBlank(body);
  // The readers and the operations go by the same names; that each pair has one type, TypeScript cannot follow through a variable.
  const read = await (READERS[command] as (body: StatedBody, taking: Taking) => Read | Promise<Read>)(body, taking);
  const note = body.note?.trim() ?? '';
  return takeTopicStep(taking.w, taking.topic, { ...read, by: byOfficer(taking.person), ...(note === '' ? {} : { said: { note } }) });
}

/** What is there by its length and yet says nothing. @throws ProblemError naming each. */
function refuseBlank(body: object): void {
  const blank = Object.entries(body).filter(([name, value]) => name !== 'note' && name !== 'text' && name !== 'place' && typeof value === 'string' && value.trim() === '')
    .map(([name]): InvalidPart => ({ pointer: `/body/${name}`, code: 'minLength', values: { limit: 1 } }));
  if (blank.length > 0) throw invalid(...blank);
}

/** What goes onto the board must not tell who somebody is, by the numbers that nobody mistakes. Names and telephones may be an office's own, so that they are left to whoever reads. */
const NEVER_PUBLIC = ['resident-id', 'bank-card'];

async function refuseWords({ db }: RequestWriting, { row }: TopicOnRecord, { categoryId, ...texts }: ApprovedWords): Promise<void> {
  const personal = Object.entries(texts).filter(([, text = '']) => personalMarks(text).some(({ kind }) => NEVER_PUBLIC.includes(kind))).map(([name]): InvalidPart => ({ pointer: `/body/${name}`, code: 'personal' }));
  if (personal.length > 0) throw invalid(...personal);
  if (categoryId === undefined) return;
  const category = await db.selectFrom('category').select('agency_no').where('id', '=', categoryId).executeTakeFirst();
  if (category === undefined) throw invalid({ pointer: '/body/categoryId', code: 'unknown-category' });
  if (category.agency_no !== null && category.agency_no !== row.board_no) throw invalid({ pointer: '/body/categoryId', code: 'foreign-category' });
}

/** The round that a topic comes into: the one that is named, or on a board with rounds the one that collected when it was written. */
async function roundFor({ db, now }: RequestWriting, { row }: TopicOnRecord, named: string | undefined): Promise<{ id: string } & ReturnType<typeof dayOfRound> | undefined> {
  const rounds = db.selectFrom('round').select(['id', 'closes_on', 'answer_on', 'answer_workdays', 'reported_on']).where('agency_no', '=', row.board_no);
  if (named !== undefined) {
    const round = await rounds.where('id', '=', named).executeTakeFirst();
    if (round === undefined) throw invalid({ pointer: '/body/round', code: 'unknown-round' });
    if (round.reported_on !== null) throw new ProblemError('not-possible', [{ pointer: '/body/round', code: 'round-closed' }]);
    return { id: round.id, ...dayOfRound(round) };
  }
  if ((await boardSettings(db, row.board_id))?.rounds !== true) return undefined;
  const round = await rounds.where('opens_on', '<=', row.submitted_on).where('closes_on', '>=', row.submitted_on).where('reported_on', 'is', null).where('answer_on', '>=', dayInShanghai(now())).executeTakeFirst();
  return round && { id: round.id, ...dayOfRound(round) };
}

/** Of a promise by a round, the day is that of the round. @throws ProblemError for a round that there is not on that board or at that agency, and a day that is none. */
async function promised({ db }: RequestWriting, { row }: TopicOnRecord, promise: TopicPromise): Promise<Promised> {
  if ('workdays' in promise) return promise;
  if ('on' in promise) {
    if (!isDay(promise.on)) throw invalid({ pointer: '/body/promise/on', code: 'day' });
    return promise;
  }
  const round = await db.selectFrom('round').select(['closes_on', 'answer_on', 'answer_workdays', 'reported_on']).where('id', '=', promise.round).where('agency_no', 'in', [row.board_no, row.agency_no]).executeTakeFirst();
  if (round === undefined) throw invalid({ pointer: '/body/promise/round', code: 'unknown-round' });
  if (round.reported_on !== null) throw new ProblemError('not-possible', [{ pointer: '/body/promise/round', code: 'round-closed' }]);
  return { round: promise.round, ...dayOfRound(round) };
}

const dayOfRound = ({ closes_on: from, answer_on: due, answer_workdays: workdays }: Pick<RoundRow, 'closes_on' | 'answer_on' | 'answer_workdays'>) => ({ due, ...(workdays === null ? {} : { counted: { from, workdays } }) });
