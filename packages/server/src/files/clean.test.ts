import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type RemovedTrace } from '@sunlit/contract';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from 'pdf-lib';
import { clean } from './clean.ts';
import { DOCUMENT_XML, JPEG, SECRET, archive, docx, exif, gifWithTraces, mp3, mp4, pdf, photograph, png, pngWithTraces, webpWithTraces, wordBefore2007 } from './fixture.ts';
import { CompoundFile } from './formats/compound.ts';
import { Refusal, latin1, type Cleaned } from './formats/format.ts';
import { readExif } from './formats/exif.ts';
import { recognise } from './recognise.ts';

const cleaned = async (bytes: Uint8Array, name: string): Promise<Cleaned> => clean(bytes, await recognise(bytes, name));
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text) || Buffer.from(bytes).includes(Buffer.from(text, 'utf16le'));

/** Cleans it, and once more: nothing may be left to remove. */
async function withoutTraces(bytes: Uint8Array, name: string, removed: readonly RemovedTrace[]): Promise<Cleaned> {
  const result = await cleaned(bytes, name);
  assert.ok(!holds(result.bytes, SECRET), `${name} still names somebody`);
  assert.deepEqual([...result.removed].sort(), [...removed].sort());
  assert.deepEqual((await cleaned(result.bytes, name)).removed, [], 'once is enough');
  return result;
}

test('a photograph loses everything but the picture, its colours and which way is up', async () => {
  for (const orientation of [1, 3, 6, 8]) {
    const { bytes } = await withoutTraces(photograph(orientation), 'a.jpg', ['author', 'comment', 'other', 'place', 'preview']);
    if (orientation === 1) assert.deepEqual(Buffer.from(bytes), JPEG, 'byte for byte what the camera made of the picture');
    else assert.equal(readExif(bytes.subarray(2 + 4 + 6)).orientation, orientation);
    assert.ok(holds(bytes, 'ICC_PROFILE'));
    assert.deepEqual(Buffer.from(bytes).subarray(-200), JPEG.subarray(-200), 'the picture itself');
  }
  assert.equal((await cleaned(JPEG, 'a.jpeg')).bytes, JPEG, 'a clean one is left alone');
});

test('a PNG keeps its pixels', async () => {
  const { bytes } = await withoutTraces(pngWithTraces(6), 'a.png', ['author', 'other', 'place', 'times']);
  const at = Buffer.from(bytes).indexOf('IDAT');
  assert.deepEqual([...inflateSync(bytes.subarray(at + 4))], [0, 10, 20, 0, 30, 40]);
  assert.equal(readExif(bytes.subarray(Buffer.from(bytes).indexOf('eXIf') + 4)).orientation, 6);
  assert.deepEqual(Buffer.from((await withoutTraces(pngWithTraces(1), 'a.png', ['author', 'other', 'place', 'times'])).bytes), png());
});

test('WebP, GIF, MP3 and MP4 keep what is seen and heard', async () => {
  const webp = (await withoutTraces(webpWithTraces(), 'a.webp', ['author', 'other', 'place'])).bytes;
  assert.equal(Buffer.from(webp).readUInt32LE(4), webp.length - 8);
  assert.equal(readExif(webp.subarray(Buffer.from(webp).indexOf('EXIF') + 8)).orientation, 6);
  const gif = (await withoutTraces(gifWithTraces(), 'a.gif', ['comment'])).bytes;
  assert.ok(holds(gif, 'NETSCAPE2.0') && gif.at(-1) === 0x3b);
  assert.deepEqual(Buffer.from((await withoutTraces(mp3(), 'a.mp3', ['author', 'other'])).bytes), mp3(false));
  const film = mp4();
  const { bytes } = await withoutTraces(film, 'a.mp4', ['other', 'place']);
  assert.equal(bytes.length, film.length, 'nothing moves');
  assert.ok(!holds(bytes, '+31.2304') && holds(bytes, 'pictures'));
});

