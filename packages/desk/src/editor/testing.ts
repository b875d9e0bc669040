import { createDeskClient, type DeskClient, type Draft, type DraftCommand } from '@sunlit/client/desk';
import { render, type TemplateResult } from 'lit';
import { examples } from '../../../../src/disclosure/examples.ts';
import type { DisclosureContent, DisclosureKind } from './types.ts';

/** What the tests of the editor and the review page share: a desk server in memory behind the real client, and eyes. */

const mounted: HTMLElement[] = [];

export function mount<E extends HTMLElement>(template: TemplateResult, selector: string): E {
  const holder = document.createElement('div');
  holder.lang = 'zh-CN';
  render(template, holder);
  document.body.append(holder);
  mounted.push(holder);
  const element = holder.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

export const clear = (): void => mounted.splice(0).forEach((holder) => holder.remove());

type Found<T> = T | null | undefined | false;

/** Until something holds, asked again every few milliseconds. */
export async function until<T>(get: () => Found<T> | Promise<Found<T>>, what: string): Promise<T> {
  for (let round = 0; round < 600; round += 1) {
    const value = await get();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come`);
}

export function find<E extends Element = HTMLElement>(element: HTMLElement, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export const all = (element: HTMLElement, selector: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
export const text = (element: HTMLElement, selector = '.sunlit'): string => all(element, selector).map((one) => one.textContent?.replace(/\s+/g, ' ').trim()).join(' ');

/** The button whose name begins so. */
export function named(element: HTMLElement, name: string): HTMLButtonElement {
  const found = all(element, 'button').find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(name));
  if (!(found instanceof HTMLButtonElement)) throw new Error(`no button “${name}”`);
  return found;
}

export function type(field: Element, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) throw new Error('no field');
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function paste(field: Element, data: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [kind, value] of Object.entries(data)) clipboardData.setData(kind, value);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

export const press = (target: Element, key: string, more: KeyboardEventInit = {}): boolean => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));

/** The content of an example as it is written. */
export function contentOf(kind: DisclosureKind): DisclosureContent {
  const { agencyId, categoryId, title, summary, body, docNo, formedOn, effectiveOn, openTerm, basis, channels, attachments, links, note, fields } = examples[kind];
  return { agencyId, kind, categoryId, title, summary, body, ...(docNo && { docNo }), ...(formedOn && { formedOn }), ...(effectiveOn && { effectiveOn }), openTerm, basis, channels, attachments, links, ...(note && { note }), fields } as DisclosureContent;
}

export const ME = { id: 'p-1', name: '起草岗', post: '办公室' };
export const OTHER = { id: 'p-2', name: '审查岗', post: '保密办' };
let number = 0;

export function draftOf(kind: DisclosureKind, given: Partial<Draft> = {}): Draft {
  number += 1;
  const content = contentOf(kind);
  const id = `01JQ8ZK4T5V6W7X8Y9Z0D${String(number).padStart(5, '0')}`;
  return {
    id, state: 'draft', version: 1, agency: { id: content.agencyId, name: '清河县水利局' }, kind, title: content.title, author: ME, updatedAt: '2026-03-09T02:32:00.000Z',
    content: content, withheld: [], problems: [], commands: ['submit', 'discard'], events: [{ type: 'created', at: '2026-03-09T02:00:00.000Z', by: ME }], ...given,
  };
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly key: string | null;
}

/** A server that holds drafts, with the version check of the real one; anything can be answered otherwise. */
export class StubServer {
  readonly drafts = new Map<string, Draft>();
  readonly calls: Call[] = [];
  readonly contents = new Map<string, unknown>();
  /** Answers instead of the server, for a while. */
  instead: ((call: Call) => Response | undefined | Promise<Response | undefined>) | undefined;
  me = ME;
  readonly client: DeskClient;

  constructor(...drafts: Draft[]) {
    for (const draft of drafts) this.drafts.set(draft.id, draft);
    number += 1;
    this.client = createDeskClient({ baseUrl: `https://desk-${String(number)}.test/`, retry: 0, fetch: async (input, init) => this.#answer(new Request(input, init)) });
  }

  called(method: string, part: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.path.includes(part));
  }

  /** What somebody else does meanwhile. */
  otherSaves(id: string, change: object, by = OTHER): void {
    const draft = this.drafts.get(id);
    if (!draft) throw new Error('no draft');
    const content = { ...draft.content, ...change };
    this.drafts.set(id, { ...draft, version: draft.version + 1, content, title: content.title ?? '', updatedAt: '2026-03-09T02:40:00.000Z', events: [...draft.events, { type: 'saved', at: '2026-03-09T02:40:00.000Z', by }] });
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const sent = request.method === 'GET' || request.method === 'DELETE' || request.headers.get('content-type')?.startsWith('application/json') !== true ? undefined : ((await request.json()) as Call['body']);
    const call: Call = { method: request.method, path: pathname, body: sent, key: request.headers.get('idempotency-key') };
    this.calls.push(call);
    return (await this.instead?.(call)) ?? this.#usual(call);
  }

  #usual({ method, path, body }: Call): Response {
    const [, , what, id = '', command] = path.split('/');
    if (path === '/v1/staff/me') return json({ ...this.me, username: 'qc', grants: [{ agency: { id: 'qinghe-water', name: '清河县水利局' }, role: 'editor' }], permissions: [], twoFactor: true, mustChangePassword: false });
    if (path === '/v1/categories') return json({ items: [{ id: 'A20_01', name: '规章' }, { id: 'A20_05', name: '许可' }, { id: 'qinghe-water.sand', parentId: 'A20_05', agencyId: 'qinghe-water', name: '河道采砂' }] });
    if (what === 'drafts' && method === 'POST' && id === '') {
      const draft = draftOf((body?.content as DisclosureContent).kind, { content: body?.content as Draft['content'], withheld: (body?.withheld as Draft['withheld'] | undefined) ?? [], ...(body?.amends === undefined ? {} : { amends: String(body.amends) }) });
      this.drafts.set(draft.id, draft);
      return json(draft);
    }
    if (what === 'disclosures' && command === 'content' && this.contents.has(id)) return json(this.contents.get(id));
    const draft = what === 'drafts' ? this.drafts.get(id) : undefined;
    if (!draft) return problem(404, 'not-found');
    if (method === 'GET') return json(draft);
    if (body?.version !== draft.version) return problem(409, 'changed-meanwhile', { current: draft });
    const next: Draft = method === 'PUT'
      ? { ...draft, version: draft.version + 1, content: body.content as Draft['content'], title: String((body.content as Draft['content']).title ?? ''), withheld: (body.withheld as Draft['withheld'] | undefined) ?? [], updatedAt: new Date().toISOString() }
      : { ...draft, version: draft.version + 1, ...after(command as DraftCommand, body), events: [...draft.events, { type: command as DraftCommand, at: '2026-03-09T03:00:00.000Z', by: this.me, ...(typeof body.note === 'string' ? { note: body.note } : {}) }] };
    this.drafts.set(id, next);
    return json(next);
  }
}

function after(command: DraftCommand, body: Readonly<Record<string, unknown>>): Partial<Draft> {
  switch (command) {
    case 'submit': return { state: 'review', commands: ['recall'] };
    case 'recall': return { state: 'draft', commands: ['submit', 'discard'] };
    case 'discard': return { state: 'discarded', commands: [] };
    case 'approve': return { state: 'approved', commands: ['publish', 'schedule', 'return'] };
    case 'return': return { state: 'returned', commands: [] };
    case 'refer': return { state: 'referred', commands: ['approve', 'return'] };
    case 'publish': return { state: 'published', commands: [] };
    case 'schedule': return { commands: ['publish', 'schedule'], ...(body.on === undefined ? {} : { publishOn: String(body.on) }) };
  }
}

export const json = (value: unknown): Response => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

export const problem = (status: number, code: string, more: object = {}): Response =>
  new Response(JSON.stringify({ type: `urn:sunlit:problem:${code}`, title: code, detail: '服务器说明了原因。', status, requestId: 'r-1', ...more }), { status, headers: { 'content-type': 'application/problem+json' } });
