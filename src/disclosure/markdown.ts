import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import type { RichText } from './types.ts';

/** Headings of a text begin below the headings of the widget (h2 title, h3 sections). */
const FIRST_LEVEL = 4;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const marked = new Marked({
  gfm: true,
  tokenizer: {
    // Raw HTML is no part of our Markdown: it stays the text that it is.
    html: () => undefined,
    tag: () => undefined,
  },
  renderer: {
    // An image would be fetched from wherever it says as soon as the text is read; a link leaves that to the reader.
    image: ({ href, text }) => `<a href="${escape(href)}">${escape(text === '' ? href : text)}</a>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/**
 * The one sanitiser of the library. Text from the server becomes nodes here and nowhere else. Under Trusted Types a page
 * must allow its policy: `trusted-types lit-html dompurify`.
 */
const SANITISER = {
  RETURN_DOM_FRAGMENT: true as const,
  ALLOWED_TAGS: ['h4', 'h5', 'h6', 'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', '#text'],
  ALLOWED_ATTR: ['href', 'title', 'start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|[./?#]|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

export interface Words {
  /** Said after a link that leads away. */
  readonly external: string;
  /** Names a table that scrolls. */
  readonly table: string;
}

/** Markdown as nodes of this document. */
export function render(markdown: string, words: Words): RichText {
  const tokens = marked.lexer(markdown);
  const depths = tokens.flatMap((token) => (token.type === 'heading' ? [token.depth as number] : []));
  const top = Math.min(...depths);
  for (const token of tokens) if (token.type === 'heading') token.depth = Math.min(6, (token.depth as number) - top + FIRST_LEVEL);
  const fragment = DOMPurify.sanitize(marked.parser(tokens), SANITISER);
  const node = document.createElement('div');
  node.className = 'prose';
  node.append(fragment);
  for (const link of node.querySelectorAll('a')) markLink(link, words);
  for (const table of node.querySelectorAll('table')) makeScrollable(table, words);
  const headings = [...node.querySelectorAll<HTMLElement>('h4, h5, h6')].map((element) => {
    element.tabIndex = -1; // the table of contents moves the focus here
    return { text: element.textContent, level: Number(element.tagName.slice(1)), element };
  });
  return { node, headings };
}

function markLink(link: HTMLAnchorElement, words: Words): void {
  if (!link.hasAttribute('href')) return;
  link.rel = 'noopener noreferrer';
  if (!/^https?:$/.test(link.protocol) || link.origin === location.origin) return;
  link.classList.add('external');
  const said = document.createElement('span');
  said.className = 'hidden-text';
  said.textContent = words.external;
  link.append(said);
}

function makeScrollable(table: HTMLTableElement, words: Words): void {
  const room = document.createElement('div');
  room.className = 'table-room';
  room.tabIndex = 0;
  room.setAttribute('role', 'region');
  room.setAttribute('aria-label', words.table);
  table.replaceWith(room);
  room.append(table);
}
