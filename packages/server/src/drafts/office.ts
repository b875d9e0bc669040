import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { REVIEW_CHECKS, operations, type DisclosureContent, type DisclosurePage, type Draft, type Operation, type Problem, type Role } from '@sunlit/contract';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CATEGORIES, CITY, answerOf, content, listening, staffMember, type Server } from '../fixture.ts';
import type { DraftStore } from './record.ts';

/** What the tests of this room share: the offices of a small city, each called as over HTTP, with a clock that stands still. */
export interface Office {
  readonly server: Server;
  readonly database: Database;
  readonly store: DraftStore;
  /** Sets the clock to nine o'clock of a day in Shanghai. */
  setDay(day: string): void;
  /** Somebody with roles, by `agency/role`. */
  person(username: string, ...roles: readonly `${string}/${Role}`[]): Promise<Caller>;
}

/** Calls as one person. */
export interface Caller {
  readonly id: string;
  call(method: string, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Expects 200. */
  do<T>(method: string, path: string, body?: object): Promise<T>;
  /** Sends a file; expects 200. */
  upload<T>(path: string, text: string): Promise<T>;
  /** Expects a problem: `status code`, then `pointer code` of its parts. */
  refused(method: string, path: string, body?: object): Promise<string[]>;
  create(written: { readonly content: object; readonly reason?: string; readonly amends?: string; readonly withheld?: readonly object[] }): Promise<Draft>;
  /** A step with a draft as it was last seen. */
  step(draft: Draft, command: string, more?: object): Promise<Draft>;
}

export const TODAY = '2026-03-09';

export async function office(open: () => Promise<Database>, options: Parameters<typeof listening>[1] = {}): Promise<Office> {
  let now = new Date(`${TODAY}T09:00:00+08:00`);
  const database: Database = { ...(await open()), now: () => now };
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const server = await listening(database, options);
  return {
    server,
    database,
    store: { database, dataDirectory: server.settings.dataDirectory },
    setDay: (day) => (now = new Date(`${day}T09:00:00+08:00`)),
    async person(username, ...roles) {
      const grants = roles.map((role) => ({ agencyId: role.split('/')[0] as string, role: role.split('/')[1] as Role }));
      const { id, headers } = await staffMember(database, { username, grants });
      return caller(server, id, headers);
    },
  };
}

function caller(server: Server, id: string, own: Readonly<Record<string, string>>): Caller {
  const call: Caller['call'] = (method, path, body, headers) => fetch(server.url + path, {
    method,
    headers: { ...own, 'accept-language': 'en', ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const perform = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await call(method, path, body);
    const answer = (await response.json()) as T;
    assert.equal(response.status, 200, `${method} ${path}: ${JSON.stringify(answer)}`);
    const valid = answerOf(operationOf(method, path));
    assert.ok(valid(answer), `${method} ${path}: ${JSON.stringify(valid.errors)}`);
    return answer;
  };
  return {
    id,
    call,
    do: perform,
    async upload<T>(path: string, text: string) {
      const response = await fetch(server.url + path, { method: 'PUT', headers: { ...own, 'content-type': 'application/octet-stream' }, body: new TextEncoder().encode(text) });
      const answer = (await response.json()) as T;
      assert.equal(response.status, 200, `${path}: ${JSON.stringify(answer)}`);
      return answer;
    },
    async refused(method, path, body) {
      const response = await call(method, path, body);
      const { type, status, errors = [] } = (await response.json()) as Problem;
      return [`${status} ${type.replace('urn:sunlit:problem:', '')}`, ...errors.map(({ pointer, code }) => `${pointer} ${code}`.trim())];
    },
    create: (written) => perform('POST', '/v1/drafts', written),
    step: (draft, command, more = {}) => perform('POST', `/v1/drafts/${draft.id}/${command}`, { version: draft.version, ...more }),
  };
}

function operationOf(method: string, path: string): Operation {
  const operation = Object.values<Operation>(operations).find((one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`).test(path));
  assert.ok(operation, `${method} ${path} is no operation`);
  return operation;
}

/** All questions of the secrecy review, answered. */
export const passed = { checks: [...REVIEW_CHECKS] };

/** Takes a draft from its first word to the public. */
export async function publishThrough(writer: Caller, reviewer: Caller, publisher: Caller, written: Parameters<Caller['create']>[0]): Promise<Draft> {
  const submitted = await writer.step(await writer.create(written), 'submit');
  return publisher.step(await reviewer.step(submitted, 'approve', passed), 'publish');
}

export const titles = async (server: Server) => (await server.json<DisclosurePage>('/v1/disclosures?limit=100')).items.map(({ title }) => title).sort();

/** A complete content of a kind that the fixture has, or, with `kind` and `fields`, of another. */
export const complete = (changed: Parameters<typeof content>[0] | { readonly kind: string; readonly fields: object; readonly [more: string]: unknown } = {}): DisclosureContent =>
  ('fields' in changed ? { ...content(), ...changed } : content(changed)) as DisclosureContent;
