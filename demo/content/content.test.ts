import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgencyContent, Category, DISCLOSURE_KINDS, DisclosureContent, STATUTORY_CATEGORIES, type Flow } from '@sunlit/contract';
import { Ajv, type AnySchema } from 'ajv';
import { agencies, categories, disclosures } from './index.ts';
import type { DemoContent, DemoDisclosure, Key } from './types.ts';

const ajv = new Ajv({ strict: false });
const byKey = new Map(disclosures.map((item) => [item.key, item]));
const agencyIds = new Set(agencies.map(({ id }) => id));
const categoryById = new Map(categories.map((category) => [category.id, category]));
const ULID = '01J00000000000000000000000';

const validator = (schema: AnySchema) => {
  const validate = ajv.compile(schema);
  return (value: unknown) => (validate(value) ? undefined : ajv.errorsText(validate.errors));
};
const ofKind = new Map(DisclosureContent.anyOf.map((schema) => [schema.properties.kind.const, validator(schema)]));

const revisionsOf = (item: DemoDisclosure): DemoContent[] => [item.content, ...(item.amendments ?? []).map((amendment) => amendment.content)];

/** As the API takes it: a key becomes an id, a file its description. */
function asContent(item: DemoDisclosure, content: DemoContent): unknown {
  const resolved = ({ key, ...entry }: { key?: Key }) => ({ ...entry, ...(key !== undefined && { disclosureId: ULID }) });
  return {
    ...content,
    basis: content.basis.map(resolved),
    fields: content.kind === 'clarification' ? { ...content.fields, evidence: content.fields.evidence.map(resolved) } : content.fields,
    links: (item.links ?? []).map(({ type }) => ({ type, id: ULID })),
    attachments: (item.attachments ?? []).map(({ name, mediaType, text }) => ({ name, mediaType, size: Buffer.byteLength(text), sha256: '0'.repeat(64) })),
  };
}

const problems = (list: (string | undefined | false)[]) => assert.deepEqual(list.filter(Boolean), []);
const repeated = (list: string[]) => list.filter((entry, i) => list.indexOf(entry) !== i);

test('agencies fit the contract, are unique, and stand below their parents', () => {
  const check = validator(AgencyContent);
  problems(agencies.map((agency) => check(agency) && `${agency.id}: ${check(agency)}`));
  assert.deepEqual(repeated(agencies.map(({ id }) => id)), []);
  assert.deepEqual(repeated(agencies.map(({ name }) => name)), []);
  problems(agencies.map(({ id, parentId }, i) => parentId !== undefined && !agencies.slice(0, i).some((agency) => agency.id === parentId) && id));
  assert.ok(agencies.length >= 60, `${agencies.length} agencies`);
  const levels = ['city', 'county', 'township', 'village'];
  problems(agencies.map(({ id, level, parentId }) => {
    const parent = agencies.find((agency) => agency.id === parentId);
    return parent !== undefined && levels.indexOf(level) < levels.indexOf(parent.level) && id;
  }));
  assert.ok(agencies.filter(({ level }) => level === 'township' || level === 'village').length >= 20);
  problems(agencies.flatMap(({ id, leaders }) => leaders.map((leader) => leader.name !== undefined && id)));
});

test('categories fit the contract; an agency’s own stand below a statutory one and are used', () => {
  const check = validator(Category);
  problems(categories.map((category) => check(category) && `${category.id}: ${check(category)}`));
  assert.deepEqual(repeated(categories.map(({ id }) => id)), []);
  assert.deepEqual(categories.filter(({ agencyId }) => agencyId === undefined).map(({ id }) => id), [...STATUTORY_CATEGORIES]);
  const used = new Set(disclosures.map(({ content }) => content.categoryId));
  problems(categories.map(({ id, agencyId, parentId }) => agencyId !== undefined && (!agencyIds.has(agencyId) || !categoryById.has(parentId ?? '') || !used.has(id)) && id));
});

test('every revision of every disclosure fits the contract', () => {
  problems(disclosures.flatMap((item) => revisionsOf(item).map((content) => {
    const error = ofKind.get(content.kind)?.(asContent(item, content));
    return error && `${item.key}: ${error}`;
  })));
});

test('there is enough of everything', () => {
  assert.ok(disclosures.length >= 300, `${disclosures.length} disclosures`);
  assert.deepEqual(DISCLOSURE_KINDS.filter((kind) => !disclosures.some(({ content }) => content.kind === kind)), []);
  for (const ended of ['amendments', 'repealed', 'expired', 'withdrawn', 'attachments'] as const) assert.ok(disclosures.some((item) => item[ended] !== undefined), ended);
  assert.ok(disclosures.some(({ content }) => content.kind === 'statistics' && content.fields.peers));
  const power = byKey.get('water/power-list');
  assert.deepEqual(power && revisionsOf(power).map((content) => content.kind === 'power' && content.fields.items.length), [5, 8]);
  assert.equal(disclosures.filter(({ key }) => key.startsWith('water/correction-2014-')).length, 40);
});

test('keys and titles are unique; agencies and categories exist', () => {
  assert.deepEqual(repeated(disclosures.map(({ key }) => key)), []);
  assert.deepEqual(repeated(disclosures.map(({ content }) => content.title)), []);
  problems(disclosures.map(({ key }) => !/^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/.test(key) && key));
  problems(disclosures.flatMap((item) => revisionsOf(item).map(({ agencyId, categoryId }) => {
    const category = categoryById.get(categoryId);
    return (!agencyIds.has(agencyId) || category === undefined || (category.agencyId ?? agencyId) !== agencyId) && `${item.key}: ${agencyId}, ${categoryId}`;
  })));
});

