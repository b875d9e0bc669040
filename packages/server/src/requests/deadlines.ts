import type { Day, RequestDeadline } from '@sunlit/contract';
import { countWorkdays, type BranchState, type Calendar, type Deadline } from '@sunlit/rules';

/** Amber from so many workdays before the end (电子监察). */
const AMBER = 5;

/** The periods of a branch as they are shown, with their proof. */
export function shownDeadlines({ deadlines }: BranchState, calendar: Calendar, today: Day): RequestDeadline[] {
  return deadlines.map((deadline) => shownDeadline(deadline, calendar, today));
}

/** Workdays left of a period that runs, and its light; of one that has ended, as on the day it did. */
export function leftOf({ due, endedOn }: { readonly due: Day; readonly endedOn?: Day }, calendar: Calendar, today: Day): { left: number; light: 'green' | 'amber' | 'red' } {
  const day = endedOn ?? today;
  const left = countWorkdays(calendar, day, due).workdays;
  return { left, light: due < day ? 'red' : left <= AMBER ? 'amber' : 'green' };
}

function shownDeadline(deadline: Deadline, calendar: Calendar, today: Day): RequestDeadline {
  const { id, term, binds, onSilence, trigger, length, unit, article, rollsOver, policies: { pause }, endedOn } = deadline;
  const head = { id, term, binds, onSilence, trigger, length, unit, article, ...(rollsOver === undefined ? {} : { rollsOver }), pause, ...(endedOn === undefined ? {} : { endedOn }) };
  if (deadline.stands === 'undelivered') return { stands: 'undelivered', ...head };
  const { from, provisional, calendarVersion, trail } = deadline;
  const counted = { from, provisional, calendarVersion, trail: [...trail] };
  if (deadline.stands === 'paused') return { stands: 'paused', ...head, ...counted, by: deadline.by, since: deadline.since, left: deadline.left };
  return { stands: 'running', ...head, ...counted, due: deadline.due, ...leftOf(deadline, calendar, today) };
}
