import { DisclosureContent, FIELDS, type DisclosureKind } from '@sunlit/contract';

/** What of a JSON Schema matters here. */
export interface Schema {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minItems?: number;
}

/** The schema of what an officer writes of one kind. */
export function contentSchema(kind: DisclosureKind): Schema {
  const schema = DisclosureContent.anyOf.find((one) => one.properties.kind.const === kind);
  if (schema === undefined) throw new Error(`There is no kind ${kind}.`);
  return schema;
}

/** What can be said of a disclosure from outside: sources publish it, we number it. */
const ABOUT: Readonly<Record<string, Schema>> = {
  sourceId: { type: 'string' },
  indexNo: { type: 'string' },
  publishedOn: { type: 'string', title: 'Day' },
};

// The agency and kind are those of the import; files come by upload, never as names in a table.
const notFromColumns = ['agencyId', 'kind', 'attachments', 'fields'];

/** Every path a column can be given by its name alone. */
export function pathsOf(kind: DisclosureKind): string[] {
  const own = Object.keys(contentSchema(kind).properties ?? {}).filter((name) => !notFromColumns.includes(name));
  return [
    ...Object.keys(ABOUT), ...own, ...['term', 'every', 'nextOn', 'until'].map((name) => `openTerm.${name}`),
    ...new Set(members(FIELDS[kind]).flatMap(({ properties = {} }) => Object.keys(properties)).map((name) => `fields.${name}`)),
  ];
}

/** What can stand at a path: one schema, or several where the contract has a choice. None when there is no such path. */
export function schemasAt(kind: DisclosureKind, path: string): readonly Schema[] {
  const [first = '', ...rest] = path.split('.');
  const about = own(ABOUT, first);
  if (about !== undefined) return rest.length === 0 ? [about] : [];
  if (notFromColumns.includes(first) && first !== 'fields') return [];
  return path.split('.').reduce<readonly Schema[]>(
    (schemas, name) => schemas.flatMap((schema) => members(schema)).flatMap(({ properties, items }) => {
      const next = own(properties, name) ?? (/^\d{1,3}$/.test(name) ? items : undefined);
      return next === undefined ? [] : [next];
    }),
    [contentSchema(kind)],
  );
}

/** Paths come from outside, and may be called `constructor`. */
function own(properties: Readonly<Record<string, Schema>> | undefined, name: string): Schema | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

export function members(schema: Schema): readonly Schema[] {
  return schema.anyOf ?? [schema];
}

/** Of a choice, the schema whose constants the value has; the first property that is constant in all decides. */
export function memberFor(schema: Schema, value: Readonly<Record<string, unknown>>): { readonly schema: Schema } | { readonly property: string; readonly allowed: readonly unknown[] } {
  const all = members(schema);
  const property = Object.entries(all[0]?.properties ?? {}).find(([, { const: constant }]) => constant !== undefined)?.[0];
  if (all.length === 1 || property === undefined) return { schema: all[0] ?? schema };
  const found = all.find(({ properties }) => properties?.[property]?.const === value[property]);
  return found === undefined ? { property, allowed: all.map(({ properties }) => properties?.[property]?.const) } : { schema: found };
}
