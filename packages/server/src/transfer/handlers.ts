import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { exportListing } from './export.ts';

export function transferHandlers(database: Database): HandlersOf<'exports.listing'> {
  return {
    'exports.listing': ({ query: { format, ...filters }, language }) => exportListing(database, { format, filters, language }),
  };
}
