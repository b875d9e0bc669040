import { sql, type RawBuilder } from 'kysely';
import type { DisclosureState } from '../database/tables.ts';

/*
 * What the public sees, decided here for every exit: rows, counts, facets, search, suggestions, feeds, chains, files. The
 * facet cells and the search index hold visible disclosures only (`publication.ts` keeps them so); everything that
 * reads the table of disclosures itself asks with `visible`.
 */
const visibleState: DisclosureState = 'published';

export function isVisible(state: DisclosureState): boolean {
  return state === visibleState;
}

/** The condition on a row of `disclosure` under the alias `d`. */
export const visible: RawBuilder<boolean> = sql<boolean>`d.state = ${sql.lit(visibleState)}`;
