import { once, type Creation } from '../database/idempotency.ts';
import { ProblemError } from '../problems.ts';
import { asProblem } from '../validation.ts';
import type { RequestWriting } from './store.ts';

/**
 * Makes something once for each key, as `once` does, but keeps of the call only a fingerprint by a key of the server, from which
 * nobody can tell what was sent. What `make` answers is kept in clear, so it is ids.
 */
export function onceUnseen<T>(w: RequestWriting, { body, ...creation }: Creation, make: () => Promise<T>): Promise<T> {
  return once(w, { ...creation, body: w.mac('repeated call', JSON.stringify(body)).toString('base64url') }, make);
}

type Handling = Readonly<Record<string, (call: never) => Promise<unknown>>>;

/** The same handlers, but what fails in them unforeseen is told to the log by its name alone: an error may quote what somebody wrote. */
export function discreet<H extends Handling>(handlers: H): H {
  return Object.fromEntries(Object.entries(handlers).map(([id, handle]) => [id, async (call: never) => {
    try {
      return await handle(call);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError(asProblem(error).code, [], { cause: nameless(error) });
    }
  }])) as unknown as H;
}

/** What an error is and where it came from, without its message. */
export function nameless(error: unknown): Error {
  const { name = 'unknown', code = '', stack = '' } = (error ?? {}) as { readonly name?: string; readonly code?: unknown; readonly stack?: string };
  const told = new Error(`${name} ${String(code)}`.trim());
  told.stack = [told.message, ...stack.split('\n').filter((line) => /^ {4}at /.test(line))].join('\n');
  return told;
}
