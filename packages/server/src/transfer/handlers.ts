import { IncomingMessage } from 'node:http';
import type { Database } from '../database/database.ts';
import type { Call, HandlersOf } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { exportListing } from './export.ts';
import { runImport } from './import-call.ts';

export function transferHandlers(database: Database, settings: Settings): HandlersOf<'exports.listing' | 'imports.preview' | 'imports.run'> {
  const run = ({ query: { agency, kind, name, system, mapping }, body, language }: Call<'imports.preview' | 'imports.run'>, reviewedBy: string | undefined) => {
    // Something else than bytes was sent, and read by what reads it.
    if (!(body instanceof IncomingMessage)) throw new ProblemError('unsupported-media-type');
    return runImport(database, settings, { agencyId: agency, kind, name, system, mapping, reviewedBy, body, language });
  };
  return {
    'exports.listing': ({ query: { format, ...filters }, language }) => exportListing(database, { format, filters, language }),
    'imports.preview': (call) => run(call, undefined),
    'imports.run': (call) => {
      const reviewedBy = call.query.reviewedBy.trim();
      if (reviewedBy === '') throw invalid({ pointer: '/query/reviewedBy', code: 'required', values: { name: 'reviewedBy' } });
      return run(call, reviewedBy);
    },
  };
}
