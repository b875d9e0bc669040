import type { BoardSettings, RatingLevel, RatingReason, TopicChannel, TopicContent } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import { ENTERED_TOGETHER, dayAt, personBy, type SeededDay } from '../cases/seed.ts';
import type { Database } from '../database/database.ts';
import { rate } from '../ratings/rate.ts';
import { finishTask } from '../ratings/tasks.ts';
import { openRequestStore, writingRequests, type RequestWriting } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { openTopic } from '../topics/open.ts';
import { noteChange } from '../topics/projection.ts';
import { loadTopic } from '../topics/record.ts';
import { keepBoardSettings } from '../topics/settings.ts';
import { addSupports, canonicalOf, deviceHash } from '../topics/supports.ts';
import { addTopicEntry, takeTopicStep } from '../topics/take.ts';
import type { BoardCommand } from './commands.ts';
import { loadRound, planRound, publishReport } from './rounds.ts';
import { takeCommand, type StatedBody } from './steps.ts';
import { keepList, type SupportList } from './supports.ts';

/** What happened to a topic. */
export type SeededTopicStep = { readonly ago: SeededDay } & (
  | { readonly take: BoardCommand; readonly stated?: Readonly<Record<string, unknown>>; readonly by?: string }
  | { readonly supports: number; readonly basis: 'web' | 'kiosk' }
  | { readonly list: SupportList['basis']; readonly signers: SupportList['signers'] }
  | { readonly note: string }
  | { readonly rate: SeededRating }
  | { readonly reopen: string });

export interface SeededRating {
  readonly level: RatingLevel;
  readonly reasons?: readonly RatingReason[];
  readonly words?: string;
}

/** What only the day of entering knows, anywhere in what a step states: a day, a topic or a round entered before, somebody of the staff. */
export type SeededReference = { readonly ago: SeededDay } | { readonly topic: string } | { readonly round: string } | { readonly person: string };
export const ref = (to: SeededReference): object => ({ ref: to });

/** A topic with its whole course. */
export interface SeededTopic {
  readonly key: string;
  readonly ago: SeededDay;
  readonly channel: TopicChannel;
  readonly content: TopicContent;
  readonly officer: string;
  readonly steps: readonly SeededTopicStep[];
}

/** A round by days counted in workdays before today, or after it when they are negative. */
export interface SeededRound {
  readonly key: string;
  readonly agencyId: string;
  readonly title: string;
  readonly intro: string;
  readonly opens: number;
  readonly closes: number;
  readonly answerWorkdays: number;
  readonly report?: { readonly ago: number; readonly text: string };
}

/** A rating of a window or of a disclosure, and what was done about a low one. */
export interface SeededSubjectRating extends SeededRating {
  readonly ago: SeededDay;
  readonly of: { readonly type: 'window'; readonly agencyId: string; readonly window: string } | { readonly type: 'disclosure'; readonly id: string };
  readonly done?: { readonly by: string; readonly ago: SeededDay; readonly result: string };
}

export interface SeededBoards {
  readonly settings: Readonly<Record<string, BoardSettings>>;
  readonly rounds: readonly SeededRound[];
  readonly topics: readonly SeededTopic[];
  readonly ratings: readonly SeededSubjectRating[];
}

/**
 * Enters boards as they would have come about, each round, topic and rating whole or not at all; as many of each as there are already
 * are passed over, so that a second call enters nothing, and one that was interrupted goes on.
 */
