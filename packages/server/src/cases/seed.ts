import type { CaseCommand, Day, RequestContent } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai, dayKind, silencesDue, type Calendar } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { keepFile } from '../requests/files.ts';
import { openRequest, type NewRequest } from '../requests/open.ts';
import { loadRequest } from '../requests/record.ts';
import { openRequestStore, writingRequests, type RequestWriting } from '../requests/store.ts';
import { addEntry, takeStep } from '../requests/take.ts';
import type { Settings } from '../settings.ts';
import { caseIn } from './record.ts';
import { takeCommand, type StatedBody } from './steps.ts';

/** A step of a request that is entered whole, so many workdays before today. */
export type SeededStep = { readonly ago: number } & (
  | { readonly take: CaseCommand; readonly stated?: Readonly<Record<string, unknown>>; readonly branch?: string; readonly by?: string }
  | { readonly release: { readonly name: string; readonly text: string } }
  | { readonly urge: string; readonly by: string });

/** A request that is entered with its whole course, by the usernames of the officers who worked it. */
export interface SeededRequest {
  readonly ago: number;
  readonly channel: NewRequest['channel'];
  readonly content: RequestContent;
  readonly officer: string;
  readonly steps: readonly SeededStep[];
}

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
  for (const seeded of requests.slice(Number(present))) {
    await writingRequests(store, async (w) => {
      day = workdaysBefore(calendar, today, seeded.ago);
      const officer = await personBy(w, seeded.officer);
      const filed = seeded.channel === 'online' || seeded.channel === 'kiosk';
      const id = await openRequest(w, { content: seeded.content, channel: seeded.channel, by: filed ? { role: 'applicant' } : officer });
      for (const step of seeded.steps) {
        day = workdaysBefore(calendar, today, step.ago);
        await takeSilences(w, id, day);
        await enter(w, id, step, officer);
      }
      day = today;
      await takeSilences(w, id, day);
    });
  }
}

type Person = Awaited<ReturnType<typeof personBy>>;

async function enter(w: RequestWriting, id: string, step: SeededStep, officer: Person): Promise<void> {
  const request = await loadRequest(w, { id });
  const branch = 'branch' in step ? (step.branch ?? 'main') : 'main';
  const found = caseIn(request, request.cases.find((one) => one.branch === branch)?.id ?? '');
  if ('urge' in step) {
    await addEntry(w, request, { branch, type: 'urging', by: await personBy(w, step.by), texts: { text: step.urge } });
  } else if ('release' in step) {
    const file = await keepFile(w, request, { bytes: new TextEncoder().encode(step.release.text), name: step.release.name, mediaType: 'text/plain', purpose: 'release', caseNo: found.row.no, by: officer });
    await addEntry(w, request, { branch, type: 'file', by: officer, entry: { file: file.id } });
  } else {
    const by = step.by === undefined ? officer : await personBy(w, step.by);
    await takeCommand(w, found, step.take, { ...step.stated, ...(step.take === 'assign' ? { handler: by.person.id } : {}) } as StatedBody, by);
  }
}

/** What the clock would have recorded by then. */
async function takeSilences(w: RequestWriting, id: string, day: Day): Promise<void> {
  for (;;) {
    const request = await loadRequest(w, { id });
    const [due] = silencesDue(request.state, day);
    if (due === undefined) return;
    const { on, by: _by, branch, ...step } = due;
    await takeStep(w, request, { branch, step: step, on, by: { role: 'system' } });
  }
}

/** Somebody of the staff by their username, as they go on record. */
export async function personBy({ db }: RequestWriting, username: string): Promise<{ readonly role: 'agency'; readonly person: { readonly id: string; readonly name: string; readonly post: string } }> {
  const person = await db.selectFrom('person').select(['id', 'name', 'post']).where('username', '=', username).executeTakeFirstOrThrow(() => new Error(`Nobody of the staff is "${username}".`));
  return { role: 'agency', person };
}

/** The workday so many workdays before a day; of 0, the day itself. */
export function workdaysBefore(calendar: Calendar, day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addCalendarDays(found, -1);
    if (dayKind(calendar, found).workday) left -= 1;
  }
  return found;
}
