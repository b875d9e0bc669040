import { Type, type Static, type TSchema } from 'typebox';

/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`; never a moment. */
export const Day = Type.String({ title: 'Day', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description: 'A calendar day in Asia/Shanghai, YYYY-MM-DD.' });
export type Day = Static<typeof Day>;

/** A moment in UTC as RFC 3339, for example `2026-03-09T02:11:05.000Z`. */
export const Moment = Type.String({ title: 'Moment', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?Z$', description: 'A moment in UTC, RFC 3339.' });
export type Moment = Static<typeof Moment>;

/** ULID in Crockford base 32: sorts by time of creation, says nothing else. */
export const Ulid = Type.String({ title: 'Ulid', pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$' });
export type Ulid = Static<typeof Ulid>;

/** Readable and permanent, for example `qinghe-water`: it stands in embed snippets. */
export const AgencyId = Type.String({ title: 'AgencyId', pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' });
export type AgencyId = Static<typeof AgencyId>;

/** A statutory code such as `A20_05`, or an agency's own, such as `qinghe-water.sand`. */
export const CategoryId = Type.String({ title: 'CategoryId', pattern: '^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?$' });
export type CategoryId = Static<typeof CategoryId>;

export const Sha256 = Type.String({ title: 'Sha256', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in lower-case hexadecimal.' });
export type Sha256 = Static<typeof Sha256>;

/** Half-open `[start, end)` in UTF-16 code units of the text it marks. */
export const Mark = Type.Array(Type.Integer({ minimum: 0 }), { title: 'Mark', minItems: 2, maxItems: 2, description: 'Half-open [start, end) in UTF-16 code units of the text it marks.' });

/** What the next page is asked with; opaque, bound to the query it came from. */
export const Cursor = Type.String({ title: 'Cursor', minLength: 1, maxLength: 600 });

/** A text of one line, without control characters and direction overrides (they can make a title read as another). */
export const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+$' });

/** A text of many lines, without U+0000, which PostgreSQL cannot keep; Markdown where the property says so. */
export const Text = (maxLength: number, minLength = 0) => Type.String({ ...(minLength === 0 ? {} : { minLength }), maxLength, pattern: '^[^\\u0000]*$' });

/** An address a reader may follow: `https:`, `http:`, `mailto:` or `tel:`; nothing that runs. */
export const Link = Type.String({ title: 'Link', maxLength: 2000, pattern: '^(https?://|mailto:|tel:|/)[^\\s]*$' });

/** Object without further properties; every object of the contract is closed. */
export const closed = <P extends Record<string, TSchema>>(properties: P, options: { title?: string; description?: string } = {}) =>
  Type.Object(properties, { ...options, additionalProperties: false });

/** How many there are: exactly, or at least that many when counting stopped at a limit. */
export const Count = closed(
  { value: Type.Integer({ minimum: 0 }), relation: Type.Enum(['eq', 'gte']) },
  { title: 'Count', description: '`gte`: counting stopped here; there are at least that many.' },
);
export type Count = Static<typeof Count>;

/** One invalid part of what was sent. */
export const FieldError = closed(
  {
    pointer: Type.String({ description: 'JSON pointer into the body, or `/query/limit`, `/params/id`, `/headers/…`.' }),
    code: Type.String({ description: 'Stable reason, for example `maximum`, `enum`, `unknown-parameter`.' }),
    detail: Type.String({ description: 'The reason in the language of the caller.' }),
  },
  { title: 'FieldError' },
);
export type FieldError = Static<typeof FieldError>;

/** Every `type` of problem the API answers with. The part after the last colon is the client's error code. */
export const PROBLEM_CODES = [
  'invalid-input', 'invalid-cursor', 'not-found', 'method-not-allowed', 'not-acceptable', 'too-large', 'unsupported-media-type',
  'too-many-requests', 'origin-not-allowed', 'not-signed-in', 'sign-in-failed', 'password-must-change', 'not-allowed', 'not-possible', 'changed-meanwhile', 'key-reused', 'receipt-refused', 'code-refused', 'device-refused', 'challenge-refused', 'envelope-refused', 'unavailable', 'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A failed call, RFC 9457. */
export const Problem = closed(
  {
    type: Type.Enum(PROBLEM_CODES.map((code) => `urn:sunlit:problem:${code}` as const)),
    title: Type.String({ description: 'What happened, in the language of the caller.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String({ description: 'What is safe and what to do next.' })),
    instance: Type.Optional(Type.String({ description: 'The path that was asked for.' })),
    requestId: Type.String({ description: 'Name this when you ask for help.' }),
    errors: Type.Optional(Type.Array(FieldError)),
    current: Type.Optional(Type.Unknown({ description: 'With `changed-meanwhile`: the record as it now stands, to compare with what was sent.' })),
  },
  { title: 'Problem', description: 'RFC 9457 problem document.' },
);
export type Problem = Static<typeof Problem>;

export const DEFAULT_LIMIT = 20;
export const MAXIMUM_LIMIT = 100;

/** The two properties every paged list takes. */
export const paging = {
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAXIMUM_LIMIT, default: DEFAULT_LIMIT })),
};
