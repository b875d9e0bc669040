import { createHash } from 'node:crypto';
import { ProblemError } from '../problems.ts';

/** Where the next page begins: whole numbers by name, such as the number of the last row. It holds nothing secret. */
export type Position = Readonly<Record<string, number>>;

const version = 1;

/** The opaque text of a position in the answers to `query`. */
export function encodeCursor(query: object, position: Position): string {
  return Buffer.from(JSON.stringify({ v: version, q: fingerprint(query), ...position })).toString('base64url');
}

/** @throws ProblemError `invalid-cursor` unless the text is one that `encodeCursor` makes for this query and these names. */
export function decodeCursor<Name extends string>(query: object, cursor: string, names: readonly Name[]): Readonly<Record<Name, number>> {
  const decoded = parse(cursor);
  const { v, q, ...position } = decoded;
  const sound = v === version && q === fingerprint(query)
    && Object.keys(position).sort().join() === [...names].sort().join()
    && Object.values(position).every((value) => Number.isSafeInteger(value) && Number(value) >= 0);
  if (!sound) throw new ProblemError('invalid-cursor', [{ pointer: '/query/cursor', code: 'cursor' }]);
  return position as Record<Name, number>;
}

function parse(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof decoded === 'object' && decoded !== null ? (decoded as Record<string, unknown>) : {};
  } catch {
    // Not made by us; an empty object is refused like any other forgery.
    return {};
  }
}

/** Which query a cursor belongs to: everything that decides on rows and their order. */
function fingerprint(query: object): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 12);
}
