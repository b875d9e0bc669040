import { contentOf, entriesOf, type Entry } from './formats/archive.ts';
import { Refusal, latin1 } from './formats/format.ts';
import { isOfd } from './formats/ofd.ts';
import { officeDocument, type OfficeDocument } from './formats/office.ts';
import { oldOfficeDocument, type OldOfficeDocument } from './formats/old-office.ts';
import { checkText } from './formats/text.ts';

/** What the bytes of a file are. */
export type Content = 'pdf' | 'jpeg' | 'png' | 'gif' | 'webp' | 'mp3' | 'mp4' | 'text' | 'zip' | 'ofd' | OfficeDocument | OldOfficeDocument;

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';

/** Every name a file may end with, what must be in it, and the media type it is then published with. Nothing else is taken. */
const EXTENSIONS: ReadonlyMap<string, { readonly content: Content; readonly mediaType: string }> = new Map(Object.entries({
  pdf: { content: 'pdf', mediaType: 'application/pdf' },
  ofd: { content: 'ofd', mediaType: 'application/ofd' },
  docx: { content: 'docx', mediaType: `${OPEN_XML}wordprocessingml.document` },
  xlsx: { content: 'xlsx', mediaType: `${OPEN_XML}spreadsheetml.sheet` },
  pptx: { content: 'pptx', mediaType: `${OPEN_XML}presentationml.presentation` },
  doc: { content: 'doc', mediaType: 'application/msword' },
  xls: { content: 'xls', mediaType: 'application/vnd.ms-excel' },
  ppt: { content: 'ppt', mediaType: 'application/vnd.ms-powerpoint' },
  wps: { content: 'doc', mediaType: 'application/wps-office.wps' },
  et: { content: 'xls', mediaType: 'application/wps-office.et' },
  dps: { content: 'ppt', mediaType: 'application/wps-office.dps' },
  jpg: { content: 'jpeg', mediaType: 'image/jpeg' },
  jpeg: { content: 'jpeg', mediaType: 'image/jpeg' },
  png: { content: 'png', mediaType: 'image/png' },
  gif: { content: 'gif', mediaType: 'image/gif' },
  webp: { content: 'webp', mediaType: 'image/webp' },
  txt: { content: 'text', mediaType: 'text/plain' },
  csv: { content: 'text', mediaType: 'text/csv' },
  zip: { content: 'zip', mediaType: 'application/zip' },
  mp3: { content: 'mp3', mediaType: 'audio/mpeg' },
  mp4: { content: 'mp4', mediaType: 'video/mp4' },
}));

/** What `file-type` calls the contents we take, found by the first bytes; archives and texts we look into ourselves. */
const BY_FIRST_BYTES: Readonly<Record<string, Content>> = { pdf: 'pdf', jpg: 'jpeg', png: 'png', apng: 'png', gif: 'gif', webp: 'webp', mp3: 'mp3', mp4: 'mp4' };
const EXECUTABLE = /^(MZ[^]*\0|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\0asm|dex\n)/;

/** A file that we take, and what it holds if it is an archive. */
export interface Recognised {
  readonly content: Content;
  readonly mediaType: string;
  readonly entries: readonly Entry[];
}

/** The media type that a name stands for, if it is one that we take. */
export function mediaTypeOf(name: string): string | undefined {
  return EXTENSIONS.get(extensionOf(name))?.mediaType;
}

/** Decides by content what a file is. @throws Refusal when we do not take that, or its name says otherwise. */
export async function recognise(bytes: Uint8Array, name: string): Promise<Recognised> {
  const named = EXTENSIONS.get(extensionOf(name));
  if (named === undefined) throw new Refusal('file-extension', { allowed: [...EXTENSIONS.keys()].join(', ') }, '/query/name');
  if (bytes.length === 0) throw new Refusal('file-empty');
  const start = latin1(bytes.subarray(0, 64));
  if (EXECUTABLE.test(start)) throw new Refusal('file-executable');
  const entries = start.startsWith('PK') ? entriesOf(bytes) : [];
  const content = await contentOfBytes(bytes, start, entries, named.content);
  if (content === undefined) throw new Refusal('file-kind', { allowed: [...EXTENSIONS.keys()].join(', ') });
  if (content !== named.content) throw new Refusal('file-name-contradicts', { found: extensionsOf(content) }, '/query/name');
  if (content === 'zip') await checkArchive(entries);
  else if (entries.length > 0) entries.forEach(contentOf);
  return { content, mediaType: named.mediaType, entries };
}

async function contentOfBytes(bytes: Uint8Array, start: string, entries: readonly Entry[], named: Content): Promise<Content | undefined> {
  if (entries.length > 0) return officeDocument(entries) ?? (isOfd(entries) ? 'ofd' : entries.some(({ name }) => name === '[Content_Types].xml') ? undefined : 'zip');
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oldOfficeDocument(bytes);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  const known = found && BY_FIRST_BYTES[found];
  if (known) return known;
  // A text may begin like anything.
  if (found !== undefined && found !== 'xml' && named !== 'text') return undefined;
  try {
    checkText(bytes);
    return 'text';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'file-not-text' && named !== 'text') return undefined;
    throw error;
  }
}

/** An archive may hold what may be uploaded alone, apart from further archives. */
async function checkArchive(entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) {
    const name = entry.name.split('/').at(-1) ?? '';
    if (extensionOf(name) === 'zip') throw new Refusal('file-archive-in-archive', { name: entry.name });
    try {
      await recognise(contentOf(entry), name);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'file-bomb') throw error;
      throw new Refusal('file-in-archive', { name: entry.name });
    }
  }
}

const extensionOf = (name: string) => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');
const extensionsOf = (content: Content) => [...EXTENSIONS].filter(([, named]) => named.content === content).map(([extension]) => extension).join(', ');
