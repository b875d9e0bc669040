import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { Block } from './blocks.ts';

/** Half-points; twentieths of a point. */
const [TITLE_SIZE, TEXT_SIZE, TABLE_SIZE, LINE, INDENT] = [44, 32, 21, 28 * 20, 32 * 20];
const millimetres = (length: number) => Math.round((length / 25.4) * 1440);
const WIDTH = millimetres(210 - 28 - 26);
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });

/** A report as a DOCX file, in the layout of official documents (GB/T 9704-2012). The same report gives the same bytes. */
export async function reportDocx(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  // Loaded when somebody wants a file: the server starts without it.
  const { AlignmentType, Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = await import('docx');
  const runs = (text: string, size: number, face: string) => text.split('\n').map((line, index) => new TextRun({ text: line, font: font(face), size, ...(index > 0 ? { break: 1 } : {}) }));
  const exact = { line: LINE, lineRule: LineRuleType.EXACT };
  const cell = (text: string, column: number, widths: readonly number[], head: boolean) => new TableCell({
    width: { size: widths[column] ?? 0, type: WidthType.DXA }, margins: { left: 60, right: 60 },
    children: [new Paragraph({ children: runs(text, TABLE_SIZE, head ? '黑体' : '仿宋'), alignment: column === 0 && !head ? AlignmentType.LEFT : AlignmentType.CENTER })],
  });
  const children = blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text, TEXT_SIZE, '黑体'), spacing: exact, indent: { firstLine: INDENT }, keepNext: true })];
      case 'table': {
        const widths = columnWidths(block.head.length);
        const row = (cells: readonly string[], head: boolean) => new TableRow({ tableHeader: head, cantSplit: true, children: cells.map((text, column) => cell(text, column, widths, head)) });
        return [
          new Table({ width: { size: WIDTH, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))] }),
          new Paragraph({ children: [], spacing: { line: 200, lineRule: LineRuleType.EXACT } }),
        ];
      }
      default:
        return [new Paragraph({
          children: runs(block.text, block.kind === 'note' ? 24 : TEXT_SIZE, block.kind === 'note' ? '楷体' : '仿宋'), alignment: AlignmentType.BOTH, spacing: exact, ...(block.kind === 'item' ? { indent: { left: INDENT } } : { indent: { firstLine: INDENT } }),
        })];
    }
  });
  const file = new Document({
    creator: '', lastModifiedBy: '', description: '', title,
    styles: { default: { document: { run: { language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [{
      properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin: { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })] })] }) },
      children: [new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { after: LINE }, children: runs(title, TITLE_SIZE, '方正小标宋简体') }), ...children],
    }],
  });
  return timeless(new Uint8Array(await Packer.toBuffer(file)));
}

/** The name of a row takes a third, what is counted shares the rest. */
function columnWidths(columns: number): readonly number[] {
  const first = columns > 3 ? Math.round(WIDTH / 3) : Math.round(WIDTH / columns);
  const each = Math.floor((WIDTH - first) / Math.max(1, columns - 1));
  return Array.from({ length: columns }, (_, index) => (index === 0 ? WIDTH - each * (columns - 1) : each));
}

/** The same file without the moment at which it was written, in which two of the same report would differ. */
function timeless(docx: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Zippable[string]] => {
    const content = name === 'docProps/core.xml' ? new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')) : bytes;
    return [name, [content, { mtime: new Date(1980, 0, 1), level: 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}
