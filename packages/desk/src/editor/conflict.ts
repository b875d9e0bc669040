import type { Field } from './form.ts';
import { groupsOf } from './forms.ts';
import { at, isRecord, put, same } from './pointer.ts';
import type { Json, Written } from './types.ts';

export type Side = 'mine' | 'theirs';

/** One field in which two versions differ. */
export interface Dispute {
  readonly pointer: string;
  readonly name: string;
  readonly field: Field;
  readonly mine: Json;
  readonly theirs: Json;
  /** Who changed it since the version both began from. */
  readonly changedBy: Side | 'both';
}

/** The fields of a form whose values can be taken one by one. */
function places(mine: Written, theirs: Written, amends: boolean): { pointer: string; name: string; field: Field }[] {
  return groupsOf(mine.content.kind, { amends }).flatMap(({ fields }) =>
    fields.flatMap(({ pointer, field }) => {
      const name = pointer.split('/').pop() ?? '';
      if (pointer !== '/content/fields') return [{ pointer, name, field }];
      const [own, other] = [at(mine, pointer), at(theirs, pointer)];
      if (field.input === 'group') return Object.entries(field.of).map(([property, of]) => ({ pointer: `${pointer}/${property}`, name: property, field: of }));
      // Fields of another act do not go together: they are taken as a whole.
      const act = field.input === 'variants' && isRecord(own) && isRecord(other) && own[field.by] === other[field.by] ? String(own[field.by]) : '';
      const of = field.input === 'variants' ? field.of[act] : undefined;
      return of ? Object.entries(of).map(([property, one]) => ({ pointer: `${pointer}/${property}`, name: property, field: one })) : [{ pointer, name, field }];
    }),
  );
}

/** Where two versions of a draft differ, and which of the two changed it. */
export function disputes(base: Written | undefined, mine: Written, theirs: Written, amends: boolean): Dispute[] {
  return places(mine, theirs, amends).flatMap(({ pointer, name, field }) => {
    const [former, own, other] = [at(base, pointer), at(mine, pointer), at(theirs, pointer)];
    if (same(own ?? null, other ?? null)) return [];
    const changedBy = base && same(former ?? null, other ?? null) ? 'mine' : base && same(former ?? null, own ?? null) ? 'theirs' : 'both';
    return [{ pointer, name, field, mine: own, theirs: other, changedBy }];
  });
}

/** What is taken unless somebody chooses: what only one side changed. What both changed waits for a choice. */
export const proposed = (all: readonly Dispute[]): ReadonlyMap<string, Side> =>
  new Map(all.flatMap(({ pointer, changedBy }) => (changedBy === 'both' ? [] : [[pointer, changedBy] as const])));

/** One version out of two: each field as it was chosen. */
export const merged = (mine: Written, all: readonly Dispute[], chosen: ReadonlyMap<string, Side>): Written =>
  all.reduce((written, { pointer, theirs }) => (chosen.get(pointer) === 'theirs' ? put(written, pointer, theirs) : written), mine);
