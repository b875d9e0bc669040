import type { Day, DisclosureKind } from '@sunlit/contract';
import { normalise } from '@sunlit/search';
import { firstNumber, isDay } from '../disclosures/number.ts';
import { valueLabel } from './labels.ts';
import { CellError, Serial1904 } from './rows.ts';
import { members, type Schema } from './schema.ts';

/** Why a cell is not what its column should hold. */
export interface Refusal {
  readonly code: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export type Converted = { readonly value: unknown } | { readonly refused: Refusal };

/** Where a value belongs: what its words mean depends on it. */
interface Place {
  readonly kind: DisclosureKind;
  readonly property: string;
}

/** What a cell says as a value of the contract. An empty cell has no value. */
export function convert(cell: unknown, schemas: readonly Schema[], kind: DisclosureKind, path: string): Converted {
  if (cell instanceof CellError) return { refused: { code: 'cell-error', values: { value: cell.text } } };
  const raw = typeof cell === 'string' ? cell.trim() : cell;
  if (raw === undefined || raw === null || raw === '') return { value: undefined };
  const property = path.split('.').filter((name) => !/^\d+$/.test(name)).at(-1) ?? path;
  const results = schemas.map((schema) => convertTo(raw, schema, { kind, property }));
  return results.find((result) => 'value' in result) ?? merged(results);
}

/** All that a choice allows, in one sentence. */
function merged(results: readonly Converted[]): Converted {
  const refusals = results.flatMap((result) => ('refused' in result ? [result.refused] : []));
  const allowed = refusals.filter(({ code }) => code === 'enum').map(({ values }) => String(values?.['allowed']));
  if (allowed.length === refusals.length && allowed.length > 1) return { refused: { code: 'enum', values: { allowed: [...new Set(allowed)].join(', ') } } };
  return { refused: refusals[0] ?? { code: 'type' } };
}

function convertTo(raw: unknown, schema: Schema, place: Place): Converted {
  if (schema.anyOf) return convertToChoice(raw, schema.anyOf, place);
  if (schema.const !== undefined) return choose(raw, [schema.const], place);
  if (schema.enum) return choose(raw, schema.enum, place);
  switch (schema.type) {
    case 'string': return schema.title === 'Day' ? dayOf(raw) : textOf(raw);
    case 'integer': case 'number': return numberOf(raw);
    case 'boolean': return booleanOf(raw);
    case 'array': return arrayOf(raw, schema, place);
    case 'object': return objectOf(raw, schema, place);
    default: return { value: raw };
  }
}

/** The terms of publication by one word, for example; anything else by the first schema that takes it. */
function convertToChoice(raw: unknown, choices: readonly Schema[], place: Place): Converted {
  if (typeof raw !== 'string' || raw.startsWith('{')) return structured(raw, () => merged(choices.map((choice) => convertTo(raw, choice, place))));
  const constant = (choice: Schema) => Object.entries(choice.properties ?? {}).find(([, { const: value }]) => value !== undefined);
  const [property] = (choices[0] && constant(choices[0])) ?? [];
  if (property === undefined) return choices.map((choice) => convertTo(raw, choice, place)).find((result) => 'value' in result) ?? { refused: { code: 'type' } };
  const chosen = choose(raw, choices.map((choice) => constant(choice)?.[1].const), { kind: place.kind, property });
  return 'value' in chosen ? { value: { [property]: chosen.value } } : chosen;
}

function choose(raw: unknown, allowed: readonly unknown[], { kind, property }: Place): Converted {
  const said = normalise(String(raw instanceof Serial1904 ? raw.number : raw));
  const label = (value: unknown) => valueLabel(kind, property, String(value));
  const found = allowed.find((value) => normalise(String(value)) === said || normalise(label(value) ?? '') === said);
  return found === undefined ? { refused: { code: 'enum', values: { allowed: allowed.map((value) => label(value) ?? String(value)).join(', ') } } } : { value: found };
}

function textOf(raw: unknown): Converted {
  if (raw instanceof Serial1904) return { value: String(raw.number) };
  return typeof raw === 'object' ? { refused: { code: 'type', values: { type: 'string' } } } : { value: String(raw) };
}

function numberOf(raw: unknown): Converted {
  const plain = raw instanceof Serial1904 ? raw.number : raw;
  // Thousands are often separated, in either width.
  const number = typeof plain === 'number' ? plain : typeof plain === 'string' ? Number(plain.normalize('NFKC').replace(/[,\s]/g, '')) : Number.NaN;
  return Number.isFinite(number) ? { value: number } : { refused: { code: 'number' } };
}

function booleanOf(raw: unknown): Converted {
  if (typeof raw === 'boolean') return { value: raw };
  const said = normalise(String(raw));
  if (['是', '相符', 'true', 'yes', '1'].includes(said)) return { value: true };
  return ['否', '不符', 'false', 'no', '0'].includes(said) ? { value: false } : { refused: { code: 'boolean' } };
}

// Spreadsheets count days from 1899-12-30; those between 1949 and 2200 are taken for days.
const spreadsheetEpoch = firstNumber('1899-12-30');
const perDay = firstNumber('1899-12-31') - spreadsheetEpoch;
const [firstSerial, lastSerial] = (['1949-01-01', '2200-12-31'] as const).map((day) => (firstNumber(day) - spreadsheetEpoch) / perDay) as [number, number];
const daysBetweenEpochs = 1462;

/** `2026-03-09`, `2026/3/9`, `2026.3.9`, `2026年3月9日`, `20260309`, each with or without a time after it, or a spreadsheet's serial number. */
function dayOf(raw: unknown): Converted {
  const day = raw instanceof Serial1904 ? fromSerial(raw.number + daysBetweenEpochs) : typeof raw === 'number' ? (fromSerial(raw) ?? fromText(String(raw))) : typeof raw === 'string' ? fromText(raw.normalize('NFKC')) : undefined;
  return day === undefined ? { refused: { code: 'day' } } : { value: day };
}

function fromSerial(serial: number): Day | undefined {
  const whole = Math.floor(serial);
  if (whole < firstSerial || whole > lastSerial) return undefined;
  return new Date((whole - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function fromText(text: string): Day | undefined {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? fromSerial(Number(text)) : undefined;
  if (serial !== undefined) return serial;
  const found = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[T\s].*)?$/.exec(text.replace(/\s*([年月日])\s*/g, '$1'));
  if (!found) return undefined;
  const [year = '', ...parts] = found.slice(1).filter((part) => part !== undefined);
  const day = [year, ...parts.map((part) => part.padStart(2, '0'))].join('-');
  return isDay(day) ? day : undefined;
}

/** A list in one cell: one entry to a line, or separated by semicolons; or JSON. */
function arrayOf(raw: unknown, schema: Schema, place: Place): Converted {
  if (Array.isArray(raw) || typeof raw !== 'string' || raw.startsWith('[')) return structured(raw, () => ({ refused: { code: 'type', values: { type: 'array' } } }));
  const entries = raw.split(/\r?\n|[;；]/).map((entry) => entry.trim()).filter((entry) => entry !== '');
  const converted = entries.map((entry) => convertTo(entry, schema.items ?? {}, place));
  const refused = converted.find((result) => 'refused' in result);
  return refused ?? { value: converted.map((result) => ('value' in result ? result.value : undefined)) };
}

/** Text stands for the one property that such an object cannot do without. */
function objectOf(raw: unknown, schema: Schema, { kind }: Place): Converted {
  if (typeof raw !== 'string' || raw.startsWith('{')) return structured(raw, () => ({ refused: { code: 'type', values: { type: 'object' } } }));
  const [property, ...others] = schema.required ?? [];
  const only = property === undefined || others.length > 0 ? undefined : schema.properties?.[property];
  if (property === undefined || only === undefined || members(only).some(({ type }) => type !== 'string')) return { refused: { code: 'json' } };
  const converted = convertTo(raw, only, { kind, property });
  return 'value' in converted ? { value: { [property]: converted.value } } : converted;
}

/** What is a list or an object already, or JSON in a cell. */
function structured(raw: unknown, otherwise: () => Converted): Converted {
  if (typeof raw === 'object' && !(raw instanceof Serial1904)) return { value: raw };
  if (typeof raw !== 'string') return otherwise();
  try {
    return { value: JSON.parse(raw) };
  } catch {
    // Said as such; where in the cell it breaks off helps nobody with a table.
    return { refused: { code: 'json' } };
  }
}
