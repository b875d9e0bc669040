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

interface Document {
  readonly entry: MemoryEntry;
  /** Title and numbers, each by itself. */
  readonly heading: readonly string[];
  readonly body: string;
  readonly key: string;
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
 * replaced leaves its slot empty; whoever changes half of the rows builds a new index.
 */
export class MemoryIndex {
  readonly #documents: (Document | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #postings = new Postings();

  add(entry: MemoryEntry): void {
    this.remove(entry.id);
    const slot = this.#documents.length;
    const heading = [entry.title, ...entry.numbers].map(normalise);
    const body = normalise(entry.body);
    this.#documents.push({ entry, heading, body, key: titleKey(entry.title) });
    this.#slotOf.set(entry.id, slot);
    for (const part of [...heading, body]) this.#postings.add(part, slot);
  }

  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#documents[slot] = undefined;
    this.#slotOf.delete(id);
  }

  /** The hits that pass, best first: the title is the query, begins with it, contains it, holds part of it, the text holds it, the title sounds like it. */
  search(query: Query, passes: (id: string) => boolean): MemoryHit[] {
    const wanted = query.terms.map((term) => new Wanted(term));
    const joined = query.terms.join('');
    const stages: Document[][] = [[], [], [], [], [], []];
    for (const slot of this.#rarest(wanted)) {
      const document = this.#documents[slot];
      if (document === undefined || !passes(document.entry.id)) continue;
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
      const exact = new Set(stages.flat());
      stages[5] = this.#documents.filter((document) => document !== undefined && !exact.has(document) && sounds(document, letters) && passes(document.entry.id)) as Document[];
    }
    return stages.flatMap((stage, index) => newest(stage).map(({ entry: { id } }) => ({ id, tier: TIERS[index] ?? 'body' })));
  }

  /** The newest with these words in their title, or anywhere. */
  withWords(words: readonly Word[], where: 'title' | 'anywhere'): string[] {
    if (words.length === 0) return [];
    const wanted = words.map((word) => (typeof word === 'string' ? [word] : word).map((term) => new Wanted(term)));
    const found = this.#documents.filter((document): document is Document => document !== undefined
      && wanted.every((alternatives) => alternatives.some((one) => one.inAny(document.heading) || (where === 'anywhere' && one.in(document.body)))));
    return newest(found).map(({ entry }) => entry.id);
  }

  /** The newest whose title has one of these readings. */
  soundsLike(readings: readonly string[]): string[] {
    return newest(this.#documents.filter((document) => document !== undefined).filter(({ entry }) => readings.some((reading) => entry.pinyin.full.includes(reading)))).map(({ entry }) => entry.id);
  }

  /** The slots that may hold every term, as few as the index can tell. */
  #rarest(wanted: readonly Wanted[]): Iterable<number> {
    let best: readonly number[] | undefined;
    for (const { term } of wanted) {
      const slots = this.#postings.candidates(term);
      if (slots !== undefined && (best === undefined || slots.length < best.length)) best = slots;
    }
    return best ?? this.#documents.keys();
  }
}

const TIERS: readonly Tier[] = ['title', 'title', 'title', 'mixed', 'body', 'pinyin'];

const newest = (documents: Document[]): Document[] => documents.sort((a, b) => b.entry.order - a.entry.order);

function beginsWith(key: string, joined: string): boolean {
  return key.startsWith(joined) && occurrences(key, joined)[0] === 0;
}

function sounds({ entry: { pinyin: { full, initials } } }: Document, letters: string): boolean {
  return full.includes(letters) || initials.includes(letters);
}
