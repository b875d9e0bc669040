import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { annualDraft, annualFigures } from './annual.ts';
import { listCountedCases } from './cases.ts';
import { closeYear, enterFigures } from './closing.ts';
import { getDisclosureFigures } from './disclosed.ts';
import { getFreshness } from './freshness.ts';
import { getOpenTable, getOpenTables } from './open-data.ts';
import { getOverview } from './overview.ts';

type StatisticOperation = 'statistics.annual' | 'statistics.draft' | 'statistics.enter' | 'statistics.close' | 'statistics.cases' | 'statistics.overview' | 'statistics.disclosures' | 'statistics.freshness' | 'statistics.package' | 'statistics.table';

/** Figures for everybody, counted from what happened; those of annual reports are closed, and corrected in the open. */
export function statisticHandlers(database: Database): HandlersOf<StatisticOperation> {
  return {
    'statistics.overview': ({ query }) => getOverview(database, query),
    'statistics.disclosures': ({ query }) => getDisclosureFigures(database, query),
    'statistics.freshness': ({ query }) => getFreshness(database, query),
    'statistics.package': (call) => getOpenTables(database, call),
    'statistics.table': (call) => getOpenTable(database, call),
    'statistics.annual': ({ query }) => annualFigures(database, query),
    'statistics.draft': ({ params: { id, year } }) => annualDraft(database.read, { id, year }),
    'statistics.enter': (call) => enterFigures(database, call),
    'statistics.close': (call) => closeYear(database, call),
    'statistics.cases': ({ query }) => listCountedCases(database, query),
  };
}
