import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalRecord, contentHash, leafHash, leafHashOfBytes, type PublicRecord } from './record.ts';
import { utf8 } from './utf8.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const record: PublicRecord = {
  seq: 7, time: '2026-03-09T02:11:05.000Z', type: 'published', subject: '01JNWATER0000000000000000A', revision: 1,
  contentHash: contentHash({ title: '河道采砂公告' }, sha256),
};

test('hashes leaves as RFC 9162 (vectors of certificate-transparency)', () => {
  const vectors: [string, string][] = [
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
  ];
  for (const [entry, leaf] of vectors) assert.equal(leafHashOfBytes(Buffer.from(entry, 'hex'), sha256), leaf);
});

test('writes a record with its six properties only, in canonical order', () => {
  const withMore = { ...record, applicant: '张三' };
  assert.equal(
    canonicalRecord(withMore),
    `{"contentHash":"${record.contentHash}","revision":1,"seq":7,"subject":"01JNWATER0000000000000000A","time":"2026-03-09T02:11:05.000Z","type":"published"}`,
  );
  assert.equal(leafHash(withMore, sha256), createHash('sha256').update('\0' + canonicalRecord(record)).digest('hex'));
});

test('every property of a record changes its leaf', () => {
  const changes: Partial<PublicRecord>[] = [
    { seq: 8 }, { time: '2026-03-09T02:11:05.001Z' }, { type: 'amended' }, { subject: 'x' }, { revision: 2 }, { contentHash: '' },
  ];
  const leaves = changes.map((change) => leafHash({ ...record, ...change }, sha256));
  assert.equal(new Set([...leaves, leafHash(record, sha256)]).size, changes.length + 1);
});

test('hashes content whatever the order of its properties', () => {
  const expected = createHash('sha256').update('{"body":"采砂","title":"公告"}').digest('hex');
  assert.equal(contentHash({ title: '公告', body: '采砂' }, sha256), expected);
});

test('refuses a sequence number that cannot be written exactly', () => {
  assert.throws(() => canonicalRecord({ ...record, seq: 2 ** 53 }), TypeError);
  assert.throws(() => canonicalRecord({ ...record, seq: 1.5 }), TypeError);
});

test('encodes UTF-8 as the platform does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.deepEqual(utf8(text), new TextEncoder().encode(text));
    }),
  );
});
