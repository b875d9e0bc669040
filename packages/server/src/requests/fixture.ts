import assert from 'node:assert/strict';
import { pbkdf2Sync, randomUUID } from 'node:crypto';
import { operations, type Challenge, type Operation, type Problem, type Receipt, type TrackedRequest } from '@sunlit/contract';
import { solveChallenge } from 'altcha-lib';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import { answerOf, type Server } from '../fixture.ts';
import { loadRequest, type RequestOnRecord } from './record.ts';
import { openRequestStore, readingRequests, writingRequests, type RequestStore } from './store.ts';
import { takeStep, type AskedStep, type By } from './take.ts';

/** What the tests of requests share: an applicant who calls over HTTP, and an officer who takes steps. */

/** What somebody who does not exist asks for. `changed` says what matters to the test. */
export const asked = (changed: object = {}): Record<string, unknown> => ({
  agencyId: 'qinghe-water', channel: 'online', form: 'electronic', route: 'online',
  applicant: { type: 'naturalPerson', name: '甲某某', identity: { type: 'passport', number: 'E00000001' }, contact: { phone: '010-00000000' } },
  wanted: { title: '河道采砂许可', description: '2025年清河河道采砂许可证的核发情况' },
  ...changed,
});

export const officer: By = { role: 'agency', person: { id: 'officer', name: '乙某某', post: '科员' } };

/** A challenge of the server, solved, as ALTCHA encodes it. */
export async function solved({ url }: Pick<Server, 'url'>): Promise<string> {
  const challenge = (await (await fetch(`${url}/v1/challenge`)).json()) as Challenge;
  return encoded(challenge, await solveChallenge({ challenge: challenge as never, deriveKey }));
}

/** ALTCHA's own takes a turn of a thread for each try, of which there are hundreds: six times the processor time at the cost of tests. */
const deriveKey: DeriveKeyFunction = ({ cost, keyLength }, salt, password) => Promise.resolve({ derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256') });

export const encoded = (challenge: Challenge, solution: unknown) => Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

const isTracked = answerOf(operations['requests.track']);

/** Of a receipt what opens its request. */
export type Opening = Pick<Receipt, 'receiptNo' | 'secret'>;

/** Calls as who holds a receipt. */
export interface Holder<R extends Opening = Receipt> {
  readonly receipt: R;
  call(method: string, path: string, body?: object | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>;
  track(): Promise<TrackedRequest>;
  /** A step, or a file, and the request after it. */
  do(method: string, path: string, body?: object | Uint8Array): Promise<TrackedRequest>;
  refused(method: string, path: string, body?: object | Uint8Array): Promise<string[]>;
}

export function holder<R extends Opening>(server: Server, receipt: R): Holder<R> {
  const call: Holder['call'] = (method, path, body, headers) => {
    const bytes = body instanceof Uint8Array;
    return fetch(`${server.url}/v1/requests/${receipt.receiptNo}${path}`, {
      method,
      headers: {
        authorization: `Receipt ${receipt.secret}`, 'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json', 'idempotency-key': randomUUID() }), ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  };
  const perform: Holder['do'] = async (method, path, body) => {
    const response = await call(method, path, body);
    const answer = (await response.json()) as TrackedRequest;
    assert.equal(response.status, 200, `${method} ${path}: ${JSON.stringify(answer)}`);
    assert.ok(isTracked(answer), JSON.stringify(isTracked.errors));
    return answer;
  };
  return { receipt, call, do: perform, track: () => perform('GET', ''), refused: async (...sent) => reasons(await call(...sent)) };
}

/** A problem: `status code`, then `pointer code` of its parts. */
export async function reasons(response: Response): Promise<string[]> {
  const { type, status, errors = [] } = (await response.json()) as Problem;
  return [`${status} ${type.replace('urn:sunlit:problem:', '')}`, ...errors.map(({ pointer, code }) => `${pointer} ${code}`.trim())];
}

/** Sends a request as it stands. */
export function send(server: Server, body: object, key: string = randomUUID()): Promise<Response> {
  const { method, path }: Operation = operations['requests.submit'];
  return fetch(server.url + path, { method, headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': 'en' }, body: JSON.stringify(body) });
}

/** Files a request, with a solved challenge. */
export async function file(server: Server, changed: object = {}): Promise<Holder> {
  const response = await send(server, { ...asked(changed), challenge: await solved(server) });
  const receipt = (await response.json()) as Receipt;
  assert.equal(response.status, 200, JSON.stringify(receipt));
  return holder(server, receipt);
}

/** The store that a server uses, and steps taken in it as by an officer. */
export function backOffice(server: Server, database: RequestStore['database']) {
  const store = openRequestStore(database, server.settings);
  const load = ({ receipt: { receiptNo } }: Pick<Holder, 'receipt'>): Promise<RequestOnRecord> => loadRequest(readingRequests(store), { receiptNo });
  const take = ({ receipt: { receiptNo } }: Pick<Holder, 'receipt'>, step: AskedStep['step'], more: Partial<AskedStep> = {}) =>
    writingRequests(store, async (w) => takeStep(w, await loadRequest(w, { receiptNo }), { branch: 'main', step, by: officer, ...more }));
  return { store, load, take };
}
