import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';

export function auditHandlers(_database: Database): HandlersOf<'audit.list'> {
  return { 'audit.list': () => Promise.reject(new Error('to be written')) };
}
