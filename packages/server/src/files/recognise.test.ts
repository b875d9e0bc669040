import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JPEG, archive, compound, docx, gifWithTraces, mp3, mp4, pdf, png, webpWithTraces, wordBefore2007, workbookBefore2007 } from './fixture.ts';
import { Refusal } from './formats/format.ts';
import { mediaTypeOf, recognise } from './recognise.ts';

const taken = async (bytes: Uint8Array, name: string) => (await recognise(bytes, name)).mediaType;

async function refused(bytes: Uint8Array | string, name: string, code: string): Promise<void> {
  await assert.rejects(recognise(Buffer.from(bytes), name), (error) => {
    assert.ok(error instanceof Refusal, `${name}: ${String(error)}`);
    assert.equal(error.code, code, name);
    return true;
  });
}

const SHEET = { main: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' };
const GB18030 = Buffer.from([0xba, 0xd3, 0xb5, 0xc0, 0xb2, 0xc9, 0xc9, 0xb0]);

test('what is taken is known by its content', async () => {
  assert.equal(await taken(await pdf(), '公告.PDF'), 'application/pdf');
  assert.equal(await taken(docx(), 'a.docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  assert.equal(await taken(docx({}, SHEET), 'a.xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  assert.equal(await taken(wordBefore2007(), 'a.doc'), 'application/msword');
  assert.equal(await taken(wordBefore2007(), 'a.wps'), 'application/wps-office.wps');
  assert.equal(await taken(workbookBefore2007([]), 'a.xls'), 'application/vnd.ms-excel');
  assert.equal(await taken(compound([{ name: 'PowerPoint Document', content: Buffer.alloc(5000) }]), 'a.ppt'), 'application/vnd.ms-powerpoint');
  assert.equal(await taken(archive({ 'OFD.xml': '<a/>' }), 'a.ofd'), 'application/ofd');
  assert.deepEqual(await Promise.all([taken(JPEG, 'a.jpg'), taken(png(), 'a.png'), taken(gifWithTraces(), 'a.gif'), taken(webpWithTraces(), 'a.webp'), taken(mp3(), 'a.mp3'), taken(mp4(), 'a.mp4')]),
    ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'audio/mpeg', 'video/mp4']);
  for (const text of [Buffer.from('河道，采砂\n'), Buffer.from('\ufeff河道'), GB18030, Buffer.from('MZ-1, BM, GIF are texts too')]) assert.equal(await taken(text, 'a.csv'), 'text/csv');
  assert.equal(await taken(archive({ '一/公告.txt': '公告', '二/图.png': png() }), 'a.zip'), 'application/zip');
  assert.equal(mediaTypeOf('A.JPEG'), 'image/jpeg');
});

test('a name that says something else than the content is refused', async () => {
  await refused(await pdf(), 'a.docx', 'file-name-contradicts');
  await refused(docx(), 'a.pdf', 'file-name-contradicts');
  await refused(docx(), 'a.zip', 'file-name-contradicts');
  await refused(docx(), 'a.xlsx', 'file-name-contradicts');
  await refused(png(), 'a.jpg', 'file-name-contradicts');
  await refused('only text', 'a.pdf', 'file-name-contradicts');
  await refused(wordBefore2007(), 'a.xls', 'file-name-contradicts');
  await refused(Buffer.from([1, 2, 3, 0, 200]), 'a.pdf', 'file-kind');
  for (const name of ['a.exe', 'a', 'a.pdf.', 'a.pdf.js', 'a.docm', 'a.svg', 'a.html', 'pdf', 'a.pdf:b', '__proto__', 'a.__proto__', 'a.constructor']) await refused(JPEG, name, 'file-extension');
});

test('pages, drawings, programs and macros are refused, whatever they are called', async () => {
  for (const text of ['<!DOCTYPE html><p>', ' \n<script>alert(1)</script>', '<svg onload="alert(1)">', '<?xml version="1.0"?><svg/>', '\ufeff<HTML>']) {
    await refused(text, 'a.txt', 'file-markup');
    await refused(text, 'a.pdf', 'file-markup');
  }
  await refused(Buffer.concat([Buffer.from('MZ\x90'), Buffer.alloc(100)]), 'a.pdf', 'file-executable');
  await refused('\x7fELF\x02\x01', 'a.txt', 'file-executable');
  await refused('#!/bin/sh\nrm', 'a.txt', 'file-executable');
  await refused(docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'file-macros');
  await refused(docx({}, { main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'a.docx', 'file-macros');
  await refused(wordBefore2007({ storages: ['Macros', 'VBA'] }), 'a.doc', 'file-macros');
  await refused(workbookBefore2007([[0x85, Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 65])]]), 'a.xls', 'file-macros');
  await refused(workbookBefore2007([[0x2f, Buffer.alloc(6)]]), 'a.xls', 'file-encrypted');
  await refused(compound([{ name: 'EncryptedPackage', content: Buffer.alloc(5000) }]), 'a.docx', 'file-encrypted');
  await refused(Buffer.from('a\0b'), 'a.txt', 'file-not-text');
  await refused('\xff\xfea\0b\0', 'a.txt', 'file-not-text');
  await refused('', 'a.txt', 'file-empty');
});

test('an archive holds only what could be uploaded alone, by paths that stay in it', async () => {
  await refused(archive({ 'b.exe': 'x' }), 'a.zip', 'file-in-archive');
  await refused(archive({ 'b.txt': '<script>' }), 'a.zip', 'file-in-archive');
  await refused(archive({ 'b.pdf': 'text' }), 'a.zip', 'file-in-archive');
  await refused(archive({ 'b.zip': archive({ 'c.txt': 'c' }) }), 'a.zip', 'file-archive-in-archive');
  for (const path of ['../b.txt', '/b.txt', 'c/../../b.txt', 'C:\\b.txt', '..\\b.txt']) await refused(archive({ [path]: 'x' }), 'a.zip', 'file-unsafe-path');
});

test('what unpacks to more than it says, or says more than we take, is refused before it fills the memory', async () => {
  const bomb = archive({ 'b.txt': Buffer.alloc(30_000_000) });
  const lying = Buffer.from(bomb);
  const central = lying.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  lying.writeUInt32LE(100, central + 24);
  const before = process.memoryUsage.rss();
  await refused(lying, 'a.zip', 'file-bomb');
  const honest = Buffer.from(bomb);
  honest.writeUInt32LE(3_000_000_000, central + 24);
  await refused(honest, 'a.zip', 'file-bomb');
  assert.ok(process.memoryUsage.rss() - before < 100_000_000);
  await refused(archive(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.txt`, 'x']))), 'a.zip', 'file-too-many-parts');
  const wrong = archive({ 'b.txt': 'the text' });
  wrong.writeUInt32LE(1, wrong.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 16);
  await refused(wrong, 'a.zip', 'file-in-archive');
  const locked = archive({ 'b.txt': 'x' });
  locked.writeUInt16LE(1, locked.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8);
  await refused(locked, 'a.zip', 'file-encrypted');
});
