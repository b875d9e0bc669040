import assert from 'node:assert/strict';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { memoryStorage } from '@sunlit/client';
import { PinGuard } from './pin.ts';

const salt = randomBytes(16);
/** Of few iterations, for tests need no slow hash. */
const CHECK = { algorithm: 'PBKDF2-SHA256' as const, iterations: 1000, salt: salt.toString('base64'), hash: pbkdf2Sync('204816', salt, 1000, 32, 'sha256').toString('base64') };

test('the right PIN is right, and forgives the wrong ones before it', async () => {
  let now = 0;
  const guard = await new PinGuard(memoryStorage(), () => now).open();
  assert.deepEqual([await guard.check('204817', CHECK), await guard.check('204817', CHECK), await guard.check('204816', CHECK)], ['wrong', 'wrong', 'right']);
  assert.deepEqual([await guard.check('1', CHECK), await guard.check('', CHECK), guard.wait], ['wrong', 'wrong', 0]);
  assert.equal(await guard.check('2', CHECK), 'wrong');
  assert.equal(guard.wait, 30);
  assert.equal(await guard.check('204816', CHECK), 'waiting', 'also the right one');
  now += 30_000;
  assert.equal(await guard.check('204816', CHECK), 'right');
});

test('each further wrong one costs twice as long, a quarter of an hour at most', async () => {
  let now = 0;
  const guard = await new PinGuard(memoryStorage(), () => now).open();
  const waits: number[] = [];
  for (let n = 0; n < 9; n++) {
    assert.equal(await guard.check('1', CHECK), 'wrong');
    waits.push(guard.wait);
    now += guard.wait * 1000;
  }
  assert.deepEqual(waits, [0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test('a reload gives no more tries, not even in the middle of one', async () => {
  const storage = memoryStorage();
  const page = () => new PinGuard(storage, () => 0).open();
  for (let n = 0; n < 2; n++) assert.equal(await (await page()).check('1', CHECK), 'wrong');
  // The page goes away while this one is compared.
  void (await page()).check('2', CHECK);
  const after = await page();
  assert.equal(after.wait, 30);
  assert.equal(await after.check('204816', CHECK), 'waiting');
});

test('two at once are one', async () => {
  const guard = await new PinGuard(memoryStorage(), () => 0).open();
  assert.deepEqual(await Promise.all([guard.check('1', CHECK), guard.check('204816', CHECK)]), ['wrong', 'waiting']);
});
