import type { Block } from './blocks.ts';
import { GETA, fontsFor, mainFont } from './fonts.ts';

/** Points. */
const MARGINS = { top: 90, bottom: 90, left: 79, right: 74 };
const WIDTH = 595.28 - MARGINS.left - MARGINS.right;
const BOTTOM = 841.89 - MARGINS.bottom;
const [TITLE_SIZE, HEADING_SIZE, TEXT_SIZE, NOTE_SIZE, TABLE_SIZE] = [21, 15, 13, 11, 9];
const PADDING = 4;

/**
 * A report as a tagged PDF (ISO 32000-1 §14.8) with the characters that it needs of one font. The same report gives the same bytes.
 */
export async function reportPdf(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  // Loaded when somebody wants a file: the server starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4', margins: MARGINS, pdfVersion: '1.7', lang: 'zh-CN', tagged: true, displayTitle: true, bufferPages: true,
    // The moment at which it was made would make another file of the same report.
    info: { Title: title, CreationDate: new Date(0) },
  });
  const pieces: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => doc.on('data', (piece: Uint8Array) => pieces.push(piece)).on('end', resolve).on('error', reject));
  const face = await faces(doc, title + JSON.stringify(blocks));
  const document = doc.struct('Document');
  doc.addStructure(document);

  const write = (text: string, options: PDFKit.Mixins.TextOptions, at?: { readonly x: number; readonly y: number }) => {
    const parts = face.pieces(text);
    parts.forEach(({ name, text: piece }, index) => {
      const all = { lineGap: 5, ...options, continued: index < parts.length - 1 };
      doc.font(name);
      if (index === 0 && at !== undefined) doc.text(piece, at.x, at.y, all);
      else doc.text(piece, all);
    });
  };
  const paragraph = (tag: string, text: string, size: number, options: PDFKit.Mixins.TextOptions) => document.add(doc.struct(tag, {}, () => {
    doc.fontSize(size);
    write(text, { width: WIDTH, ...options }, { x: MARGINS.left, y: doc.y });
    doc.y += size / 3;
  }));
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) => {
    const widths = columnWidths(head.length);
    const left = (column: number) => MARGINS.left + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const heightOf = (cells: readonly string[]) => {
      doc.font('main').fontSize(TABLE_SIZE);
      return 2 * PADDING + Math.max(...cells.map((text, column) => doc.heightOfString(face.measured(text) || ' ', { width: (widths[column] ?? 0) - 2 * PADDING, lineGap: 2 })));
    };
    const draw = (cells: readonly string[], top: number, height: number, inCell: (column: number, content: () => void) => void) => {
      cells.forEach((text, column) => inCell(column, () => {
        const [x, width] = [left(column), widths[column] ?? 0];
        doc.lineWidth(0.5).rect(x, top, width, height).stroke();
        doc.fontSize(TABLE_SIZE);
        if (text !== '') write(text, { width: width - 2 * PADDING, lineGap: 2, align: column === 0 || face.pieces(text).length > 1 ? 'left' : 'center' }, { x: x + PADDING, y: top + PADDING });
      }));
      doc.y = top + height;
    };
    const element = doc.struct('Table');
    document.add(element);
    const row = (cells: readonly string[], of: 'TH' | 'TD') => {
      const height = heightOf(cells);
      if (doc.y + height > BOTTOM && doc.y > MARGINS.top) {
        doc.addPage();
        // To who listens it is the same table still; to who looks, its head stands on each page.
        if (of === 'TD') {
          doc.markContent('Artifact', { type: 'Layout' });
          draw(head, doc.y, heightOf(head), (_, content) => content());
          doc.endMarkedContent();
        }
      }
      const top = doc.y;
      const line = doc.struct('TR');
      element.add(line);
      draw(cells, top, height, (column, content) => line.add(doc.struct(of === 'TD' && column === 0 ? 'TH' : of, {}, content)));
      line.end();
    };
    row(head, 'TH');
    for (const cells of rows) {
      // A cell that no page holds is read as a text.
      if (heightOf(cells) > BOTTOM - MARGINS.top - heightOf(head)) for (const text of cells) paragraph('P', text, TABLE_SIZE, {});
      else row(cells, 'TD');
    }
    element.end();
    doc.y += TEXT_SIZE;
  };

  // On one line, if it can be read there.
  const titleSize = Math.max(TEXT_SIZE + 2, Math.min(TITLE_SIZE, Math.floor((TITLE_SIZE * WIDTH) / doc.font('main').fontSize(TITLE_SIZE).widthOfString(face.measured(title)))));
  paragraph('H1', title, titleSize, { align: face.pieces(title).length > 1 ? 'left' : 'center' });
  doc.y += TITLE_SIZE;
  for (const block of blocks) {
    if (block.kind === 'table') table(block.head, block.rows);
    else if (block.kind === 'heading') {
      // A heading does not stand alone at the foot of a page.
      if (doc.y > BOTTOM - 4 * TEXT_SIZE) doc.addPage();
      paragraph(`H${Math.min(6, Math.max(2, block.depth))}`, block.text, HEADING_SIZE, { indent: 2 * HEADING_SIZE });
    } else if (block.text !== '') paragraph('P', block.text, block.kind === 'note' ? NOTE_SIZE : TEXT_SIZE, { indent: 2 * TEXT_SIZE });
  }
  document.end();
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('main').fontSize(NOTE_SIZE).text(`— ${page + 1} —`, MARGINS.left, BOTTOM + 36, { width: WIDTH, align: 'center', lineBreak: false });
    doc.endMarkedContent();
  }
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(pieces));
}

/** The name of a row takes a third, what is counted shares the rest. */
function columnWidths(columns: number): readonly number[] {
  const first = columns > 3 ? WIDTH / 3 : WIDTH / columns;
  return Array.from({ length: columns }, (_, index) => (index === 0 ? first : (WIDTH - first) / (columns - 1)));
}

interface Piece {
  readonly name: string;
  readonly text: string;
}

/** Registers the files of which a text has characters, and says which is for which. */
async function faces(doc: PDFKit.PDFDocument, all: string): Promise<{ pieces: (text: string) => Piece[]; measured: (text: string) => string }> {
  doc.registerFont('main', (await mainFont()).font);
  // What pdfkit knows of a font it does not say in its types.
  const has = (name: string, character: string) => (Reflect.get(doc.font(name), '_font') as { font: { hasGlyphForCodePoint(point: number): boolean } }).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  const rare = new Map<string, string>();
  const missing = new Set([...all].filter((character) => !has('main', character) && character > ' '));
  const files = await fontsFor([...missing].map((character) => character.codePointAt(0) ?? 0));
  for (const { name, font } of files) {
    doc.registerFont(name, font);
    for (const character of missing) if (!rare.has(character) && has(name, character)) rare.set(character, name);
  }
  // Numerals such as Ⅲ are letters to most fonts.
  const instead = (character: string) => {
    const letters = [...character.normalize('NFKC')];
    return letters.every((letter) => has('main', letter)) ? letters.join('') : GETA;
  };
  const shown = new Map([...missing].map((character) => [character, rare.has(character) ? character : instead(character)]));
  const pieces = (text: string) => {
    const found: { name: string; text: string }[] = [];
    for (const character of text) {
      const name = rare.get(character) ?? 'main';
      const last = found.at(-1);
      if (last?.name === name) last.text += shown.get(character) ?? character;
      else found.push({ name, text: shown.get(character) ?? character });
    }
    return found;
  };
  return { pieces, measured: (text) => [...text].map((character) => (rare.has(character) ? GETA : (shown.get(character) ?? character))).join('') };
}
