import { shared } from '../locales/zh-CN.ts';
import { strings, type DisclosureKey } from './strings/zh-CN.ts';
import type { DisclosureContent, Flow, Say, Table } from './types.ts';

/** One statement of a disclosure. Lines without a key belong to a sequence. */
export interface Line {
  readonly key?: string;
  readonly label?: string;
  readonly text: string;
}
export interface Group {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** What names one of several: the first of these that is there. */
const NAMES = ['code', 'no', 'id', 'key', 'post', 'name', 'title', 'label', 'role', 'item', 'way', 'statement', 'carrier'];

const isKey = (key: string): key is DisclosureKey => key in strings || key in shared;

/**
 * A disclosure as labelled lines: what two revisions are compared by, and what is read aloud. It knows no kind: labels and
 * words for values come from the strings, so a property without a label shows under its own name and fails a test.
 */
export function lines(content: DisclosureContent, t: Say): Group[] {
  const { title, summary, body, docNo, formedOn, effectiveOn, openTerm, note, kind, fields, basis, categoryId, channels } = content;
  const groups: Group[] = [];
  const name = (field: string): string => (isKey(`f.${field}`) ? t(`f.${field}` as DisclosureKey) : field);
  const word = (field: string, value: string | number | boolean): string => {
    const found = [`${kind}.${field}.${String(value)}`, `${field}.${String(value)}`].find(isKey);
    return found ? t(found) : String(value);
  };

  const object = (path: string, heading: string, value: { readonly [key: string]: Value }): void => {
    const own: Line[] = [];
    const group = { key: path, title: heading, lines: own };
    groups.push(group);
    for (const [field, one] of Object.entries(value)) {
      if (one === undefined || one === null) continue;
      if (typeof one !== 'object') own.push({ key: field, label: name(field), text: word(field, one) });
      else if (isList(one)) list(`${path}/${field}`, name(field), field, one);
      else if (field === 'flow') flow(path, one as unknown as Flow);
      else object(`${path}/${field}`, name(field), one);
    }
    if (own.length === 0) groups.splice(groups.indexOf(group), 1);
  };

  const list = (path: string, heading: string, field: string, all: readonly Value[]): void => {
    if (field === 'tables') return all.forEach((table) => figures(path, table as unknown as Table));
    const plain = all.filter((one) => typeof one !== 'object');
    if (plain.length > 0) groups.push({ key: path, title: heading, lines: plain.map((one) => ({ text: String(one) })) });
    const seen = new Map<string, number>();
    for (const one of all) {
      if (one === null || typeof one !== 'object' || isList(one)) continue;
      const names = NAMES.flatMap((by) => { const text = one[by]; return typeof text === 'string' ? [word(by, text)] : []; });
      const key = names[0] ?? '';
      const again = seen.get(key) ?? 0;
      seen.set(key, again + 1);
      object(`${path}/${key}${again === 0 ? '' : `#${String(again)}`}`, names.length === 0 ? heading : `${heading} ${names.slice(0, 2).join(' ')}`, one);
    }
  };

  const flow = (path: string, { nodes, edges }: Flow): void => {
    const labelOf = new Map(nodes.map(({ id, label }) => [id, label]));
    list(`${path}/nodes`, name('nodes'), 'nodes', nodes.map(({ id: _id, ...node }) => ({ ...node, type: undefined, key: undefined })));
    groups.push({ key: `${path}/edges`, title: name('edges'), lines: edges.map(({ from, to, label }) => ({ text: `${labelOf.get(from) ?? from} → ${labelOf.get(to) ?? to}${label === undefined ? '' : ` (${label})`}` })) });
  };

  const figures = (path: string, table: Table): void => {
    const seen = new Map<string, number>();
    const [first, ...rest] = table.columns;
    groups.push({
      key: `${path}/${table.caption}`,
      title: table.caption,
      lines: table.rows.map((row) => {
        const label = first ? String(row[first.key] ?? t('table.null')) : '';
        const again = seen.get(label) ?? 0;
        seen.set(label, again + 1);
        const text = rest.map(({ key, title: heading, unit }) => `${heading} ${String(row[key] ?? t('table.null'))}${unit === undefined || row[key] === null ? '' : ` ${unit}`}`).join(';');
        return { key: again === 0 ? label : `${label}#${String(again)}`, label, text };
      }),
    });
  };

  const { chart: _chart, ...rest } = { chart: undefined, ...fields } as { readonly [key: string]: Value };
  object('head', t('lines.head'), { title, summary, docNo, categoryId: isKey(`category.${categoryId}`) ? t(`category.${categoryId}` as DisclosureKey) : categoryId, formedOn, effectiveOn, ...openTerm, note });
  object('fields', t(`kind.${kind}`), rest);
  list('basis', t('f.basis'), 'basis', basis);
  const text = body.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '');
  if (text.length > 0) groups.push({ key: 'body', title: t('f.body'), lines: text.map((line) => ({ text: line.replace(/^#{1,6}\s+/, '') })) });
  list('channels', t('f.channels'), 'channels', channels);
  return groups;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
