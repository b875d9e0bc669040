import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { office } from '../drafts/office.ts';
import { archive, docx, pdf } from '../files/fixture.ts';
import { onEachEngine } from '../fixture.ts';
import { directoryOf } from './files.ts';
import { backOffice, file, reasons } from './fixture.ts';

const at = (name: string, purpose = 'attachment') => `/attachments?${new URLSearchParams({ name, purpose }).toString()}`;

onEachEngine('attachments of a request', (open) => {
  test('are told by their content, sealed, and kept once however often they come', async () => {
    const { server, database } = await office(open);
    const { store, load } = backOffice(server, database);
    const applicant = await file(server);
    const bytes = await pdf();
    await Promise.all([1, 2, 3].map(() => applicant.do('PUT', at('证明.pdf'), bytes)));
    await applicant.do('PUT', at('身份证.docx', 'identity'), docx());
    const tracked = await applicant.do('PUT', at('名单.zip'), archive({ '名单.txt': '名单' }));
    assert.deepEqual(tracked.attachments.map(({ name, size }) => [name, size]), [['证明.pdf', bytes.length], ['身份证.docx', docx().length], ['名单.zip', archive({ '名单.txt': '名单' }).length]]);
    const { row, events } = await load(applicant);
    assert.equal(readdirSync(directoryOf(store, row.id)).length, 3);
    assert.deepEqual(events.map(({ type, role }) => [type, role]), [['submit', 'applicant'], ['file', 'applicant'], ['file', 'applicant'], ['file', 'applicant']]);
    assert.deepEqual(readdirSync(`${server.settings.dataDirectory}/uploads`), [], 'nothing of them lay on the disk in clear');
  });

  test('are refused for what they are, and nothing of them stays', async () => {
    const { server, database } = await office(open);
    const { store, load } = backOffice(server, database);
    const applicant = await file(server);
    const bomb = archive({ 'b.txt': Buffer.alloc(3_000_000) });
    bomb.writeUInt32LE(100, bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    const executable = Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1');
    const table: [string, Buffer, ...string[]][] = [
      ['a.pdf', executable, '400 invalid-input', '/body file-executable'],
      ['a.exe', executable, '400 invalid-input', '/query/name file-extension'],
      ['a.pdf', Buffer.concat([executable, await pdf()]), '400 invalid-input', '/body file-executable'],
      ['a.png', await pdf(), '400 invalid-input', '/query/name file-name-contradicts'],
      ['a.pdf', Buffer.from('<html><script>alert(1)</script>'), '400 invalid-input', '/body file-markup'],
      ['a.txt', Buffer.from('<html><script>alert(1)</script>'), '400 invalid-input', '/body file-markup'],
      ['a.svg', Buffer.from('<svg/>'), '400 invalid-input', '/query/name file-extension'],
      ['a.zip', bomb, '400 invalid-input', '/body file-bomb'],
      ['a.zip', archive({ 'b.exe': executable }), '400 invalid-input', '/body file-in-archive'],
      ['a.zip', archive({ '../b.txt': 'x' }), '400 invalid-input', '/body file-unsafe-path'],
      ['a.pdf', Buffer.alloc(0), '400 invalid-input', '/body file-empty'],
      ['../../etc/passwd.txt', Buffer.from('x'), '400 invalid-input', '/query/name file-name'],
      ['..\\a.txt', Buffer.from('x'), '400 invalid-input', '/query/name file-name'],
      ['..', Buffer.from('x'), '400 invalid-input', '/query/name file-name'],
      ['a\u202etxt.pdf', Buffer.from('x'), '400 invalid-input', '/query/name pattern'],
      ['a\0.txt', Buffer.from('x'), '400 invalid-input', '/query/name pattern'],
      ['a.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'x'), '413 too-large', '/body file-too-large'],
    ];
    for (const [name, bytes, ...expected] of table) assert.deepEqual(await applicant.refused('PUT', at(name), bytes), expected, name);
    const json = await applicant.call('PUT', at('a.txt'), { a: 1 });
    assert.deepEqual(await reasons(json), ['415 unsupported-media-type']);
    // In pieces whose sum nobody has said before.
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
    const response = await fetch(`${server.url}/v1/requests/${applicant.receipt.receiptNo}${at('a.txt')}`, {
      method: 'PUT', headers: { authorization: `Receipt ${applicant.receipt.secret}`, 'content-type': 'application/octet-stream' }, body: endless, duplex: 'half',
    } as RequestInit).then(({ status }) => status, () => 'cut off');
    assert.ok(response === 413 || response === 'cut off', String(response));
    const stranger = await applicant.call('PUT', at('a.txt'), Buffer.from('x'), { authorization: `Receipt ${(await file(server)).receipt.secret}` });
    assert.deepEqual(await reasons(stranger), ['401 receipt-refused']);
    assert.deepEqual((await applicant.track()).attachments, []);
    const { row, events } = await load(applicant);
    assert.equal(events.length, 1);
    assert.throws(() => readdirSync(directoryOf(store, row.id)), /ENOENT/);
  });

  test('are ten at most, and none after the agency has decided', async () => {
    const { server, database } = await office(open);
    const { take } = backOffice(server, database);
    const applicant = await file(server);
    for (const type of ['receive', 'register'] as const) await take(applicant, { type });
    const bytes = Buffer.from('附件');
    await Promise.all(Array.from({ length: 12 }, (_, index) => applicant.call('PUT', at(`${index % 11}.txt`), bytes)));
    const tracked = await applicant.track();
    assert.deepEqual([tracked.attachments.length, tracked.mayAttach], [10, false]);
    assert.deepEqual(await applicant.refused('PUT', at('eleventh.txt'), bytes), ['409 not-possible', 'too-many-files']);
    assert.equal((await applicant.do('PUT', at(tracked.attachments[0]!.name), bytes)).attachments.length, 10, 'one that is there may come again');
    await take(applicant, { type: 'decide', reply: { outcome: 'granted', remedy: 'either' } });
    assert.deepEqual(await applicant.refused('PUT', at('late.txt'), bytes), ['409 not-possible', 'decided']);
  });
});
