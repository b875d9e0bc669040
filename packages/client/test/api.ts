import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** What goes wrong with one call on its way. */
export type Fault = 'none' | 'unreachable' | 'answer lost' | 'half an answer' | 'captive portal' | 'captive portal in JSON' | 'failing' | 'too many' | 'nothing comes';

/** An API in memory that files each submission once for its key, behind a network that does what it is told. */
export interface Api {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** What was filed: key and body, without the challenge. */
  readonly rows: readonly { readonly key: string; readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];
  /** Of the calls that submit something, in order, each with what goes wrong with it; then what goes wrong with all after. */
  readonly faults: Fault[];
  otherwise: Fault;
  /** Called when a submission has arrived, before it is answered. */
  onArrival: (key: string) => void;
  /** How often something was submitted, arrived or not. */
  readonly sent: number;
  /** Answers instead of filing, where it says something. */
  refuse: (body: Readonly<Record<string, unknown>>) => Response | undefined;
}

let count = 0;
const challenge = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, deriveKey, hmacSignatureSecret: 'server', keyPrefix: '0' });

export function api(): Api {
  const rows = new Map<string, Api['rows'][number] & { readonly receipt: object }>();
  const faults: Fault[] = [];
  let sent = 0;
  // An origin of its own: outboxes of one API take turns in the whole process.
  const made: Api = {
    baseUrl: `https://api-${++count}.example/`,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).pathname === '/v1/challenge') return made.otherwise === 'unreachable' ? Promise.reject(new TypeError('fetch failed')) : Response.json(challenge);
      sent += 1;
      const fault = faults.shift() ?? made.otherwise;
      const { challenge: _, ...body } = (await request.json()) as Record<string, unknown>;
      const key = request.headers.get('idempotency-key') ?? '';
      if (fault === 'unreachable') throw new TypeError('fetch failed');
      if (fault === 'nothing comes') await new Promise((_resolve, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
      if (fault === 'captive portal') return new Response('<h1>登录</h1>', { headers: { 'content-type': 'text/html' } });
      if (fault === 'captive portal in JSON') return Response.json({ login: 'https://wifi.example/' });
      if (fault === 'failing') return problem(500, 'internal');
      if (fault === 'too many') return problem(429, 'too-many-requests', { 'retry-after': '600' });
      const refused = made.refuse(body);
      if (refused) return refused;
      const known = rows.get(key);
      const receipt = known?.receipt ?? { receiptNo: `20260309-${String(rows.size).padStart(6, '0')}`, secret: '7KQ2-MX9R-41TB' };
      if (!known) rows.set(key, { key, path: new URL(request.url).pathname, body, receipt });
      made.onArrival(key);
      if (fault === 'answer lost') throw new TypeError('terminated');
      if (fault === 'half an answer') return new Response(JSON.stringify(receipt).slice(0, 20), { headers: { 'content-type': 'application/json' } });
      return Response.json(receipt);
    },
    get rows() {
      return [...rows.values()];
    },
    faults,
    otherwise: 'none',
    onArrival: () => undefined,
    get sent() {
      return sent;
    },
    refuse: () => undefined,
  };
  return made;
}

export const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: `urn:sunlit:problem:${code}`, title: '标题', status, requestId: 'r-1' }), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
