import type { RemovedTrace } from '@sunlit/contract';
import { CompoundFile, type CompoundEntry } from './compound.ts';
import { Refusal, viewOf, type Cleaned } from './format.ts';

export type OldOfficeDocument = 'doc' | 'xls' | 'ppt';

/** Which document of the formats before 2007 it is. @throws Refusal when it holds macros or is encrypted. */
export function oldOfficeDocument(bytes: Uint8Array): OldOfficeDocument | undefined {
  const file = new CompoundFile(bytes);
  const find = (...names: string[]) => file.entries.find(({ name, kind }) => kind === 'stream' && names.includes(name));
  if (find('EncryptedPackage', 'EncryptedSummary')) throw new Refusal('file-encrypted');
  if (file.entries.some(({ name }) => name === 'VBA' || name === '_VBA_PROJECT_CUR')) throw new Refusal('file-macros');
  const word = find('WordDocument');
  if (word) {
    // fEncrypted of the FIB ([MS-DOC] 2.5.1).
    if ((viewOf(file.read(word)).getUint16(10, true) & 0x0100) !== 0) throw new Refusal('file-encrypted');
    return 'doc';
  }
  const book = find('Workbook', 'Book');
  if (book) {
    for (const { type, content } of globalRecords(file.read(book))) {
      if (type === FILE_PASS) throw new Refusal('file-encrypted');
      if (type === BOUND_SHEET && content[5] === 1) throw new Refusal('file-macros');
    }
    return 'xls';
  }
  const slides = find('PowerPoint Document');
  if (slides && hasMacros(file.read(slides))) throw new Refusal('file-macros');
  return slides && 'ppt';
}

const FILE_PASS = 0x2f, WRITE_ACCESS = 0x5c, BOUND_SHEET = 0x85, END_OF_SHEET = 0x0a;

/** The records before the sheets ([MS-XLS] 2.1.7.20.3), each a view into the stream. */
function* globalRecords(stream: Uint8Array): Generator<{ readonly type: number; readonly content: Uint8Array }> {
  const view = viewOf(stream);
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const content = stream.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
    at += 4 + content.length;
    if (type === END_OF_SHEET) return;
    yield { type, content };
  }
}

/** `VBAInfoAtom` says whether there are macros ([MS-PPT] 2.4.11). */
function hasMacros(stream: Uint8Array): boolean {
  const at = Buffer.from(stream).indexOf(Buffer.from([0x1f, 0, 0xff, 3, 0x14, 0, 0, 0]));
  return at >= 0 && at + 24 <= stream.length && viewOf(stream).getUint32(at + 20, true) !== 0;
}

/** Properties by number: of the summary ([MS-OLEPS] 2.25.1), of the document summary. */
const SUMMARY: ReadonlyMap<number, RemovedTrace> = new Map([[4, 'author'], [5, 'keywords'], [6, 'comment'], [7, 'path'], [8, 'author'], [18, 'software']]);
const DOCUMENT_SUMMARY: ReadonlyMap<number, RemovedTrace> = new Map([[14, 'author'], [15, 'organisation']]);

/** The document with its properties blanked where they stand. These formats can hold more that nobody sees, so a warning says so. */
export function cleanOldOffice(bytes: Uint8Array): Cleaned {
  const out = Buffer.from(bytes);
  const file = new CompoundFile(out);
  const removed = new Set<RemovedTrace>();
  const change = (wanted: string, work: (stream: Uint8Array) => void) => {
    const entry: CompoundEntry | undefined = file.entries.find(({ name }) => name === wanted);
    if (entry === undefined) return;
    const stream = file.read(entry);
    work(stream);
    file.overwrite(entry, stream);
  };
  change('\u0005SummaryInformation', (stream) => blankProperties(stream, SUMMARY, removed));
  change('\u0005DocumentSummaryInformation', (stream) => blankProperties(stream, DOCUMENT_SUMMARY, removed));
  for (const name of ['Workbook', 'Book']) change(name, (stream) => blankUser(stream, removed));
  return { bytes: removed.size === 0 ? bytes : out, removed: [...removed], warnings: [{ code: 'old-format' }] };
}

const BYTES = 30, CHARACTERS = 31;

/** Empties texts of a property set stream; of a second section, which holds an author's own properties, all. */
function blankProperties(stream: Uint8Array, traces: ReadonlyMap<number, RemovedTrace>, removed: Set<RemovedTrace>): void {
  const view = viewOf(stream);
  for (let set = 0; set < view.getUint32(24, true); set++) {
    const section = view.getUint32(44 + set * 20, true);
    for (let index = 0; index < view.getUint32(section + 4, true); index++) {
      const id = view.getUint32(section + 8 + index * 8, true);
      const trace = set === 0 ? traces.get(id) : 'other';
      // Number 0 is the list of names, 1 the code page.
      if (trace === undefined || id < 2) continue;
      const at = section + view.getUint32(section + 12 + index * 8, true);
      const type = view.getUint32(at, true);
      if (type !== BYTES && type !== CHARACTERS) continue;
      const length = view.getUint32(at + 4, true) * (type === BYTES ? 1 : 2);
      const text = stream.subarray(at + 8, at + 8 + length);
      if (text.some((byte) => byte !== 0)) removed.add(trace);
      text.fill(0);
    }
  }
}

/** Who saved the workbook last ([MS-XLS] 2.4.349): an empty name, then spaces. */
function blankUser(stream: Uint8Array, removed: Set<RemovedTrace>): void {
  for (const { type, content } of globalRecords(stream)) {
    if (type !== WRITE_ACCESS) continue;
    if (content.subarray(3).some((byte) => byte !== 0x20)) removed.add('author');
    content.fill(0x20);
    content.fill(0, 0, 3);
  }
}
