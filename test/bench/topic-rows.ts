import { randomUUID } from 'node:crypto';
import type { TopicPhase, TopicPurpose } from '@sunlit/contract';
import type { TopicEvent } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { randomNumbers } from '../../demo/generate.ts';
import type { Writing } from '../../packages/server/src/database/database.ts';
import { insertRows } from '../../packages/server/src/database/insert.ts';
import type { Tables } from '../../packages/server/src/database/tables.ts';
import { searchEngine } from '../../packages/server/src/search/engine.ts';
import { SEED, vocabulary } from './load.ts';

/* Topics as rows, since a hundred thousand officers' steps would take an hour. */

const random = randomNumbers(SEED + 5);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
const ulid = monotonicFactory();

export const subjects = vocabulary.disclosures.flatMap(({ content }) => content.title.match(/\p{Script=Han}{4,}/gu) ?? []);
export const PHRASES: readonly ((subject: string, place: string) => string)[] = [
  (subject) => `请公布${subject}的明细`, (subject, place) => `${place}${subject}什么时候公开`, (subject) => `想知道${subject}的结果`, (subject, place) => `${place}的${subject}花了多少钱`,
  (subject) => `${subject}在哪里可以查到`, (subject) => `${subject}和去年的不一样，请更正`, (subject, place) => `${subject}为什么没有${place}`,
];
export const PLACES = ['东街', '西街', '柳树巷', '新村', '河沿', '学校门口', '菜市场', '三组', '五组', '老街口'] as const;
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** How many of a hundred stand where; of those that wait, a fifth is late. */
const PHASES: readonly (readonly [TopicPhase, number])[] = [['rated', 40], ['published', 42], ['declined', 4], ['merged', 4], ['open', 3], ['assigned', 2], ['claimed', 2], ['answered', 1], ['submitted', 1], ['returned', 1]];
const phases = PHASES.flatMap(([phase, share]) => Array.from({ length: share }, () => phase));

type Event = Tables['topic_event'];

interface Made {
  readonly row: Tables['topic'];
  readonly events: readonly Event[];
}

/** One of so many, oldest first. */
export function makeTopic(no: number, rows: number, agencies: readonly { no: number; id: string; position: number }[], categories: readonly string[]): Made {
  const phase = pick(phases);
  const ago = Math.round(((rows - no) / rows) * 1500);
  // A few boards have most of it, as in life, and one topic of ten is another agency's matter.
  const board = agencies[Math.floor(random() ** 2 * agencies.length)] ?? agencies[0];
  const agency = random() < 0.1 ? pick(agencies) : board;
  if (board === undefined || agency === undefined) throw new Error('There is no agency.');
  const purpose: TopicPurpose = pick(['disclose', 'disclose', 'disclose', 'ask', 'correct']);
  const title = pick(PHRASES)(pick(subjects), pick(PLACES)).slice(0, 100);
  const approved = phase !== 'submitted' && phase !== 'returned';
  const waits = phase === 'open' || phase === 'assigned' || phase === 'claimed' || phase === 'answered';
  const due = waits ? { term: phase === 'open' || phase === 'assigned' ? 'claim' as const : 'answer' as const, from: day(10), due: random() < 0.2 ? day(3) : day(-7), workdays: 10, provisional: false } : undefined;
  const web = Math.floor(-Math.log(1 - random()) * 12);
  const at = new Date(Date.now() - ago * 86_400_000).toISOString();
  const row = {
    no, id: ulid(Date.parse(at)), topic_no: `${day(ago).replaceAll('-', '')}-${String(no).padStart(6, '0')}`, board_no: board.no, agency_no: agency.no, board_position: board.position, agency_position: agency.position,
    purpose, channel: 'web', title: approved ? title : null, text: approved ? `${title}。${pick(subjects)}也请一起说明。` : null, place: random() < 0.3 && approved ? pick(PLACES) : null, category_id: random() < 0.5 ? pick(categories) : null,
    disclosure_no: null, phase, outcome: phase === 'rated' || phase === 'published' ? pick(['disclosed', 'explained', 'already-public'] as const) : null, round_no: null,
    merged_into_no: null, approved: approved ? 1 : 0, key_id: null, wrapped_key: null, written: null, erased_on: ago > 300 ? day(ago - 300) : null, writer_hash: randomUUID(), handler_id: null, terms: '{"review":2,"claim":5,"answer":10}',
    submitted_at: at, submitted_on: day(ago), answered_on: phase === 'rated' || phase === 'published' ? day(Math.max(0, ago - 9)) : null, ended_on: waits || phase === 'submitted' ? null : day(Math.max(0, ago - 9)),
    due_on: due?.due ?? null, due_term: due?.term ?? null, due: due === undefined ? null : JSON.stringify(due), claims: waits ? 0 : 1, claims_in_time: waits ? 0 : 1, answers: waits ? 0 : 1, answers_in_time: waits ? 0 : upTo(2),
    reopened: 0, version: 2, updated_at: at, supports: web + 1, web: web + 1, kiosk: 0, counter: 0, paper: 0, hotline: 0,
  } satisfies Tables['topic'] | object as unknown as Tables['topic'];
  const entry = (n: number, { on, by: _, ...step }: TopicEvent): Event => ({
    topic_no: no, n, at, type: step.type, on_day: on, role: n === 1 ? 'resident' : 'system', person_id: null, person_name: null, person_post: null, step: JSON.stringify(step), public_words: null, said: null,
  });
  const by = { role: 'system' } as const;
  return { row, events: [entry(1, { type: 'submit', purpose, channel: 'web', board: board.id, on: day(ago), by }), ...(approved ? [entry(2, { type: 'approve', on: day(ago), by })] : [])] };
}

export async function enterTopics(w: Writing, made: readonly Made[]): Promise<void> {
  await insertRows(w, 'topic', made.map(({ row }) => row));
  await insertRows(w, 'topic_event', made.flatMap(({ events }) => events));
  const shown = made.filter(({ row }) => row.approved === 1);
  await searchEngine(w.engine, 'topics').add(w, shown.map(({ row }) => ({ no: Number(row.no), title: row.title ?? '', numbers: [row.topic_no], body: `${row.text ?? ''}\n${row.place ?? ''}` })));
}

