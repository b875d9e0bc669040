import { FIRST_PAIRED, Grams, SPELLED, WRITTEN, packGrams, type Cut } from './grams.ts';
import { titleKey, type Tier } from './match.ts';
import { normalise, searchable } from './normalise.ts';
import { occurrences } from './occurrences.ts';
import type { Query, Word } from './query.ts';
import { isAlphanumeric } from './tokens.ts';

/** What the index knows of one thing. */
export interface MemoryEntry {
  readonly id: string;
  /** Higher is newer, and comes first among those that rank alike. */
  readonly order: number;
  readonly title: string;
  /** Found like words of the title. */
  readonly numbers: readonly string[];
  readonly body: string;
  readonly pinyin: { readonly full: string; readonly initials: string };
}

/** Hits that rank alike, by their slots, the newest first. */
export interface MemoryStage {
  readonly tier: Tier;
  readonly slots: readonly number[];
}

/**
 * An index as it can be kept, for a quick start: some of it in pieces that are read when they are asked for, and without the bodies, which
 * whoever keeps them has anyway.
 */
export interface PackedIndex {
  readonly orders: Float64Array;
  readonly ids: string;
  readonly firsts: Readonly<Record<FieldName, Uint32Array>>;
}

type FieldName = 'headings' | 'bodies' | 'sounds';

/** Reads a piece by its name. @throws Error for one that is gone */
export type ReadPiece = (name: string) => Promise<ArrayBuffer>;

/** Between title and numbers, and between the spellings of a title. */
const FIELD = '\u007f';
/** Between entries. No term holds either. */
const ENTRY = '\u0080';

/** Something to find in texts. */
interface Wanted {
  readonly term: string;
  readonly isIn: (text: string) => boolean;
  /** A text that has its gram holds it. */
  readonly isGram: boolean;
}

/** One that begins or ends with a Latin letter or digit stands only where such a run begins or ends. */
function written(word: string): Wanted {
  const term = normalise(word);
  const whole = isAlphanumeric(term.slice(0, 1)) || isAlphanumeric(term.slice(-1));
  const isGram = !whole && (term.length === 1 || term.length === 2) && Math.min(term.charCodeAt(0), term.charCodeAt(term.length - 1)) >= FIRST_PAIRED;
  return { term, isIn: whole ? (text) => occurrences(text, term).length > 0 : (text) => term !== '' && text.includes(term), isGram };
}

function spelled(term: string): Wanted {
  return { term, isIn: (text) => text.includes(term), isGram: false };
}

/** One text of each entry, with the grams that lead to it. */
class Field {
  /** Those that were packed may come later. */
  readonly texts: (string | undefined)[] = [];
  readonly grams: Grams;

  constructor(cut: Cut) {
    this.grams = new Grams(cut);
  }

  set(slot: number, text: string): void {
    this.texts[slot] = text;
    this.grams.add(text, slot);
  }

  /** Tells those that hold it, of those that pass; some may be told twice. */
  holding({ term, isIn, isGram }: Wanted, passes: (slot: number) => boolean, told: (slot: number) => void): void {
    const look = (slot: number) => {
      if (passes(slot) && (isGram || isIn(this.texts[slot] ?? ''))) told(slot);
    };
    const rarest = this.grams.rarest(term);
    if (rarest !== undefined) this.grams.visit(rarest.range, look);
    else for (const slot of this.texts.keys()) look(slot);
  }

  /** About how many may hold it. */
  atMost({ term }: Wanted): number {
    return this.grams.rarest(term)?.size ?? this.texts.length;
  }
}

/**
 * The search of the server (shared/design/search.md §8) over rows in memory: the same hits in the same order. What is removed or
 * replaced leaves its slot empty; whoever changes half of the rows builds a new index.
 */
