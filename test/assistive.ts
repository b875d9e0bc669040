import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Browser, Page as FirefoxPage } from 'puppeteer-core';

/** One thing that assistive technology is told of: the roles of ARIA, and names without white space, in which browsers differ. */
export interface Told {
  readonly role: string;
  readonly name: string;
}

/** A page as a browser tells it to assistive technology, and as that operates it. Names are given by their beginning. */
export interface Assistive {
  /** What there is to go to: headings, landmarks, dialogs, and all that can be operated, in reading order. */
  tree(): Promise<readonly Told[]>;
  press(role: string, name: string): Promise<void>;
  /** By a finger, for what only a finger is to open. */
  touch(role: string, name: string): Promise<void>;
  write(role: string, name: string, words: string): Promise<void>;
}

const ROLES: readonly string[] = [
  'alertdialog', 'button', 'checkbox', 'combobox', 'dialog', 'group', 'heading', 'link', 'listbox', 'navigation', 'option', 'radio', 'radiogroup', 'region', 'search', 'searchbox', 'slider',
  'spinbutton', 'switch', 'tab', 'textbox',
];

/** Without a name these say nothing. */
const NAMED: readonly string[] = ['group', 'region'];

const worthTelling = (all: readonly Told[]): Told[] =>
  all.map(({ role, name }) => ({ role, name: name.replace(/\s+/g, '') })).filter(({ role, name }) => ROLES.includes(role) && (name !== '' || !NAMED.includes(role)));

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** Chromium: read over its own account of the page, pressed with a pointer. */
export async function inChromium(page: Page): Promise<Assistive> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const found = (role: string, name: string) => page.getByRole(role as 'button', { name: new RegExp(`^${[...name].join('\\s*')}`) }).first();
  return {
    async tree() {
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const all: Told[] = [];
      const walk = (node: AxNode | undefined): void => {
        if (!node) return;
        if (!node.ignored) all.push({ role: node.role?.value ?? '', name: node.name?.value ?? '' });
        for (const child of node.childIds ?? []) walk(byId.get(child));
      };
      walk(nodes[0]);
      return worthTelling(all);
    },
    press: (role, name) => found(role, name).click(),
    touch: (role, name) => found(role, name).click(),
    write: (role, name, words) => found(role, name).fill(words),
  };
}

/** What puppeteer has, but does not offer: the WebDriver BiDi session, in which also the browser's own window can be asked. */
interface Session {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

/** Firefox: read and operated in its browser process, where a screen reader would. */
export async function inFirefox(browser: Browser, page: FirefoxPage): Promise<Assistive> {
  const session = (browser as unknown as { readonly connection: Session }).connection;
  const { contexts: [window] } = (await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: readonly { readonly context: string }[] };
  assert.ok(window, 'Firefox has a window.');
  const ask = async (work: string): Promise<string> => {
    const { result, exceptionDetails } = (await session.send('script.evaluate', { target: { context: window.context }, awaitPromise: true, expression: `(() => { ${IN_FIREFOX} ${work} })()` }))
      .result as { readonly result?: { readonly value: string }; readonly exceptionDetails?: { readonly text: string } };
    assert.ok(result, exceptionDetails?.text);
    return result.value;
  };
  const tree = async () => worthTelling(JSON.parse(await ask('return JSON.stringify(all().map(told));')) as Told[]);
  const onFound = async (role: string, name: string, work: string) => {
    await until(() => ask(`const found = all().find((one) => { const { role, name } = told(one); return role === ${JSON.stringify(role)} && name.replace(/\\s+/g, '').startsWith(${JSON.stringify(name)}); }); if (!found) return 'no'; ${work} return 'yes';`), (answer) => answer === 'yes', `${role} ${name}`);
  };
  return {
    tree,
    press: (role, name) => onFound(role, name, 'found.doAction(0);'),
    async touch(role, name) {
      await onFound(role, name, 'const x = {}, y = {}, width = {}, height = {}; found.getBoundsInCSSPixels(x, y, width, height); globalThis.keptBounds = [x.value + width.value / 2, y.value + height.value / 2];');
      const [x = 0, y = 0] = JSON.parse(await ask('const { x, y } = gBrowser.selectedBrowser.getBoundingClientRect(); const [atX, atY] = globalThis.keptBounds; return JSON.stringify([atX - mozInnerScreenX - x, atY - mozInnerScreenY - y]);')) as number[];
      await page.mouse.click(x, y);
    },
    async write(role, name, words) {
      // Keys go to the window, which may not have been told of the focus yet: then nothing was written.
      for (let written = ''; written === ''; written = await page.evaluate(focusedValue)) {
        await onFound(role, name, "if (!hasFocus(found)) { found.takeFocus(); return 'not yet'; }");
        await page.keyboard.type(words);
      }
      await until(() => page.evaluate(focusedValue), (value) => value.endsWith(words), `${role} ${name}`);
    },
  };
}

/** What is asked in Firefox: https://searchfox.org/mozilla-central/source/accessible/interfaces/nsIAccessible.idl */
const IN_FIREFOX = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  globalThis.keptAccessible = service;
  const all = () => {
    const found = [];
    const walk = (one) => {
      found.push(one);
      for (let at = 0; at < one.childCount; at += 1) walk(one.getChildAt(at));
    };
    const page = service.getAccessibleFor(gBrowser.selectedBrowser);
    if (page) walk(page);
    return found;
  };
  // ARIA has no role for passwords.
  const told = (one) => ({ role: one.computedARIARole || (service.getStringRole(one.role) === 'password text' ? 'textbox' : ''), name: one.name ?? '' });
  const hasFocus = (one) => {
    const state = {};
    one.getState(state, {});
    return (state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0;
  };
`;

function focusedValue(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '';
}

async function until<T>(read: () => Promise<T>, right: (value: T) => boolean, what: string): Promise<void> {
  const end = performance.now() + 60_000;
  for (let value = await read(); !right(value); value = await read()) {
    assert.ok(performance.now() < end, `${what}: still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until what is told is what is expected, one a line: `role name`, `role /pattern of the name/`, or either behind `+ ` for one or more in a row. */
export async function untilTold(page: Assistive, expected: string, where: string): Promise<void> {
  const lines = expected.trim().split('\n').map((line) => line.trim());
  const end = performance.now() + 60_000;
  for (;;) {
    const said = (await page.tree()).map(({ role, name }) => `${role} ${name}`.trim());
    const wrong = differenceOf(said, lines);
    if (wrong === undefined) return;
    if (performance.now() > end) assert.fail(`${where}: ${wrong}\n${said.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function differenceOf(said: readonly string[], lines: readonly string[]): string | undefined {
  let at = 0;
  for (const line of lines) {
    const many = line.startsWith('+ ');
    const right = matcher(many ? line.slice(2) : line);
    const from = at;
    while (at < said.length && right(said[at] ?? '') && (many || at === from)) at += 1;
    if (at === from) return `"${line}" should come where "${said[at] ?? 'the end'}" is`;
  }
  return at < said.length ? `nothing should come where "${said[at] ?? ''}" is` : undefined;
}

function matcher(line: string): (said: string) => boolean {
  const [, role, pattern] = /^(\w+) \/(.*)\/$/.exec(line) ?? [];
  if (role === undefined || pattern === undefined) return (said) => said === line;
  const name = new RegExp(`^${role} (?:${pattern})$`);
  return (said) => name.test(said);
}
