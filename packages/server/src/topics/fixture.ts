import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { operations, type Answer, type BoardSettings, type Operation, type OperationId, type Operations, type Topic } from '@sunlit/contract';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { writing, type Database } from '../database/database.ts';
import { CATEGORIES, CITY, answerOf, listening, type Server } from '../fixture.ts';
import { encoded, reasons } from '../requests/fixture.ts';
import { openRequestStore, readingRequests, writingRequests, type RequestStore } from '../requests/store.ts';
import { keepAnswer, publishAnswer } from './answers.ts';
import { loadTopic, type TopicOnRecord } from './record.ts';
import { boardSettings, keepBoardSettings } from './settings.ts';
import { takeTopicStep, type AskedTopicStep, type TopicBy } from './take.ts';

/** What the tests of topics share: residents who call over HTTP, and officers who take steps. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A device, by the token that it drew by lot. */
export const newDevice = (): string => Array.from({ length: 26 }, () => ALPHABET.charAt(randomInt(32))).join('');

/** What somebody writes. `changed` says what matters to the test. */
export const topic = (changed: object = {}): Record<string, unknown> => ({ agencyId: 'qinghe-water', purpose: 'disclose', title: '清河河道采砂许可', text: '想知道今年的采砂许可都发给了谁', channel: 'web', ...changed });

export const officer: TopicBy = { role: 'agency', person: { id: 'officer', name: '乙某某', post: '科员' } };

/** A challenge as the server makes them, but one that the first tries solve: a test that sends hundreds does not wait for its own work. */
export async function solvedAtOnce({ mac }: Pick<RequestStore, 'mac'>): Promise<string> {
  const secrets = { hmacSignatureSecret: mac('challenge', 'signature').toString('hex'), hmacKeySignatureSecret: mac('challenge', 'key').toString('hex') };
  const { parameters, signature = '' } = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, counter: 1, deriveKey, expiresAt: new Date(Date.now() + 600_000), ...secrets });
  const challenge = { parameters: { ...parameters }, signature };
  return encoded(challenge, await solveChallenge({ challenge, deriveKey }));
}

/** Calls an operation, with a new key where it makes something. */
export function call(server: Server, id: OperationId, { params = {}, query = {}, body, key = randomUUID() }: { params?: Record<string, string>; query?: Record<string, unknown>; body?: object; key?: string } = {}): Promise<Response> {
  const { method, path, creates }: Operation = operations[id];
  const url = new URL(server.url + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')));
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return fetch(url, { method, headers: { 'accept-language': 'en', ...(body ? { 'content-type': 'application/json' } : {}), ...(creates ? { 'idempotency-key': key } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
}

/** The same, where it must succeed and say what the contract says. */
export async function ask<const Id extends OperationId>(server: Server, id: Id, sent: Parameters<typeof call>[2] = {}): Promise<Answer<Operations[Id]>> {
  const response = await call(server, id, sent);
  const answer: unknown = await response.json();
  assert.equal(response.status, 200, `${id}: ${JSON.stringify(answer)}`);
  const valid = answerOf(operations[id]);
  assert.ok(valid(answer), `${id}: ${JSON.stringify(valid.errors)} ${JSON.stringify(answer)}`);
  return answer as Answer<Operations[Id]>;
}

/** Why it is refused. */
export const refused = async (...sent: Parameters<typeof call>): Promise<string[]> => reasons(await call(...sent));

/** Residents and officers of a small city at one server. */
export async function boards(database: Database, settings: Parameters<typeof listening>[1] = {}) {
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const server = await listening(database, settings);
  const store = openRequestStore(database, server.settings);
  const load = (id: string): Promise<TopicOnRecord> => loadTopic(readingRequests(store), { id });
  const take = (id: string, step: AskedTopicStep['step'], more: Partial<AskedTopicStep> = {}): Promise<TopicOnRecord> =>
    writingRequests(store, async (w) => takeTopicStep(w, await loadTopic(w, { id }), { step, by: officer, ...more }));
  const submit = async (changed: object = {}, device = newDevice()) => ({ device, ...(await ask(server, 'topics.submit', { body: { ...topic(changed), token: device, challenge: await solvedAtOnce(store) } })) });
  return {
    server, store, load, take, submit,
    solved: () => solvedAtOnce(store),
    /** Changes how a board works. */
    configure: async (agencyId: string, changed: Partial<BoardSettings>) => {
      const settings = await boardSettings(database.read, agencyId);
      assert.ok(settings);
      await writing(database, ({ db }) => keepBoardSettings(db, agencyId, { ...settings, ...changed }));
    },
    /** Writes a topic, and an officer lets it onto the board in other words. */
    open: async (changed: object = {}, device = newDevice()) => {
      const sent = await submit(changed, device);
      const { title, text, place, categoryId } = topic(changed) as { title: string; text?: string; place?: string; categoryId?: string };
      await take(sent.id, { type: 'approve' }, { approved: { title, ...(text === undefined ? {} : { text }), ...(place === undefined ? {} : { place }), ...(categoryId === undefined ? {} : { categoryId }) } });
      return sent;
    },
    support: async (id: string, device = newDevice(), basis: 'web' | 'kiosk' = 'web') => ask(server, 'topics.support', { params: { id }, body: { token: device, basis, challenge: await solvedAtOnce(store) } }),
    unsupport: (id: string, device: string) => ask(server, 'topics.unsupport', { params: { id }, body: { token: device } }),
    /** Takes up a topic, answers it and publishes that. */
    answer: async (id: string, changed: Partial<Parameters<typeof keepAnswer>[2]> = {}) => {
      await take(id, { type: 'claim', promise: { workdays: 10 } });
      const answer = { outcome: 'explained' as const, text: '许可证发给了三家企业', disclosures: [], files: [], post: '水政科', ...changed };
      await writingRequests(store, async (w) => {
        const loaded = await loadTopic(w, { id });
        await keepAnswer(w.db, loaded.row.no, answer);
        const answered = await takeTopicStep(w, loaded, { step: { type: 'answer', outcome: answer.outcome, disclosures: answer.disclosures.length, ...(answer.promise && { promise: { due: answer.promise.due } }) }, by: officer });
        await publishAnswer(w.db, loaded.row.no, answered.state.lastOn);
        await takeTopicStep(w, answered, { step: { type: 'publish' }, by: officer });
      });
    },
    get: (id: string): Promise<Topic> => ask(server, 'topics.get', { params: { id } }),
  };
}