export class MemoryIndex {
  /** How many slots there are. */
  #count = 0;
  readonly #removed = new Set<number>();
  /** Of what was added; before that come those that were packed. */
  readonly #orders: number[] = [];
  /** Titles as they are compared with a whole query. */
  #keys: string[] = [];
  readonly #fields = { headings: new Field(WRITTEN), bodies: new Field(WRITTEN), sounds: new Field(SPELLED) } as const;
  /** Of what was packed, once somebody asks for one: a start need not take them apart. */
  #slots: Map<string, number> | undefined = new Map();
  #packed: Pick<PackedIndex, 'orders' | 'ids'> = { orders: new Float64Array(), ids: '' };
  /** Where something was packed. */
  #readPiece: ReadPiece | undefined;
  readonly #unread = new Set<'headings' | 'sounds'>();

  /** Answers its slot. */
  add(entry: MemoryEntry): number {
    const { id, order, title, body } = entry;
    this.remove(id);
    const slot = this.#count;
    this.#count += 1;
    this.#slotOf.set(id, slot);
    this.#orders.push(order);
    this.#keys[slot] = titleKey(title);
    this.#fields.headings.set(slot, headingOf(entry));
    this.#fields.bodies.set(slot, searchable(body));
    this.#fields.sounds.set(slot, soundsOf(entry));
    return slot;
  }

  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#slotOf.delete(id);
    this.#removed.add(slot);
  }

  get size(): number {
    return this.#count - this.#removed.size;
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  orderAt(slot: number): number {
    const { orders } = this.#packed;
    return (slot < orders.length ? orders[slot] : this.#orders[slot - orders.length]) ?? 0;
  }

  get #slotOf(): Map<string, number> {
    return (this.#slots ??= new Map(this.#packed.ids.split(ENTRY).map((id, slot) => [id, slot])));
  }

  /** Takes up what was packed, before anything is added; the bodies come by `setBody`. @throws RangeError where it is not whole */
  async load({ orders, ids, firsts }: PackedIndex, read: ReadPiece): Promise<void> {
    if (orders.length === 0) return;
    this.#keys = fromUtf16(await read('keys')).split(ENTRY);
    if (this.#keys.length !== orders.length) throw new RangeError('The packed index is not whole');
    for (const name of FIELDS) this.#fields[name].grams.load(firsts[name]);
    [this.#packed, this.#count, this.#slots] = [{ orders, ids }, orders.length, undefined];
    this.#readPiece = read;
    this.#unread.add('headings').add('sounds');
  }

  /** Reads the pieces that a question asks for, or all, as far as they were not read yet. @throws RangeError for one that is not whole, or as its reader */
  async prepare(query?: Query): Promise<void> {
    if (this.#readPiece === undefined) return;
    const { letters } = query ?? {};
    for (const name of FIELDS) {
      const { grams } = this.#fields[name];
      const terms = query === undefined ? [undefined] : name !== 'sounds' ? query.terms : letters === undefined ? [] : [letters];
      for (const shard of terms.flatMap((term) => grams.lacking(term))) grams.give(shard, await this.#readPiece(`${name} ${shard}`));
    }
    if (query === undefined || this.readsTexts(query)) await this.#readTexts('headings', fromUtf16);
    if (query === undefined || letters !== undefined) await this.#readTexts('sounds', fromUtf8);
  }

  async #readTexts(name: 'headings' | 'sounds', decode: (bytes: ArrayBuffer) => string): Promise<void> {
    if (this.#readPiece === undefined || !this.#unread.has(name)) return;
    const read = decode(await this.#readPiece(name)).split(ENTRY);
    if (read.length !== this.#packed.orders.length) throw new RangeError(`The packed ${name} are not whole`);
    read.forEach((text, slot) => (this.#fields[name].texts[slot] ??= text));
    this.#unread.delete(name);
  }

  /** The body of an entry that was loaded, as `searchable` makes it. */
  setBody(slot: number, body: string): void {
    this.#fields.bodies.texts[slot] ??= body;
  }

  /** The body of an entry, as `searchable` made it; undefined for one that was loaded and not set yet. */
  bodyAt(slot: number): string | undefined {
    return this.#fields.bodies.texts[slot];
  }

  /** Whether texts must be read for it, bodies too: single characters and pairs are found without. */
  readsTexts({ terms }: Query): boolean {
    return terms.some((term) => !written(term).isGram);
  }

  /** All that pass, the newest first. */
  newest(passes: (slot: number) => boolean): number[] {
    const slots: number[] = [];
    for (let slot = this.#count - 1; slot >= 0; slot -= 1) if (!this.#removed.has(slot) && passes(slot)) slots.push(slot);
    return this.#inOrder(slots);
  }

  /** The same of those that were counted so often. Among many thousands few are, and the others cost nothing here. */
  #newestOf(counted: Uint8Array, times: number, passes: (slot: number) => boolean = () => true): number[] {
    const slots: number[] = [];
    for (let slot = counted.lastIndexOf(times); slot >= 0; slot = slot === 0 ? -1 : counted.lastIndexOf(times, slot - 1)) if (!this.#removed.has(slot) && passes(slot)) slots.push(slot);
    return this.#inOrder(slots);
  }

  /** As they come, the newest are nearly always last. */
  #inOrder(slots: number[]): number[] {
    for (let at = 1; at < slots.length; at += 1) if (this.orderAt(slots[at - 1] ?? 0) < this.orderAt(slots[at] ?? 0)) return slots.sort((a, b) => this.orderAt(b) - this.orderAt(a));
    return slots;
  }

  /** The hits that pass, best first: the title is the query, begins with it, contains it, holds part of it, the text holds it, the title sounds like it; the newest first within each. */
  search({ terms, letters }: Query, passes: (slot: number) => boolean): MemoryStage[] {
    const joined = terms.join('');
    const { found, headed } = this.#holdingAll(terms.map((term) => [written(term)]), 'anywhere');
    const stages: number[][] = [[], [], [], [], [], []];
    for (const slot of this.#newestOf(found, terms.length, passes)) {
      const key = this.#keys[slot] ?? '';
      const stage = headed[slot] === terms.length ? (key === joined ? 0 : beginsWith(key, joined) ? 1 : 2) : headed[slot] === 0 ? 4 : 3;
      stages[stage]?.push(slot);
    }
    if (letters !== undefined && letters.length >= 3) {
      const sounding = this.#sounding([letters], (slot) => found[slot] !== terms.length);
      stages[5] = this.#newestOf(sounding, 1, passes);
    }
    return stages.map((slots, index) => ({ tier: TIERS[index] ?? 'body', slots }));
  }

  /** The newest with these words in their title, or anywhere. */
  withWords(words: readonly Word[], where: 'title' | 'anywhere'): number[] {
    if (words.length === 0) return [];
    const { found } = this.#holdingAll(words.map((word) => (typeof word === 'string' ? [word] : word).map(written)), where);
    return this.#newestOf(found, words.length);
  }

  /** The newest whose title has one of these readings. */
  soundsLike(readings: readonly string[]): number[] {
    const sounding = this.#sounding(readings, () => true);
    return this.#newestOf(sounding, 1, (slot) => {
      // The initials stand behind, and are not meant.
      const [full = ''] = this.#fields.sounds.texts[slot]?.split(FIELD, 1) ?? [];
      return readings.some((reading) => full.includes(reading));
    });
  }

  /** Those whose title has at least half of these tokens, who has most first, then the newest. */
  sharing(tokens: readonly string[]): number[] {
    const wanted = tokens.map(written);
    const counted = new Uint16Array(this.#count);
    for (const one of wanted) if (one.isGram) this.#fields.headings.holding(one, () => true, (slot) => (counted[slot] = (counted[slot] ?? 0) + 1));
    // Grams tell whole runs, but here a piece of one counts too.
    const uncounted = wanted.filter(({ isGram }) => !isGram).length;
    const shares = new Map<number, number>();
    const found = this.newest((slot) => {
      if (2 * ((counted[slot] ?? 0) + uncounted) < tokens.length) return false;
      const [title = ''] = this.#fields.headings.texts[slot]?.split(FIELD, 1) ?? [];
      shares.set(slot, wanted.filter(({ term }) => title.includes(term)).length);
      return 2 * (shares.get(slot) ?? 0) >= tokens.length;
    });
    return found.sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
  }

  /** How many of these words each holds, and its heading; of every word one alternative is enough. What lacks a rarer one is not looked at again. */
  #holdingAll(words: readonly (readonly Wanted[])[], where: 'title' | 'anywhere'): { readonly found: Uint8Array; readonly headed: Uint8Array } {
    const { headings, bodies } = this.#fields;
    const [found, headed] = [new Uint8Array(this.#count), new Uint8Array(this.#count)];
    const fields = where === 'title' ? [headings] : [headings, bodies];
    const rarestFirst = words
      .map((alternatives) => ({ alternatives, size: fields.flatMap((field) => alternatives.map((one) => field.atMost(one))).reduce((sum, size) => sum + size, 0) }))
      .sort((a, b) => a.size - b.size);
    for (const [round, { alternatives }] of rarestFirst.entries()) {
      for (const field of fields) {
        for (const wanted of alternatives) {
          field.holding(wanted, (slot) => found[slot] === round, (slot) => {
            found[slot] = round + 1;
            if (field === headings) headed[slot] = (headed[slot] ?? 0) + 1;
          });
        }
      }
    }
    return { found, headed };
  }

  #sounding(readings: readonly string[], passes: (slot: number) => boolean): Uint8Array {
    const sounding = new Uint8Array(this.#count);
    for (const reading of readings) this.#fields.sounds.holding(spelled(reading), (slot) => sounding[slot] === 0 && passes(slot), (slot) => (sounding[slot] = 1));
    return sounding;
  }
}

const FIELDS: readonly FieldName[] = ['headings', 'bodies', 'sounds'];
const TIERS: readonly Tier[] = ['title', 'title', 'title', 'mixed', 'body', 'pinyin'];

function beginsWith(key: string, joined: string): boolean {
  return key.startsWith(joined) && occurrences(key, joined)[0] === 0;
}

function headingOf({ title, numbers }: Pick<MemoryEntry, 'title' | 'numbers'>): string {
  return [title, ...numbers].map((one) => searchable(one).replace(/[\u007f\u0080]/g, ' ')).join(FIELD);
}

function soundsOf({ pinyin: { full, initials } }: Pick<MemoryEntry, 'pinyin'>): string {
  return full + FIELD + initials;
}

/** What `MemoryIndex.load` takes, and its pieces by name; each entry stands once, its slot is its place, and of its body there is what `searchable` made. */
export function packIndex(entries: readonly MemoryEntry[]): { readonly index: PackedIndex; readonly pieces: ReadonlyMap<string, ArrayBuffer> } {
  const texts = { headings: entries.map(headingOf), bodies: entries.map(({ body }) => body), sounds: entries.map(soundsOf) };
  const pieces = new Map([['keys', utf16(entries.map(({ title }) => titleKey(title)))], ['headings', utf16(texts.headings)], ['sounds', new TextEncoder().encode(texts.sounds.join(ENTRY)).buffer]]);
  const firsts = (name: FieldName, cut: Cut) => {
    const packed = packGrams(cut, texts[name]);
    packed.shards.forEach((shard, at) => pieces.set(`${name} ${at}`, shard));
    return packed.firsts;
  };
  return { index: { orders: Float64Array.from(entries, ({ order }) => order), ids: entries.map(({ id }) => id).join(ENTRY), firsts: { headings: firsts('headings', WRITTEN), bodies: firsts('bodies', WRITTEN), sounds: firsts('sounds', SPELLED) } }, pieces };
}

/** How each title is spelled, of the piece `sounds`. */
export function pinyinIn(sounds: ArrayBuffer): MemoryEntry['pinyin'][] {
  return fromUtf8(sounds).split(ENTRY).map((text) => {
    const [full = '', initials = ''] = text.split(FIELD);
    return { full, initials };
  });
}

function fromUtf8(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

/** Chinese is read quicker so. */
function utf16(texts: readonly string[]): ArrayBuffer {
  const joined = texts.join(ENTRY);
  const units = new Uint16Array(joined.length);
  for (let at = 0; at < joined.length; at += 1) units[at] = joined.charCodeAt(at);
  return units.buffer;
}

function fromUtf16(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
}

// Every runtime has them (https://encoding.spec.whatwg.org), and no library of the language: stated here, so that nothing else of a browser is.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly ignoreBOM?: boolean });
  decode(bytes: ArrayBuffer): string;
}
