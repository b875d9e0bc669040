import type { Draft } from './desk-contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';

/** `changed-meanwhile`: somebody else saved first, and nothing of this call was stored. */
export class ChangedMeanwhileError<Current = Draft> extends SunlitError {
  /** The record as it now stands, to compare with what was sent. */
  readonly current: Current;

  constructor(from: SunlitError, current: Current) {
    super(from.code, from.message, from);
    this.current = current;
  }
}

/**
 * Whether a caught value says that somebody else saved first, and brings what they saved.
 *
 * @example
 * ```ts
 * import { createDeskClient, isChangedMeanwhile, type DraftChange } from '@sunlit/client/desk';
 *
 * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
 * export async function save(id: string, change: DraftChange): Promise<void> {
 *   try {
 *     await client.drafts.save(id, change);
 *   } catch (error) {
 *     if (!isChangedMeanwhile(error)) throw error;
 *     console.log('Mine', change.content, 'theirs', error.current.content);
 *   }
 * }
 * ```
 */
export function isChangedMeanwhile<Current = Draft>(value: unknown): value is ChangedMeanwhileError<Current> {
  return isSunlitError(value) && value.code === 'changed-meanwhile' && 'current' in value;
}
