import type { Bench } from './bench.ts';
import type { Field, Fields } from './form.ts';
import { groupsOf } from './forms.ts';
import { isList, isRecord, steps } from './pointer.ts';
import type { DisclosureKey, DisclosureKind, Json } from './types.ts';

type Words = Pick<Bench, 't' | 'say' | 'word'>;

/** The name of a field as it stands beside it. */
export const nameOf = (name: string, field: Field, { say }: Pick<Words, 'say'>): string => say(field.label ?? (`f.${name}` as DisclosureKey));

/** Where a pointer leads, in words: 材料 2 › 名称. */
export function pathOf(kind: DisclosureKind, pointer: string, words: Words): string {
  const parts = groupsOf(kind, { amends: true }).flatMap(({ fields }) => fields.filter((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`)));
  const [start] = parts;
  if (!start) return steps(pointer).pop() ?? '';
  const said: string[] = start.pointer === '/content/fields' ? [] : [nameOf(steps(start.pointer).pop() ?? '', start.field, words)];
  let field: Field | undefined = start.field;
  for (const step of steps(pointer.slice(start.pointer.length))) {
    const number = /^\d+$/.test(step);
    if (number) said.push(`${said.pop() ?? ''} ${String(Number(step) + 1)}`.trim());
    if (!field) continue;
    if (number) {
      if (field.input === 'flow' || field.input === 'tables' || field.input === 'lines') field = undefined;
      continue;
    }
    const inside: Field | undefined = field.input === 'group' || field.input === 'list' ? field.of[step]
      : field.input === 'variants' ? Object.values(field.of).map((of) => of[step]).find((one) => one !== undefined)
      : undefined;
    if (inside) said.push(nameOf(step, inside, words));
    field = inside ?? (field.input === 'flow' || field.input === 'tables' ? field : undefined);
  }
  return said.length > 0 ? said.join(' › ') : words.t('group.fields');
}

/** A value as lines of text, the way people would read it out. */
export function inWords(field: Field, value: Json, words: Words, depth = 0): string[] {
  const { say, t } = words;
  if (value === undefined || value === null || value === '' || (isList(value) && value.length === 0)) return [t('conflict.empty')];
  switch (field.input) {
    case 'choice': return [typeof value === 'string' && field.words[value] ? say(field.words[value]) : String(value)];
    case 'flag': return [say(value === true ? field.words.true : field.words.false)];
    case 'lines': return isList(value) ? value.map((line) => String(line)) : [];
    case 'list': return isList(value) ? value.flatMap((row, at) => [`${String(at + 1)}.`, ...ofAll(field.of, row, words, depth + 1)]) : [];
    case 'group': return ofAll(field.of, value, words, depth);
    case 'variants': {
      if (!isRecord(value)) return [];
      const chosen = String(value[field.by]);
      return [field.words[chosen] ? say(field.words[chosen]) : chosen, ...ofAll(field.of[chosen] ?? {}, value, words, depth)];
    }
    case 'flow': {
      const nodes = isRecord(value) && isList(value.nodes) ? value.nodes.filter(isRecord) : [];
      const edges = isRecord(value) && isList(value.edges) ? value.edges.filter(isRecord) : [];
      const label = (id: Json): string => String(nodes.find((node) => node.id === id)?.label ?? '');
      return nodes.flatMap((node, at) => [
        `${String(at + 1)}. ${[node.label, node.actor, node.days === undefined ? undefined : words.word('flow.days', { days: Number(node.days) }), node.detail].filter((one) => one !== undefined && one !== '').join(' · ')}`,
        ...edges.filter((edge) => edge.from === node.id).map((edge) => `   → ${label(edge.to)}${edge.label === undefined ? '' : ` (${String(edge.label)})`}`),
      ]);
    }
    case 'tables': return isList(value) ? value.filter(isRecord).flatMap((table) => {
      const columns = isList(table.columns) ? table.columns.filter(isRecord) : [];
      const rows = isList(table.rows) ? table.rows.filter(isRecord) : [];
      return [String(table.caption ?? ''), columns.map((column) => String(column.title)).join(' | '), ...rows.map((row) => columns.map((column) => String(row[String(column.key)] ?? '—')).join(' | '))];
    }) : [];
    case 'attachments': return isList(value) ? value.filter(isRecord).map((file) => String(file.name)) : [];
    case 'peers': return isRecord(value) ? Object.values(value).map(String) : [];
    case 'markdown': return String(value).split('\n');
    default: return [String(value)];
  }
}

function ofAll(fields: Fields, value: Json, words: Words, depth: number): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(fields).flatMap(([name, field]) => {
    const one = value[name];
    if (one === undefined || one === null || one === '' || (isList(one) && one.length === 0)) return [];
    const [first = '', ...rest] = inWords(field, one, words, depth + 1);
    return [`${'  '.repeat(depth)}${nameOf(name, field, words)}：${first}`, ...rest.map((line) => `${'  '.repeat(depth + 1)}${line}`)];
  });
}
