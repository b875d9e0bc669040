import { sql, type RawBuilder } from 'kysely';

/**
 * What rows are taken from, up to and with `where`: the hits of a search and their disclosures, or all disclosures by the index
 * that `read` names. The hits lead: SQLite keeps the order of a cross join, and streams them from the full-text index.
 */
export function candidates(hits?: RawBuilder<unknown>, read = sql`disclosure d`): RawBuilder<unknown> {
  return hits === undefined ? sql`${read} where` : sql`(${hits}) hits cross join disclosure d where d.no = hits.no and`;
}

/** The number to set limits on. */
export function numberIn(hits?: RawBuilder<unknown>): RawBuilder<unknown> {
  return hits === undefined ? sql`d.no` : sql`hits.no`;
}
