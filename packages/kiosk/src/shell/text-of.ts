/** What stands on a screen, as it would be read: through shadow roots, without what is hidden and without buttons. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ').trim();
      if (text) parts.push(text);
      return;
    }
    if (node instanceof Element) {
      if (node.matches('script, style, svg, select, [hidden], [aria-hidden=true], .hidden-text, .no-print')) return;
      if (!node.checkVisibility()) return;
      for (const child of (node.shadowRoot ?? node).childNodes) read(child);
      if (node.matches('h1, h2, h3, h4, p, li, dd, dt, button, label, legend, tr')) parts.push('\n');
      return;
    }
    for (const child of node.childNodes) read(child);
  };
  read(element);
  return parts.join(' ').replace(/ ?\n ?/g, '。\n').replace(/([。！？；：:])。/g, '$1');
}
