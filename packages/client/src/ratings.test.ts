import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { json, problem, serve } from '../test/server.ts';
import { createClient, deviceToken, visitToken } from './index.ts';

const challenge = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 5, deriveKey, hmacSignatureSecret: 'server', keyPrefix: '0' });
const levels = { 'very-satisfied': 1, satisfied: 2, 'fairly-satisfied': 0, dissatisfied: 1, 'very-dissatisfied': 0 };
const rated = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', count: { n: 4, levels } };
const subject = { type: 'window', agencyId: 'qinghe', window: '社保综合窗口' } as const;

function listening() {
  const bodies: { readonly token?: string; readonly challenge?: string; readonly level: string }[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') bodies.push(await request.clone().json());
    return fetch(request);
  };
  return { bodies, send };
}

test('a rating goes with a solved challenge and the token of the device, and the same device says the same token', async () => {
  await using server = await serve(json(challenge), json(rated), json(challenge), json(rated), json(challenge), json(rated));
  const { bodies, send } = listening();
  const { ratings } = createClient({ baseUrl: server.url, fetch: send });
  const stages: string[] = [];
  assert.deepEqual(await ratings.create({ subject, level: 'satisfied' }, { onStage: (stage) => stages.push(stage) }), rated);
  await ratings.create({ subject, level: 'dissatisfied', words: '等了很久' });
  await ratings.create({ subject, level: 'satisfied' }, { token: visitToken() });
  assert.deepEqual(stages, ['solving', 'sending']);
  const [first, second, visit] = bodies;
  assert.equal(first?.token, deviceToken());
  assert.equal(second?.token, first?.token);
  assert.notEqual(visit?.token, first?.token);
  assert.ok(bodies.every((body) => body.challenge));
});

test('a challenge that was solved too slowly is solved anew', async () => {
  await using server = await serve(json(challenge), problem(400, 'challenge-refused'), json(challenge), json(rated));
  assert.deepEqual(await createClient({ baseUrl: server.url }).ratings.create({ subject, level: 'satisfied' }), rated);
});

test('a request is rated with its receipt alone, which stands in a header', async () => {
  const followUp = { due: '2026-04-14', workdays: 5, provisional: false };
  await using server = await serve(json({ id: rated.id, followUp }));
  const answer = await createClient({ baseUrl: server.url }).ratings.request({ receiptNo: '20260309-012345', secret: '7KQ2-MX9R-41TB' }, { level: 'very-dissatisfied' });
  assert.deepEqual(answer.followUp, followUp);
  assert.deepEqual(server.requests.map(({ url, headers }) => [url, headers.authorization]), [['/v1/requests/20260309-012345/rating', 'Receipt 7KQ2-MX9R-41TB']]);
});

test('tokens are of the contract, and no two visits have the same', () => {
  const tokens = [deviceToken(), ...Array.from({ length: 500 }, visitToken)];
  for (const token of tokens) assert.match(token, /^[0-9A-HJKMNP-TV-Z]{26}$/);
  assert.equal(new Set(tokens).size, tokens.length);
});
