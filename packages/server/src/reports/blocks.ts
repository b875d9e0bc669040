import { lexer, type Token, type Tokens } from 'marked';
import { clean } from '../requests/letters/render.ts';

/** One paragraph of a report as it is printed: Markdown without what paper has no use for. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'text' | 'note' | 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function blocksOf(markdown: string): Block[] {
  return lexer(clean(markdown)).flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'heading': return [{ kind: 'heading', depth: (token as Tokens.Heading).depth, text: inline(token) }];
    case 'paragraph': case 'text': return [{ kind: 'text', text: inline(token) }];
    case 'blockquote': return ((token as Tokens.Blockquote).tokens).flatMap(blockOf).map((block): Block => (block.kind === 'text' ? { ...block, kind: 'note' } : block));
    case 'list': return items(token as Tokens.List);
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: 'table', head: header.map(inline), rows: rows.map((row) => row.map(inline)) }];
    }
    case 'code': return (token as Tokens.Code).text.split('\n').map((text) => ({ kind: 'text', text }));
    // Marks of another language are shown as what they are: nothing that was written gets lost.
    case 'html': return [{ kind: 'text', text: token.raw.trim() }];
    default: return [];
  }
}

function items({ items: all, ordered, start }: Tokens.List): Block[] {
  return all.flatMap((item, index) => {
    const [first, ...more] = item.tokens.flatMap(blockOf);
    const mark = ordered ? `${(start || 1) + index}. ` : '• ';
    return [...(first === undefined ? [] : [first.kind === 'text' ? { kind: 'item' as const, text: mark + first.text } : first]), ...more];
  });
}

function inline(token: { readonly tokens?: readonly Token[] | undefined; readonly text?: string }): string {
  return (token.tokens ?? []).map((part): string => {
    if (part.type === 'br') return '\n';
    return 'tokens' in part && part.tokens !== undefined ? inline(part) : 'text' in part ? String(part.text) : part.raw;
  }).join('') || (token.tokens === undefined ? (token.text ?? '') : '');
}
