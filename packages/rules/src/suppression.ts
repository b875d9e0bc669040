/*
 * What of a count of people may be told to everybody. From one to four, somebody could be told who they are (primary suppression); and where
 * such a count could be found from a sum and the other parts of it, more is kept back, the smallest first (complementary suppression).
 */

/** Counts from one up to here are not told. */
export const MOST_HIDDEN = 4;

/** A count, or that it is not told: a few, or so few that another one could be found from the sum. */
export type PublicCount = number | 'few';

/** What was counted of a place itself, and of each place directly below it. */
export interface CountTree {
  readonly own: number;
  readonly below: readonly CountTree[];
}

/** What may be told of a place with all below it, and of each one directly below. */
export interface PublicTree {
  readonly all: PublicCount;
  readonly below: readonly PublicTree[];
}

/**
 * A whole tree at once, because everybody may ask for every place in it: what is kept back in one sum must not be found in another. A place
 * itself is one of the parts of its sum, though no answer names it alone. Whoever knows the rule still has two possible values for every count
 * that is not told: at least two of them share a sum, and one of them is not certain to be made of ones alone.
 */
export function publicTree(tree: CountTree): PublicTree {
  const top = summed(tree);
  return told(top, isHidden(top));
}

/** A place with its sums. `ones`: of how many places something was counted; a sum of ones alone gives each of them away. */
interface Summed {
  readonly own: number;
  readonly all: number;
  readonly ones: number;
  readonly below: readonly Summed[];
}

function summed({ own, below }: CountTree): Summed {
  const parts = below.map(summed);
  return {
    own,
    all: parts.reduce((sum, { all }) => sum + all, own),
    ones: parts.reduce((sum, { ones }) => sum + ones, own > 0 ? 1 : 0),
    below: parts,
  };
}

type Part = Pick<Summed, 'all' | 'ones'>;

/** By itself, whatever stands beside it. */
const isHidden = ({ all, ones }: Part): boolean => all > 0 && (all <= MOST_HIDDEN || all === ones);
const isLoose = ({ all, ones }: Part): boolean => all > ones;

function told(place: Summed, hidden: boolean): PublicTree {
  const itself: Part = { all: place.own, ones: Math.min(1, place.own) };
  const kept = keptBack([itself, ...place.below], hidden);
  return { all: hidden ? 'few' : place.all, below: place.below.map((part) => told(part, kept.has(part))) };
}

/** The parts of a sum that are not told. `hidden`: the sum is not told either. */
function keptBack(parts: readonly Part[], hidden: boolean): ReadonlySet<Part> {
  const counted = parts.filter(({ all }) => all > 0);
  const kept = new Set(counted.filter(isHidden));
  if (kept.size === 0 && !hidden) return kept;
  const others = counted.filter((part) => !kept.has(part)).sort((a, b) => a.all - b.all);
  const enough = (): boolean => {
    const all = [...kept];
    if (!all.some(isLoose)) return false;
    return hidden || (all.length > 1 && all.reduce((sum, part) => sum + part.all, 0) > MOST_HIDDEN);
  };
  for (const part of others) {
    if (enough()) break;
    kept.add(part);
  }
  return kept;
}
