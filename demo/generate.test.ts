import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DISCLOSURE_KINDS, DisclosureContent } from '@sunlit/contract';
import { Ajv } from 'ajv';
import { agencies, categories, disclosures } from './content/index.ts';
import { generate, type Generated } from './generate.ts';

const some = (seed: number, count = 300): Generated[] => [...generate({ count, seed, agencies, categories, disclosures })];

test('the same seed gives the same disclosures', () => {
  assert.deepEqual(some(7), some(7));
});

test('another seed gives others', () => {
  const [one, other] = [some(7), some(8)];
  assert.equal(one.filter(({ id }, index) => id === other[index]?.id).length, 0);
  assert.ok(one.filter(({ content }, index) => content.body === other[index]?.content.body).length < 10);
});

test('every kind occurs, and each content is valid by the contract', () => {
  const ajv = new Ajv({ strict: false });
  const ofKind = new Map(DisclosureContent.anyOf.map((schema) => [schema.properties.kind.const as string, ajv.compile(schema)]));
  const seen = new Set<string>();
  for (const { content } of some(3, 3000)) {
    seen.add(content.kind);
    const check = ofKind.get(content.kind);
    assert.ok(check?.(content), `${content.title}: ${ajv.errorsText(check?.errors)}`);
  }
  const known: ReadonlySet<string> = new Set(disclosures.map(({ content }) => content.kind));
  assert.deepEqual([...seen].sort(), DISCLOSURE_KINDS.filter((kind) => known.has(kind)).sort());
});

test('a category belongs to nobody or to its agency', () => {
  const owners = new Map(categories.map(({ id, agencyId }) => [id, agencyId]));
  for (const { content } of some(4, 3000)) {
    assert.ok(owners.has(content.categoryId), content.categoryId);
    assert.ok([undefined, content.agencyId].includes(owners.get(content.categoryId)), `${content.categoryId} is not of ${content.agencyId}`);
  }
});

test('ids are unique ULIDs, days rise through the years, some have ended after they were published', () => {
  const all = some(5, 3000);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { id } of all) assert.match(id, /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  const days = all.map(({ publishedOn }) => publishedOn);
  assert.deepEqual(days, [...days].sort());
  assert.match(days[0] ?? '', /^2010-/);
  assert.match(days.at(-1) ?? '', /^2026-/);
  const ended = all.flatMap(({ publishedOn, repealed, expired }) => ((repealed?.on ?? expired) ? [[publishedOn, repealed?.on ?? expired ?? '']] : []));
  assert.ok(ended.length > 60 && ended.length < 1500, `${ended.length} have ended`);
  for (const [published = '', end = ''] of ended) assert.ok(published < end);
});
