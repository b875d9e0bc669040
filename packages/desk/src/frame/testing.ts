import { ContextProvider } from '@lit/context';
import { fixture, fixtureSync, waitUntil as waitFor } from '@open-wc/testing';
import { createDeskClient, type DueItem, type DraftSummary, type Me } from '@sunlit/client/desk';
import type { DisclosureSummary } from '@sunlit/client';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { Scheme } from '../../../../src/shared/configuration.ts';
import { deskContext, type Desk } from './desk.ts';

/** What the tests of the desk share: an API that answers as told, somebody who is signed in, a frame around one page. */

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

type Answer = unknown | Response | ((asked: Asked) => unknown);

export interface DeskApi {
  readonly url: string;
  readonly asked: Asked[];
  /** Replaces an answer from now on: `POST /v1/drafts`, or a path alone for GET. */
  answer(what: string, answer: Answer): void;
  /** What was written, as method, path and body. */
  readonly written: readonly { readonly what: string; readonly body: unknown }[];
  restore(): void;
}

let number = 0;

/** Stands in for the API at the one place where the desk meets it: `fetch`. What is not told is 404. */
export function deskApi(answers: Readonly<Record<string, Answer>>): DeskApi {
  const url = `https://desk-${String((number += 1))}.test`;
  const known = new Map(Object.entries(answers));
  const asked: Asked[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    if (origin !== url) return real(request);
    const text = await request.text();
    const one: Asked = { method: request.method, path: pathname + search, body: text === '' ? undefined : /json/.test(request.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text, headers: request.headers };
    asked.push(one);
    const key = (path: string) => (one.method === 'GET' ? path : `${one.method} ${path}`);
    const found = known.get(key(one.path)) ?? known.get(key(pathname));
    const answer: unknown = typeof found === 'function' ? await (found as (asked: Asked) => unknown)(one) : found;
    request.signal.throwIfAborted();
    if (answer instanceof Response) return answer.clone();
    return answer === undefined ? refusal(404, 'not-found') : Response.json(answer);
  };
  return {
    url,
    asked,
    answer: (what, answer) => known.set(what, answer),
    get written() {
      return asked.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => ({ what: `${method} ${path}`, body }));
    },
    restore: () => (globalThis.fetch = real),
  };
}

/** A problem document as the server writes it. */
export function refusal(status: number, code: string, more: object = {}): Response {
  const document = { type: `urn:sunlit:problem:${code}`, title: code, detail: `因为${code}。`, status, requestId: 'r-1', ...more };
  return new Response(JSON.stringify(document), { status, headers: { 'content-type': 'application/problem+json' } });
}

export const WATER = { id: 'qinghe-water', name: '清河县水利局' };

export const EDITOR: Me = {
  id: 'p1', username: 'water-editor', name: '水利局编辑', post: '办公室科员', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: WATER, role: 'editor' }], permissions: ['drafts.read', 'drafts.write', 'files.write'],
};
export const PUBLISHER: Me = { ...EDITOR, id: 'p2', username: 'water-publisher', post: '办公室主任', grants: [{ agency: WATER, role: 'publisher' }], permissions: ['drafts.read', 'drafts.publish'] };

const id = (last: string) => `01JQ8ZK4T5V6W7X8Y9Z0ABC${last.padStart(3, '0')}`;

export const draft = (last: string, changed: Partial<DraftSummary> = {}): DraftSummary => ({
  id: id(last), state: 'draft', version: 1, agency: WATER, kind: 'notice', title: `文稿${last}`, author: { id: 'p1', name: '水利局编辑', post: '办公室科员' }, updatedAt: '2026-03-09T02:00:00.000Z', ...changed,
});

export const disclosure = (last: string, changed: Partial<DisclosureSummary> = {}): DisclosureSummary => ({
  id: id(last), indexNo: `000-${last}`, kind: 'normative', title: `文件${last}`, summary: '摘要', agency: WATER, categoryId: 'A20_01', publishedOn: '2026-03-01', validity: 'in-force', openTerm: 'long-term', revision: 1, ...changed,
});

