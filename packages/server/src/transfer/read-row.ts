import { createHash } from 'node:crypto';
import type { Day, DisclosureContent, DisclosureKind } from '@sunlit/contract';
import { canonicalJson, type Json } from '@sunlit/log';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { faultsOf, plainText } from '../disclosures/content.ts';
import { COMMON_LABELS, fieldLabels } from './labels.ts';
import type { Mapping } from './mapping.ts';
import { BEYOND, type SourceRow } from './rows.ts';
import { contentSchema, memberFor, schemasAt, type Schema } from './schema.ts';
import { convert, type Refusal } from './values.ts';

/** A row as what it will publish. */
export interface ImportRecord {
  readonly sourceId: string;
  readonly publishedOn: Day;
  readonly indexNo?: string;
  readonly content: DisclosureContent;
  /** Of all that the row says: the same row again is no change. */
  readonly hash: string;
}

/** One reason why a row cannot be imported. `column` is a header of the file, or the name of what no column has. */
export interface BadCell extends Refusal {
  readonly row: number;
  readonly column: string;
}

/** What all rows have in common. */
export interface Target {
  readonly agencyId: string;
  readonly kind: DisclosureKind;
  readonly mapping: Mapping;
  /** Category ids by id and by name. */
  readonly categories: ReadonlyMap<string, string>;
}

type Draft = Record<string, unknown>;

/** Of a row that is bad, its id says which other rows it would be the same as. */
export type RowReading = { readonly record: ImportRecord } | { readonly bad: readonly BadCell[]; readonly sourceId?: string };

/** Reads rows of one file. Everything wrong with a row is said at once. */
export function rowReader(target: Target): (row: SourceRow) => RowReading {
  // A whole object before its parts.
  const columns = Object.entries(target.mapping.columns).flatMap(([header, paths]) => paths.map((path) => ({ header, path, schemas: schemasAt(target.kind, path) })));
  columns.sort((a, b) => a.path.length - b.path.length);
  return (row) => readRow(row, target, columns);
}

type Column = { readonly header: string; readonly path: string; readonly schemas: readonly Schema[] };

function readRow({ row, cells }: SourceRow, target: Target, columns: readonly Column[]): RowReading {
  const { agencyId, kind, mapping } = target;
  const draft: Draft = {};
  const bad: BadCell[] = [];
  const put = (cell: unknown, path: string, column: string, schemas: readonly Schema[]) => {
    const converted = convert(cell, schemas, kind, path);
    if ('refused' in converted) bad.push({ row, column, ...converted.refused });
    else if (converted.value !== undefined) setAt(draft, path, converted.value);
  };
  for (const [path, value] of Object.entries(mapping.constants)) put(value, path, path, schemasAt(kind, path));
  for (const { header, path, schemas } of columns) put(cells.get(header), path, header, schemas);
  if (cells.has(BEYOND)) bad.push({ row, column: '', code: 'too-many-cells' });

  const { sourceId, publishedOn, indexNo, ...written } = draft;
  const about = { sourceId, publishedOn };
  const content = complete({ ...written, agencyId, kind }, target);
  for (const [name, value] of Object.entries(about)) {
    if (value === undefined && !bad.some(({ column }) => column === columnOf(target, name))) bad.push({ row, column: columnOf(target, name), code: 'required', values: { name, label: labelOf(kind, name) } });
  }
  for (const refusal of invalid(kind, content, target)) if (!bad.some(({ column }) => column === refusal.column)) bad.push({ row, ...refusal });
  // What no schema of ours says: days in JSON that are none, for example.
  if (bad.length === 0) for (const { pointer, code, values = {} } of faultsOf({ ...content, kind })) bad.push({ row, column: columnOf(target, pointer.slice(1).replaceAll('/', '.')), code, values });
  if (bad.length > 0) return { bad, ...(sourceId === undefined ? {} : { sourceId: String(sourceId) }) };
  return {
    record: {
      sourceId: String(sourceId), publishedOn: String(publishedOn), ...(indexNo === undefined ? {} : { indexNo: String(indexNo) }), content: content as DisclosureContent,
      hash: createHash('sha256').update(canonicalJson({ publishedOn, content } as Json)).digest('hex'),
    },
  };
}

function setAt(draft: Draft, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? path;
  let at = draft;
  for (const [index, name] of names.entries()) {
    const next = at[name] ?? (/^\d+$/.test(names[index + 1] ?? last) ? [] : {});
    at[name] = next;
    at = next as Draft;
  }
  at[last] = value;
}

const summaryLength = 120;

