import type { Day, OpenTerm } from '@sunlit/contract';
import { addMonths, dayNumber } from './day.ts';

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The day on which something published on `publishedOn` needs attention next: a periodic figure its successor one period
 * later (at the end of a shorter month), a staged one its next stage, a temporary one its taking down. `undefined` when
 * nothing is due: long-term (长期公开), or a last stage.
 *
 * @throws RangeError for a malformed day.
 */
export function nextDue(openTerm: OpenTerm, publishedOn: Day): Day | undefined {
  dayNumber(publishedOn);
  switch (openTerm.term) {
    case 'long-term':
      return undefined;
    case 'periodic':
      return addMonths(publishedOn, months[openTerm.every]);
    case 'staged':
      return openTerm.nextOn;
    case 'temporary':
      return openTerm.until;
  }
}
