import { Type } from 'typebox';
import { DisclosureQuery } from './disclosures.ts';
import { operation } from './operation.ts';
import { closed } from './schema.ts';

/** A table for people, a table for spreadsheets, or every property of every row for programs. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const { sort: _sort, facets: _facets, cursor: _cursor, limit: _limit, ...filters } = DisclosureQuery.properties;

export const exportListing = operation({
  id: 'exports.listing',
  method: 'GET',
  path: '/v1/exports/disclosures',
  summary: 'All rows of a listing as one file, newest first',
  description: '`csv` and `xlsx` hold the catalogue (Reg. 12), with headers in the language of the caller; `jsonl` holds everything that is public of each disclosure, one to a line. The filters are those of `disclosures.list`.',
  access: { permission: 'exports.read', of: 'any' },
  recorded: true,
  query: closed({ format: Type.Enum(EXPORT_FORMATS), ...filters }),
  responses: { 200: Type.String({ format: 'binary' }) },
  media: 'application/octet-stream',
});