export async function saveBoards(database: Database, settings: Settings, boards: SeededBoards): Promise<void> {
  const today = dayInShanghai(database.now());
  const { calendar } = await loadCalendar(database.read);
  let day = today;
  // Offices in China open at nine.
  const store = openRequestStore({ ...database, now: () => (day === today ? database.now() : new Date(`${day}T09:00:00+08:00`)) }, settings);
  const at = (ago: SeededDay) => (day = dayAt(calendar, today, ago));
  const present = async (table: 'round' | 'topic') => (await database.read.selectFrom(table).select('id').orderBy('no').execute()).map(({ id }) => id);
  const ratedBefore = await ratingsBefore(database);

  for (const [agencyId, own] of Object.entries(boards.settings)) {
    await writingRequests(store, async ({ db }) => {
      const said = await db.selectFrom('board_settings').innerJoin('agency', 'agency.no', 'agency_no').select('agency_no').where('agency.id', '=', agencyId).executeTakeFirst();
      if (said === undefined) await keepBoardSettings(db, agencyId, own);
    });
  }
  const rounds = await present('round');
  for (const { agencyId, title, intro, opens, closes, answerWorkdays } of boards.rounds.slice(rounds.length)) {
    at(opens);
    rounds.push(await writingRequests(store, (w) => planRound(w, agencyId, {
      title, intro, opensOn: dayAt(calendar, today, opens), closesOn: dayAt(calendar, today, closes), answerBy: { workdays: answerWorkdays },
    })));
  }
  const topics = await present('topic');
  const idOf = (all: readonly { readonly key: string }[], ids: readonly string[], key: string): string => {
    const id = ids[all.findIndex((one) => one.key === key)];
    if (id === undefined) throw new Error(`The boards refer to "${key}", which was not entered before.`);
    return id;
  };
  const enterOne = async (w: RequestWriting, seeded: SeededTopic): Promise<string> => {
    at(seeded.ago);
    const officer = await personBy(w, seeded.officer);
    const ownHand = seeded.channel === 'web' || seeded.channel === 'kiosk';
    const writer = deviceHash(w, `${seeded.key} writer`);
    const { row } = await openTopic(w, { content: seeded.content, channel: seeded.channel, by: ownHand ? { role: 'resident' } : officer, ...(ownHand ? { writer } : {}) });
    if (ownHand) await addSupports(w, row.no, [writer], seeded.channel === 'web' ? 'web' : 'kiosk');
    for (const [index, step] of seeded.steps.entries()) {
      at(step.ago);
      await enter(w, row.id, step, { officer, name: `${seeded.key} ${index}`, resolve: async (to) => {
        if ('ago' in to) return dayAt(calendar, today, to.ago);
        if ('topic' in to) return idOf(boards.topics, topics, to.topic);
        return 'round' in to ? idOf(boards.rounds, rounds, to.round) : (await personBy(w, to.person)).person.id;
      } });
    }
    return row.id;
  };
  while (topics.length < boards.topics.length) {
    await writingRequests(store, async (w) => {
      for (const seeded of boards.topics.slice(topics.length, topics.length + ENTERED_TOGETHER)) topics.push(await enterOne(w, seeded));
    });
  }
  const rateOne = async (w: RequestWriting, index: number, { ago, of, done, ...said }: SeededSubjectRating): Promise<void> => {
    at(ago);
    const id = await rate(w, of, deviceHash(w, `rating ${index}`), { ...said, reasons: [...(said.reasons ?? [])] });
    if (done === undefined) return;
    at(done.ago);
    const task = await w.db.selectFrom('rating_task').innerJoin('rating', 'rating.no', 'rating_no').select('rating_task.id').where('rating.id', '=', id).executeTakeFirstOrThrow();
    await finishTask(w, task.id, (await personBy(w, done.by)).person, done.result);
  };
  for (let from = ratedBefore; from < boards.ratings.length; from += ENTERED_TOGETHER) {
    await writingRequests(store, async (w) => {
      for (const [index, rating] of boards.ratings.slice(from, from + ENTERED_TOGETHER).entries()) await rateOne(w, from + index, rating);
    });
  }
  for (const [index, { report }] of boards.rounds.entries()) {
    if (report === undefined) continue;
    await writingRequests(store, async (w) => {
      at(report.ago);
      const round = await loadRound(w, rounds[index] ?? '');
      if (round.reported_on === null) await publishReport(w, round, report.text);
    });
  }
}

interface Entering {
  readonly officer: Awaited<ReturnType<typeof personBy>>;
  /** Tells the devices of one step from those of another. */
  readonly name: string;
  readonly resolve: (to: SeededReference) => Promise<string>;
}

/** What is stated, with every reference in it replaced by what it stands for; lists hold none. */
async function resolved(value: unknown, resolve: Entering['resolve']): Promise<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('ref' in value) return resolve(value.ref as SeededReference);
  const parts: [string, unknown][] = [];
  for (const [name, part] of Object.entries(value)) parts.push([name, await resolved(part, resolve)]);
  return Object.fromEntries(parts);
}

async function enter(w: RequestWriting, id: string, step: SeededTopicStep, { officer, name, resolve }: Entering): Promise<void> {
  const topic = await loadTopic(w, { id });
  if ('take' in step) {
    const person = step.by === undefined ? officer.person : (await personBy(w, step.by)).person;
    await takeCommand({ w, topic, person }, step.take, (await resolved(step.stated ?? {}, resolve)) as StatedBody);
  } else if ('supports' in step) {
    const canonical = await canonicalOf(w.db, topic.row.no);
    await addSupports(w, canonical, Array.from({ length: step.supports }, (_, index) => deviceHash(w, `${name} ${index}`)), step.basis);
    await noteChange(w, [canonical]);
  } else if ('list' in step) {
    await keepList(w, id, { basis: step.list, on: dayInShanghai(w.now()), signers: step.signers }, officer.person);
  } else if ('note' in step) {
    await addTopicEntry(w, topic, { type: 'note', by: officer, said: { note: step.note } });
  } else if ('rate' in step) {
    await rate(w, { type: 'answer', id }, deviceHash(w, name), { ...step.rate, reasons: [...(step.rate.reasons ?? [])] });
  } else {
    await takeTopicStep(w, topic, { step: { type: 'reopen' }, by: { role: 'resident' }, said: { words: step.reopen } });
  }
}

/** How many ratings there are of anything but answers, which are entered with their topics. */
async function ratingsBefore({ read }: Database): Promise<number> {
  const { n } = await read.selectFrom('rating').select((count) => count.fn.countAll<number>().as('n')).where('type', '<>', 'answer').executeTakeFirstOrThrow();
  return Number(n);
}
