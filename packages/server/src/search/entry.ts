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