test('what is referred to is there by then', () => {
  const latest = (item: DemoDisclosure, content: DemoContent) => item.amendments?.find((amendment) => amendment.content === content)?.on ?? item.publishedOn;
  problems(disclosures.flatMap((item) => {
    const references = revisionsOf(item).flatMap((content) => {
      const evidence = content.kind === 'clarification' ? content.fields.evidence : [];
      return [...content.basis, ...evidence].map(({ key }): [Key | undefined, string] => [key, latest(item, content)]);
    });
    const links = (item.links ?? []).map(({ key }): [Key | undefined, string] => [key, item.publishedOn]);
    const position = disclosures.indexOf(item);
    const tooLate = (item.links ?? []).map(({ key }) => byKey.get(key)?.publishedOn === item.publishedOn && disclosures.findIndex((other) => other.key === key) > position && `${item.key} stands before ${key}`);
    return [...tooLate, ...[...references, ...links, [item.withdrawn?.replacedBy, item.withdrawn?.on ?? ''] as const].map(([key, by]) => {
      const target = key === undefined ? undefined : byKey.get(key);
      return key !== undefined && (target === undefined || target === item || target.publishedOn > by) && `${item.key} refers to ${key} by ${by}, published ${target?.publishedOn}`;
    })];
  }));
});

test('days are days of the calendar, in their order, and public on workdays', () => {
  const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  problems(disclosures.flatMap(({ key, publishedOn, content, amendments = [], repealed, expired, withdrawn }) => {
    const later = [...amendments.map(({ on }) => on), repealed?.on ?? expired ?? withdrawn?.on].filter((day) => day !== undefined);
    const all = [publishedOn, ...later, ...content.channels.map(({ on }) => on)];
    return [
      ...all.map((day) => !isDay(day) && `${key}: ${day}`),
      ...later.map((day, i) => day < (later[i - 1] ?? publishedOn) && `${key}: ${day} is too early`),
      (content.formedOn ?? publishedOn) > publishedOn && `${key}: formed after publication`,
      [0, 6].includes(new Date(publishedOn).getUTCDay()) && `${key}: ${publishedOn} is no workday`,
      publishedOn > '2026-11-30' && `${key}: ${publishedOn} is in the future`,
      content.kind === 'notice' && content.fields.from > content.fields.to && `${key}: ends before it begins`,
    ];
  }));
});

test('flows are connected, have a start and an end, and go back only by a labelled edge', () => {
  const reach = (from: string, next: (id: string) => string[], seen = new Set<string>()): Set<string> => {
    if (!seen.has(from)) {
      seen.add(from);
      next(from).forEach((id) => reach(id, next, seen));
    }
    return seen;
  };
  const faults = ({ nodes, edges }: Flow): string[] => {
    const ids = nodes.map(({ id }) => id);
    const starts = nodes.filter(({ type }) => type === 'start');
    const ends = new Set(nodes.filter(({ type }) => type === 'end').map(({ id }) => id));
    const after = (id: string) => edges.filter(({ from }) => from === id).map(({ to }) => to);
    const unlabelled = (id: string) => edges.filter(({ from, label }) => from === id && label === undefined).map(({ to }) => to);
    return [
      ...repeated(ids).map((id) => `${id} twice`),
      ...edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to)).map(({ from, to }) => `${from} → ${to} hangs`),
      ...(starts.length === 1 ? [] : [`${starts.length} starts`]),
      ...ids.filter((id) => starts[0] && !reach(starts[0].id, after).has(id)).map((id) => `${id} is not reached`),
      ...ids.filter((id) => ![...reach(id, after)].some((end) => ends.has(end))).map((id) => `${id} leads to no end`),
      ...ids.filter((id) => unlabelled(id).some((next) => reach(next, unlabelled).has(id))).map((id) => `${id} goes round without a label`),
      ...[...ends].filter((id) => after(id).length > 0).map((id) => `${id} does not end`),
    ];
  };
  problems(disclosures.flatMap((item) => revisionsOf(item).flatMap((content) => (content.kind === 'service' ? faults(content.fields.flow).map((fault) => `${item.key}: ${fault}`) : []))));
});

test('tables name their columns, and comparisons and charts name columns that are there', () => {
  problems(disclosures.flatMap((item) => revisionsOf(item).flatMap((content) => {
    if (content.kind !== 'statistics' && content.kind !== 'budget') return [];
    const wrong = content.fields.tables.flatMap(({ columns, rows, chart }) => {
      const keys = columns.map(({ key }) => key);
      return [...rows.flatMap((row) => Object.keys(row)), ...(chart ? [chart.label, ...chart.values] : [])].filter((key) => !keys.includes(key));
    });
    const peers = content.kind === 'statistics' ? content.fields.peers : undefined;
    const compared = peers && content.fields.tables[peers.table]?.columns.map(({ key }) => key);
    return [...wrong, ...(peers ? [peers.group, peers.value].filter((key) => !compared?.includes(key)) : [])].map((key) => `${item.key}: ${key}`);
  })));
});

test('nobody can be recognised: no identity numbers, no real places or persons of the sources, no reachable telephone', () => {
  const everything: [string, string][] = [...agencies.map((agency): [string, string] => [agency.id, JSON.stringify(agency)]), ...disclosures.map((item): [string, string] => [item.key, JSON.stringify(item)])];
  const forbidden = /唐曙光|王启贤|杨翔|鞍山|潍坊|坊子|长沙|湖南/u;
  problems(everything.map(([id, text]) => {
    const found = /\d{17}[\dXx]/.exec(text)?.[0] ?? forbidden.exec(text)?.[0] ?? /(?<!\d)(?:1[3-9]\d{9}|0[1-9]\d{1,2}-\d{7,8})(?!\d)/.exec(text)?.[0];
    return found !== undefined && `${id}: ${found}`;
  }));
});
