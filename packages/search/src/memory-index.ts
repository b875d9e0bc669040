import { titleKey, type Tier } from './match.ts';
import { normalise } from './normalise.ts';
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

export interface MemoryHit {
  readonly id: string;
  readonly tier: Tier;
}

interface Document extends Pick<MemoryEntry, 'id' | 'order' | 'pinyin'> {
  /** Title and numbers, each by itself, normalised. */
  readonly heading: readonly string[];
  readonly body: string;
  readonly key: string;
}

/** Entries as they are searched, in one text, so that they are read from a disk at once and can be searched before they are indexed. */
export interface PackedTexts {
  readonly text: string;
  /** Where each ends. */
  readonly ends: Uint32Array;
}

/** Between fields, and between title and numbers. No term holds one. */
const FIELD = '\u0001';
const HEADING = '\u0002';

/** What `MemoryIndex.load` takes. */
export function packTexts(entries: readonly MemoryEntry[]): PackedTexts {
  const ends = new Uint32Array(entries.length);
  let length = 0;
  const texts = entries.map(({ title, numbers, body, pinyin: { full, initials } }, index) => {
    const text = [[title, ...numbers].map(normalise).join(HEADING), normalise(body), full, initials].join(FIELD);
    ends[index] = length += text.length;
    return text;
  });
  return { text: texts.join(''), ends };
}

/** From here on characters are indexed, each and with its neighbour; Latin letters and digits are found by looking. */
const FIRST_INDEXED = 0x2e80;

/** Which documents hold a character, and a pair of them, by their slots. */
class Postings {
  readonly #single = new Map<number, number[]>();
  readonly #pairs = new Map<number, Map<number, number[]>>();

