import type { Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import type { Tables } from '../database/tables.ts';

/** What of a disclosure can be counted. */
export type Filing = Pick<Tables['disclosure'], 'category_id' | 'kind' | 'validity' | 'open_term' | 'published_on'> & {
  /** The agency, then the agencies above it up to the top. */
  readonly lineage: readonly number[];
};

/** `agency_no` of the cells that count everything. */
export const WHOLE = 0;

/** `category_id` of the cells that count every category: most questions name none, and these are far fewer. */
export const ANY_CATEGORY = '';

type Cell = Tables['facet_cell'];

/** Moves disclosures between cells: each filing counts `n` more (or, below zero, fewer) in every cell that it belongs to. */
export async function count(w: Writing, filings: readonly { readonly filing: Filing; readonly n: 1 | -1 }[]): Promise<void> {
  const cells = new Map<string, Cell>();
  for (const { filing, n } of filings) {
    for (const cell of cellsOf(filing)) {
      const key = Object.values(cell).join(' ');
      const known = cells.get(key);
      if (known) known.n += n;
      else cells.set(key, { ...cell, n });
    }
  }
  const changed = [...cells.values()].filter(({ n }) => n !== 0);
  await insertRows(w, 'facet_cell', changed,
    'on conflict (agency_no, own, category_id, kind, year, validity, open_term) do update set n = facet_cell.n + excluded.n');
}

function cellsOf({ lineage, published_on, category_id, kind, validity, open_term }: Filing): Omit<Cell, 'n'>[] {
  const rest = { kind, year: Number(published_on.slice(0, 4)), validity, open_term };
  return [category_id, ANY_CATEGORY].flatMap((category) => [
    ...lineage.slice(0, 1).map((agency_no) => ({ agency_no, own: 1, category_id: category, ...rest })),
    ...[...lineage, WHOLE].map((agency_no) => ({ agency_no, own: 0, category_id: category, ...rest })),
  ]);
}
