import { operations, type Answer, type Operation, type OperationId, type Operations, type Receipt } from '@sunlit/contract';
import type { FastifySchema } from 'fastify';
import type { Call, Handler, HandlersOf } from '../handlers.ts';
import { ProblemError, notFound } from '../problems.ts';
import { discreet } from '../requests/discreet.ts';
import { tidySecret } from '../requests/receipt.ts';
import { openJson, sealJson } from '../requests/sealing.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { countAttempt, refuseGuesser } from '../staff/attempts.ts';
import { compileWhenAsked, invalidParts } from '../validation.ts';
import { sealedAttachments } from './attach.ts';
import { openEnvelope, refusedEnvelope, type Opened } from './open.ts';
import { sealingKeys } from './sealing-keys.ts';

/** The handlers of all that can be sent sealed. */
type Others = Readonly<Partial<Record<OperationId, unknown>>>;

/** What was sealed on a device that many people use: opened here, and done by the same handler, after the same validation, as if it had been sent open. */
export function sealedHandlers(store: RequestStore, others: Others): HandlersOf<'keys.get' | 'sealed.send' | 'sealed.attach' | 'sealed.receipt'> {
  const keys = sealingKeys(store);
  const compile = compileWhenAsked();
  const validators = new Map<string, ReturnType<typeof compile>>();
  const check = (part: 'params' | 'body', of: Operation, value: object) => {
    const name = `${of.id} ${part}`;
    const validate = validators.get(name) ?? compile({ schema: (of[part] ?? { type: 'object', additionalProperties: false }) as FastifySchema, method: of.method, url: of.path, httpPart: part });
    validators.set(name, validate);
    const { error } = validate(value) as { readonly error?: Parameters<typeof invalidParts>[0] };
    if (error === undefined) return;
    if (part === 'params') throw notFound();
    throw new ProblemError('invalid-input', invalidParts(error, 'body'));
  };

  const send = async (call: Call<'sealed.send'>): Promise<Answer<Operations['sealed.send']>> => {
    const { challenge, ...envelope } = call.body;
    const { idempotencyKey, operation: id } = envelope.aad;
    if (idempotencyKey !== call.key) throw refusedEnvelope('other-key', '/headers/idempotency-key');
    const operation = sealable(id);
    if (operation === undefined) throw refusedEnvelope('not-sealable', '/body/aad/operation');
    const { params, body: inside, reference } = await openEnvelope(keys, envelope);
    const body = challenge !== undefined && takesChallenge(operation) ? { ...inside, challenge } : inside;
    check('params', operation, params);
    check('body', operation, body);
    const handle = others[operation.id as OperationId] as Handler<OperationId>;
    const answer = await handle({ ...call, params, query: {}, body } as unknown as Call<OperationId>);
    return { operation: id, receivedAt: await keepAnswer(store, { operation: id, reference, answer }) };
  };

  /** Whoever has the reference has what it stands for; who guesses must wait. */
  const answerFor = async (reference: string, address: string): Promise<Answer<Operations['sealed.receipt']>> => {
    const { database } = store;
    await refuseGuesser(database, { holder: address });
    const { name, key } = placeOf(store, reference);
    const row = await database.read.selectFrom('sealed_answer').select(['operation', 'answer']).where('reference', '=', name).executeTakeFirst();
    if (row !== undefined) return { operation: row.operation, answer: openJson<unknown>(key, row.answer, row.operation) };
    await countAttempt(database, { holder: address });
    throw notFound();
  };

  const attachSealed = sealedAttachments(store, keys);

  return discreet({
    'keys.get': () => keys.published(),
    'sealed.send': send,
    'sealed.attach': ({ body, address }) => attachSealed(body, async (reference) => {
      const { operation, answer } = await answerFor(reference, address);
      if (operation !== 'requests.submit') throw notFound();
      return (answer as Receipt).receiptNo;
    }),
    'sealed.receipt': ({ body: { reference }, address }) => answerFor(reference, address),
  });
}

/** What anyone may call and makes something; an envelope in an envelope is nothing. */
function sealable(id: string): Operation | undefined {
  const operation = (operations as Readonly<Record<string, Operation>>)[id];
  return Object.hasOwn(operations, id) && operation?.access === 'public' && operation.creates === true && id !== 'sealed.send' ? operation : undefined;
}

function takesChallenge({ body = {} }: Operation): boolean {
  const { properties = {} }: { readonly properties?: object } = body;
  return 'challenge' in properties;
}

/**
 * Keeps what an operation answered for whoever brings the slip. The row is found by a fingerprint of the reference, and sealed by a key
 * that follows from it too: neither the database nor the device alone shows a receipt. The same again changes nothing.
 */
async function keepAnswer(store: RequestStore, { operation, reference, answer }: Pick<Opened, 'reference'> & { readonly operation: string; readonly answer: unknown }): Promise<string> {
  const { name, key } = placeOf(store, reference);
  const find = (from: RequestStore['database']['read']) => from.selectFrom('sealed_answer').select('at').where('reference', '=', name).executeTakeFirst();
  const kept = await find(store.database.read);
  if (kept !== undefined) return kept.at;
  return writingRequests(store, async ({ db, now }) => {
    await db.insertInto('sealed_answer').values({ reference: name, operation, answer: sealJson(key, answer, operation), at: now().toISOString() }).onConflict((row) => row.column('reference').doNothing()).execute();
    return (await find(db))?.at ?? now().toISOString();
  });
}

function placeOf({ mac }: Pick<RequestStore, 'mac'>, reference: string): { readonly name: string; readonly key: Buffer } {
  const tidy = tidySecret(reference);
  return { name: mac('slip', tidy).toString('base64url'), key: mac('slip answer', tidy) };
}
