import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFPage } from 'pdf-lib';

/** What the tests of this room read again out of files that were made. */

/** The text of a DOCX file, a line for each paragraph. */
export function textOfDocx(docx: Uint8Array): string {
  const document = new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
  return document.replaceAll('</w:p>', '\n').replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** The text of each page of a PDF, by what its fonts say of their glyphs (ISO 32000-1 §9.10). */
export async function textOfPdf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => textOfPage(page));
}

function textOfPage(page: PDFPage): string {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  const maps = new Map((fonts?.entries() ?? []).map(([name]) => [name.asString(), glyphsOf(fonts?.lookup(name, PDFDict))]));
  const content = streamText(page.node.Contents());
  let [font, text] = ['', ''];
  for (const [, named, shown] of content.matchAll(/(\/\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (named !== undefined) font = named;
    for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g)) text += (glyphs.match(/.{4}/g) ?? []).map((glyph) => maps.get(font)?.get(glyph) ?? '\ufffd').join('');
  }
  return text;
}

/** What is in its ranges: `<0001> <00ff> [<4e00> …]`. */
function glyphsOf(font: PDFDict | undefined): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '', , list = ''] of streamText(font?.lookup(PDFName.of('ToUnicode'))).matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]*)>/g)].forEach(([, units = ''], index) => {
      map.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return map;
}

function streamText(stream: unknown): string {
  return stream instanceof PDFRawStream ? Buffer.from(inflateSync(stream.contents)).toString('latin1') : '';
}
