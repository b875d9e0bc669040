import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { listLoads, loadYear, previewCalendar } from './load.ts';

export function calendarHandlers(database: Database): HandlersOf<'calendar.preview' | 'calendar.load' | 'calendar.history'> {
  return {
    'calendar.preview': (call) => previewCalendar(database, call),
    'calendar.load': (call) => loadYear(database, call),
    'calendar.history': (call) => listLoads(database, call),
  };
}
