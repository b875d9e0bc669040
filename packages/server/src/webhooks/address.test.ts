import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { ForbiddenAddress, allowedAddresses, isPublicAddress, type Resolve } from './address.ts';
import { seal } from './seal.ts';
import { send } from './send.ts';

const never: Resolve = () => Promise.reject(new Error('not asked'));
const hostOf = (url: string) => new URL(url).hostname;

/** Forms of addresses that lead where no webhook may go, as somebody might write them. */
const FORBIDDEN = [
  'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://0/', 'https://0.0.0.0/', 'https://１２７.0.0.1/', 'https://127。0。0。1/',
  'https://10.1.2.3/', 'https://167772161/', 'https://172.16.0.1/', 'https://172.31.255.255/', 'https://192.168.1.1/', 'https://0xc0a80101/', 'https://100.64.0.1/', 'https://169.254.169.254/', 'https://2852039166/',
  'https://192.0.0.1/', 'https://192.0.2.1/', 'https://192.88.99.1/', 'https://198.18.0.1/', 'https://198.51.100.1/', 'https://203.0.113.1/', 'https://224.0.0.1/', 'https://239.255.255.250/', 'https://255.255.255.255/',
  'https://[::]/', 'https://[::1]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::ffff:8.8.8.8]/', 'https://[::127.0.0.1]/', 'https://[64:ff9b::7f00:1]/', 'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/', 'https://[2001:0:7f00:1::]/', 'https://[2001:db8::1]/', 'https://[3fff::1]/', 'https://[fe80::1]/', 'https://[fec0::1]/', 'https://[fc00::1]/', 'https://[fd12:3456::1]/', 'https://[ff02::1]/', 'https://[100::1]/', 'https://[5f00::1]/',
];
const ALLOWED = ['https://8.8.8.8/', 'https://134744072/', 'https://172.15.255.255/', 'https://172.32.0.1/', 'https://100.128.0.1/', 'https://169.253.1.1/', 'https://223.255.255.255/', 'https://[2400:3200::1]/', 'https://[2606:4700:4700::1111]/', 'https://[2001:4860:4860::8888]/'];

test('only addresses of the whole Internet may be reached, however they are written', async () => {
  for (const url of FORBIDDEN) await assert.rejects(allowedAddresses(hostOf(url), { local: false, resolve: never }), ForbiddenAddress, url);
  for (const url of ALLOWED) assert.equal((await allowedAddresses(hostOf(url), { local: false, resolve: never })).length, 1, url);
  assert.equal(isPublicAddress('example.org'), false);
});

test('a name is judged by all its addresses', async () => {
  const resolving = (...addresses: string[]) => ({ local: false, resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) });
  await allowedAddresses('good.example', resolving('8.8.8.8', '2400:3200::1'));
  for (const [...bad] of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], ['8.8.8.8', 'fe80::1%eth0'], ['::ffff:10.0.0.1']]) {
    await assert.rejects(allowedAddresses('bad.example', resolving(...bad)), ForbiddenAddress, bad.join());
  }
  await assert.rejects(allowedAddresses('none.example', resolving()), /no address/);
});

test('a name that answers differently the second time is judged the second time, too, and nothing is connected to', async () => {
  let connections = 0;
  const server = createServer((_request, response) => response.end()).on('connection', () => (connections += 1)).listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  let asked = 0;
  const rebinding: Resolve = async () => [{ address: (asked += 1) === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }];
  assert.deepEqual(await send(new URL(`https://rebinding.example:${port}/`), {}, '{}', { local: false, resolve: rebinding }), { reason: 'forbidden-address' });
  assert.deepEqual([asked, connections], [2, 0]);
  assert.deepEqual(await send(new URL(`https://127.0.0.1:${port}/`), {}, '{}', { local: false, resolve: never }), { reason: 'forbidden-address' });
  assert.deepEqual(await send(new URL(`http://8.8.8.8:${port}/`), {}, '{}', { local: false, resolve: never }), { reason: 'forbidden-address' });
  assert.equal(connections, 0);
  // What was judged is what is connected to: the name itself means nothing to this machine.
  assert.deepEqual(await send(new URL(`http://pinned.example:${port}/`), {}, '{}', { local: true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] }), { status: 200 });
  assert.equal(connections, 1);
});

test('what is sealed opens for its owner and with the same secret only', () => {
  const sealed = seal('secret one').close('whsec_abc', 'owner');
  assert.ok(!Buffer.from(sealed, 'base64url').includes('whsec'));
  assert.equal(seal('secret one').open(sealed, 'owner'), 'whsec_abc');
  assert.throws(() => seal('secret two').open(sealed, 'owner'));
  assert.throws(() => seal('secret one').open(sealed, 'another'));
  assert.throws(() => seal('secret one').open(`A${sealed.slice(1)}`.replace(/^AA/, 'BA'), 'owner'));
});