function beginning(body: string): string {
  // Control characters and direction marks may stand in a text, but not in a line of a listing.
  const text = plainText(body).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return text.length > summaryLength ? `${Array.from(text).slice(0, summaryLength).join('')}……` : text;
}

/** What a row may leave out: empty lists, the term, the category by its name, a summary from the text. */
function complete(draft: Draft, { kind, categories }: Target): Draft {
  const { fields = {}, categoryId, summary, body = '', title, ...rest } = draft;
  const opening = summary === undefined && typeof body === 'string' ? beginning(body) : '';
  const known = typeof categoryId === 'string' ? (categories.get(categoryId) ?? categoryId) : categoryId;
  const all: Draft = {
    openTerm: { term: 'long-term' }, attachments: [], ...rest, body,
    ...(title === undefined ? {} : { title }),
    ...(known === undefined ? {} : { categoryId: known }),
    ...(summary !== undefined ? { summary } : opening !== '' ? { summary: opening } : title === undefined ? {} : { summary: title }),
  };
  const schema = contentSchema(kind);
  const member = isRecord(fields) ? memberFor(schema.properties?.['fields'] ?? {}, fields) : { schema: {} };
  return { ...withLists(all, schema), fields: isRecord(fields) && 'schema' in member ? withLists(fields, member.schema) : fields };
}

function withLists(value: Draft, { required = [], properties = {} }: Schema): Draft {
  const lists = required.filter((name) => value[name] === undefined && properties[name]?.type === 'array' && !properties[name].minItems);
  return { ...value, ...Object.fromEntries(lists.map((name) => [name, []])) };
}

function isRecord(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ajv = new Ajv({ allErrors: true });
const validators = new WeakMap<Schema, ValidateFunction>();

/** The errors of a content, each at its column. */
function invalid(kind: DisclosureKind, content: Draft, target: Target): Omit<BadCell, 'row'>[] {
  const schema = contentSchema(kind);
  const fields = schema.properties?.['fields'] ?? {};
  const member = isRecord(content['fields']) ? memberFor(fields, content['fields']) : { schema: fields };
  const unknownCategory = typeof content['categoryId'] === 'string' && target.categories.get(content['categoryId']) !== content['categoryId']
    ? [{ column: columnOf(target, 'categoryId'), code: 'unknown-category', values: { value: content['categoryId'] } }] : [];
  const nobody = kind === 'normative' && content['body'] === '' ? [{ column: columnOf(target, 'body'), code: 'full-text' }] : [];
  // Against the choice as a whole every error would come once for each member.
  const chosen = 'schema' in member
    ? errorsOf(member.schema, content['fields']).map((error) => ({ ...error, instancePath: `/fields${error.instancePath}` }))
    : [{ instancePath: `/fields/${member.property}`, keyword: 'enum', params: { allowedValues: member.allowed } }];
  const around = errorsOf(schema, content).filter(({ instancePath }) => !instancePath.startsWith('/fields'));
  return [...unknownCategory, ...nobody, ...[...around, ...chosen].map((error) => refusalOf(error, target))];
}

type Finding = Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>;

function errorsOf(schema: Schema, value: unknown): readonly Finding[] {
  let validate = validators.get(schema);
  if (validate === undefined) validators.set(schema, (validate = ajv.compile(schema)));
  return validate(value) ? [] : (validate.errors ?? []);
}

function refusalOf({ instancePath, keyword, params }: Finding, target: Target): Omit<BadCell, 'row'> {
  const property: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const path = [...instancePath.split('/').slice(1), ...(typeof property === 'string' ? [property] : [])].join('.');
  const allowed: unknown = params['allowedValues'];
  const values = { ...params, name: path, label: labelOf(target.kind, path), ...(Array.isArray(allowed) ? { allowed: allowed.join(', ') } : {}) };
  return { column: columnOf(target, path), code: keyword, values };
}

/** The header under which a path stands; of a part, that of the whole; else the path. */
function columnOf({ mapping: { columns } }: Target, path: string): string {
  const pairs = Object.entries(columns).flatMap(([header, paths]) => paths.map((one) => [header, one] as const));
  const holding = pairs.filter(([, one]) => path === one || path.startsWith(`${one}.`)).sort(([, a], [, b]) => b.length - a.length);
  return holding[0]?.[0] ?? path;
}

/** The name of what stands at a path, as tables head it. */
export function labelOf(kind: DisclosureKind, path: string): string {
  const names = path.startsWith('fields.') ? fieldLabels(kind, path.slice('fields.'.length)) : (COMMON_LABELS[path] ?? []);
  return names[0] ?? path;
}