test('a Word document keeps its text and title, and loses who wrote it, also in its pictures', async () => {
  const { bytes, warnings } = await withoutTraces(docx(), 'a.docx', ['author', 'comment', 'organisation', 'other', 'place', 'preview', 'software', 'times']);
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) assert.ok(!holds(part, SECRET), name);
  assert.equal(Buffer.from(parts['word/document.xml']!).toString(), DOCUMENT_XML);
  assert.ok(holds(parts['docProps/core.xml']!, '<dc:title>采砂许可 &amp; 目录</dc:title>'));
  assert.equal(parts['docProps/thumbnail.jpeg'], undefined);
  assert.ok(!holds(parts['_rels/.rels']!, 'thumbnail') && holds(parts['_rels/.rels']!, 'word/document.xml'), 'nothing points to what is gone');
  assert.deepEqual(warnings, []);
});

test('what is part of a document is pointed out and stays', async () => {
  const w = (body: string) => DOCUMENT_XML.replace('<w:p>', `${body}<w:p>`);
  const warned = async (parts: Record<string, string>) => (await cleaned(docx(parts), 'a.docx')).warnings.map(({ code, values }) => `${code} ${values?.['count']}`);
  assert.deepEqual(await warned({ 'word/document.xml': w('<w:ins w:id="1"/><w:del w:id="2"/>') }), ['tracked-changes 2']);
  assert.deepEqual(await warned({ 'word/comments.xml': '<w:comments><w:comment w:author="x"/></w:comments>' }), ['comments 1']);
  assert.deepEqual(await warned({ 'word/document.xml': w('<w:vanish/>') }), ['hidden-text 1']);
  assert.deepEqual(await warned({ 'word/embeddings/oleObject1.bin': 'x' }), ['embedded-files 1']);
});

test('a workbook opens again with the same cells; its author is gone, hidden sheets and comments are pointed out', async () => {
  const book = new exceljs.Workbook();
  book.creator = SECRET;
  book.company = SECRET;
  const sheet = book.addWorksheet('采砂');
  sheet.addRow(['项目', 3]);
  sheet.getCell('A1').note = 'a note';
  book.addWorksheet('内部', { state: 'hidden' });
  const { bytes, removed, warnings } = await cleaned(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx');
  for (const [name, part] of Object.entries(unzipSync(bytes))) assert.ok(!holds(part, SECRET), name);
  assert.ok(removed.includes('author') && removed.includes('organisation'), removed.join());
  assert.deepEqual(warnings.map(({ code }) => code), ['comments', 'hidden-sheets']);
  const again = new exceljs.Workbook();
  await again.xlsx.load(bytes.slice().buffer);
  assert.deepEqual([again.getWorksheet('采砂')?.getCell('A1').value, again.getWorksheet('采砂')?.getCell('B1').value, again.creator ?? ''], ['项目', 3, '']);
});

test('the path where a workbook lay is forgotten', async () => {
  const book = (path: string) => archive({
    '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml': `<workbook><x15ac:absPath url="${path}" xmlns:x15ac="y"/></workbook>`,
  });
  const { bytes, removed } = await cleaned(book(`C:\\Users\\${SECRET}\\`), 'a.xlsx');
  assert.deepEqual(removed, ['path']);
  assert.equal(Buffer.from(unzipSync(bytes)['xl/workbook.xml']!).toString(), '<workbook><x15ac:absPath url="" xmlns:x15ac="y"/></workbook>');
});

test('a PDF keeps its pages, and loses information, XMP, traces in pictures and what was deleted only from sight', async () => {
  const before = await pdf();
  const { bytes, removed, warnings } = await cleaned(before, 'a.pdf');
  assert.deepEqual([...removed].sort(), ['author', 'comment', 'history', 'other', 'place', 'preview', 'software', 'times']);
  assert.deepEqual(warnings, []);
  const [old, document] = [await PDFDocument.load(before, { updateMetadata: false }), await PDFDocument.load(bytes, { updateMetadata: false })];
  assert.equal(document.getPageCount(), 1);
  assert.deepEqual([document.getAuthor(), document.getTitle(), document.getProducer(), document.catalog.get(PDFName.of('Metadata'))], [undefined, undefined, undefined, undefined]);
  assert.deepEqual(texts(document), texts(old), 'what the page says');
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const filter = object.dict.get(PDFName.of('Filter'));
    assert.ok(!holds(filter === PDFName.of('FlateDecode') ? decodePDFRawStream(object).decode() : object.contents, SECRET));
  }
  assert.deepEqual((await cleaned(bytes, 'a.pdf')).removed, [], 'once is enough');
});

