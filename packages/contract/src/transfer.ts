import { Type, type Static } from 'typebox';
import { Attachment, DisclosureQuery } from './disclosures.ts';
import { DISCLOSURE_KINDS } from './kinds.ts';
import { operation } from './operation.ts';
import { AgencyId, FieldError, Line, Sha256, closed } from './schema.ts';

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

/** Where the mapping of an import comes from: from the caller, from the last import of such a file, or from the names of the columns. */
export const IMPORT_MAPPINGS = ['given', 'remembered', 'guessed'] as const;
export type ImportMapping = (typeof IMPORT_MAPPINGS)[number];

/** What a column can be for one kind: a path into what is published, and how tables head it. */
export const ImportField = closed(
  {
    path: Type.String(),
    label: Type.String(),
    required: Type.Boolean(),
    values: Type.Optional(Type.Array(closed({ value: Type.String(), label: Type.String() }), { description: 'All there are, where it is a choice.' })),
  },
  { title: 'ImportField' },
);
export type ImportField = Static<typeof ImportField>;

/** A column of the file, with what stands in its first rows. */
export const ImportColumn = closed(
  {
    header: Type.String(),
    samples: Type.Array(Type.String()),
    paths: Type.Array(Type.String(), { description: 'What it was taken for; nothing when it is left out.' }),
    guess: Type.Optional(Type.String({ description: 'What its name alone says.' })),
  },
  { title: 'ImportColumn' },
);
export type ImportColumn = Static<typeof ImportColumn>;

export const BadCell = closed(
  {
    row: Type.Integer({ minimum: 1, description: 'As a spreadsheet numbers it.' }),
    column: Type.String({ description: 'A header of the file, the name of what no column has, or empty for the row as a whole.' }),
    code: Type.String(),
    detail: Type.String({ description: 'The reason in the language of the caller.' }),
  },
  { title: 'BadCell' },
);
export type BadCell = Static<typeof BadCell>;

const rows = Type.Integer({ minimum: 0 });

/** What an import did or would do. With one bad row, or a problem with the mapping, nothing was imported. */
export const ImportReport = closed(
  {
    imported: Type.Boolean({ description: 'Whether it is done. Never of a preview.' }),
    name: Attachment.properties.name,
    size: Type.Integer({ minimum: 0 }),
    sha256: Sha256,
    mapping: Type.Enum(IMPORT_MAPPINGS),
    columns: Type.Array(ImportColumn),
    constants: Type.Record(Type.String(), Type.Unknown()),
    fields: Type.Array(ImportField),
    problem: Type.Optional(FieldError),
    counts: Type.Optional(closed({ rows, bad: rows, published: rows, amended: rows, unchanged: rows, withdrawn: rows }, {
      description: '`bad`: rows that cannot be imported. `withdrawn`: changed in the source, but withdrawn here, so left alone. Absent with a `problem`.',
    })),
    bad: Type.Array(BadCell, { description: 'What is wrong, by row; of very many the first 2,000.' }),
    badCells: Type.Integer({ minimum: 0, description: 'How many there are in all.' }),
  },
  { title: 'ImportReport' },
);
export type ImportReport = Static<typeof ImportReport>;

const importing = {
  agency: AgencyId,
  kind: Type.Enum(DISCLOSURE_KINDS),
  name: Attachment.properties.name,
  system: Type.Optional(Line(60)),
  mapping: Type.Optional(Type.String({ maxLength: 20_000, description: 'JSON: `{"columns": {"文号": "docNo", "栏目": null}, "constants": {"fields.genre": "通知"}}`. Of columns it does not name, the header decides.' })),
};
const sheet = {
  method: 'POST',
  access: { permission: 'imports.write', of: 'query' },
  body: Type.String({ format: 'binary' }),
  bodyMedia: 'application/octet-stream',
  responses: { 200: ImportReport },
} as const;

export const previewImport = operation({
  ...sheet,
  id: 'imports.preview',
  path: '/v1/imports/preview',
  summary: 'Read and judge a file of disclosures published elsewhere, and import nothing',
  description:
    'The file is the body: CSV, XLSX, JSON or JSON Lines, as its content says. Without `mapping`, what was used the last time for the same columns is used again, else what ' +
    'their names say. `system` names the source whose ids stand in the column `sourceId`.',
  query: closed(importing),
});

export const runImport = operation({
  ...sheet,
  id: 'imports.run',
  path: '/v1/imports',
  summary: 'Publish what a file says: all of its rows, or none',
  description:
    'As `imports.preview`, and then published in one transaction. A row imported before becomes an amendment when it changed, so a call may be repeated without a key: the same ' +
    'rows again change nothing. `reviewedBy` is the post of who did the secrecy review (Reg. 17) of what the file says; it goes on record with the file’s name and SHA-256.',
  query: closed({ ...importing, reviewedBy: Line(100) }),
});
