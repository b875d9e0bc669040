import type { Day, DaysLeft, NoticeState, SeatRole, SeatSelection } from '@sunlit/contract';
import type { Calendar } from './calendar.ts';
import { addCalendarDays, dayNumber } from './day.ts';
import { countWorkdays } from './workdays.ts';

/*
 * Public notices (公示) and hearings (听证). A notice is open on its first and its last day and all between; what is said until a day is
 * taken up to its end, as of every period (domain.md C1).
 */

/** Where it stands today. Without a first day, which is a hearing whose day is not set, it is still to come. */
export function noticeState({ from, to = from }: { readonly from?: Day | undefined; readonly to?: Day | undefined }, today: Day): NoticeState {
  if (from === undefined || today < from) return 'coming';
  return to !== undefined && to < today ? 'over' : 'open';
}

/** Calendar days and workdays from today to a last day, both counted; none once it is over. */
export function daysLeft(calendar: Calendar, today: Day, last: Day): DaysLeft {
  if (last < today) return { days: 0, workdays: 0 };
  // `countWorkdays` leaves its first day out.
  return { days: dayNumber(last) - dayNumber(today) + 1, workdays: countWorkdays(calendar, addCalendarDays(today, -1), last).workdays };
}

/** Who wants a seat at a hearing, in the order they came. */
export interface SeatWanted {
  readonly id: string;
  readonly role: SeatRole;
}

/** The registrations of one role that were chosen. `last` is the largest hash among them, when lots were drawn. */
export interface SeatsGiven {
  readonly role: SeatRole;
  readonly registered: number;
  readonly chosen: readonly string[];
  readonly last?: string;
}

/**
 * Gives the seats of a hearing by the rule that was published. Lots are nobody's choice: each registration is known by the SHA-256 of the
 * seed followed by its id, in hexadecimal, and the smallest are chosen, so that whoever has the seed and ids comes to the same.
 *
 * @param sha256 of a text in UTF-8, in lower-case hexadecimal.
 * @throws RangeError when lots are to be drawn without a seed.
 */
export function giveSeats(
  wanted: readonly SeatWanted[], seats: Readonly<Record<SeatRole, number>>, { way }: Pick<SeatSelection, 'way'>, seed: string | undefined, sha256: (text: string) => string,
): SeatsGiven[] {
  if (way === 'lot' && !seed) throw new RangeError('Lots are drawn by a seed.');
  return (['presenter', 'observer'] as const).map((role) => {
    const ids = wanted.filter((one) => one.role === role).map(({ id }) => id);
    if (way === 'order') return { role, registered: ids.length, chosen: ids.slice(0, seats[role]) };
    const lots = ids.map((id) => ({ id, hash: sha256(`${seed}${id}`) })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const chosen = lots.slice(0, seats[role]);
    const last = chosen.at(-1)?.hash;
    return { role, registered: ids.length, chosen: chosen.map(({ id }) => id), ...(last === undefined ? {} : { last }) };
  });
}
