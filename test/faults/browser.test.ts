import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { publishMany, saveAgencies } from '@sunlit/server';
import { Life } from '../../packages/server/src/box/life.ts';
import { buildBox } from '../../packages/server/src/box/serve.ts';
import { keepBrowser, systemClock, type WatchEvent } from '../../packages/server/src/box/watch.ts';
import { CITY, content, listening, openSqlite } from '../../packages/server/src/fixture.ts';
import { builtPage, eventually, folderFor, openScreen } from './screen.ts';

/*
 * A real browser under the watchdog, with the line to the API cut for good: killed, its page crashed, its profile damaged on the disk.
 * Each time the page shows the whole directory again.
 */
const ROWS = 40;

/** What happens to the profile while the browser is dead. Files by their pattern below the profile. */
const DAMAGES: Readonly<Record<string, (files: (pattern: string) => string[]) => void>> = {
  'the log of IndexedDB is cut in half': (files) => files('Default/IndexedDB/*/*.log').forEach((path) => truncateSync(path, readFileSync(path).length >> 1)),
  'the manifest of IndexedDB is flipped': (files) => files('Default/IndexedDB/*/MANIFEST-*').forEach((path) => writeFileSync(path, readFileSync(path).map((byte) => byte ^ 0xff))),
  'the database is deleted': (files) => files('Default/IndexedDB/*').forEach((path) => rmSync(path, { recursive: true })),
  'the start of the database is deleted': (files) => files('Default/IndexedDB/*/CURRENT').forEach((path) => rmSync(path)),
  'the preferences are garbled': (files) => files('Default/Preferences').forEach((path) => writeFileSync(path, '{"profile":')),
};

test('killed, crashed, or with a damaged profile, the screen shows its home again, without a line', { timeout: 290_000 }, async (context) => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  await publishMany(database, Array.from({ length: ROWS }, (_, n) => ({ content: content({ title: `第${n}号`, agencyId: 'liuhe-tuanjie' }), publishedOn: '2026-01-01' })));
  const line = await lineTo((await listening(database)).url);
  const life = new Life();
  const told: unknown[] = [];
  const folder = folderFor('box');
  const box = await buildBox({ api: new URL(`${line.url}/`), agency: 'liuhe-tuanjie', folder, appFolder: await builtPage(), life, tell: (trouble) => told.push(trouble) });
  const url = await box!.server.listen({ host: '127.0.0.1', port: 0 });
  after(() => box!.server.close());
  const screen = await openScreen(`${url}/kiosk/`, folderFor('browser'));

  const events: WatchEvent[] = [];
  const ending = new AbortController();
  let damage: () => void = () => undefined;
  let forceFresh: boolean | undefined = false;
  const watching = Promise.all([
    box!.follow(ending.signal),
    keepBrowser({
      start: async (fresh) => {
        damage();
        damage = () => undefined;
        return screen.start(forceFresh ?? fresh);
      },
      life, silence: 30_000, tell: (event) => events.push(event),
      // Its pauses are tested elsewhere.
      clock: { ...systemClock, wait: (milliseconds, ...more) => systemClock.wait(Math.min(milliseconds, 1_000), ...more) },
    }, ending.signal),
  ]);
  after(async () => {
    ending.abort();
    await watching;
  });
  const home = () => screen.page((page) => page.locator('#home', { hasText: `家 ${ROWS}` }).waitFor({ timeout: 60_000 }));
  /** Until the browser that is started next shows its home. */
  const again = async (restarts: number) => {
    await eventually(async () => (life.restarts > restarts ? true : undefined));
    await home();
    await eventually(async () => (life.at !== undefined && performance.now() - life.at < 5_000 ? true : undefined));
  };

  await home();
  await eventually(async () => (globSync('snapshot/*.list', { cwd: folder }).length > 0 ? true : undefined));
  line.cut();

  await context.test('the browser is killed', async () => {
    await screen.kill();
    await again(0);
    assert.equal(events.at(-1)?.event, 'died');
  });

  await context.test('the page crashes ("Aw, Snap!"), and no process dies', async () => {
    const { restarts } = life;
    await screen.page(async (page) => {
      // No answer comes of a page that is gone.
      const gone = new Promise((resolve) => page.once('crash', resolve).once('close', resolve));
      await Promise.race([gone, page.goto('chrome://crash').catch(() => undefined)]);
    });
    await again(restarts);
    assert.equal(events.at(-1)?.event, 'silent');
  });

  for (const [name, harm] of Object.entries(DAMAGES)) {
    await context.test(name, async () => {
      const { restarts } = life;
      damage = () => harm((pattern) => {
        const found = globSync(pattern, { cwd: screen.profile }).map((path) => join(screen.profile, path));
        assert.ok(found.length > 0, `there is no ${pattern}`);
        return found;
      });
      await screen.kill();
      await again(restarts);
    });
  }

  await context.test('everything in the profile is garbled: a new one is made', async () => {
    const { restarts } = life;
    forceFresh = undefined;
    damage = () => globSync('**', { cwd: screen.profile, withFileTypes: true }).filter((entry) => entry.isFile()).forEach(({ parentPath, name }) => writeFileSync(join(parentPath, name), 'x'.repeat(100)));
    await screen.kill();
    await again(restarts);
    const last = events.at(-1);
    assert.deepEqual([last?.event, last?.event === 'died' && last.fresh], ['died', true]);
    assert.ok(existsSync(join(screen.profile, 'Default')));
  });
  assert.deepEqual(told, []);
});

/** A line that can be cut for good. */
async function lineTo(url: string) {
  const open = new Set<() => void>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    const end = () => (near.destroy(), far.destroy());
    open.add(end);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', end).on('close', () => open.delete(end));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    server.close();
    for (const end of open) end();
  };
  after(cut);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut };
}
