import { isAlphanumeric } from './tokens.ts';

/*
 * Which texts hold a term, by pieces of it. A Chinese character is entered with the one after it, so that all pairs that begin with it
 * lie side by side and answer for it alone; a run of Latin letters or digits is entered whole, by a number that another run may share;
 * of letters that spell sounds, every three in a row.
 */

/** From here on characters are entered by pairs. Numbers of runs are below those of pairs. */
export const FIRST_PAIRED = 0x2e80;
const HALF = 0x10000;
const RUNS = FIRST_PAIRED * HALF;

/** From one gram to another: a text that holds the term has one of them. */
export type GramRange = readonly [from: number, to: number];

/** How texts are cut into grams. */
export interface Cut {
  readonly grams: (text: string, enter: (gram: number, at: number) => void) => void;
  readonly needed: (term: string) => GramRange[];
}

export const WRITTEN: Cut = {
  grams(text, enter) {
    let run = 0;
    for (let at = 0, unit = text.charCodeAt(0); at < text.length; at += 1) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      if (unit >= FIRST_PAIRED) enter(unit * HALF + (next >= FIRST_PAIRED ? next : 0), at);
      else if (standsInRun(unit)) {
        run = (run * 31 + unit) % RUNS;
        if (!standsInRun(next)) {
          enter(run, at);
          run = 0;
        }
      }
      unit = next;
    }
  },
  needed(term) {
    const ranges: GramRange[] = [];
    WRITTEN.grams(term, (gram, at) => {
      const alone = gram >= RUNS && gram % HALF === 0;
      if (!alone) ranges.push([gram, gram]);
      // Behind others, the pair with the one before has it already.
      else if (at === 0 || term.charCodeAt(at - 1) < FIRST_PAIRED) ranges.push([gram, gram + HALF - 1]);
    });
    return ranges;
  },
};

export const SPELLED: Cut = {
  grams(text, enter) {
    for (let at = 0; at + 2 < text.length; at += 1) enter((text.charCodeAt(at) * 128 + text.charCodeAt(at + 1)) * 128 + text.charCodeAt(at + 2), at);
  },
  needed(term) {
    const ranges: GramRange[] = [];
    SPELLED.grams(term, (gram) => ranges.push([gram, gram]));
    return ranges;
  },
};

function standsInRun(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return unit < FIRST_PAIRED && isAlphanumeric(String.fromCharCode(unit));
}

/** Grams with the slots that have them, so many that they are read together. */
interface Shard {
  readonly keys: Uint32Array;
  /** Where the slots of each key end in `lists`. */
  readonly ends: Uint32Array;
  /** Each slot as how much higher it is than the one before, seven bits to a byte. */
  readonly lists: Uint8Array;
}

export interface PackedGrams {
  /** The first gram of each shard. */
  readonly firsts: Uint32Array;
  readonly shards: readonly ArrayBuffer[];
}

/** About so much is read to answer for one gram. */
const SHARD_BYTES = 65_536;

/** The slots of each gram: those that were packed, by shards that are read when they are asked for, and those that were added since, which are higher. */
export class Grams {
  readonly #cut: Cut;
  #firsts: Uint32Array = new Uint32Array();
  readonly #shards = new Map<number, Shard>();
  /** By the upper and lower half of the gram. */
  readonly #added = new Map<number, Map<number, number[]>>();

  constructor(cut: Cut) {
    this.#cut = cut;
  }

