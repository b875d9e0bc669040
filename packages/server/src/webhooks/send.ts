import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { WebhookReason } from '@sunlit/contract';
import { ForbiddenAddress, allowedAddresses, guardedLookup, type Destinations } from './address.ts';

/** What came of one attempt. */
export interface Outcome {
  readonly status?: number;
  /** Why it failed; absent when it arrived. */
  readonly reason?: WebhookReason;
}

const LONGEST_MILLISECONDS = 10_000;

/** Posts a message on a connection of its own. Follows no redirect and reads no body: the status says all. */
export async function send(url: URL, headers: Readonly<Record<string, string>>, body: string, destinations: Destinations): Promise<Outcome> {
  try {
    if (url.protocol !== 'https:' && !destinations.local) throw new ForbiddenAddress(url.protocol);
    const signal = AbortSignal.timeout(LONGEST_MILLISECONDS);
    // No lookup is made for a host that is written as an address.
    await Promise.race([allowedAddresses(url.hostname, destinations), ended(signal)]);
    return judge(await post(url, headers, body, destinations, signal));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function post(url: URL, headers: Readonly<Record<string, string>>, body: string, destinations: Destinations, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false, lookup: guardedLookup(destinations), signal }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    }).on('error', reject).end(body);
  });
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}

function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return { status };
  if (status === 410) return { status, reason: 'gone' };
  return { status, reason: status >= 300 && status < 400 ? 'redirected' : 'refused' };
}

function reasonOf(error: unknown): WebhookReason {
  if (error instanceof ForbiddenAddress) return 'forbidden-address';
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly name?: string } };
  return name === 'TimeoutError' || cause?.name === 'TimeoutError' ? 'too-slow' : 'unreachable';
}
