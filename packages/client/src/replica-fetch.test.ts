import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SunlitError } from './errors.ts';
import { replicaFetch } from './replica-fetch.ts';
import type { Question, Read } from './replica.ts';

const baseUrl = 'https://open.example/api/';
const asOf = '2026-03-09T08:00:00.000Z';
const at = (path: string) => `${baseUrl}${path}`;

/** A replica that knows everything but one topic, and a line that does what it is told. */
function line(answers: (request: Request) => Response | Promise<Response>) {
  const [asked, sent]: [Question[], string[]] = [[], []];
  const replica = {
    baseUrl,
    read: async (question: Question): Promise<Read | undefined> => {
      asked.push(question);
      if (question.query['q'] === '。') throw new SunlitError('invalid-input', 'nothing in it', { hint: 'Type words.', errors: [{ pointer: '/query/q', code: 'q', detail: 'nothing in it' }] });
      if (question.query['agency'] === 'elsewhere') throw new SunlitError('invalid-input', 'no such agency', { hint: '', errors: [{ pointer: '/query/agency', code: 'agency', detail: '' }] });
      return question.path.endsWith('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF') ? undefined : { answer: { from: 'replica', body: question.body }, asOf };
    },
  };
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(`${request.method} ${request.url.slice(baseUrl.length)}`);
    return answers(request);
  };
  return { asked, sent, fetch: replicaFetch(replica, { fetch: send, patience: 1_000 }) };
}
const down = () => Promise.reject(new TypeError('fetch failed'));
const up = () => Response.json({ from: 'network' });
const from = async (response: Response) => [response.status, ((await response.json()) as { from?: string }).from, response.headers.get('sunlit-as-of')];

test('asks the network as long as it answers, and gives that', async () => {
  const { fetch: send, asked } = line(up);
  assert.deepEqual(await from(await send(at('v1/topics'))), [200, 'network', null]);
  assert.deepEqual(asked, []);
});

test('a line that was down is not waited for again at once; one question looks whether it is back', async () => {
  let answers: () => Response | Promise<Response> = down;
  const { fetch: send, sent } = line(() => answers());
  assert.deepEqual(await from(await send(at('v1/topics'))), [200, 'replica', asOf]);
  // Whoever is asked now never answers: nobody waits for that.
  let arrived: (response: Response) => void = () => undefined;
  answers = () => new Promise((resolve) => (arrived = resolve));
  for (const path of ['v1/topics', 'v1/agencies', 'v1/categories']) assert.deepEqual(await from(await send(at(path))), [200, 'replica', asOf]);
  assert.deepEqual(sent, ['GET v1/topics', 'GET v1/topics'], 'one looks');
  arrived(up());
  answers = up;
  while (((await from(await send(at('v1/agencies'))))[1] as string) !== 'network') await new Promise(setImmediate);
});

test('what is typed is asked of the replica too; what is written goes over the network as it is', async () => {
  const { fetch: send, asked } = line(() => Response.json({ type: 'urn:sunlit:problem:unavailable' }, { status: 503 }));
  const post = (path: string) => send(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ agencyId: 'a', text: '河道' }) });
  assert.deepEqual(((await (await post('v1/topics/similar')).json()) as { body: unknown }).body, { agencyId: 'a', text: '河道' });
  assert.equal((await post('v1/topics')).status, 503);
  assert.equal((await send(at('v1/calendar'))).status, 503);
  assert.equal((await send('https://elsewhere.example/v1/topics')).status, 503);
  assert.deepEqual(asked.map(({ path }) => path), ['v1/topics/similar']);
});

test('the pages of a listing come from where the first came', async () => {
  const { fetch: send, sent } = line(up);
  assert.deepEqual(await from(await send(at('v1/disclosures?cursor=after-20'))), [200, 'replica', asOf]);
  assert.deepEqual(await from(await send(at('v1/disclosures?cursor=eyJuIjoxfQ'))), [200, 'network', null]);
  assert.equal(sent.length, 1);
});

test('what the replica cannot know stays what the network made of it; words that say nothing are refused as by the server', async () => {
  const failing = line(() => Response.json({ type: 'urn:sunlit:problem:internal' }, { status: 500 }));
  assert.equal((await failing.fetch(at('v1/topics/01JQ8ZK4T5V6W7X8Y9Z0ABCDEF'))).status, 500);
  assert.equal((await failing.fetch(at('v1/topics?agency=elsewhere'))).status, 500);
  const { fetch: send } = line(down);
  await assert.rejects(send(at('v1/topics/01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')), TypeError);
  const refused = await send(at('v1/topics?q=%E3%80%82'));
  assert.deepEqual([refused.status, ((await refused.json()) as { type: string }).type], [400, 'urn:sunlit:problem:invalid-input']);
});

test('who no longer wants an answer gets none', async () => {
  const wanted = new AbortController();
  const { fetch: send, asked } = line((request) => new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
    wanted.abort(new Error('gone'));
  }));
  await assert.rejects(send(at('v1/topics'), { signal: wanted.signal }), { message: 'gone' });
  assert.deepEqual(asked, []);
});
