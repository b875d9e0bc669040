import type { CaseCommand, Day, RequestContent } from '@sunlit/contract';
import { addCalendarDays, addWorkdays, dayInShanghai, dayKind, silencesDue, type Calendar } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { keepFile } from '../requests/files.ts';
import { openRequest, type NewRequest } from '../requests/open.ts';
import { loadRequest, type RequestOnRecord } from '../requests/record.ts';
import { openRequestStore, writingRequests, type RequestWriting } from '../requests/store.ts';
import { addEntry, takeStep } from '../requests/take.ts';
import type { Settings } from '../settings.ts';
import { caseIn } from './record.ts';
import { takeCommand, type StatedBody } from './steps.ts';

/** When something happened: so many workdays before the day on which it is entered, or on that very day. */
export type SeededDay = number | Day;

/** A step of a request that is entered whole. */
export type SeededStep = { readonly ago: SeededDay } & (
  | { readonly take: CaseCommand; readonly stated?: Readonly<Record<string, unknown>>; readonly branch?: string; readonly by?: string }
  | { readonly release: { readonly name: string; readonly text: string } }
  | { readonly urge: string; readonly by: string });

/** A request that is entered with its whole course, by the usernames of the officers who worked it. */
export interface SeededRequest {
  readonly ago: SeededDay;
  readonly channel: NewRequest['channel'];
  readonly content: RequestContent;
  readonly officer: string;
  readonly steps: readonly SeededStep[];
}

/** So many are entered in one transaction: each is whole or not there at all, and a disk need not be waited for after each. */
export const ENTERED_TOGETHER = 40;

/**
 * Enters requests as they would have happened, each whole or not at all; as many as there are already are passed over, so that a
 * second call enters nothing, and one that was interrupted goes on.
 */
export async function saveRequests(database: Database, settings: Settings, requests: readonly SeededRequest[]): Promise<void> {
  const today = dayInShanghai(database.now());
  const { calendar } = await loadCalendar(database.read);
  const { n: present } = await database.read.selectFrom('request').select((count) => count.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  let day = today;
  // Offices in China open at nine.
  const store = openRequestStore({ ...database, now: () => (day === today ? database.now() : new Date(`${day}T09:00:00+08:00`)) }, settings);
  const enterOne = async (w: RequestWriting, seeded: SeededRequest) => {
    day = dayAt(calendar, today, seeded.ago);
    const officer = await personBy(w, seeded.officer);
    const filed = seeded.channel === 'online' || seeded.channel === 'kiosk';
    let request = await loadRequest(w, { id: await openRequest(w, { content: seeded.content, channel: seeded.channel, by: filed ? { role: 'applicant' } : officer }) });
    for (const step of seeded.steps) {
      day = dayAt(calendar, today, step.ago);
      request = await enter(w, await takeSilences(w, request, day), step, officer);
    }
    day = today;
    await takeSilences(w, request, day);
  };
  for (let from = Number(present); from < requests.length; from += ENTERED_TOGETHER) {
    await writingRequests(store, async (w) => {
      for (const seeded of requests.slice(from, from + ENTERED_TOGETHER)) await enterOne(w, seeded);
    });
  }
}

type Person = Awaited<ReturnType<typeof personBy>>;

async function enter(w: RequestWriting, request: RequestOnRecord, step: SeededStep, officer: Person): Promise<RequestOnRecord> {
  const branch = 'branch' in step ? (step.branch ?? 'main') : 'main';
  const found = caseIn(request, request.cases.find((one) => one.branch === branch)?.id ?? '');
  if ('urge' in step) return addEntry(w, request, { branch, type: 'urging', by: await personBy(w, step.by), texts: { text: step.urge } });
  if ('release' in step) {
    const file = await keepFile(w, request, { bytes: new TextEncoder().encode(step.release.text), name: step.release.name, mediaType: 'text/plain', purpose: 'release', caseNo: found.row.no, by: officer });
    return addEntry(w, request, { branch, type: 'file', by: officer, entry: { file: file.id } });
  }
  const by = step.by === undefined ? officer : await personBy(w, step.by);
  return takeCommand(w, found, step.take, { ...step.stated, ...(step.take === 'assign' ? { handler: by.person.id } : {}) } as StatedBody, by);
}

/** What the clock would have recorded by then. */
async function takeSilences(w: RequestWriting, before: RequestOnRecord, day: Day): Promise<RequestOnRecord> {
  for (let request = before; ; ) {
    const [due] = silencesDue(request.state, day);
    if (due === undefined) return request;
    const { on, by: _by, branch, ...step } = due;
    request = await takeStep(w, request, { branch, step: step, on, by: { role: 'system' } });
  }
}

/** Somebody of the staff by their username, as they go on record. */
export async function personBy({ db }: Pick<RequestWriting, 'db'>, username: string): Promise<{ readonly role: 'agency'; readonly person: { readonly id: string; readonly name: string; readonly post: string } }> {
  const person = await db.selectFrom('person').select(['id', 'name', 'post']).where('username', '=', username).executeTakeFirstOrThrow(() => new Error(`Nobody of the staff is "${username}".`));
  return { role: 'agency', person };
}

/** The workday so many workdays before today, or after it when they are negative; of 0, the day itself. */
export function dayAt(calendar: Calendar, today: Day, ago: SeededDay): Day {
  if (typeof ago === 'string') return ago;
  if (ago < 0) return addWorkdays(calendar, today, -ago).due;
  let found = today;
  for (let left = ago; left > 0; ) {
    found = addCalendarDays(found, -1);
    if (dayKind(calendar, found).workday) left -= 1;
  }
  return found;
}
