import type { Day, RequestDeadline, RequestRemedy, RequestSettings } from '@sunlit/contract';
import { countWorkdays, isPast, type BranchState, type Calendar, type Deadline } from '@sunlit/rules';
import { remedySentence } from '../requests/letters/compose.ts';

/** From so many workdays before its end a period is amber (电子监察). */
const AMBER = 5;

/** A period with how much of it is left: of what has ended, as on the day it ended. */
export function shownDeadline(deadline: Deadline, calendar: Calendar, today: Day): RequestDeadline {
  const { policies, stated: _stated, ...shown } = deadline;
  const head = { ...shown, pause: policies.pause };
  if (head.stands !== 'running') return head as RequestDeadline;
  const { workdays } = countWorkdays(calendar, head.endedOn ?? today, head.due);
  // On a day off after its end, no workday has gone by yet, but the period has.
  const past = isPast(deadline, today);
  return { ...head, left: past ? Math.min(workdays, -1) : workdays, light: past ? 'red' : workdays <= AMBER ? 'amber' : 'green' } as RequestDeadline;
}

/** The way that is open, with the sentence that tells it. */
export function shownRemedy({ remedy }: BranchState, settings: RequestSettings | undefined): RequestRemedy | undefined {
  return remedy && { remedy: remedy.remedy, text: remedySentence(remedy.text as Parameters<typeof remedySentence>[0], settings?.remedies), article: remedy.article };
}
