import { normalise } from '@sunlit/search';
import type { Filing } from '../disclosures/cells.ts';

/** What the index knows of a disclosure or a topic. */
export interface IndexEntry {
  readonly no: number;
  readonly title: string;
  /** Document and index number: found like words of the title. */
  readonly numbers: readonly string[];
  readonly body: string;
  /** What a disclosure can be filtered by. */
  readonly filing?: Filing;
}

/** A title as `titleRank` of @sunlit/search compares it: without punctuation and the country's name before it. */
export function titleKey(title: string): string {
  return normalise(title).replace(/[^\p{L}\p{N}\p{M}]/gu, '').replace(/^中华人民共和国/, '');
}
