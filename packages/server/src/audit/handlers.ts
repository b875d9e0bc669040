import { Readable, pipeline, type Transform } from 'node:stream';
import { AuditEntry } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { allAudit, listAudit } from './read.ts';

export function auditHandlers(database: Database): HandlersOf<'audit.list' | 'audit.export'> {
  return {
    'audit.list': ({ actor, query }) => listAudit(database, actor, query),
    // What goes wrong later destroys what is sent.
    'audit.export': async ({ actor, query }) => pipeline(Readable.from(await allAudit(database, actor, query)), await csv(), () => undefined),
  };
}

/** RFC 4180, with a byte order mark for spreadsheets; what such a program would take for a formula begins with an apostrophe. */
async function csv(): Promise<Transform> {
  const { stringify } = await import('csv-stringify');
  return stringify({ header: true, bom: true, columns: Object.keys(AuditEntry.properties), escape_formulas: true, record_delimiter: 'windows' });
}
