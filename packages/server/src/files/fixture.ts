import { crc32, deflateSync } from 'node:zlib';
import { zipSync, type Zippable } from 'fflate';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';

/* Small files of each kind as programs write them, with traces of a person who does not exist. */

export const SECRET = 'Canary Person';
const text = (value: string) => Buffer.from(value);
const latin1 = (value: string) => Buffer.from(value, 'latin1');

/** 16 by 8 pixels with a colour profile, as a browser wrote it. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChj' +
  'cHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAA' +
  'AAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNi' +
  'UFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA' +
  'AAEF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAME/8QAGREAAgMBAAAAAAAAAAAAAAAAAEIEgcEF/9oADAMBAAIRAxEAPwDEQCwGrSvrpeH/2Q==', 'base64');

/** A TIFF structure with artist, orientation and a directory of the place. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(100);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(3, 8);
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16BE(tag, 10 + index * 12);
    tiff.writeUInt16BE(type, 12 + index * 12);
    tiff.writeUInt32BE(count, 14 + index * 12);
    if (type === 3) tiff.writeUInt16BE(value, 18 + index * 12);
    else tiff.writeUInt32BE(value, 18 + index * 12);
  };
  entry(0, 0x0112, 3, 1, orientation);
  entry(1, 0x013b, 2, SECRET.length, 60);
  entry(2, 0x8825, 4, 1, 80);
  tiff.write(SECRET, 60, 'latin1');
  return tiff;
}

const segment = (marker: number, content: Uint8Array) => Buffer.concat([Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff), content]);

/** The same picture as a telephone and a program for photographs would leave it. */
export function photograph(orientation = 6): Buffer {
  const traces = [
    segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(orientation)])),
    segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
    segment(0xed, latin1(`Photoshop 3.0\x008BIM\x04\x04${SECRET}`)),
    segment(0xfe, latin1(SECRET)),
  ];
  return Buffer.concat([JPEG.subarray(0, 20), ...traces, JPEG.subarray(20), latin1(`film of ${SECRET}`)]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([latin1(type), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** 2 by 2 grey pixels. `extra` stands before the data of the picture. */
export function png(extra: readonly (readonly [type: string, content: Uint8Array])[] = []): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'), chunk('IHDR', header), ...extra.map(([type, content]) => chunk(type, content)), chunk('IDAT', deflateSync(Buffer.from([0, 10, 20, 0, 30, 40]))), chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pngWithTraces = (orientation = 6) => png([
  ['tEXt', latin1(`Author\0${SECRET}`)], ['iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)], ['tIME', Buffer.from([7, 234, 1, 1, 0, 0, 0])], ['eXIf', exif(orientation)],
]);

export function webpWithTraces(): Buffer {
  const part = (type: string, content: Uint8Array) => {
    const head = latin1(`${type}\0\0\0\0`);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const picture = Buffer.from('sAEAnQEqEAAIAAOAWiWgAnS6AAQwAAD+7ylHr7pg2din/0JLwP3KBgA=', 'base64');
  const body = Buffer.concat([
    latin1('WEBP'), part('VP8X', Buffer.from([0x0c, 0, 0, 0, 15, 0, 0, 7, 0, 0])), part('VP8 ', picture), part('EXIF', exif(6)), part('XMP ', latin1(`<x>${SECRET}</x>`)),
  ]);
  const head = latin1('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** One pixel. */
export const gifWithTraces = () => Buffer.concat([
  latin1('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  Buffer.from([0x21, 0xff, 11]), latin1('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0]),
  Buffer.from([0x21, 0xfe, SECRET.length]), latin1(SECRET), Buffer.from([0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
]);

/** Two silent frames of 417 bytes: MPEG 1, layer III, 128 kbit/s, 44.1 kHz. */
export function mp3(tags = true): Buffer {
  const frames = Buffer.concat([0, 1].map(() => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])));
  const name = latin1(`TPE1\0\0\0\x0e\0\0\0${SECRET}`);
  const v2 = Buffer.concat([latin1('ID3\x03\0\0\0\0\0'), Uint8Array.of(name.length), name]);
  return tags ? Buffer.concat([v2, frames, latin1('TAG'), latin1(SECRET.padEnd(125, '\0'))]) : frames;
}

export function mp4(): Buffer {
  const box = (type: string, ...content: Uint8Array[]) => {
    const body = Buffer.concat([latin1(type), ...content]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length + 4);
    return Buffer.concat([size, body]);
  };
  return Buffer.concat([
    box('ftyp', latin1('isom\0\0\x02\0isommp41')),
    box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', Buffer.alloc(84)), box('udta', latin1(SECRET))), box('udta', box('\u00a9xyz', latin1('+31.2304+121.4737/')))),
    box('mdat', latin1('pictures')),
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const DOCUMENT_XML = `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>河道采砂许可</w:t></w:r></w:p></w:body></w:document>`;

/** A Word document; `parts` adds to it or replaces some of it. */
export function docx(parts: Readonly<Record<string, string | Uint8Array>> = {}, { main = WORD } = {}): Buffer {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
    'word/document.xml': DOCUMENT_XML,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>采砂许可 &amp; 目录</dc:title><dc:creator>${SECRET}</dc:creator><cp:lastModifiedBy>${SECRET}</cp:lastModifiedBy><dcterms:created>2026-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
    'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${SECRET} Ltd</Company><Application>Office</Application></Properties>`,
    'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="owner">${SECRET}</property></Properties>`,
    'docProps/thumbnail.jpeg': JPEG,
    'word/media/image1.jpeg': photograph(),
    ...parts,
  };
  return archive(all);
}

export function archive(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const zipped: Zippable = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? text(part) : part]));
  return Buffer.from(zipSync(zipped));
}

/** A page that says what it says, with information about who wrote it, and a page that was deleted only from sight. */
export async function pdf({ scripts = false, notes = false, files = false, signed = false } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 100]);
  page.drawText('Open to all');
  document.setAuthor(SECRET);
  document.setTitle(SECRET);
  const { context, catalog } = document;
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x:xmpmeta>${SECRET}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })));
  context.register(context.stream(`BT (${SECRET}) Tj ET`));
  const image = context.stream(photograph(), { Type: 'XObject', Subtype: 'Image', Width: 16, Height: 8, ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' });
  page.node.setXObject(PDFName.of('Im1'), context.register(image));
  if (scripts) document.addJavaScript('open', 'app.alert(1)');
  if (files) await document.attach(text('inside'), 'inside.txt');
  if (notes) page.node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10], Contents: PDFString.of('note') })));
  if (signed) catalog.set(PDFName.of('Seal'), context.register(context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFString.of('sealed') })));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A Word document as it was until 2003: text, and properties in small streams as [MS-CFB] packs them. */