function texts(document: PDFDocument): string[] {
  return document.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams = contents && 'asArray' in contents ? contents.asArray().map((ref) => document.context.lookup(ref)) : [contents];
    return streams.map((stream) => (stream instanceof PDFRawStream ? latin1(decodePDFRawStream(stream).decode()) : '')).join('\n');
  });
}

test('scripts, notes and files in a PDF are pointed out; one that is sealed stays as it is', async () => {
  const codes = async (options: Parameters<typeof pdf>[0]) => (await cleaned(await pdf(options), 'a.pdf')).warnings.map(({ code }) => code);
  assert.deepEqual(await codes({ scripts: true }), ['scripts']);
  assert.deepEqual(await codes({ notes: true }), ['annotations']);
  assert.deepEqual(await codes({ files: true }), ['embedded-files']);
  const sealed = await pdf({ signed: true });
  const result = await cleaned(sealed, 'a.pdf');
  assert.equal(result.bytes, sealed);
  assert.deepEqual([result.removed, result.warnings], [[], [{ code: 'signed', values: { count: 1 } }]]);
});

test('an OFD loses its author; one with a seal stays as it is', async () => {
  const parts = { 'OFD.xml': `<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title><ofd:Author>${SECRET}</ofd:Author></ofd:DocInfo></ofd:DocBody></ofd:OFD>`, 'Doc_0/Document.xml': '<a/>' };
  const { bytes, removed } = await cleaned(archive(parts), 'a.ofd');
  assert.deepEqual(removed, ['author']);
  assert.equal(Buffer.from(unzipSync(bytes)['OFD.xml']!).toString(), '<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title></ofd:DocInfo></ofd:DocBody></ofd:OFD>');
  const sealed = archive({ ...parts, 'Doc_0/Signs/Sign_0/Signature.xml': '<a/>' });
  assert.deepEqual((await cleaned(sealed, 'a.ofd')).warnings.map(({ code }) => code), ['signed']);
  assert.equal((await cleaned(sealed, 'a.ofd')).bytes, sealed);
});

test('a document of the old formats has its properties blanked in place, and a warning', async () => {
  const before = wordBefore2007();
  const { bytes, warnings } = await withoutTraces(before, 'a.doc', ['author', 'organisation']);
  assert.equal(bytes.length, before.length);
  assert.deepEqual(warnings, [{ code: 'old-format' }]);
  const file = new CompoundFile(bytes);
  const text = file.entries.find(({ name }) => name === 'WordDocument')!;
  assert.ok(holds(file.read(text), '河道采砂'), 'the text stays');
  assert.ok(holds(bytes, 'the title'), 'and the title');
});

test('nothing that is cut short or garbled gets through, or brings the reader down', async () => {
  const samples: [string, Buffer][] = [
    ['a.jpg', photograph()], ['a.png', pngWithTraces()], ['a.webp', webpWithTraces()], ['a.gif', gifWithTraces()], ['a.mp3', mp3()], ['a.mp4', mp4()], ['a.docx', docx()], ['a.doc', wordBefore2007()], ['a.pdf', await pdf()],
  ];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean(), async ([name, whole], cut, at, byte, garble) => {
    const bytes = garble ? Buffer.from(whole) : whole.subarray(0, cut % whole.length);
    if (garble) bytes[at % bytes.length] = byte;
    try {
      const { bytes: result } = await cleaned(bytes, name);
      // A byte that changed can turn a trace into a part of the picture; an end that is missing cannot.
      // A sound has no end that could be missed.
      if (!garble && name !== 'a.mp3') assert.ok(!holds(result, SECRET), name);
    } catch (error) {
      assert.ok(error instanceof Refusal || error instanceof RangeError, String(error));
    }
  }), { numRuns: 600 });
});

test('an EXIF that is nonsense has no orientation', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    const { orientation } = readExif(bytes);
    assert.ok(orientation >= 1 && orientation <= 8);
  }));
  assert.equal(readExif(exif(9)).orientation, 1);
});

test('the fixture of a PDF is what it says', async () => {
  const document = await PDFDocument.load(await pdf({ notes: true }), { updateMetadata: false });
  assert.ok(document.getPages()[0]!.node.Annots()?.lookup(0, PDFDict).get(PDFName.of('Contents')) instanceof PDFString);
});
