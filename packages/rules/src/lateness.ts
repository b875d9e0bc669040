import type { Day } from '@sunlit/contract';
import { isPast, stateOf, type ClockSetting } from './request-state.ts';
import type { RequestCommand, RequestEvent } from './request.ts';

/** A time for which an agency was late with a request, by the last day that held then. */
export interface RequestLateness {
  readonly branch: string;
  readonly term: 'confirmation' | 'reply';
  readonly due: Day;
  /** The day on which it was over: confirmed, answered, without object, or replaced by another period. */
  readonly doneOn?: Day;
}

/** Steps after which a reply is due on another day than before. */
const MOVES_REPLY: readonly RequestCommand[] = ['extend', 'delay', 'correct', 'pay'];

/**
 * Where an agency was late with a request, from its events alone. What was late once was late, also when a period began anew afterwards;
 * a calendar that moved the last day before it went by moved it in law.
 */
export function requestLateness(events: readonly RequestEvent[], setting: ClockSetting, today: Day): RequestLateness[] {
  const found = new Map<string, RequestLateness>();
  const look = (upTo: number, on: Day, moved: boolean) => {
    for (const { id: branch, deadlines } of stateOf(events.slice(0, upTo), setting).branches) {
      for (const deadline of deadlines) {
        const { term, endedOn } = deadline;
        if ((term !== 'reply' && term !== 'confirmation') || deadline.stands !== 'running' || !isPast(deadline, on)) continue;
        const doneOn = endedOn ?? (moved && events[upTo]?.branch === branch ? on : undefined);
        const key = `${branch} ${term} ${deadline.due}`;
        found.set(key, { branch, term, due: deadline.due, ...((found.get(key)?.doneOn ?? doneOn) && { doneOn: found.get(key)?.doneOn ?? doneOn }) });
      }
    }
  };
  events.forEach(({ type, on }, index) => {
    if (MOVES_REPLY.some((command) => command === type)) look(index, on, true);
  });
  look(events.length, today, false);
  return [...found.values()];
}
