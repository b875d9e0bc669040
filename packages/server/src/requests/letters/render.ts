import { createHash } from 'node:crypto';

/** A letter as it goes out: paragraphs separated by blank lines, of which the last is the signature. */
export interface Letter {
  readonly title: string;
  /** Of an agency's letter; a redacted copy has none. */
  readonly docNo?: string;
  readonly body: string;
  readonly fixed?: string;
}

/** One paragraph, in which a line may break. */
interface Block {
  readonly kind: 'title' | 'number' | 'salutation' | 'text' | 'signature';
  readonly lines: readonly string[];
}

/** A letter as a page to print, complete in itself, or as a DOCX file, in the layout of official letters (GB/T 9704-2012). */
export async function renderLetter(letter: Letter, format: 'html' | 'docx'): Promise<Uint8Array> {
  const blocks = blocksOf(letter);
  return format === 'html' ? new TextEncoder().encode(page(letter.title, blocks)) : document(blocks);
}

export const LETTER_MEDIA = { html: 'text/html', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

function blocksOf({ title, docNo, body, fixed }: Letter): Block[] {
  const paragraphs = (text: string) => clean(text).split(/\n[^\S\n]*\n\s*/).map((paragraph) => paragraph.replaceAll(/^\n+|\s+$/g, '')).filter((paragraph) => paragraph !== '');
  const written = paragraphs(body).map((paragraph, index): Block => ({ kind: index === 0 && /^[^\n]{1,150}[:：]$/.test(paragraph) ? 'salutation' : 'text', lines: paragraph.split('\n') }));
  const added = fixed === undefined ? [] : paragraphs(fixed);
  return [
    { kind: 'title', lines: [clean(title)] },
    ...(docNo === undefined ? [] : [{ kind: 'number', lines: [clean(docNo)] } as const]),
    ...written,
    ...added.map((paragraph, index): Block => ({ kind: index === added.length - 1 ? 'signature' : 'text', lines: paragraph.split('\n') })),
  ];
}

/** What no letter can hold: control characters, which XML refuses; halves of characters; and marks of direction, by which a text can read as another. */
export function clean(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, '');
}

const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { max-width: 156mm; margin: 37mm auto 35mm; padding: 0 1rem; color: #000; background: #fff; font: 16pt/28pt FangSong, FangSong_GB2312, STFangsong, "仿宋", serif; overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
h1 { margin: 0 0 14pt; font: 22pt/32pt "FZXiaoBiaoSong-B05S", "方正小标宋简体", STZhongsong, "华文中宋", SimSun, serif; text-align: center; }
p { margin: 0; text-indent: 2em; }
.number { text-align: center; text-indent: 0; margin-bottom: 28pt; }
.salutation { text-indent: 0; }
.line { display: block; }
.line + .line { text-indent: 2em; }
.signature { margin-top: 56pt; text-align: right; text-indent: 0; break-inside: avoid; }
.signature .line + .line { text-indent: 0; }
`;

/** With which headers the page is sent: nothing runs in it, nothing is loaded by it, and it may use its own styles alone. */
export const LETTER_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; sandbox`;

function page(title: string, blocks: readonly Block[]): string {
  const inner = blocks.map(({ kind, lines }) => {
    if (kind === 'title') return `<h1>${escape(lines.join(' '))}</h1>`;
    const content = lines.length === 1 ? escape(lines.join('')) : lines.map((line) => `<span class="line">${escape(line)}</span>`).join('');
    return `<p${kind === 'text' ? '' : ` class="${kind}"`}>${content}</p>`;
  });
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escape(clean(title))}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n${inner.join('\n')}\n</body>\n</html>\n`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Half-points; twentieths of a point. */
const [TITLE_SIZE, TEXT_SIZE, LINE, INDENT] = [44, 32, 28 * 20, 32 * 20];
const millimetres = (length: number) => Math.round((length / 25.4) * 1440);
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });

async function document(blocks: readonly Block[]): Promise<Uint8Array> {
  // Loaded when somebody wants a letter: the server starts without it.
  const { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } = await import('docx');
  const paragraph = ({ kind, lines }: Block) => lines.map((text, index) => {
    const title = kind === 'title';
    const around = { ...(kind === 'number' ? { after: LINE } : {}), ...(kind === 'signature' && index === 0 ? { before: 2 * LINE } : {}) };
    return new Paragraph({
      children: [new TextRun({ text, font: font(title ? '方正小标宋简体' : '仿宋'), size: title ? TITLE_SIZE : TEXT_SIZE })],
      alignment: title || kind === 'number' ? AlignmentType.CENTER : kind === 'signature' ? AlignmentType.RIGHT : AlignmentType.BOTH,
      spacing: title ? { after: LINE } : { line: LINE, lineRule: LineRuleType.EXACT, ...around },
      ...(kind === 'text' ? { indent: { firstLine: INDENT } } : {}),
      keepNext: kind === 'signature' && index < lines.length - 1,
    });
  });
  const file = new Document({
    // Who worked on it is nobody's business, and the package would put names of its own.
    creator: '', lastModifiedBy: '', description: '', title: blocks[0]?.lines.join('') ?? '',
    sections: [{
      properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin: { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) } } },
      children: blocks.flatMap(paragraph),
    }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
