import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Answer, Operations } from '@sunlit/contract';
import { contractTypes } from '../scripts/contract-types.ts';
import type { DeskClient } from './desk.ts';
import type { Client } from './index.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Answered<M> = M extends (...values: never[]) => PromiseLike<infer A> ? A : never;

/** What a method gives is what its operation answers; compiled, not run. */
type Checked = [
  Same<Answered<Client['agencies']['list']>, Answer<Operations['agencies.list']>>,
  Same<Answered<Client['agencies']['get']>, Answer<Operations['agencies.get']>>,
  Same<Answered<Client['categories']['list']>, Answer<Operations['categories.list']>>,
  Same<Answered<Client['disclosures']['list']>, Answer<Operations['disclosures.list']>>,
  Same<Answered<Client['disclosures']['get']>, Answer<Operations['disclosures.get']>>,
  Same<Answered<Client['disclosures']['revision']>, Answer<Operations['disclosures.revision']>>,
  Same<Answered<Client['disclosures']['suggest']>, Answer<Operations['suggestions.list']>>,
  Same<Answered<Client['changes']['list']>, Answer<Operations['changes.list']>>,
  Same<Answered<Client['feeds']['json']>, Answer<Operations['feeds.json']>>,
  Same<Answered<Client['calendar']['get']>, Answer<Operations['calendar.get']>>,
  Same<Answered<Client['calendar']['due']>, Answer<Operations['calendar.due']>>,
  Same<Answered<Client['health']['live']>, Answer<Operations['health.live']>>,
  Same<Answered<Client['health']['ready']>, Answer<Operations['health.ready']>>,
  Same<Answered<DeskClient['drafts']['list']>, Answer<Operations['drafts.list']>>,
  Same<Answered<DeskClient['drafts']['save']>, Answer<Operations['drafts.save']>>,
  Same<Answered<DeskClient['disclosures']['content']>, Answer<Operations['disclosures.content']>>,
  Same<Answered<DeskClient['disclosures']['withdraw']>, Answer<Operations['disclosures.withdraw']>>,
  Same<Answered<DeskClient['disclosures']['repeal']>, Answer<Operations['disclosures.repeal']>>,
  Same<Answered<DeskClient['staff']['me']>, Answer<Operations['staff.me']>>,
  Same<Answered<DeskClient['staff']['list']>, Answer<Operations['staff.list']>>,
  Same<Answered<DeskClient['staff']['create']>, Answer<Operations['staff.create']>>,
  Same<Answered<DeskClient['tokens']['list']>, Answer<Operations['tokens.list']>>,
  Same<Answered<DeskClient['tokens']['create']>, Answer<Operations['tokens.create']>>,
  Same<Answered<DeskClient['tokens']['revoke']>, Answer<Operations['tokens.revoke']>>,
  Same<Answered<DeskClient['audit']['list']>, Answer<Operations['audit.list']>>,
];
const checked: Checked = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

test('the generated types say what the contract says', () => {
  for (const [path, text] of contractTypes()) assert.equal(readFileSync(path, 'utf8'), text, 'run: node packages/client/scripts/contract-types.ts');
  assert.ok(checked.every(Boolean));
});
