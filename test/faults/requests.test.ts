import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Challenge, Receipt, TrackedRequest } from '@sunlit/contract';
import { migrate, openDatabase, saveAgencies } from '@sunlit/server';
import { solveChallenge } from 'altcha-lib';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import { randomNumbers } from '../../demo/generate.ts';
import { CITY } from '../../packages/server/src/fixture.ts';
import { asked } from '../../packages/server/src/requests/fixture.ts';
import { serveApi, type Served } from '../bench/serving.ts';

/*
 * The server is killed 30 times while four people file requests as fast as they can. Afterwards every receipt that was answered
 * is good, a call that was repeated under its key is the same request, and each request is there once and whole.
 */
const KILLS = 30;

/** A call, and the receipts that it was answered. */
interface Filing {
  readonly key: string;
  readonly body: object;
  readonly receipts: Receipt[];
}

test(`${KILLS} kills while requests are filed: every receipt that was answered can be followed, each request is there once`, { timeout: 480_000 }, async () => {
  process.env['CHALLENGE_COST'] = '1';
  const directory = mkdtempSync(join(tmpdir(), 'sunlit-kill-'));
  after(() => rmSync(directory, { recursive: true, force: true }));
  const database = openDatabase({ dataDirectory: directory });
  await migrate(database);
  await saveAgencies(database, CITY);
  await database.close();
  const random = randomNumbers(20260402);
  const filings: Filing[] = [];
  let answered = () => undefined as void;
  const killed = new Set<Served>();

  /** Files one request after the other until the server is gone; what may or may not have been filed is tried again with the same key. */
  const files = async (server: Served, name: string) => {
    for (let n = 0; !killed.has(server); n += 1) {
      const pending = filings.filter(({ receipts, key }) => receipts.length === 0 && key.endsWith(name.slice(-2)))[0];
      try {
        const filing = pending ?? { key: `kill-${name}-${n}-${name.slice(-2)}`, body: { ...asked({ wanted: { description: `第${name}-${n}号` } }), challenge: await solvedBy(server) }, receipts: [] };
        if (pending === undefined) filings.push(filing);
        const answer = await fetch(`${server.url}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': filing.key }, body: JSON.stringify(filing.body) });
        const receipt = (await answer.json()) as Receipt;
        assert.equal(answer.status, 200, JSON.stringify(receipt));
        filing.receipts.push(receipt);
        answered();
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        // The server is gone, or a connection was that was left of one before it.
      }
    }
  };

  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await serveApi(directory);
    let left = 1 + Math.floor(random() * 8);
    const enough = new Promise<void>((resolve) => (answered = () => void ((left -= 1) === 0 && resolve())));
    const people = Array.from({ length: 4 }, (_, n) => files(server, `${kill}-p${n}`));
    await enough;
    killed.add(server);
    await server.kill();
    await Promise.all(people);
  }

  const server = await serveApi(directory);
  after(() => server.stop());
  const sure = filings.filter(({ receipts }) => receipts.length > 0);
  assert.ok(sure.length > KILLS, `${sure.length} requests were answered a receipt`);
  for (const { receipts, body } of sure) {
    const [{ receiptNo = '', secret = '' } = {}] = receipts;
    const answer = await fetch(`${server.url}/v1/requests/${receiptNo}`, { headers: { authorization: `Receipt ${secret}` } });
    const tracked = (await answer.json()) as TrackedRequest;
    assert.equal(answer.status, 200, `${receiptNo} was answered and is gone`);
    assert.deepEqual([tracked.wanted, tracked.branches.map(({ events }) => events.length)], [(body as { wanted: object }).wanted, [1]]);
  }
  // Each again, under its key: the same receipt, and nothing twice.
  for (const { key, body, receipts } of filings) {
    const answer = await fetch(`${server.url}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
    const receipt = (await answer.json()) as Receipt;
    assert.equal(answer.status, 200, JSON.stringify(receipt));
    for (const before of receipts) assert.deepEqual(receipt, before);
  }
  await server.stop();
  const left = openDatabase({ dataDirectory: directory });
  after(() => left.close());
  const count = async (table: 'request' | 'request_case' | 'request_event') => (await left.read.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  assert.deepEqual([await count('request'), await count('request_case'), await count('request_event')], [filings.length, filings.length, filings.length]);
});

async function solvedBy({ url }: Served): Promise<string> {
  const challenge = (await (await fetch(`${url}/v1/challenge`)).json()) as Challenge;
  // Without a thread for each try, of which there are many.
  const deriveKey: DeriveKeyFunction = ({ cost, keyLength }, salt, password) => Promise.resolve({ derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256') });
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
