import type { Field, Fields } from './form.ts';
import { groupsOf } from './forms.ts';
import { at, isList, isRecord, put } from './pointer.ts';
import type { DisclosureKind, Json, Written } from './types.ts';

/** Something new of a kind: nothing is answered, but every list is there to add to. */
export function blank(kind: DisclosureKind, agencyId: string): Written {
  return withRoom({ content: { agencyId, kind }, withheld: [] });
}

/** The same with every list and group that must be there, so that nobody has to look whether they are. */
export function withRoom(written: Written): Written {
  let result = written;
  for (const { fields } of groupsOf(written.content.kind, { amends: false })) {
    for (const { pointer, field } of fields) {
      const room = roomFor(field, at(result, pointer));
      if (room !== undefined) result = put(result, pointer, room);
    }
  }
  return at(result, '/content/openTerm/term') === undefined ? put(result, '/content/openTerm', { term: 'long-term' }) : result;
}

function roomFor(field: Field, value: Json): Json {
  switch (field.input) {
    case 'group': return field.optional && value === undefined ? undefined : roomForAll(field.of, value);
    case 'variants': {
      const chosen = isRecord(value) ? value[field.by] : undefined;
      return typeof chosen === 'string' && field.of[chosen] ? roomForAll(field.of[chosen], value) : (value ?? {});
    }
    case 'list': return isList(value) ? value.map((one) => roomForAll(field.of, one)) : field.optional ? undefined : [];
    case 'lines': case 'tables': case 'attachments': return isList(value) ? value : field.optional ? undefined : [];
    case 'flow': return isRecord(value) ? value : { nodes: [], edges: [] };
    case 'markdown': return value ?? '';
    default: return value;
  }
}

function roomForAll(fields: Fields, value: Json): Json {
  const room = Object.entries(fields).map(([name, field]) => [name, roomFor(field, isRecord(value) ? value[name] : undefined)] as const);
  return { ...(isRecord(value) ? value : {}), ...Object.fromEntries(room.filter(([, one]) => one !== undefined)) };
}

/** A new row of a list. */
export const blankRow = (of: Fields): Json => roomForAll(of, {});

/**
 * The content as the preview can draw it: what is missing is empty, and a row of which nothing is written is left out.
 * Never sent anywhere.
 */
export function drawable(written: Written): Json {
  let content: Json = written.content;
  for (const { fields } of groupsOf(written.content.kind, { amends: false })) {
    for (const { pointer, field } of fields) {
      if (pointer.startsWith('/content/')) content = put(content, pointer.slice('/content'.length), filled(field, at(written, pointer)));
    }
  }
  return content;
}

function filled(field: Field, value: Json): Json {
  const missing = value === undefined || value === null;
  if (missing && field.optional) return undefined;
  switch (field.input) {
    case 'group': return filledAll(field.of, value);
    case 'variants': {
      const chosen = isRecord(value) ? String(value[field.by]) : '';
      const known = field.of[chosen] ? chosen : (Object.keys(field.of)[0] ?? '');
      return { ...(filledAll(field.of[known] ?? {}, value) as object), [field.by]: known };
    }
    case 'list': return isList(value) ? value.filter(isSaid).map((row) => filledAll(field.of, row)) : [];
    case 'lines': return isList(value) ? value.filter((line) => typeof line === 'string' && line !== '') : [];
    case 'flow': {
      const { nodes, edges } = isRecord(value) ? value : {};
      const drawn = isList(nodes) ? nodes.filter((node) => isRecord(node) && typeof node.id === 'string').map((node) => (isRecord(node) ? { ...node, label: node.label ?? '' } : node)) : [];
      return { nodes: drawn.length > 0 ? drawn : [{ id: 'none', type: 'start', label: '……' }], edges: isList(edges) ? edges.filter((edge) => isRecord(edge) && typeof edge.to === 'string') : [] };
    }
    case 'tables': return isList(value) ? value.filter((table) => isRecord(table) && isList(table.columns) && table.columns.length > 0).map((table) => (isRecord(table) ? { ...table, caption: table.caption ?? '' } : table)) : [];
    case 'attachments': return value ?? [];
    case 'peers': return value;
    case 'choice': return typeof value === 'string' && value in field.words ? value : Object.keys(field.words)[0];
    case 'flag': return value === true;
    case 'number': return typeof value === 'number' ? value : field.optional ? undefined : 0;
    case 'category': return typeof value === 'string' ? value : 'A20_15';
    default: return typeof value === 'string' ? value : '';
  }
}

function filledAll(fields: Fields, value: Json): Json {
  const shown = Object.entries(fields).map(([name, field]) => [name, filled(field, isRecord(value) ? value[name] : undefined)] as const);
  return Object.fromEntries(shown.filter(([, one]) => one !== undefined));
}

/** Whether anything at all is written in it. */
export function isSaid(value: Json): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (isList(value)) return value.some(isSaid);
  return isRecord(value) ? Object.values(value).some(isSaid) : true;
}
