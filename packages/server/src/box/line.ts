import { Agent as HttpAgent, request as requestByHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestByHttps } from 'node:https';
import type { Readable } from 'node:stream';

/** The API cannot be reached now. */
export class LineDownError extends Error {}

export interface Question {
  readonly method: string;
  /** From `/v1` on, with its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Readable | undefined;
  /** Ends the call: whoever asked is gone. */
  readonly signal?: AbortSignal | undefined;
}

const CONNECT_MILLISECONDS = 3_000;
/** Until an answer begins: a read that takes longer is of no use to who stands there; a write may be on its way through a slow line. */
const READ_MILLISECONDS = 10_000;
const WRITE_MILLISECONDS = 30_000;
/** The server gives a sign of life in its streams every 15 seconds. */
const SILENCE_MILLISECONDS = 45_000;
/** For so long after it could not be reached nobody waits for it again. */
const DOWN_MILLISECONDS = 5_000;

/** Of one connection, not of what is asked (RFC 9110 §7.6.1); and what says who asks, beyond what the API must know. */
const NOT_PASSED = new Set([
  'connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect',
  'host', 'origin', 'referer', 'cookie', 'set-cookie', 'user-agent', 'dnt',
]);

/** The line to the API, over which the page's questions and the box's own go. */
export class Line {
  readonly #api: URL;
  readonly #agent: HttpAgent;
  readonly #now: () => number;
  #downUntil = 0;

  constructor(api: URL, now: () => number = () => performance.now()) {
    this.#api = api;
    // Connections are dear where a line is bad; a proxy on the way forgets them after a minute.
    this.#agent = api.protocol === 'https:' ? new HttpsAgent({ keepAlive: true, timeout: 55_000 }) : new HttpAgent({ keepAlive: true, timeout: 55_000 });
    this.#now = now;
  }

  get isDown(): boolean {
    return this.#now() < this.#downUntil;
  }

  /** The answer, its body still to come. @throws LineDownError at once while the line is known to be down */
  async ask(question: Question): Promise<IncomingMessage> {
    if (this.isDown) throw new LineDownError('The line was down a moment ago');
    try {
      return await this.#send(question);
    } catch (error) {
      // The server may have ended a kept connection just as it was used again.
      if (!(error instanceof StaleConnectionError) || question.body !== undefined) throw error;
      return this.#send(question);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ method, path, headers, body, signal }: Question): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const send = this.#api.protocol === 'https:' ? requestByHttps : requestByHttp;
      const passed = Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED.has(name)));
      const outgoing = send(new URL(path.slice(1), this.#api), { method, headers: passed, agent: this.#agent, ...(signal && { signal }) });
      const patience = method === 'GET' || method === 'HEAD' ? READ_MILLISECONDS : WRITE_MILLISECONDS;
      const give = (after: number, what: string) => setTimeout(() => outgoing.destroy(new Error(what)), after);
      const connecting = give(CONNECT_MILLISECONDS, 'no connection in time');
      const answering = give(CONNECT_MILLISECONDS + patience, 'no answer in time');
      const connect = () => clearTimeout(connecting);
      outgoing.on('socket', (socket) => (socket.connecting ? socket.once(this.#api.protocol === 'https:' ? 'secureConnect' : 'connect', connect) : connect()));
      outgoing.on('close', () => {
        clearTimeout(connecting);
        clearTimeout(answering);
      });
      outgoing.on('response', (answer) => {
        clearTimeout(answering);
        this.#downUntil = 0;
        answer.setTimeout(SILENCE_MILLISECONDS, () => answer.destroy(new Error('the line fell silent')));
        resolve(answer);
      });
      outgoing.on('error', (cause: NodeJS.ErrnoException) => {
        if (signal?.aborted) return reject(cause);
        if (outgoing.reusedSocket && cause.code === 'ECONNRESET') return reject(new StaleConnectionError('', { cause }));
        // Over a connection that was kept, a cut line shows by no answer at all.
        this.#downUntil = this.#now() + DOWN_MILLISECONDS;
        reject(new LineDownError(cause.message, { cause }));
      });
      if (body === undefined) outgoing.end();
      // A file may take minutes: as long as it goes on, nobody has been silent.
      else body.on('data', () => answering.refresh()).pipe(outgoing);
    });
  }
}

class StaleConnectionError extends LineDownError {}

/** What of the headers of an answer the page gets. */
export function answerHeaders({ headers }: IncomingMessage): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED.has(name)));
}