export function wordBefore2007({ storages = [] as readonly string[] } = {}): Buffer {
  const word = Buffer.alloc(4608);
  word.writeUInt16LE(0xa5ec, 0);
  word.write('河道采砂', 512, 'utf16le');
  return compound([
    { name: 'WordDocument', content: word },
    { name: '\u0005SummaryInformation', content: properties([[2, 'the title'], [4, SECRET], [8, SECRET]]) },
    { name: '\u0005DocumentSummaryInformation', content: properties([[15, `${SECRET} Ltd`]]) },
    ...storages.map((name) => ({ name, content: undefined })),
  ]);
}

/** A workbook as it was until 2003, with these records before its sheets. */
export const workbookBefore2007 = (records: readonly (readonly [type: number, content: Buffer])[]) => compound([{
  name: 'Workbook',
  content: Buffer.concat([...[...records, [0x0a, Buffer.alloc(0)] as const].map(([type, content]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(content.length, 2);
    return Buffer.concat([head, content]);
  }), Buffer.alloc(4608)]),
}]);

/** A property set with texts by number. */
function properties(values: readonly (readonly [id: number, text: string])[]): Buffer {
  const bodies = values.map(([, value]) => {
    const body = Buffer.alloc(8 + Math.ceil((value.length + 1) / 4) * 4);
    body.writeUInt32LE(30, 0);
    body.writeUInt32LE(value.length + 1, 4);
    body.write(value, 8, 'latin1');
    return body;
  });
  const list = Buffer.alloc(8 + values.length * 8);
  list.writeUInt32LE(values.length, 4);
  let at = list.length;
  values.forEach(([id], index) => {
    list.writeUInt32LE(id, 8 + index * 8);
    list.writeUInt32LE(at, 12 + index * 8);
    at += bodies[index]!.length;
  });
  list.writeUInt32LE(at, 0);
  const head = Buffer.alloc(48);
  head.writeUInt16LE(0xfffe, 0);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  return Buffer.concat([head, list, ...bodies]);
}

const SECTOR = 512, MINI = 64, END = 0xffff_fffe, FREE = 0xffff_ffff, FAT = 0xffff_fffd;

/** A compound file: one sector of allocation table, then directory, mini table, mini stream and large streams. Without content it is a storage. */
export function compound(entries: readonly { readonly name: string; readonly content: Buffer | undefined }[]): Buffer {
  const padded = (content: Uint8Array, to: number) => Buffer.concat([content, Buffer.alloc((to - (content.length % to)) % to)]);
  const mini: Buffer[] = [], miniTable: number[] = [], fat: number[] = [FAT], sectors: Buffer[] = [];
  const lay = (content: Buffer) => {
    const start = fat.length;
    const pieces = Math.ceil(content.length / SECTOR);
    for (let piece = 0; piece < pieces; piece++) fat.push(piece + 1 < pieces ? start + piece + 1 : END);
    sectors.push(padded(content, SECTOR));
    return start;
  };
  const laid = entries.map(({ name, content }) => {
    if (content === undefined) return { name, kind: 1, start: 0, size: 0 };
    if (content.length >= 4096) return { name, kind: 2, start: lay(content), size: content.length };
    const start = miniTable.length;
    const pieces = Math.ceil(content.length / MINI);
    for (let piece = 0; piece < pieces; piece++) miniTable.push(piece + 1 < pieces ? start + piece + 1 : END);
    mini.push(padded(content, MINI));
    return { name, kind: 2, start, size: content.length };
  });
  const miniStream = Buffer.concat(mini);
  const numbers = (table: readonly number[]) => {
    const bytes = Buffer.alloc(Math.ceil(Math.max(1, table.length) / 128) * SECTOR, 0xff);
    table.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
    return bytes;
  };
  const miniStart = mini.length > 0 ? lay(miniStream) : END;
  const miniTableStart = mini.length > 0 ? lay(numbers(miniTable)) : END;
  const directory = [{ name: 'Root Entry', kind: 5, start: miniStart, size: miniStream.length }, ...laid].map(({ name, kind, start, size }) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt8(kind, 66);
    entry.writeUInt32LE(start, 116);
    entry.writeUInt32LE(size, 120);
    return entry;
  });
  const directoryStart = lay(padded(Buffer.concat(directory), SECTOR));
  const header = Buffer.alloc(SECTOR);
  header.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'latin1');
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(miniTableStart, 60);
  header.writeUInt32LE(mini.length > 0 ? 1 : 0, 64);
  header.writeUInt32LE(END, 68);
  header.writeUInt32LE(0, 76);
  for (let index = 1; index < 109; index++) header.writeUInt32LE(FREE, 76 + index * 4);
  return Buffer.concat([header, numbers(fat), ...sectors]);
}
