import { OPEN_TABLES, type Answer, type OpenFormat, type OpenTable, type Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Database } from '../database/database.ts';
import type { Call } from '../handlers.ts';
import { translate } from '../language.ts';
import type { Download } from '../sending.ts';
import { EXPORT_MEDIA, guarded } from '../transfer/export.ts';
import { KEPT_BACK, TABLES, type OpenRow } from './open-tables.ts';
import { askedOf } from './tree.ts';

/** The tables there are, as a Frictionless Data Package (https://specs.frictionlessdata.io/tabular-data-package/). Field names are the same in every language. */
export async function getOpenTables({ read, now }: Database, { query, language, baseUrl }: Call<'statistics.package'>): Promise<Answer<Operations['statistics.package']>> {
  const { agency } = await askedOf(read, query.agency);
  const year = query.year ?? Number(dayInShanghai(now()).slice(0, 4));
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) => translate(language, `figures:${key}`, values);
  const place = new URLSearchParams({ ...(agency && { agency: agency.id }), year: String(year), format: 'csv' }).toString();
  return {
    profile: 'tabular-data-package',
    name: `sunlit-${agency?.id ?? 'all'}-${year}`.toLowerCase(),
    title: say('package', { agency: agency?.name ?? say('everything'), year }),
    created: now().toISOString(),
    resources: OPEN_TABLES.map((name) => ({
      profile: 'tabular-data-resource', name, title: say(`table.${name}.title`), description: say(`table.${name}.description`), path: `${baseUrl}/v1/open-data/${name}?${place}`,
      format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
      schema: {
        fields: Object.entries(TABLES[name].fields).map(([field, type]) => ({ name: field, type, title: say(`field.${field}`), ...(KEPT_BACK.has(field) && { description: say('few') }) })),
        primaryKey: [...TABLES[name].key],
      },
    })),
  };
}

/** One of them as a file, with the names of its fields above. @throws ProblemError for an unknown agency. */
export async function getOpenTable(database: Database, { params: { table }, query: { format = 'csv', ...place } }: Call<'statistics.table'>): Promise<Download> {
  const rows = await TABLES[table].rows(database, place);
  const name = ['sunlit', table, place.agency, place.year].filter((part) => part !== undefined).join('-');
  return { name: `${name}.${format}`, mediaType: MEDIA[format], bytes: await WRITE[format](Object.keys(TABLES[table].fields), rows, table) };
}

const MEDIA: Readonly<Record<OpenFormat, string>> = { csv: EXPORT_MEDIA.csv, json: 'application/json; charset=utf-8', xlsx: EXPORT_MEDIA.xlsx };

const cellsOf = (fields: readonly string[], row: OpenRow) => fields.map((field) => guarded(row[field] ?? ''));

const WRITE: Readonly<Record<OpenFormat, (fields: readonly string[], rows: readonly OpenRow[], table: OpenTable) => Promise<Buffer>>> = {
  // As of the directory: with a byte order mark, without which Excel reads UTF-8 as another encoding.
  csv: async (fields, rows) => {
    const { stringify } = await import('csv-stringify/sync');
    return Buffer.from(stringify([fields, ...rows.map((row) => cellsOf(fields, row))], { bom: true, record_delimiter: 'windows' }));
  },
  json: (fields, rows) => Promise.resolve(Buffer.from(JSON.stringify(rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])))))),
  xlsx: async (fields, rows, table) => {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet(table, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...fields]);
    for (const row of rows) sheet.addRow(cellsOf(fields, row));
    return Buffer.from(await workbook.xlsx.writeBuffer());
  },
};
