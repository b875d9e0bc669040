import type { Static, TObject, TSchema } from 'typebox';
import type { Access } from './access.ts';

/** One operation of the API, from which server routes, OpenAPI, handler types and client types all come. */
export interface Operation {
  /** `resource.verb`, also the OpenAPI operationId. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for parameters, as OpenAPI writes them. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: TObject;
  readonly query?: TObject;
  /** What is sent, as JSON unless `bodyMedia` says otherwise. */
  readonly body?: TSchema;
  readonly bodyMedia?: string;
  /** It makes something new: takes an `Idempotency-Key`, and the same key again within 24 hours answers what was answered before. */
  readonly creates?: true;
  /** A read that goes on record like a change does: of personal data, or a download of what is not public. */
  readonly recorded?: true;
  /** Schema by status; `text/…` answers are given by `media`. */
  readonly responses: { readonly 200: TSchema };
  /** Media type of the 200 answer, `application/json` unless said. */
  readonly media?: string;
}

type StaticOr<S, Otherwise> = S extends TSchema ? Static<S> : Otherwise;

export type Params<O extends Operation> = StaticOr<O['params'], Record<never, never>>;
export type Query<O extends Operation> = StaticOr<O['query'], Record<never, never>>;
export type Body<O extends Operation> = StaticOr<O['body'], undefined>;
export type Answer<O extends Operation> = Static<O['responses'][200]>;

/** States an operation, keeping its exact types. */
export function operation<const O extends Operation>(value: O): O {
  return value;
}
