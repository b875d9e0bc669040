import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Receipt, TrackedRequest } from '@sunlit/contract';
import { openDatabase } from '@sunlit/server';
import { asked, solved } from '../../packages/server/src/requests/fixture.ts';
import type { Served } from '../bench/serving.ts';

/** A call, and the receipts that it was answered. */
export interface Filing {
  readonly key: string;
  /** Who files it, and goes on trying. */
  readonly person: string;
  readonly body: { readonly wanted: object };
  readonly receipts: Receipt[];
}

/** Files one request after the other until the server is gone; what may or may not have been filed is tried again with the same key. */
export async function fileRequests(server: Served, person: string, filings: Filing[], { isGone, acknowledged }: { readonly isGone: () => boolean; readonly acknowledged: () => void }): Promise<void> {
  while (!isGone()) {
    try {
      const pending = filings.find(({ receipts, person: other }) => receipts.length === 0 && other === person);
      const filing = pending ?? await begin(server, person, filings.length);
      if (pending === undefined) filings.push(filing);
      const receipt = await send(server, filing);
      filing.receipts.push(receipt);
      acknowledged();
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      // The server is gone, or a connection was that was left of one before it.
    }
  }
}

async function begin(server: Served, person: string, n: number): Promise<Filing> {
  const wanted = { description: `第${person}-${n}号` };
  return { key: `kill-${person}-${n}`, person, body: { ...asked({ wanted }), wanted, challenge: await solved(server) } as Filing['body'], receipts: [] };
}

/** Every receipt that was answered is good, a call repeated under its key is the same request, and each is there once and whole. */
export async function everyReceiptHolds(server: Served, filings: readonly Filing[], dataDirectory: string): Promise<void> {
  for (const { receipts: [receipt], body } of filings) {
    if (receipt === undefined) continue;
    const answer = await fetch(`${server.url}/v1/requests/${receipt.receiptNo}`, { headers: { authorization: `Receipt ${receipt.secret}` } });
    const tracked = (await answer.json()) as TrackedRequest;
    assert.equal(answer.status, 200, `${receipt.receiptNo} was answered and is gone`);
    assert.deepEqual([tracked.wanted, tracked.branches.map(({ events }) => events.length)], [body.wanted, [1]]);
  }
  for (const filing of filings) {
    const receipt = await send(server, filing);
    for (const before of filing.receipts) assert.deepEqual(receipt, before);
  }
  const left = openDatabase({ dataDirectory });
  after(() => left.close());
  const count = async (table: 'request' | 'request_case' | 'request_event') => (await left.read.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  assert.deepEqual([await count('request'), await count('request_case'), await count('request_event')], [filings.length, filings.length, filings.length]);
}

async function send({ url }: Served, { key, body }: Filing): Promise<Receipt> {
  const answer = await fetch(`${url}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
  const receipt = (await answer.json()) as Receipt;
  assert.equal(answer.status, 200, JSON.stringify(receipt));
  return receipt;
}
