import type { DisclosureContent } from '@sunlit/contract';
import type { Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { searchEngine } from '../search/engine.ts';
import type { IndexEntry } from '../search/entry.ts';
import type { Filing } from './cells.ts';
import { searchableText } from './content.ts';
import { visible } from './visible.ts';

/** A disclosure as it now stands in the tables. */
export interface Entered {
  readonly row: Tables['disclosure'];
  readonly content: DisclosureContent;
  readonly filing: Filing;
}

/** Makes disclosures searchable. */
export async function index(w: Writing, entered: readonly Entered[]): Promise<void> {
  const entries = entered.map(({ row, content, filing }): IndexEntry => ({
    no: row.no, title: content.title, numbers: [content.docNo ?? '', row.index_no].filter(Boolean), body: searchableText(content), filing,
  }));
  // FTS5 writes out what it has gathered whenever a number is lower than the one before.
  entries.sort((a, b) => a.no - b.no);
  await searchEngine(w.engine).add(w, entries);
}

/** The same for disclosures whose content or filing was another before. */
export async function reindex(w: Writing, entered: readonly Entered[]): Promise<void> {
  for (const { row } of entered) await searchEngine(w.engine).remove(w, row.no);
  await index(w, entered);
}

/** The same for everything of an agency, when others stand above it now. */
export async function reindexAgency(w: Writing, agency: number, lineage: readonly number[]): Promise<void> {
  const together = 500;
  for (let after = -1; ; ) {
    const rows = await w.db.selectFrom('disclosure as d')
      .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
      .selectAll('d').select('r.content')
      .where('d.agency_no', '=', agency).where(visible).where('d.no', '>', after).orderBy('d.no').limit(together).execute();
    await reindex(w, rows.map(({ content, ...row }) => ({ row, content: JSON.parse(content) as DisclosureContent, filing: { ...row, lineage } })));
    const last = rows.at(-1);
    if (last === undefined || rows.length < together) return;
    after = last.no;
  }
}
