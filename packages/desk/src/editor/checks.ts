import { isDay } from './cells.ts';
import type { Field, Fields } from './form.ts';
import { groupsOf } from './forms.ts';
import { at, isList, isRecord } from './pointer.ts';
import { stepProblems } from './steps.ts';
import type { FieldError, Flow, Json, Written } from './types.ts';
import type { EditorKey } from './strings/zh-CN.ts';

/** What is wrong at one place of a draft, in words or as what to say. */
export interface Found {
  readonly pointer: string;
  /** Nothing is there yet: no mistake while one is still writing. */
  readonly missing: boolean;
  readonly say: { readonly text: string } | { readonly key: EditorKey; readonly values?: Readonly<Record<string, string | number>> };
}

const CONTROL = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/; // as in the contract's Line
const LINK = /^(https?:\/\/|mailto:|tel:|\/)[^\s]*$/;
const CREDIT_CODE = /^[0-9A-Z]{18}$/;

/** What can be said without asking the server; it says the same and more when the draft is saved. */
export function check(written: Written, { amends }: { readonly amends: boolean }): Found[] {
  const found: Found[] = [];
  for (const { fields } of groupsOf(written.content.kind, { amends })) {
    for (const { pointer, field } of fields) walk(field, at(written, pointer), pointer, undefined, found);
  }
  return found;
}

function walk(field: Field, value: Json, pointer: string, beside: Json, found: Found[]): void {
  const say = (key: EditorKey, values?: Record<string, string | number>, where = pointer, missing = false) => found.push({ pointer: where, missing, say: { key, ...(values && { values }) } });
  const nothing = value === undefined || value === null || value === '';
  if (nothing && field.optional) return;
  switch (field.input) {
    case 'group': return walkAll(field.of, value, pointer, found);
    case 'variants': {
      const chosen = isRecord(value) ? value[field.by] : undefined;
      const of = typeof chosen === 'string' ? field.of[chosen] : undefined;
      if (of) walkAll(of, value, pointer, found);
      else say('problem.choose', undefined, `${pointer}/${field.by}`, true);
      return;
    }
    case 'list': case 'lines': {
      const all = isList(value) ? value : [];
      if (all.length < (field.least ?? 0)) say('problem.too-few', { count: field.least ?? 0 }, pointer, true);
      if (all.length > field.count) say('problem.too-many', { count: field.count });
      if (field.input === 'list') return all.forEach((one, index) => walkAll(field.of, one, `${pointer}/${String(index)}`, found));
      return all.forEach((one, index) => walk({ input: 'line', most: field.most }, one, `${pointer}/${String(index)}`, undefined, found));
    }
    case 'flow': return checkFlow(value as Flow | undefined, pointer, found);
    case 'tables': return checkTables(value, pointer, found);
    case 'attachments': return;
    case 'peers':
      for (const [name, key] of [['group', 'problem.choose'], ['value', 'problem.choose']] as const) if (!isRecord(value) || typeof value[name] !== 'string') say(key, undefined, `${pointer}/${name}`, true);
      if (isRecord(value)) walk({ input: 'number', whole: true, least: 1 }, value.minimumCell, `${pointer}/minimumCell`, undefined, found);
      return;
    default:
      if (nothing && field.input === 'markdown') return; // whether a text is needed depends on the kind: the server says it
      if (nothing) return void say(field.input === 'choice' || field.input === 'flag' || field.input === 'category' || field.input === 'disclosure' ? 'problem.choose' : 'problem.missing', undefined, pointer, true);
      return checkValue(field, value, beside, say);
  }
}

function walkAll(fields: Fields, value: Json, pointer: string, found: Found[]): void {
  for (const [name, field] of Object.entries(fields)) walk(field, isRecord(value) ? value[name] : undefined, `${pointer}/${name}`, value, found);
}

type Leaf = Exclude<Field, { input: 'group' | 'variants' | 'list' | 'lines' | 'flow' | 'tables' | 'attachments' | 'peers' }>;

