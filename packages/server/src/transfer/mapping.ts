import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DisclosureKind } from '@sunlit/contract';
import { normalise } from '@sunlit/search';
import type { Database, Writing } from '../database/database.ts';
import { COMMON_LABELS, fieldLabels } from './labels.ts';
import { pathsOf, schemasAt } from './schema.ts';
import { TransferError } from './transfer-error.ts';

/** Which column is what: paths such as `title` or `fields.genre` by header, and values for what no column has. */
export interface Mapping {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly constants: Readonly<Record<string, unknown>>;
}

/** What no import can do without. */
export const REQUIRED = ['sourceId', 'publishedOn', 'title'];

/** The mapping that the names of the columns say by themselves; a column that says nothing has no path. */
export function guessMapping(kind: DisclosureKind, headers: readonly string[]): Mapping {
  const byName = namesOf(kind);
  const taken = new Set<string>();
  const columns: Record<string, string[]> = {};
  for (const header of headers) {
    const path = schemasAt(kind, header).length > 0 ? header : byName.get(key(header));
    columns[header] = path === undefined || taken.has(path) ? [] : [path];
    if (path !== undefined) taken.add(path);
  }
  return { columns, constants: {} };
}

/** Full-width and traditional forms, case and spaces make no difference. */
function key(name: string): string {
  return normalise(name).replace(/[\s:*]/g, '');
}

/** The kind's own words go before those that every disclosure has. */
function namesOf(kind: DisclosureKind): Map<string, string> {
  const names = new Map<string, string>();
  const enter = (name: string, path: string) => {
    if (!names.has(key(name))) names.set(key(name), path);
  };
  const paths = pathsOf(kind);
  const fields = paths.filter((path) => path.startsWith('fields.'));
  for (const path of fields) for (const label of fieldLabels(kind, path.slice('fields.'.length))) enter(label, path);
  for (const [path, labels] of Object.entries(COMMON_LABELS)) for (const label of labels) enter(label, path);
  for (const path of paths) if (!path.startsWith('fields.')) enter(path, path);
  for (const path of fields) enter(path.slice('fields.'.length), path);
  return names;
}

/** A mapping as a person writes it: `{"columns": {"文号": "docNo"}, "constants": {"fields.genre": "规章"}}`. */
export async function readMapping(file: string): Promise<Mapping> {
  return parseMapping(await readFile(file, 'utf8'), file);
}

/** The same from its text. @throws TransferError naming where it came from. */
export function parseMapping(text: string, name: string): Mapping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new TransferError('map.syntax', { name }, { cause });
  }
  const { columns = {}, constants = {} } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Readonly<Record<string, unknown>>;
  if (!isRecord(columns) || !isRecord(constants)) throw new TransferError('map.syntax', { name });
  const entries = Object.entries(columns).map(([header, paths]): [string, readonly string[]] => {
    const all: readonly unknown[] = paths === null ? [] : [paths].flat();
    if (!all.every((path) => typeof path === 'string')) throw new TransferError('map.syntax', { name });
    return [header, all];
  });
  return { columns: Object.fromEntries(entries), constants };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same mapping to be kept in a file and given again. */
export function writeMapping({ columns, constants }: Mapping): string {
  const simple = Object.entries(columns).map(([header, paths]) => [header, paths.length === 0 ? null : paths.length === 1 ? paths[0] : paths]);
  return `${JSON.stringify({ columns: Object.fromEntries(simple), constants }, null, 2)}\n`;
}

/** @throws TransferError when the mapping names a column or a path that is not there, or leaves out what no import can do without. */
export function checkMapping(kind: DisclosureKind, headers: readonly string[], { columns, constants }: Mapping): void {
  const missing = Object.keys(columns).find((header) => !headers.includes(header));
  if (missing !== undefined) throw new TransferError('map.column', { name: missing, columns: headers.join('、') });
  const paths = [...Object.values(columns).flat(), ...Object.keys(constants)];
  const unknown = paths.find((path) => schemasAt(kind, path).length === 0);
  if (unknown !== undefined) throw new TransferError('map.path', { name: unknown, paths: pathsOf(kind).join(', ') });
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new TransferError('map.twice', { name: twice });
  const absent = REQUIRED.find((path) => !paths.includes(path));
  if (absent !== undefined) throw new TransferError('map.required', { name: absent, label: COMMON_LABELS[absent]?.[0] ?? absent });
}

/** What was used the last time for a file with these headers. */
export async function rememberedMapping(db: Database['write'], agency: number, kind: DisclosureKind, headers: readonly string[]): Promise<Mapping | undefined> {
  const row = await db.selectFrom('import_mapping').select('mapping')
    .where('agency_no', '=', agency).where('kind', '=', kind).where('headers', '=', fingerprint(headers)).executeTakeFirst();
  return row && (JSON.parse(row.mapping) as Mapping);
}

export async function rememberMapping({ db }: Writing, agency: number, kind: DisclosureKind, headers: readonly string[], mapping: Mapping): Promise<void> {
  await db.insertInto('import_mapping')
    .values({ agency_no: agency, kind, headers: fingerprint(headers), mapping: JSON.stringify(mapping) })
    .onConflict((row) => row.columns(['agency_no', 'kind', 'headers']).doUpdateSet({ mapping: JSON.stringify(mapping) }))
    .execute();
}

/** Which set of headers it is, in whatever order. */
function fingerprint(headers: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([...headers].sort())).digest('hex');
}
