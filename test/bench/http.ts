import { Agent, request, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** One answer and how long it took, from the request until its last byte. */
export interface Timed {
  readonly ms: number;
  readonly status: number;
  /** As it came over the wire. */
  readonly body: Buffer;
  json<T>(): T;
}

// One connection that stays, as a browser or a proxy keeps it; it asks for gzip because they do.
const alone = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks once. Every failure counts as one: an error page is fast, and would flatter the numbers. */
export function timedGet(url: string, agent: Agent = alone): Promise<Timed> {
  return timed(url, { agent });
}

export interface Asked {
  readonly agent?: Agent;
  /** Sent by POST, as JSON. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is expected; 200 unless said. */
  readonly expected?: number;
}

/** The same of any question. */
export async function timed(url: string, { agent = alone, body: sent, headers = {}, expected = 200 }: Asked = {}): Promise<Timed> {
  const started = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { agent, method: sent === undefined ? 'GET' : 'POST', headers: { accept: 'application/json', 'accept-encoding': 'gzip', ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers } }, resolve)
      .on('error', reject).end(sent === undefined ? undefined : JSON.stringify(sent));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const ms = performance.now() - started;
  const body = Buffer.concat(chunks);
  const plain = () => (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
  if (answer.statusCode !== expected) throw new Error(`${url} answered ${answer.statusCode}: ${plain().slice(0, 300)}`);
  return { ms, status: expected, body, json: <T>() => JSON.parse(plain()) as T };
}

/** The times of asking one address after the other. */
export async function times(urls: readonly string[]): Promise<number[]> {
  const samples: number[] = [];
  for (const url of urls) samples.push((await timedGet(url)).ms);
  return samples;
}

export interface Throughput {
  readonly perSecond: number;
  readonly samples: readonly number[];
}

/** Keeps so many connections busy for so long, each asking again as soon as it has its answer. */
export async function keepAsking(url: string, connections: number, seconds: number): Promise<Throughput> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const samples: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < until) samples.push((await timedGet(url, agent)).ms);
  }));
  const took = performance.now() - started;
  agent.destroy();
  return { perSecond: (samples.length / took) * 1000, samples };
}
