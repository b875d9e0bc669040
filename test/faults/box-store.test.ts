import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { randomNumbers } from '../../demo/generate.ts';
import type { StoreAnswer, StoreCall } from './box-store-process.ts';

/*
 * The process that holds what the page keeps on the box is killed while eight keys are written and removed as fast as it answers.
 * What it answered is there, nothing is half there, and nothing comes back.
 */
const KILLS = 15;
const KEYS = 8;

test(`${KILLS} kills lose nothing that was answered as stored`, { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-box-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const random = randomNumbers(20260903);
  const keys = Array.from({ length: KEYS }, (_, n) => `item ${n}`);
  /** Per key, what it may hold: what was answered last, and what was asked since without an answer. */
  const possible = new Map<string, (string | undefined)[]>(keys.map((key) => [key, [undefined]]));
  let answered = 0;
  let unanswered = 0;

  for (let kill = 0; kill <= KILLS; kill += 1) {
    const process_ = await started(folder);
    for (const key of keys) {
      const { value, damaged } = await process_.ask({ key, do: 'get' });
      assert.equal(damaged, 0, 'nothing is half there');
      assert.ok(possible.get(key)?.includes(value), `kill ${kill}, ${key} holds ${value?.slice(0, 20)}, but ${possible.get(key)?.map((one) => one?.slice(0, 20)).join(' or ')} was stored`);
      possible.set(key, [value]);
    }
    if (kill === KILLS) {
      await process_.kill();
      break;
    }
    let left = 1 + Math.floor(random() * 40);
    let killing: Promise<void> | undefined;
    await Promise.all(keys.map(async (key) => {
      while (killing === undefined) {
        const value = random() < 0.2 ? undefined : JSON.stringify(`${kill}-${key}-${random()}`.repeat(1 + Math.floor(random() ** 4 * 20_000)));
        possible.get(key)?.push(value);
        const done = await process_.ask(value === undefined ? { key, do: 'del' } : { key, do: 'set', value }).catch(() => undefined);
        if (done === undefined) {
          unanswered += 1;
          break;
        }
        answered += 1;
        possible.set(key, [value]);
        left -= 1;
        if (left === 0) killing = process_.kill();
      }
    }));
    await killing;
  }
  assert.ok(answered > 5 * KILLS && unanswered > KILLS, `${answered} writes were answered, ${unanswered} were cut`);
  assert.deepEqual(readdirSync(join(folder, 'damaged')), []);
});

async function started(folder: string) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'box-store-process.ts'), [folder], { execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] });
  const exit = once(child, 'exit');
  const asked = new Map<number, { readonly resolve: (answer: StoreAnswer) => void; readonly reject: (error: Error) => void }>();
  let count = 0;
  let isGone = false;
  const wait = (n: number) => new Promise<StoreAnswer>((resolve, reject) => asked.set(n, { resolve, reject }));
  child.on('message', (answer: StoreAnswer) => asked.get(answer.n)?.resolve(answer));
  child.once('exit', () => {
    isGone = true;
    for (const { reject } of asked.values()) reject(new Error('The process is gone'));
  });
  await wait(0);
  return {
    ask(call: StoreCall extends infer C ? (C extends StoreCall ? Omit<C, 'n'> : never) : never): Promise<StoreAnswer> {
      if (isGone) return Promise.reject(new Error('The process is gone'));
      count += 1;
      child.send({ ...call, n: count }, () => undefined);
      return wait(count);
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
