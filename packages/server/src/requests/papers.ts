import { timingSafeEqual } from 'node:crypto';
import type { Answer, Operations } from '@sunlit/contract';
import type { Call } from '../handlers.ts';
import { notFound } from '../problems.ts';
import type { Download } from '../sending.ts';
import { loadRequest } from './record.ts';
import { readingRequests, type RequestStore } from './store.ts';
import { paperOf } from './tracked.ts';

const LIFETIME = 5 * 60_000;

/** Which paper of which request, in which form, until when in milliseconds since 1970. */
interface Order {
  readonly request: string;
  readonly paper: string;
  readonly format?: 'html' | 'docx';
  readonly until: number;
}

/** An address that anyone may open, for a browser sends no receipt with a link; it is good for five minutes. */
export async function linkToPaper(store: RequestStore, { params: { receiptNo }, body: { paper, format }, baseUrl }: Call<'requests.link'>): Promise<Answer<Operations['requests.link']>> {
  const reading = readingRequests(store);
  const request = await loadRequest(reading, { receiptNo });
  await paperOf(reading, request, paper, format);
  const until = Date.now() + LIFETIME;
  const order: Order = { request: request.row.id, paper, ...(format === undefined ? {} : { format }), until };
  const payload = Buffer.from(JSON.stringify(order)).toString('base64url');
  return { url: `${baseUrl}/v1/papers/${payload}.${store.mac('paper', payload).toString('base64url')}`, expiresAt: new Date(until).toISOString() };
}

/** @throws ProblemError `not-found` for an address that is forged or over. */
export async function takePaper(store: RequestStore, token: string): Promise<Download> {
  const [payload = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), store.mac('paper', payload)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw notFound();
  const { request: id, paper, format, until } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Order;
  if (until < Date.now()) throw notFound();
  const reading = readingRequests(store);
  return paperOf(reading, await loadRequest(reading, { id }), paper, format);
}