  add(text: string, slot: number): void {
    this.#cut.grams(text, (gram) => {
      const upper = Math.floor(gram / HALF);
      let halves = this.#added.get(upper);
      if (halves === undefined) this.#added.set(upper, (halves = new Map()));
      const slots = halves.get(gram % HALF);
      if (slots === undefined) halves.set(gram % HALF, [slot]);
      else if (slots[slots.length - 1] !== slot) slots.push(slot);
    });
  }

  /** The grams that the fewest texts have of those that a term needs, and about how many these are; undefined for a term that needs none. */
  rarest(term: string): { readonly range: GramRange; readonly size: number } | undefined {
    let best: { readonly range: GramRange; readonly size: number } | undefined;
    for (const range of this.#cut.needed(term)) {
      const size = this.#size(range);
      if (best === undefined || size < best.size) best = { range, size };
    }
    return best;
  }

  /** Tells each slot of these grams, some twice. */
  visit(range: GramRange, told: (slot: number) => void): void {
    for (const { keys, ends, lists } of this.#read(range)) {
      for (let place = placeOf(keys, range[0]); place < keys.length && (keys[place] ?? 0) <= range[1]; place += 1) {
        const end = ends[place] ?? 0;
        let [slot, step, shift] = [-1, 0, 0];
        for (let at = ends[place - 1] ?? 0; at < end; at += 1) {
          const byte = lists[at] ?? 0;
          step |= (byte & 0x7f) << shift;
          if (byte < 0x80) {
            told((slot += step));
            step = shift = 0;
          } else shift += 7;
        }
      }
    }
    for (const slots of this.#addedIn(range)) for (const slot of slots) told(slot);
  }

  /** As it can be kept, of grams that were only added. */
  packed(): PackedGrams {
    const all = [...this.#added].flatMap(([upper, halves]) => Array.from(halves, ([lower, slots]) => ({ gram: upper * HALF + lower, slots }))).sort((a, b) => a.gram - b.gram);
    const [firsts, shards]: [number[], ArrayBuffer[]] = [[], []];
    for (let from = 0, to = 0; from < all.length; from = to) {
      for (let bytes = 0; to < all.length && bytes < SHARD_BYTES; to += 1) bytes += 8 + written(all[to]?.slots ?? []);
      const some = all.slice(from, to);
      firsts.push(some[0]?.gram ?? 0);
      shards.push(shardOf(some));
    }
    return { firsts: Uint32Array.from(firsts), shards };
  }

  /** Takes up what was packed, before anything is added; the shards come by `give`. */
  load(firsts: Uint32Array): void {
    this.#firsts = firsts;
  }

  /** @throws RangeError for a shard that is not whole */
  give(shard: number, bytes: ArrayBuffer): void {
    const [count = 0] = new Uint32Array(bytes, 0, 1);
    const one = { keys: new Uint32Array(bytes, 4, count), ends: new Uint32Array(bytes, 4 + 4 * count, count), lists: new Uint8Array(bytes, 4 + 8 * count) };
    if (one.lists.length !== one.ends[count - 1]) throw new RangeError('The packed grams are not whole');
    this.#shards.set(shard, one);
  }

  /** The shards that a term asks for, or all, as far as they were not given. */
  lacking(term?: string): number[] {
    const ranges = term === undefined ? [[0, HALF * HALF - 1] as const] : this.#cut.needed(term);
    return [...new Set(ranges.flatMap((range) => this.#shardsOf(range)))].filter((shard) => !this.#shards.has(shard));
  }

  #size(range: GramRange): number {
    let size = 0;
    for (const { keys, ends } of this.#read(range)) {
      const [first, after] = [placeOf(keys, range[0]), placeOf(keys, range[1] + 1)];
      size += (ends[after - 1] ?? 0) - (ends[first - 1] ?? 0);
    }
    for (const slots of this.#addedIn(range)) size += slots.length;
    return size;
  }

  #read(range: GramRange): Shard[] {
    return this.#shardsOf(range).map((at) => {
      const shard = this.#shards.get(at);
      if (shard === undefined) throw new RangeError(`Shard ${at} was not given`);
      return shard;
    });
  }

  #shardsOf([from, to]: GramRange): number[] {
    const shards: number[] = [];
    for (let shard = Math.max(0, placeOf(this.#firsts, from + 1) - 1); shard < this.#firsts.length && (this.#firsts[shard] ?? 0) <= to; shard += 1) shards.push(shard);
    return shards;
  }

  #addedIn([from, to]: GramRange): Iterable<readonly number[]> {
    const halves = this.#added.get(Math.floor(from / HALF));
    if (halves === undefined) return [];
    const slots = from === to ? halves.get(from % HALF) : undefined;
    return from !== to ? halves.values() : slots === undefined ? [] : [slots];
  }
}

/** Where the first is that is not lower. */
function placeOf(sorted: Uint32Array, gram: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < gram) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many grams, the grams, where the slots of each end, the slots. */
function shardOf(some: readonly { readonly gram: number; readonly slots: readonly number[] }[]): ArrayBuffer {
  const head = 4 * (1 + 2 * some.length);
  const bytes = new ArrayBuffer(head + some.reduce((sum, { slots }) => sum + written(slots), 0));
  const [numbers, lists] = [new Uint32Array(bytes, 0, 1 + 2 * some.length), new Uint8Array(bytes, head)];
  numbers[0] = some.length;
  let end = 0;
  some.forEach(({ gram, slots }, place) => {
    end += written(slots, lists, end);
    numbers[1 + place] = gram;
    numbers[1 + some.length + place] = end;
  });
  return bytes;
}

/** Writes slots, or only says how many bytes they take. */
function written(slots: readonly number[], into?: Uint8Array, from = 0): number {
  let [at, before] = [from, -1];
  for (const slot of slots) {
    let step = slot - before;
    for (; step >= 0x80; step >>= 7, at += 1) if (into) into[at] = (step & 0x7f) | 0x80;
    if (into) into[at] = step;
    at += 1;
    before = slot;
  }
  return at - from;
}
