import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { annualDraft, annualFigures } from './annual.ts';
import { listCountedCases } from './cases.ts';
import { closeYear, enterFigures } from './closing.ts';

type StatisticOperation = 'statistics.annual' | 'statistics.draft' | 'statistics.enter' | 'statistics.close' | 'statistics.cases';

/** The figures of annual reports: counted from what happened, closed, corrected in the open. */
export function statisticHandlers(database: Database): HandlersOf<StatisticOperation> {
  return {
    'statistics.annual': ({ query }) => annualFigures(database, query),
    'statistics.draft': ({ params: { id, year } }) => annualDraft(database.read, { id, year }),
    'statistics.enter': (call) => enterFigures(database, call),
    'statistics.close': (call) => closeYear(database, call),
    'statistics.cases': ({ query }) => listCountedCases(database, query),
  };
}
