import { isSunlitError, type OwnTopic, type TopicsClient } from '@sunlit/client/topics';
import type { Memory } from './memory.ts';

/** What this device wrote and supports, as far as it is known without the server. */
export interface KnownOwn {
  readonly own: readonly OwnTopic[];
  readonly asOf: string;
}

/** Whether nobody was reached, or nobody who could say. */
export function isUnreached(error: unknown): boolean {
  return isSunlitError(error) && ((error.status ?? 500) >= 500 || error.code === 'unexpected-answer');
}

/**
 * What the server said last of the topics of this device, and what a copy of the board says of them since. Undefined where there is
 * nothing of either: then only the server can say. What is not public stands as it was.
 */
export async function knownOwn({ known, relations }: Pick<Memory, 'known' | 'relations'>, { topics }: TopicsClient, signal: AbortSignal): Promise<KnownOwn | undefined> {
  const said = new Map(known?.own.map((one) => [one.id, one]));
  let asOf = known?.asOf;
  const own = await Promise.all([...relations].reverse().map(async ([id, relation]): Promise<OwnTopic[]> => {
    const last = said.get(id);
    try {
      const topic = await topics.get(id, { signal, onSource: (source) => {
        if (source.from === 'cache' && source.because === 'offline' && (asOf === undefined || source.storedAt < asOf)) asOf = source.storedAt;
      } });
      return [{ id, no: topic.no, phase: topic.phase, relation, topic }];
    } catch (error) {
      if (signal.aborted) throw error;
      return last ? [last] : [];
    }
  }));
  const found = own.flat();
  return found.length === 0 || asOf === undefined ? undefined : { own: found, asOf };
}
