import type { RemovedTrace } from '@sunlit/contract';
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from 'pdf-lib';
import { Refusal, damaged, type Cleaned, type Warning } from './format.ts';
import { cleanJpeg } from './jpeg.ts';

/** A PDF (ISO 32000-1) without document information, XMP, private data of programs and what earlier savings left behind. */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  const document = await open(bytes);
  const { context } = document;
  const warnings = warningsOf(context);
  // Any change would break the signature, and with it the seal of the agency.
  if (warnings.some(({ code }) => code === 'signed')) return { bytes, removed: [], warnings };
  const removed = new Set<RemovedTrace>();
  forgetInformation(context, removed);
  for (const [, object] of context.enumerateIndirectObjects()) forgetMetadata(dictOf(object), removed);
  for (const [ref, object] of context.enumerateIndirectObjects()) cleanPicture(context, ref, object, removed);
  if (sweep(context) > 0) removed.add('history');
  if (removed.size === 0) return { bytes, removed: [], warnings };
  const pages = document.getPageCount();
  const clean = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  if ((await open(clean)).getPageCount() !== pages) throw damaged();
  return { bytes: clean, removed: [...removed], warnings };
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    document.getPageCount();
    return document;
  } catch (error) {
    throw error instanceof EncryptedPDFError ? new Refusal('file-encrypted') : damaged();
  }
}

const name = (text: string) => PDFName.of(text);
const dictOf = (object: PDFObject | undefined) => (object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined);

const INFORMATION: readonly (readonly [string, RemovedTrace])[] = [
  ['Author', 'author'], ['Creator', 'software'], ['Producer', 'software'], ['CreationDate', 'times'], ['ModDate', 'times'],
  ['Keywords', 'keywords'], ['Subject', 'comment'], ['Company', 'organisation'],
];

function forgetInformation(context: PDFContext, removed: Set<RemovedTrace>): void {
  const { Info: info } = context.trailerInfo;
  const dict = info instanceof PDFRef ? context.lookup(info) : info;
  if (dict instanceof PDFDict) {
    for (const [key, trace] of INFORMATION) if (dict.has(name(key))) removed.add(trace);
    if (dict.keys().length > 0 && removed.size === 0) removed.add('other');
  }
  if (info instanceof PDFRef) context.delete(info);
  delete context.trailerInfo.Info;
}

/** XMP of the document, of a page or of a picture, and what a program keeps for itself (§14.3.2, §14.5). */
function forgetMetadata(dict: PDFDict | undefined, removed: Set<RemovedTrace>): void {
  for (const key of ['Metadata', 'PieceInfo']) {
    if (dict?.delete(name(key))) removed.add(key === 'Metadata' ? 'author' : 'software');
  }
}

function cleanPicture(context: PDFContext, ref: PDFRef, object: PDFObject, removed: Set<RemovedTrace>): void {
  if (!(object instanceof PDFRawStream) || object.dict.get(name('Filter')) !== name('DCTDecode')) return;
  const cleaned = cleanJpeg(object.contents);
  if (cleaned.removed.length === 0) return;
  cleaned.removed.forEach((trace) => removed.add(trace));
  context.assign(ref, PDFRawStream.of(object.dict, cleaned.bytes));
}

/** Drops what nothing leads to from the root: texts and pictures that were deleted, but only from sight. Answers how many. */
function sweep(context: PDFContext): number {
  const reached = new Set<PDFObject>();
  const waiting: PDFObject[] = [context.trailerInfo.Root, context.trailerInfo.Encrypt].filter((object) => object !== undefined);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    const target = object instanceof PDFRef ? context.lookup(object) : object;
    if (object instanceof PDFRef) {
      if (target) waiting.push(target);
    } else if (target instanceof PDFArray) waiting.push(...target.asArray());
    else waiting.push(...(dictOf(target)?.values() ?? []));
  }
  const lost = context.enumerateIndirectObjects().filter(([ref]) => !reached.has(ref));
  for (const [ref] of lost) context.delete(ref);
  // What prepares a file for slow lines leads nowhere either, and tells nothing.
  return lost.filter(([, object]) => !dictOf(object)?.has(name('Linearized'))).length;
}

const HARMLESS_ANNOTATIONS = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet'].map(name));

function warningsOf(context: PDFContext): Warning[] {
  const found = { signed: 0, annotations: 0, 'embedded-files': 0, scripts: 0 };
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFArray) object.asArray().forEach(visit);
    const dict = dictOf(object);
    if (dict === undefined) return;
    const [type, subtype] = [dict.get(name('Type')), dict.get(name('Subtype'))];
    if (dict.has(name('ByteRange')) && isText(dict.get(name('Contents')))) found.signed += 1;
    if ((type === name('Annot') || dict.has(name('Rect'))) && subtype instanceof PDFName && !HARMLESS_ANNOTATIONS.has(subtype)) found.annotations += 1;
    // The stream's own type is optional, the file specification that leads to it (§7.11.3) is not.
    if (dict.has(name('EF'))) found['embedded-files'] += 1;
    if (dict.has(name('JS')) || dict.get(name('S')) === name('Launch')) found.scripts += 1;
    dict.values().forEach((value) => !(value instanceof PDFRef) && visit(value));
  };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object);
  return (Object.keys(found) as (keyof typeof found)[]).filter((code) => found[code] > 0).map((code) => ({ code, values: { count: found[code] } }));
}

const isText = (object: PDFObject | undefined) => object instanceof PDFHexString || object instanceof PDFString;
