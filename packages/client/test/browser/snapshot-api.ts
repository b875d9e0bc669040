import type { SnapshotPart, SnapshotRow } from '../../src/contract.ts';
import { problem } from '../api.ts';

/** What goes wrong with a call on its way. */
export type Fault = 'none' | 'unreachable' | 'captive portal' | 'half an answer' | 'failing' | 'too many';

/** An API in memory that gives a snapshot and its changes, behind a network that does what it is told. */
export interface SnapshotApi {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Paths that were asked for, whatever became of it. */
  readonly asked: readonly string[];
  fault: Fault;
  /** Every other call does not arrive. */
  flapping: boolean;
}

/** When everything was, by the clock of the server. */
export const SERVER_TIME = '2026-03-09T08:00:00.000Z';
export const TITLES = ['河道采砂管理办法', '关于低保的通知', '农村道路养护计划'];
export const idOf = (n: number): string => `01JQ8ZK4T5V6W7X8Y9Z0ABCDE${n}`;
const agency = { id: 'liuhe-tuanjie', name: '团结村村民委员会' };
const pinyin = { full: 'hedao', initials: 'hd' };

const rows = TITLES.map((title, n): SnapshotRow => ({
  summary: { id: idOf(n), indexNo: `11/2026-0000${n}`, kind: 'notice', title, summary: '摘要', agency, categoryId: 'A20_15', publishedOn: '2026-03-01', validity: 'in-force', openTerm: 'long-term', revision: 1 },
  order: n + 1, text: `${title}的全文`, pinyin,
}));
const parts = [
  { kind: 'agencies', items: [{ agency: { ...agency, level: 'village', kind: 'committee', phones: [], leaders: [], offices: [], venues: [], children: 0, disclosures: TITLES.length, path: [agency] }, pinyin }] },
  { kind: 'categories', items: [{ id: 'A20_15', name: '其他' }] },
  { kind: 'disclosures', items: rows },
  { kind: 'records', items: rows.map(({ summary }) => ({ state: 'published', id: summary.id, title: summary.title, body: '# 全文', chain: {} })) },
] as unknown as SnapshotPart[];

async function hashed(part: SnapshotPart): Promise<{ readonly sha256: string; readonly text: string; readonly part: SnapshotPart }> {
  const text = JSON.stringify(part);
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { sha256: [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''), text, part };
}

export function snapshotApi(baseUrl = `https://copied-${Math.random().toString(36).slice(2)}.example/`): SnapshotApi {
  const asked: string[] = [];
  const json = (body: unknown) => new Response(typeof body === 'string' ? body : JSON.stringify(body), { headers: { 'content-type': 'application/json', date: new Date(Date.parse(SERVER_TIME)).toUTCString() } });
  const made: SnapshotApi = {
    baseUrl,
    asked,
    fault: 'none',
    flapping: false,
    fetch: async (input, init) => {
      const { pathname, search } = new URL(new Request(input, init).url);
      asked.push(pathname + search);
      if (made.fault === 'unreachable' || (made.flapping && asked.length % 2 === 1)) throw new TypeError('fetch failed');
      if (made.fault === 'captive portal') return new Response('<h1>登录</h1>', { headers: { 'content-type': 'text/html' } });
      if (made.fault === 'half an answer') return json('{"items":[{"id":"01JQ8Z');
      if (made.fault === 'failing') return problem(500, 'internal');
      if (made.fault === 'too many') return problem(429, 'too-many-requests', { 'retry-after': '600' });
      const all = await Promise.all(parts.map(hashed));
      if (pathname === '/v1/snapshot') {
        return json({
          version: 2, stamp: { time: SERVER_TIME, seq: 3, topicSeq: 0 }, rows: rows.length,
          parts: all.map(({ sha256, text, part }) => ({ kind: part.kind, sha256, bytes: text.length, rows: part.items.length, ...(part.kind === 'disclosures' || part.kind === 'records' ? { from: 1 } : {}) })),
        });
      }
      if (pathname === '/v1/snapshot/changes') return json({ items: [], gone: [], seq: 3, latest: 3 });
      if (pathname === '/v1/topics/changes') return json({ items: [], latest: 0 });
      const found = all.find(({ sha256 }) => pathname.endsWith(sha256));
      return found ? json(found.text) : problem(404, 'not-found');
    },
  };
  return made;
}
