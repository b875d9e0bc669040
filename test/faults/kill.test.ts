import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Disclosure, DisclosurePage, Draft } from '@sunlit/contract';
import { migrate, openDatabase, saveAgencies } from '@sunlit/server';
import { randomNumbers } from '../../demo/generate.ts';
import { CITY, content, staffMember } from '../../packages/server/src/fixture.ts';
import { serveApi, type Served } from '../bench/serving.ts';
import { everyReceiptHolds, fileRequests, type Filing } from './filing.ts';

/*
 * The server is killed 30 times while four members of staff write and four people file requests as fast as they can. Afterwards
 * nothing that was acknowledged is lost: what is published is published whole (readable, listed, found, counted, in the feed
 * once), and every receipt is good for a request that is there once.
 */
const KILLS = 30;

type Headers = Record<string, string>;
interface Acknowledged {
  /** The highest version of each draft that the server said it had saved. */
  readonly versions: Map<string, number>;
  /** The disclosures it said it had published, by draft. */
  readonly published: Map<string, string>;
  /** Called at each acknowledgement. */
  acknowledged: () => void;
}

test(`${KILLS} kills during writes lose nothing acknowledged, no receipt, and leave nothing half published`, { timeout: 480_000 }, async () => {
  process.env['CHALLENGE_COST'] = '1';
  const directory = mkdtempSync(join(tmpdir(), 'sunlit-kill-'));
  after(() => rmSync(directory, { recursive: true, force: true }));
  const { editor, reviewer, publisher } = await seeded(directory);
  const random = randomNumbers(20260401);
  const said: Acknowledged = { versions: new Map(), published: new Map(), acknowledged: () => undefined };
  const filings: Filing[] = [];

  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await serveApi(directory);
    // At once after an acknowledgement, while the others' writes are on their way.
    let left = 1 + Math.floor(random() * 80);
    const enough = new Promise<void>((resolve) => (said.acknowledged = () => void ((left -= 1) === 0 && resolve())));
    const writers = Array.from({ length: 4 }, (_, n) => write(server, { editor, reviewer, publisher }, said, `${kill}-${n}`));
    let gone = false;
    const people = Array.from({ length: 4 }, (_, n) => fileRequests(server, `p${n}`, filings, { isGone: () => gone, acknowledged: () => said.acknowledged() }));
    await enough;
    gone = true;
    await server.kill();
    await Promise.all([...writers, ...people]);
  }

  const server = await serveApi(directory);
  after(() => server.stop());
  assert.ok(said.versions.size > KILLS && said.published.size > KILLS, `${said.versions.size} drafts and ${said.published.size} publications were acknowledged`);
  for (const [id, version] of said.versions) {
    const draft = await read<Draft>(server, `/v1/drafts/${id}`, editor);
    assert.ok(draft.version >= version, `draft ${id}: version ${draft.version}, acknowledged ${version}`);
  }
  for (const [draft, disclosure] of said.published) {
    assert.equal((await read<Draft>(server, `/v1/drafts/${draft}`, editor)).disclosureId, disclosure);
  }
  const listed = await everything(server);
  for (const id of said.published.values()) assert.ok(listed.has(id), `${id} was acknowledged as published and is not listed`);
  const feed = await read<{ items: { seq: number; id: string }[]; latest: number }>(server, '/v1/changes?limit=1000');
  assert.deepEqual(feed.items.map(({ seq }) => seq), Array.from({ length: feed.latest }, (_, index) => index + 1), 'the feed has no gap');
  assert.deepEqual(feed.items.map(({ id }) => id).sort(), [...listed.keys()].sort(), 'what is listed is in the feed, once');
  for (const [id, title] of listed) {
    const disclosure = await read<Disclosure>(server, `/v1/disclosures/${id}`);
    assert.equal(disclosure.title, title);
    const found = await read<DisclosurePage>(server, `/v1/disclosures?q=${encodeURIComponent(title)}`);
    assert.ok(found.items.some((item) => item.id === id), `${id} is not found by its title`);
  }
  assert.ok(filings.filter(({ receipts }) => receipts.length > 0).length > KILLS, `${filings.length} requests were filed`);
  await everyReceiptHolds(server, filings, directory);
});

/** A database with a small city and three of the water bureau's staff, before any server runs on it. */
async function seeded(dataDirectory: string): Promise<{ editor: Headers; reviewer: Headers; publisher: Headers }> {
  const database = openDatabase({ dataDirectory });
  await migrate(database);
  await saveAgencies(database, CITY);
  const as = async (role: 'editor' | 'reviewer' | 'publisher') => (await staffMember(database, { username: role, grants: [{ agencyId: 'qinghe-water', role }] })).headers;
  const staff = { editor: await as('editor'), reviewer: await as('reviewer'), publisher: await as('publisher') };
  await database.close();
  return staff;
}

/** Writes, reviews and publishes one text after the other until the server is gone. */
async function write({ url }: Served, staff: { editor: Headers; reviewer: Headers; publisher: Headers }, said: Acknowledged, name: string): Promise<void> {
  const send = async (as: Headers, path: string, body: unknown, more: Headers = {}, method = 'POST'): Promise<Draft> => {
    const answer = await fetch(url + path, { method, headers: { 'content-type': 'application/json', ...as, ...more }, body: JSON.stringify(body) });
    const draft = (await answer.json()) as Draft;
    assert.equal(answer.status, 200, JSON.stringify(draft));
    said.versions.set(draft.id, Math.max(draft.version, said.versions.get(draft.id) ?? 0));
    if (draft.disclosureId !== undefined) said.published.set(draft.id, draft.disclosureId);
    said.acknowledged();
    return draft;
  };
  for (let n = 0; ; n += 1) {
    const title = `关于第${name}-${n}号事项的通知`;
    try {
      let draft = await send(staff.editor, '/v1/drafts', { content: content({ title }) }, { 'idempotency-key': `kill-${name}-${n}` });
      draft = await send(staff.editor, `/v1/drafts/${draft.id}`, { content: content({ title, summary: '改后的摘要' }), version: draft.version }, {}, 'PUT');
      draft = await send(staff.editor, `/v1/drafts/${draft.id}/submit`, { version: draft.version });
      draft = await send(staff.reviewer, `/v1/drafts/${draft.id}/approve`, { version: draft.version, checks: ['no-state-secret', 'no-personal-data', 'no-trade-secret', 'safe', 'accurate'] });
      await send(staff.publisher, `/v1/drafts/${draft.id}/publish`, { version: draft.version });
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      // The server is gone: whatever it did not answer may have happened or not.
      return;
    }
  }
}

async function read<T>({ url }: Served, path: string, headers: Headers = {}): Promise<T> {
  const answer = await fetch(url + path, { headers });
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as T;
}

/** Every listed disclosure by id, with its title. */
async function everything(server: Served): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  let total: number;
  let cursor: string | undefined;
  do {
    const page = await read<DisclosurePage>(server, `/v1/disclosures?limit=100${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { id, title } of page.items) all.set(id, title);
    ({ value: total } = page.total);
    cursor = page.next;
  } while (cursor !== undefined);
  assert.equal(all.size, total, 'the count is of what is listed');
  return all;
}
