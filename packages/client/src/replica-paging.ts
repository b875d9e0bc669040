import { SunlitError } from './errors.ts';

export const DEFAULT_LIMIT = 20;

/** A cursor of a replica: a place in a listing, which it makes anew. One of the server says something else. */
export const REPLICA_CURSOR = /^after-(\d{1,9})$/;

/** One page of a whole listing. @throws SunlitError `invalid-cursor` @internal */
export function pageFrom<T>(all: readonly T[], cursor: string | undefined, limit: number = DEFAULT_LIMIT): { readonly items: readonly T[]; readonly from: number; readonly next: { readonly next?: string } } {
  const from = cursor === undefined ? 0 : positionIn(cursor);
  return { items: all.slice(from, from + limit), from, next: from + limit < all.length ? { next: `after-${from + limit}` } : {} };
}

function positionIn(cursor: string): number {
  const [, at] = REPLICA_CURSOR.exec(cursor) ?? [];
  if (at === undefined) throw new SunlitError('invalid-cursor', 'This cursor is not of this replica', { hint: 'Begin with the first page.' });
  return Number(at);
}

/** @internal */
export function refuse(name: string, why: string): never {
  throw new SunlitError('invalid-input', `${name}: ${why}`, { hint: why, errors: [{ pointer: `/query/${name}`, code: name, detail: why }] });
}
