import type { FileWarningCode, RemovedTrace } from '@sunlit/contract';
import { contentOf, pack, type Entry } from './archive.ts';
import { Refusal, utf8, type Cleaned, type Warning } from './format.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';

/*
 * Office Open XML (ECMA-376) is a ZIP of parts. Properties are written anew from the little that concerns the text; pictures
 * in it are cleaned like pictures alone; all else stays byte for byte. What is part of the text is only pointed out.
 */

const MAIN = 'application/vnd.openxmlformats-officedocument.';
const DOCUMENTS = [
  ['docx', `${MAIN}wordprocessingml.document.main+xml`],
  ['xlsx', `${MAIN}spreadsheetml.sheet.main+xml`],
  ['pptx', `${MAIN}presentationml.presentation.main+xml`],
] as const;
export type OfficeDocument = (typeof DOCUMENTS)[number][0];

/** Which document an archive is, by the type of its main part; not its name. @throws Refusal when it holds macros. */
export function officeDocument(entries: readonly Entry[]): OfficeDocument | undefined {
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  if (types === undefined) return undefined;
  const text = utf8(contentOf(types));
  if (/macroEnabled|vbaProject|macrosheet/i.test(text) || entries.some(({ name }) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) throw new Refusal('file-macros');
  return DOCUMENTS.find(([, type]) => text.includes(`"${type}"`) || text.includes(`'${type}'`))?.[0];
}

/** A document without author, company, times, paths and places, with warnings of what else may tell more than it should. */
export function cleanOffice(bytes: Uint8Array, entries: readonly Entry[]): Cleaned {
  const parts = new Map(entries.map((entry) => [entry.name, contentOf(entry)]));
  const warnings = warningsOf(parts);
  // Any change would break the signature.
  if (warnings.some(({ code }) => code === 'signed')) return { bytes, removed: [], warnings };
  const removed = new Set<RemovedTrace>();
  for (const [name, part] of parts) {
    const cleaned = cleanPart(name, part, removed);
    if (cleaned) parts.set(name, cleaned);
    else parts.delete(name);
  }
  return { bytes: pack(parts), removed: [...removed], warnings };
}

function cleanPart(name: string, part: Uint8Array, removed: Set<RemovedTrace>): Uint8Array | undefined {
  const replace = (pattern: RegExp, by: string, trace: RemovedTrace) => {
    const text = utf8(part);
    const clean = text.replace(pattern, by);
    if (clean === text) return part;
    removed.add(trace);
    return Buffer.from(clean);
  };
  const picture = (clean: (bytes: Uint8Array) => Cleaned) => {
    const cleaned = clean(part);
    cleaned.removed.forEach((trace) => removed.add(trace));
    return cleaned.bytes;
  };
  if (/(^|\/)core\.xml$/i.test(name) || utf8(part.subarray(0, 2000)).includes('/package/2006/metadata/core-properties"')) return coreProperties(utf8(part), removed);
  switch (true) {
    case /^docProps\/app\.xml$/i.test(name): return extendedProperties(utf8(part), removed);
    case /^docProps\/custom\.xml$/i.test(name): return customProperties(utf8(part), removed);
    case /^docProps\/thumbnail\./i.test(name): removed.add('preview'); return undefined;
    case name === '_rels/.rels': return replace(/<Relationship\b[^>]*\/thumbnail"[^>]*\/>/g, '', 'preview');
    // Where the file lay when it was saved: the path names the user.
    case name === 'xl/workbook.xml': return replace(/(<x15ac:absPath\b[^>]*\burl=")[^"]+"/, '$1"', 'path');
    case name === 'word/_rels/settings.xml.rels': return replace(/(\/attachedTemplate"[^>]*\bTarget=")[^"]+"/, '$1Normal.dotm"', 'path');
    case /\.jpe?g$/i.test(name) && isMedia(name): return picture(cleanJpeg);
    case /\.png$/i.test(name) && isMedia(name): return picture(cleanPng);
    default: return part;
  }
}

const isMedia = (name: string) => /^(word|xl|ppt)\/media\//.test(name);

const element = (text: string, name: string) => new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]+)</`).exec(text)?.[1];
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Title, subject and language are of the text; who, when and how often are not. */
function coreProperties(text: string, removed: Set<RemovedTrace>): Uint8Array {
  const traces = {
    creator: 'author', lastModifiedBy: 'author', description: 'comment', keywords: 'keywords', category: 'keywords',
    created: 'times', modified: 'times', lastPrinted: 'times', revision: 'other',
  } as const;
  for (const [name, trace] of Object.entries(traces)) if (element(text, name) !== undefined) removed.add(trace);
  const kept = ['title', 'subject', 'language'].map((name) => {
    const value = element(text, name);
    return value === undefined ? '' : `<dc:${name}>${value}</dc:${name}>`;
  });
  const namespaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return Buffer.from(`${XML}<cp:coreProperties ${namespaces}>${kept.join('')}</cp:coreProperties>`);
}

function extendedProperties(text: string, removed: Set<RemovedTrace>): Uint8Array {
  const traces = { Company: 'organisation', Manager: 'author', Application: 'software', Template: 'path', TotalTime: 'times', HyperlinkBase: 'path' } as const;
  for (const [name, trace] of Object.entries(traces)) if (element(text, name) !== undefined) removed.add(trace);
  return Buffer.from(`${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`);
}

function customProperties(text: string, removed: Set<RemovedTrace>): Uint8Array {
  if (/<(?:\w+:)?property\b/.test(text)) removed.add('other');
  return Buffer.from(`${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`);
}

type Parts = ReadonlyMap<string, Uint8Array>;

function warningsOf(parts: Parts): Warning[] {
  const names = [...parts.keys()];
  const named = (pattern: RegExp) => names.filter((name) => pattern.test(name));
  const saying = (part: RegExp, pattern: RegExp) => named(part).reduce((sum, name) => sum + (utf8(parts.get(name) ?? new Uint8Array()).match(pattern)?.length ?? 0), 0);
  const texts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;
  const found: Record<string, number> = {
    signed: named(/^_xmlsignatures\/.*\.xml$/).length,
    comments: saying(/^word\/comments\.xml$/, /<w:comment\b/g)
      + saying(/^xl\/(comments\/?\w*|threadedComments\/\w+)\.xml$/, /<(comment|threadedComment)\b/g)
      + saying(/^ppt\/comments\/.*\.xml$/, /<(p:cm|p188:cm)\b/g),
    'tracked-changes': saying(texts, /<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b/g) + named(/^xl\/revisions\//).length,
    'hidden-sheets': saying(/^xl\/workbook\.xml$/, /<sheet\b[^>]*\bstate="(hidden|veryHidden)"/g),
    'hidden-slides': saying(/^ppt\/slides\/\w+\.xml$/, /<p:sld\b[^>]*\bshow="(0|false)"/g),
    'hidden-text': saying(texts, /<w:vanish\s*\/>/g),
    notes: named(/^ppt\/notesSlides\/\w+\.xml$/).length,
    'embedded-files': named(/^(word|xl|ppt)\/embeddings\/[^/]+$/).length,
    'external-links': named(/^xl\/externalLinks\/\w+\.xml$/).length,
  };
  return Object.entries(found).filter(([, count]) => count > 0).map(([code, count]) => ({ code: code as FileWarningCode, values: { count } }));
}
