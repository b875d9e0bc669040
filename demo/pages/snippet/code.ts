/** What a web team has chosen. */
export interface Choice {
  element: 'directory' | 'search' | 'agencies' | 'request' | 'topics' | 'track' | 'rating' | 'stats' | 'notices';
  agency: string;
  /** Of a rating: the name of the window that is rated. */
  window: string;
  theme: 'site' | 'hall' | 'contrast';
  scheme: 'light' | 'dark' | 'auto';
  language: 'zh-CN' | 'zh-Hant' | 'en';
  deepLink: boolean;
  tree: boolean;
}

/** Which built files each element starts with; written by the build beside `sunlit.js`. */
export type Preloads = Readonly<Record<string, readonly string[]>>;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** What the browser fetches at once, so that no request waits for another: the files of an element, and what a directory asks first. */
export function preloadLines(tag: string, agency: string | undefined, origin: string, preloads: Preloads): string[] {
  const files = (preloads[tag] ?? []).map((file) => `<link rel="modulepreload" href="${origin}/embed/${file}">`);
  if (tag !== 'sunlit-directory' || !agency) return files;
  const question = new URLSearchParams({ agency, facets: 'true', limit: '20' });
  return [`<link rel="preload" as="fetch" crossorigin href="${escape(`${origin}/v1/disclosures?${question.toString()}`)}">`, ...files];
}

/** Elements of which no feed tells a page without scripts. */
export const withoutFeed = (element: Choice['element']): boolean => element === 'request' || element === 'track' || element === 'rating';

/** The tag to paste: preloads, a height so that nothing jumps, the script, and the element with a link for pages without scripts. */
export function snippetFor(choice: Choice, origin: string, preloads: Preloads, fallback: string): string {
  const tag = `sunlit-${choice.element}`;
  const attributes = [
    // A receipt says by itself which agency it is of.
    ...(choice.element === 'track' ? [] : [['agency', choice.agency]]),
    ...(choice.element === 'rating' ? [['subject', 'window'], ['window', choice.window]] : []),
    ['lang', choice.language],
    ...(choice.theme === 'site' ? [] : [['theme', choice.theme]]),
    ...(choice.scheme === 'light' ? [] : [['scheme', choice.scheme]]),
  ].map(([name, value]) => ` ${name ?? ''}="${escape(value ?? '')}"`);
  if ((choice.element === 'directory' || choice.element === 'topics' || choice.element === 'stats') && choice.deepLink) attributes.push(' deep-link');
  if (choice.element === 'directory' && !choice.tree) attributes.push(' without-tree');
  const agency = encodeURIComponent(choice.agency);
  const feed = choice.element === 'stats' ? `${origin}/v1/open-data?agency=${agency}` : `${origin}/v1/feeds/${choice.element === 'topics' ? 'topics' : 'disclosures'}.atom?agency=${agency}`;
  const inside = withoutFeed(choice.element) ? `<p>${escape(fallback)}</p>` : `<a href="${feed}">${escape(fallback)}</a>`;
  return [
    ...preloadLines(tag, choice.agency, origin, preloads),
    `<style>${tag}:not(:defined) { display: block; min-height: ${{ search: '3em', rating: '16em', notices: '40em' }[choice.element as string] ?? '100vh'}; }</style>`,
    `<script type="module" src="${origin}/embed/sunlit.js"></script>`,
    `<${tag}${attributes.join('')}>${inside}</${tag}>`,
    '',
  ].join('\n');
}
