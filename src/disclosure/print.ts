/** How long a frame stays when a browser does not say that printing is over. */
const LONGEST = 10 * 60_000;

/**
 * A hidden frame of this origin that holds a copy of `content` and nothing else. Made from nodes and constructed style
 * sheets, so that it needs neither `unsafe-inline` nor a Trusted Types policy. `@page` counts here, in a shadow root it does not.
 */
export async function frameFor(content: Element, title: string, css: readonly string[]): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  for (const [name, value] of [['position', 'fixed'], ['width', '1px'], ['height', '1px'], ['left', '-10000px'], ['border', '0']] as const) frame.style.setProperty(name, value);
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded; // Firefox replaces the first empty document; Chromium has loaded it by now and fires all the same
  const inner = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner || !view) throw new Error('The frame to print from has no document.');
  inner.title = title;
  inner.documentElement.lang = content.getAttribute('lang') ?? '';
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css.join('\n'));
  inner.adoptedStyleSheets = [sheet];
  const copy = inner.importNode<Element>(content, true);
  copy.setAttribute('data-scheme', 'light');
  copy.setAttribute('data-theme', 'site');
  for (const part of copy.querySelectorAll('.no-print')) part.remove();
  for (const details of copy.querySelectorAll('details')) details.open = true;
  inner.body.append(copy);
  return frame;
}

/** Prints a copy of `content` alone, without the page around it. */
export async function printAlone(content: Element, title: string, css: readonly string[]): Promise<void> {
  const frame = await frameFor(content, title, css);
  const view = frame.contentWindow;
  if (!view) return;
  const remove = () => frame.remove();
  view.addEventListener('afterprint', () => setTimeout(remove), { once: true });
  setTimeout(remove, LONGEST);
  view.focus();
  view.print();
}
