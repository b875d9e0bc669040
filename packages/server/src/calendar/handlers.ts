import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import type { RequestStore } from '../requests/store.ts';
import { listLoads, loadYear, previewCalendar } from './load.ts';

export function calendarHandlers(database: Database, requests: RequestStore): HandlersOf<'calendar.preview' | 'calendar.load' | 'calendar.history'> {
  return {
    'calendar.preview': (call) => previewCalendar(database, call),
    'calendar.load': (call) => loadYear(requests, call),
    'calendar.history': (call) => listLoads(database, call),
  };
}
