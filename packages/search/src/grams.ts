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

/** More texts are not packed: a gram and its slot are one number that is exact. */
const SLOTS = 2 ** 20;

/** What `Grams.load` takes of texts, by their slots. Sorting all grams at once is many times quicker than sorting each in where it belongs. @throws RangeError for more than a million texts */
export function packGrams({ grams }: Cut, texts: readonly string[]): PackedGrams {
  if (texts.length > SLOTS) throw new RangeError(`${texts.length} texts are too many to pack`);
  // No text has more grams than it has characters.
  const all = new Float64Array(texts.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  texts.forEach((text, slot) => grams(text, (gram) => (all[count++] = gram * SLOTS + slot)));
  const pairs = all.subarray(0, count).sort();
  const [firsts, shards]: [number[], ArrayBuffer[]] = [[], []];
  // A step below a million takes three bytes at most.
  const lists = new Uint8Array(3 * count);
  let [keys, ends, from, to]: [number[], number[], number, number] = [[], [], 0, 0];
  const end = () => {
    if (keys.length === 0) return;
    firsts.push(keys[0] ?? 0);
    shards.push(shardOf(keys, ends, lists.subarray(from, to)));
    [keys, ends, from] = [[], [], to];
  };
  let [last, before] = [-1, -1];
  for (let at = 0; at < count; at += 1) {
    const pair = pairs[at] ?? 0;
    const gram = Math.floor(pair / SLOTS);
    const slot = pair - gram * SLOTS;
    if (gram !== last) {
      if (keys.length > 0) ends.push(to - from);
      if (8 * keys.length + to - from >= SHARD_BYTES) end();
      keys.push(gram);
      [last, before] = [gram, -1];
    } else if (slot === before) continue;
    let step = slot - before;
    for (; step >= 0x80; step >>= 7) lists[to++] = (step & 0x7f) | 0x80;
    lists[to++] = step;
    before = slot;
  }
  if (keys.length > 0) ends.push(to - from);
  end();
  return { firsts: Uint32Array.from(firsts), shards };
}

/** How many grams, the grams, where the slots of each end, the slots. */
function shardOf(keys: readonly number[], ends: readonly number[], lists: Uint8Array): ArrayBuffer {
  const head = 4 * (1 + 2 * keys.length);
  const bytes = new ArrayBuffer(head + lists.length);
  new Uint32Array(bytes, 0, 1 + 2 * keys.length).set([keys.length, ...keys, ...ends]);
  new Uint8Array(bytes, head).set(lists);
  return bytes;
}