  add(text: string, slot: number): void {
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= FIRST_INDEXED) {
        enter(this.#single, unit, slot);
        if (before >= FIRST_INDEXED) {
          let following = this.#pairs.get(before);
          if (following === undefined) this.#pairs.set(before, (following = new Map()));
          enter(following, unit, slot);
        }
      }
      before = unit;
    }
  }

  /** The shortest list that holds every document with the term, and others; undefined where nothing of the term is indexed. */
  candidates(term: string): readonly number[] | undefined {
    const lists: (readonly number[])[] = [];
    for (let at = 0; at < term.length; at += 1) {
      const [unit, next] = [term.charCodeAt(at), at + 1 < term.length ? term.charCodeAt(at + 1) : 0];
      if (unit >= FIRST_INDEXED) lists.push((next >= FIRST_INDEXED ? this.#pairs.get(unit)?.get(next) : this.#single.get(unit)) ?? []);
    }
    return lists.length === 0 ? undefined : lists.reduce((best, list) => (list.length < best.length ? list : best));
  }
}

function enter(into: Map<number, number[]>, unit: number, slot: number): void {
  const slots = into.get(unit);
  if (slots === undefined) into.set(unit, [slot]);
  else if (slots[slots.length - 1] !== slot) slots.push(slot);
}

/** A term, and whether it stands only where a run of letters or digits begins or ends. */
class Wanted {
  readonly term: string;
  readonly #whole: boolean;

  constructor(term: string) {
    this.term = normalise(term);
    this.#whole = isAlphanumeric(this.term.slice(0, 1)) || isAlphanumeric(this.term.slice(-1));
  }

  in(text: string): boolean {
    return this.#whole ? occurrences(text, this.term).length > 0 : this.term !== '' && text.includes(this.term);
  }

  inAny(texts: readonly string[]): boolean {
    for (const text of texts) if (this.in(text)) return true;
    return false;
  }
}

/**
 * The search of the server (shared/design/search.md §8) over rows in memory: the same hits in the same order. What is removed or
 * replaced leaves its slot empty; whoever changes half of the rows builds a new index. What was loaded packed is looked through until
 * `settle` has indexed it.
 */
export class MemoryIndex {
  readonly #documents: (Document | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #postings = new Postings();
  #packed: Packed | undefined;

  add(entry: MemoryEntry): void {
    this.remove(entry.id);
    const { id, order, title, numbers, body, pinyin } = entry;
    this.#enter({ id, order, pinyin, heading: [title, ...numbers].map(normalise), body: normalise(body), key: titleKey(title) });
  }

  /** Takes up many entries at once, in place of all before. */
  load(ids: readonly string[], orders: ArrayLike<number>, texts: PackedTexts): void {
    this.#packed = new Packed(ids, orders, texts);
  }

  /** Indexes some of what was loaded; answers whether there is more. */
  settle(most: number): boolean {
    for (const document of this.#packed?.next(most) ?? []) this.#enter(document);
    if (this.#packed?.isEmpty) this.#packed = undefined;
    return this.#packed !== undefined;
  }

  remove(id: string): void {
    this.#packed?.remove(id);
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#documents[slot] = undefined;
    this.#slotOf.delete(id);
  }

  /** The hits that pass, best first. */
  search(query: Query, passes: (id: string) => boolean): MemoryHit[] {
    return this.stages(query, passes).flat();
  }

  /** The same by stages: the title is the query, begins with it, contains it, holds part of it, the text holds it, the title sounds like it; the newest first within each. */
  stages(query: Query, passes: (id: string) => boolean): MemoryHit[][] {
    const wanted = query.terms.map((term) => new Wanted(term));
    const joined = query.terms.join('');
    const stages: Document[][] = [[], [], [], [], [], []];
    const longest = wanted.reduce((best, { term }) => (term.length > best.length ? term : best), '');
    for (const document of this.#those(this.#rarest(wanted), [longest])) {
      if (!passes(document.id)) continue;
      let inHeading = 0;
      let found = 0;
      for (const one of wanted) {
        if (one.inAny(document.heading)) inHeading += 1;
        else if (!one.in(document.body)) break;
        found += 1;
      }
      if (found < wanted.length) continue;
      const stage = inHeading === wanted.length ? (document.key === joined ? 0 : beginsWith(document.key, joined) ? 1 : 2) : inHeading > 0 ? 3 : 4;
      stages[stage]?.push(document);
    }
    const { letters } = query;
    if (letters !== undefined && letters.length >= 3) {
      const exact = new Set(stages.flat().map(({ id }) => id));
      for (const document of this.#those(this.#documents.keys(), [letters])) if (!exact.has(document.id) && sounds(document, letters) && passes(document.id)) stages[5]?.push(document);
    }
    return stages.map((stage, index) => newest(stage).map(({ id }) => ({ id, tier: TIERS[index] ?? 'body' })));
  }

  /** The newest with these words in their title, or anywhere. */
  withWords(words: readonly Word[], where: 'title' | 'anywhere'): string[] {
    if (words.length === 0) return [];
    const wanted = words.map((word) => (typeof word === 'string' ? [word] : word).map((term) => new Wanted(term)));
    const found: Document[] = [];
    for (const document of this.#those(this.#fewest(wanted), (wanted[0] ?? []).map(({ term }) => term))) {
      if (wanted.every((alternatives) => alternatives.some((one) => one.inAny(document.heading) || (where === 'anywhere' && one.in(document.body))))) found.push(document);
    }
    return newest(found).map(({ id }) => id);
  }

  /** The newest whose title has one of these readings. */
  soundsLike(readings: readonly string[]): string[] {
    const found: Document[] = [];
    for (const document of this.#those(this.#documents.keys(), readings)) if (readings.some((reading) => document.pinyin.full.includes(reading))) found.push(document);
    return newest(found).map(({ id }) => id);
  }

  /** All, with their titles as they are compared. */
  *titles(): Generator<{ readonly id: string; readonly order: number; readonly title: string }> {
    for (const { id, order, heading: [title = ''] } of this.#those(this.#documents.keys(), [''])) yield { id, order, title };
  }

  #enter(document: Document): void {
    const slot = this.#documents.length;
    this.#documents.push(document);
    this.#slotOf.set(document.id, slot);
    for (const part of [...document.heading, document.body]) this.#postings.add(part, slot);
  }

  /** Those in some slots, and those not indexed yet that hold one of some terms. */
  *#those(slots: Iterable<number>, terms: readonly string[]): Generator<Document> {
    for (const slot of slots) {
      const document = this.#documents[slot];
      if (document !== undefined) yield document;
    }
    if (this.#packed !== undefined) yield* this.#packed.holding(terms);
  }

  /** The slots that may hold every term, as few as the index can tell. */
  #rarest(wanted: readonly Wanted[]): Iterable<number> {
    return this.#fewest(wanted.map((one) => [one]));
  }

  /** The same where of each word one of its alternatives is enough. */
  #fewest(words: readonly (readonly Wanted[])[]): Iterable<number> {
    let best: readonly (readonly number[])[] | undefined;
    const size = (lists: readonly (readonly number[])[]) => lists.reduce((sum, { length }) => sum + length, 0);
    for (const alternatives of words) {
      const lists = alternatives.map(({ term }) => this.#postings.candidates(term));
      if (lists.every((list) => list !== undefined) && (best === undefined || size(lists) < size(best))) best = lists;
    }
    if (best === undefined) return this.#documents.keys();
    return best.length === 1 ? (best[0] ?? []) : new Set(best.flat());
  }
}

/** Entries in one text, found by looking through it. */
class Packed {
  readonly #ids: readonly string[];
  readonly #orders: ArrayLike<number>;
  readonly #text: string;
  readonly #ends: Uint32Array;
  readonly #gone = new Set<string>();
  /** From here on; what stands before is indexed. */
  #from = 0;

  constructor(ids: readonly string[], orders: ArrayLike<number>, { text, ends }: PackedTexts) {
    this.#ids = ids;
    this.#orders = orders;
    this.#text = text;
    this.#ends = ends;
  }

  get isEmpty(): boolean {
    return this.#from >= this.#ids.length;
  }

  remove(id: string): void {
    this.#gone.add(id);
  }

  next(most: number): Document[] {
    const until = Math.min(this.#from + most, this.#ids.length);
    const taken: Document[] = [];
    for (; this.#from < until; this.#from += 1) taken.push(...this.#document(this.#from));
    return taken;
  }

  *holding(terms: readonly string[]): Generator<Document> {
    const seen = terms.length > 1 ? new Set<number>() : undefined;
    for (const term of terms) {
      for (let position = this.#startOf(this.#from); ; ) {
        position = this.#text.indexOf(term, position);
        if (position < 0 || position >= this.#text.length) break;
        const index = this.#at(position);
        position = this.#ends[index] ?? this.#text.length;
        if (seen?.has(index)) continue;
        seen?.add(index);
        yield* this.#document(index);
      }
    }
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  /** Which entry stands at a position. */
  #at(position: number): number {
    let [low, high] = [this.#from, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #document(index: number): Document[] {
    const id = this.#ids[index] ?? '';
    if (this.#gone.has(id)) return [];
    const [headings = '', body = '', full = '', initials = ''] = this.#text.slice(this.#startOf(index), this.#ends[index]).split(FIELD);
    const heading = headings.split(HEADING);
    return [{ id, order: this.#orders[index] ?? 0, heading, body, key: titleKey(heading[0] ?? ''), pinyin: { full, initials } }];
  }
}

const TIERS: readonly Tier[] = ['title', 'title', 'title', 'mixed', 'body', 'pinyin'];

const newest = (documents: Document[]): Document[] => documents.sort((a, b) => b.order - a.order);

function beginsWith(key: string, joined: string): boolean {
  return key.startsWith(joined) && occurrences(key, joined)[0] === 0;
}

function sounds({ pinyin: { full, initials } }: Document, letters: string): boolean {
  return full.includes(letters) || initials.includes(letters);
}