export const dueDraft = (last: string, left: number): DueItem => ({
  type: 'draft', draftId: id(last), agency: WATER, kind: 'notice', title: `文稿${last}`, due: '2026-03-12', left,
  term: { length: 20, unit: 'workdays', from: '2026-02-09', article: '《条例》第二十六条', provisional: false },
});

export interface PageFrame {
  /** Where the page went, and what it said. */
  readonly gone: string[];
  readonly said: string[];
  readonly noted: Readonly<Record<string, string>>[];
}

interface PageSetting {
  readonly me?: Me;
  readonly language?: Language;
  readonly scheme?: Scheme;
}

/** One page, with a frame that only writes down what the page asks of it. */
export async function showPage<E extends LitElement>(api: DeskApi, page: TemplateResult, { me = EDITOR, language = 'zh-CN', scheme = 'light' }: PageSetting = {}): Promise<{ element: E; frame: PageFrame }> {
  const frame: PageFrame = { gone: [], said: [], noted: [] };
  const desk: Desk = {
    client: createDeskClient({ baseUrl: api.url, language }),
    me,
    language,
    scheme,
    may: (permission) => me.permissions.includes(permission),
    href: (place) => `/desk/${place}`,
    go: (place) => frame.gone.push(place),
    note: (query) => frame.noted.push(query),
    say: (text) => frame.said.push(text),
  };
  const around = fixtureSync<HTMLElement>(html`<div></div>`);
  // As the frame gives the page its ground.
  around.style.background = scheme === 'dark' ? '#1d2228' : '#f6f7f9';
  new ContextProvider(around, { context: deskContext, initialValue: desk });
  const element = await fixture<E>(page, { parentNode: around });
  await element.updateComplete;
  return { element, frame };
}

export const root = (element: Element): ShadowRoot => element.shadowRoot!;
export const text = (element: Element): string => root(element).textContent.replaceAll(/\s+/g, ' ').trim();
// A loaded machine may take its time; what is waited for must come all the same.
export const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 8000 });
export const named = <E extends HTMLElement = HTMLElement>(within: Element, selector: string, name: string): E =>
  [...root(within).querySelectorAll<E>(selector)].find((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name)!;

const buffer = (...bytes: number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

/** What a server asks, in its JSON. */
export const passkeyAnswers = {
  authenticate: { challenge: 'AQID', rpId: 'localhost', timeout: 1000 },
  register: {
    challenge: 'AQID', rp: { id: 'localhost', name: 'Sunlit' }, user: { id: 'AQ', name: 'water-editor', displayName: 'water-editor' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }], excludeCredentials: [],
  },
};

class GivenPasskey {
  readonly id = 'AQ';
  readonly rawId = buffer(1);
  readonly type = 'public-key';
  readonly response = { clientDataJSON: buffer(1), attestationObject: buffer(2), authenticatorData: buffer(3), signature: buffer(4), userHandle: null, getTransports: () => ['internal'] };
  getClientExtensionResults(): object {
    return {};
  }
}

/** Until it is disposed of. `refuses` is the name of the error that the browser throws; `none` knows no passkeys at all. */
export function withPasskeys(refuses?: string): Disposable & { readonly asked: readonly { readonly what: 'get' | 'create' }[] } {
  const asked: { what: 'get' | 'create' }[] = [];
  const answer = (what: 'get' | 'create') => () => {
    asked.push({ what });
    return refuses === undefined ? Promise.resolve(new GivenPasskey()) : Promise.reject(new DOMException('refused', refuses));
  };
  const real = Object.getOwnPropertyDescriptor(globalThis, 'PublicKeyCredential')!;
  if (refuses === 'none') Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  else Object.defineProperty(globalThis, 'PublicKeyCredential', { value: GivenPasskey, configurable: true });
  Object.defineProperty(navigator, 'credentials', { value: { get: answer('get'), create: answer('create') }, configurable: true });
  return {
    asked,
    [Symbol.dispose]() {
      Object.defineProperty(globalThis, 'PublicKeyCredential', real);
      // The browser's own stands on the prototype.
      Reflect.deleteProperty(navigator, 'credentials');
    },
  };
}