function checkValue(field: Leaf, value: Json, beside: Json, say: (key: EditorKey, values?: Record<string, string | number>) => void): void {
  const text = String(value);
  switch (field.input) {
    case 'line': case 'long': case 'link': case 'credit-code': case 'category': case 'markdown':
      if (text.length > field.most) say('problem.long', { count: text.length - field.most });
      else if (field.input !== 'markdown' && CONTROL.test(text)) say('problem.control');
      else if (field.input === 'link' && !LINK.test(text)) say('problem.link');
      else if (field.input === 'credit-code' && !CREDIT_CODE.test(text)) say('problem.credit-code');
      return;
    case 'day': {
      const before = field.notBefore === undefined || !isRecord(beside) ? undefined : beside[field.notBefore];
      if (!isDay(text)) say('problem.day');
      else if (typeof before === 'string' && text < before) say('problem.order');
      return;
    }
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) say('problem.number');
      else if (field.whole && !Number.isInteger(value)) say('problem.whole');
      else if (field.least !== undefined && value < field.least) say('problem.least', { least: field.least });
      else if (field.most !== undefined && value > field.most) say('problem.most', { most: field.most });
      return;
    case 'choice':
      if (!(text in field.words)) say('problem.choose');
      return;
    case 'flag': case 'disclosure':
      return;
  }
}

function checkFlow(flow: Flow | undefined, pointer: string, found: Found[]): void {
  const nodes = flow?.nodes ?? [];
  if (!flow || nodes.length === 0) return void found.push({ pointer, missing: true, say: { key: 'problem.too-few', values: { count: 1 } } });
  nodes.forEach((node, index) => {
    const where = `${pointer}/nodes/${String(index)}`;
    walk({ input: 'line', most: 60 }, node.label, `${where}/label`, undefined, found);
    walk({ input: 'line', most: 60, optional: true }, node.actor, `${where}/actor`, undefined, found);
    walk({ input: 'long', most: 300, optional: true }, node.detail, `${where}/detail`, undefined, found);
    walk({ input: 'number', least: 0, optional: true }, node.days, `${where}/days`, undefined, found);
  });
  for (const { step, code } of stepProblems(flow)) found.push({ pointer: step === undefined ? pointer : `${pointer}/nodes/${String(step)}`, missing: false, say: { key: `problem.${code}` } });
}

function checkTables(value: Json, pointer: string, found: Found[]): void {
  const tables = isList(value) ? value : [];
  if (tables.length === 0) found.push({ pointer, missing: true, say: { key: 'problem.too-few', values: { count: 1 } } });
  tables.forEach((table, index) => {
    const where = `${pointer}/${String(index)}`;
    if (!isRecord(table)) return;
    walk({ input: 'line', most: 200 }, table.caption, `${where}/caption`, undefined, found);
    if (!isList(table.columns) || table.columns.length === 0) found.push({ pointer: where, missing: true, say: { key: 'problem.no-columns' } });
    else table.columns.forEach((column, at) => walk({ input: 'line', most: 60 }, isRecord(column) ? column.title : undefined, `${where}/columns/${String(at)}/title`, undefined, found));
    if (!isList(table.rows)) return;
    const numeric = (isList(table.columns) ? table.columns : []).flatMap((column) => (isRecord(column) && column.type !== 'text' ? [column] : []));
    table.rows.forEach((row, at) => {
      for (const { key, type } of numeric) {
        const cell = isRecord(row) ? row[String(key)] : undefined;
        const wrong = cell !== null && cell !== undefined && (type === 'day' ? !isDay(String(cell)) : typeof cell !== 'number' || (type === 'integer' && !Number.isInteger(cell)));
        if (wrong) found.push({ pointer: `${where}/rows/${String(at)}/${String(key)}`, missing: false, say: { key: 'problem.cell' } });
      }
    });
  });
}

/**
 * Both together, one a place: what the server said at the last save still holds where nothing changed since and where we have
 * nothing nearer to say.
 */
export function together(own: readonly Found[], said: readonly FieldError[], saved: Written | undefined, now: Written): Found[] {
  const places = new Set(own.map(({ pointer }) => pointer));
  const still = said.filter(({ pointer }) => {
    const where = place(pointer);
    return !places.has(where) && (!saved || at(saved, where) === at(now, where));
  });
  return [...own, ...still.map(({ pointer, code, detail }) => ({ pointer: place(pointer), missing: MISSING.has(code), say: { text: detail } }))];
}

const MISSING = new Set(['required', 'missing', 'minLength', 'minItems']);

/** Pointers of the server lead into the draft or into its content. */
function place(pointer: string): string {
  return /^\/(content|reason|withheld)(\/|$)/.test(pointer) ? pointer : `/content${pointer}`;
}
