import type { EarlyAnswers } from '@sunlit/client';
import type { Configuration } from '../shared/configuration.ts';

/**
 * The one-tag embed. It looks at the page, fetches only the elements that stand there, watches for later ones, and
 * reports in place when one does not come. `data-*` of its own script tag are the weakest configuration.
 */
const elements: Record<string, () => Promise<unknown>> = {
  'sunlit-agencies': () => import('../agencies/define.ts'),
  'sunlit-directory': () => import('../directory/define.ts'),
  'sunlit-disclosure': () => import('../disclosure/define.ts'),
  'sunlit-provider': () => import('../provider/define.ts'),
  'sunlit-feedback': () => import('../feedback/define.ts'),
  'sunlit-notices': () => import('../notices/define.ts'),
  'sunlit-rating': () => import('../rating/define.ts'),
  'sunlit-request': () => import('../request/define.ts'),
  'sunlit-search': () => import('../search/define.ts'),
  'sunlit-stats': () => import('../stats/define.ts'),
  'sunlit-topics': () => import('../topics/define.ts'),
  'sunlit-track': () => import('../track/define.ts'),
};

declare global {
  /** `fetch`: with what widgets ask, where an app has something better than the platform’s own (`replicaFetch`); to be there before they are. */
  var sunlit: { readonly configuration: Configuration; readonly discover: (root: ParentNode) => void; readonly early: EarlyAnswers; readonly fetch?: typeof fetch | undefined } | undefined;
}

const ATTEMPTS = 3;
/** Longer than this no element waits for an answer that should be there by now, and the page gets its grey bars. */
const LONGEST_WAIT = 300;
/** After that, an answer is not waited for, and one that no element wanted is old. */
const TOO_LATE = 10_000;
const here = new URL(import.meta.url);
const wanted = new Set<string>();
const pause = (milliseconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined));

/** Fetches an element, trying again with growing pauses; a failed load is said inside the tag and by an event. */
async function load(tag: string, fetch: () => Promise<unknown>): Promise<void> {
  // Rows at once are less work than grey bars and then rows.
  await Promise.race([Promise.all(early.values()), pause(LONGEST_WAIT)]);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch();
      return;
    } catch (error) {
      if (attempt < ATTEMPTS) {
        await pause(1000 * attempt);
        continue;
      }
      console.error(`<${tag}> could not be loaded from ${here.origin}.`, error);
      for (const element of document.querySelectorAll(tag)) {
        element.dispatchEvent(new CustomEvent('sunlit-load-error', { bubbles: true, composed: true, detail: error }));
        if (element.childElementCount === 0) element.textContent = '内容暂时无法加载,请刷新页面重试。 / This could not be loaded. Please reload the page.';
      }
      wanted.delete(tag);
      return;
    }
  }
}

/** Looks for elements at and below `root`; call it for shadow roots of your own, which nobody else can see into. */
function discover(root: ParentNode): void {
  const found = root.querySelectorAll(':not(:defined)');
  for (const element of root instanceof Element ? [root, ...found] : found) {
    const tag = element.localName;
    const fetch = elements[tag];
    if (!fetch || wanted.has(tag)) continue;
    wanted.add(tag);
    void load(tag, fetch);
  }
}

async function whole(href: string): Promise<{ response: Response; body: string } | undefined> {
  const response = await fetch(href);
  return response.ok ? { response, body: await response.text() } : undefined;
}

/** What the page asks with `<link rel="preload" as="fetch">` is there before the elements are: their client takes it from here. */
const early: EarlyAnswers = new Map();
for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=fetch][href*="/v1/"]')) {
  early.set(href, Promise.race([whole(href), pause(TOO_LATE)]).catch(() => undefined));
  void pause(TOO_LATE).then(() => early.delete(href));
}

// A module script has no currentScript: it is the tag whose address is ours.
const script = [...document.scripts].find((one) => one.src === here.href);
const { api = here.origin, agency, theme, scheme } = script?.dataset ?? {};

// The first embed of a page is the one that speaks for it; widgets read its configuration when they are drawn.
globalThis.sunlit ??= { configuration: { api, agency, theme, scheme }, discover, early };

discover(document);
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) discover(node);
}).observe(document.documentElement, { childList: true, subtree: true });
