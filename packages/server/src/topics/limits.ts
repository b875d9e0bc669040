import type { Database } from '../database/database.ts';
import type { Settings } from '../settings.ts';
import { LIMITS, countAttempt, refuseGuesser } from '../staff/attempts.ts';

/** How often one may write on boards and support topics in a quarter of an hour. */
export interface BoardLimits {
  /** Counts one more. @throws ProblemError 429 with `Retry-After`. */
  count(address: string, device: string): Promise<void>;
}

/** Behind an address there may be a whole village; a device is one hand, and a screen in a hall is another device for each visit. */
export function boardLimits(database: Database, { boardLimit }: Pick<Settings, 'boardLimit'>): BoardLimits {
  const limits = { ...LIMITS, board: boardLimit, device: Math.ceil(boardLimit / 5) };
  return {
    async count(address, device) {
      const by = { board: address, device };
      // Who has come too often costs a look, and no write.
      await refuseGuesser(database, by, limits);
      await countAttempt(database, by, limits);
    },
  };
}
