import { FIELDS, type DisclosureKind, type ImportField } from '@sunlit/contract';
import { valueLabel } from './labels.ts';
import { REQUIRED } from './mapping.ts';
import { labelOf } from './read-row.ts';
import { contentSchema, members, pathsOf, schemasAt, type Schema } from './schema.ts';

/** Everything that a column can be for one kind. */
export function importFields(kind: DisclosureKind): ImportField[] {
  return pathsOf(kind).map((path) => {
    const values = valuesAt(kind, path);
    return { path, label: labelOf(kind, path), required: isRequired(kind, path), ...(values.length > 0 ? { values } : {}) };
  });
}

/** What a row may leave out, because it is made from what the row says (`read-row.ts`). */
const MADE: readonly string[] = ['openTerm', 'summary'];

function isRequired(kind: DisclosureKind, path: string): boolean {
  if (REQUIRED.includes(path)) return true;
  if (path === 'body') return kind === 'normative';
  const [head, field] = path.split('.');
  if (head === 'fields' && field !== undefined) return members(FIELDS[kind]).every((member) => needs(member, field));
  return !MADE.includes(path) && needs(contentSchema(kind), path);
}

/** A list that may be empty needs nothing. */
function needs({ required = [], properties = {} }: Schema, name: string): boolean {
  const property = properties[name];
  return required.includes(name) && (property?.type !== 'array' || (property.minItems ?? 0) > 0);
}

function valuesAt(kind: DisclosureKind, path: string): { value: string; label: string }[] {
  const property = path.split('.').at(-1) ?? path;
  const all = schemasAt(kind, path).flatMap(({ enum: several = [], const: one }) => (one === undefined ? several : [one]));
  return [...new Set(all.map(String))].map((value) => ({ value, label: valueLabel(kind, property, value) ?? value }));
}
