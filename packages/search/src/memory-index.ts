import { titleKey, type Tier } from './match.ts';
import { normalise } from './normalise.ts';
import { occurrences } from './occurrences.ts';
import type { Query, Word } from './query.ts';
import { isAlphanumeric, phrase, tokens } from './tokens.ts';

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

/** Which documents hold a token, by their slots. Single characters are looked up as the beginning of tokens. */
class Postings {
  readonly #slots = new Map<string, number[]>();
  readonly #byFirst = new Map<string, string[]>();

  add(text: string, slot: number): void {
    for (const token of tokens(text)) {
      const slots = this.#slots.get(token);
      if (slots !== undefined) {
        if (slots[slots.length - 1] !== slot) slots.push(slot);
        continue;
      }
      this.#slots.set(token, [slot]);
      const first = String.fromCodePoint(token.codePointAt(0) ?? 0);
      const all = this.#byFirst.get(first);
      if (all) all.push(token);
      else this.#byFirst.set(first, [token]);
    }
  }

  /** The shortest list that holds every document with the term; some of them may not. */
  candidates(term: string): readonly number[] {
    let shortest: readonly number[] | undefined;
    for (const { token, match } of phrase(term)) {
      if (match === 'prefix' && shortest !== undefined) continue;
      const slots = match === 'exact' ? (this.#slots.get(token) ?? []) : this.#beginning(token);
      if (shortest === undefined || slots.length < shortest.length) shortest = slots;
    }
    return shortest ?? [];
  }

  #beginning(char: string): number[] {
    return [...new Set((this.#byFirst.get(char) ?? []).flatMap((token) => this.#slots.get(token) ?? []))];
  }
}

/**
 * The search of the server (shared/design/search.md §8) over rows in memory: the same hits in the same order. What is removed or
 * replaced leaves its slot empty; whoever changes half of the rows builds a new index.
 */
export class MemoryIndex {
  readonly #documents: (Document | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #headings = new Postings();
  readonly #bodies = new Postings();

  add(entry: MemoryEntry): void {
    this.remove(entry.id);
    const slot = this.#documents.length;
    const heading = [entry.title, ...entry.numbers].map(normalise);
    const body = normalise(entry.body);
    this.#documents.push({ entry, heading, body, key: titleKey(entry.title) });
    this.#slotOf.set(entry.id, slot);
    for (const part of heading) this.#headings.add(part, slot);
    this.#bodies.add(body, slot);
  }

  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#documents[slot] = undefined;
    this.#slotOf.delete(id);
  }

  /** The hits that pass, best first: the title is the query, begins with it, contains it, holds part of it, the text holds it, the title sounds like it. */
  search(query: Query, passes: (id: string) => boolean): MemoryHit[] {
    const { terms } = query;
    const joined = terms.join('');
    const stages: Document[][] = [[], [], [], [], [], []];
    for (const document of this.#holding(terms, passes)) {
      const inHeading = terms.map((term) => holdsAny(document.heading, term));
      if (inHeading.every(Boolean)) stages[document.key === joined ? 0 : beginsWith(document.key, joined) ? 1 : 2]?.push(document);
      else stages[inHeading.some(Boolean) ? 3 : 4]?.push(document);
    }
    const { letters } = query;
    if (letters !== undefined && letters.length >= 3) {
      const exact = new Set(stages.flat());
      stages[5] = this.#documents.filter((document) => document !== undefined && !exact.has(document) && sounds(document, letters) && passes(document.entry.id)) as Document[];
    }
    return stages.flatMap((stage, index) => newest(stage).map(({ entry: { id } }) => ({ id, tier: TIERS[index] ?? 'body' })));
  }

  /** The newest with these words in their title, or anywhere. */
  withWords(words: readonly Word[], where: 'title' | 'anywhere', passes: (id: string) => boolean = () => true): string[] {
    if (words.length === 0) return [];
    const [first = '', ...others] = words.map((word) => (typeof word === 'string' ? [word] : word).map(normalise));
    const holds = ({ heading, body }: Document, alternatives: readonly string[]) => alternatives.some((term) => holdsAny(heading, term) || (where === 'anywhere' && occurs(body, term)));
    const found = [...new Set([first].flat().flatMap((term) => [...this.#headings.candidates(term), ...(where === 'anywhere' ? this.#bodies.candidates(term) : [])]))]
      .map((slot) => this.#documents[slot])
      .filter((document) => document !== undefined)
      .filter((document) => [[first].flat(), ...others].every((alternatives) => holds(document, alternatives)) && passes(document.entry.id));
    return newest(found).map(({ entry }) => entry.id);
  }

  /** The newest whose title has one of these readings. */
  soundsLike(readings: readonly string[]): string[] {
    return newest(this.#documents.filter((document) => document !== undefined).filter(({ entry }) => readings.some((reading) => entry.pinyin.full.includes(reading)))).map(({ entry }) => entry.id);
  }

  /** Documents that hold every term somewhere. The rarest decides which are looked at. */
  #holding(terms: readonly string[], passes: (id: string) => boolean): Document[] {
    const lists = terms.map((term) => [this.#headings.candidates(term), this.#bodies.candidates(term)] as const);
    const size = ([a, b]: readonly [readonly number[], readonly number[]]) => a.length + b.length;
    const rarest = lists.reduce((best, list) => (size(list) < size(best) ? list : best), lists[0] ?? [[], []]);
    const found: Document[] = [];
    for (const slot of new Set([...rarest[0], ...rarest[1]])) {
      const document = this.#documents[slot];
      if (document !== undefined && passes(document.entry.id) && terms.every((term) => holdsAny(document.heading, term) || occurs(document.body, term))) found.push(document);
    }
    return found;
  }
}

const TIERS: readonly Tier[] = ['title', 'title', 'title', 'mixed', 'body', 'pinyin'];

const newest = (documents: Document[]): Document[] => documents.sort((a, b) => b.entry.order - a.entry.order);

function holdsAny(texts: readonly string[], term: string): boolean {
  return texts.some((text) => occurs(text, term));
}

/** Nearly always the first place where it stands is good; only next to letters it may not be. */
function occurs(text: string, term: string): boolean {
  return text.includes(term) && (!isAlphanumeric(term.slice(0, 1)) && !isAlphanumeric(term.slice(-1)) || occurrences(text, term).length > 0);
}

function beginsWith(key: string, joined: string): boolean {
  return key.startsWith(joined) && occurrences(key, joined)[0] === 0;
}

function sounds({ entry: { pinyin: { full, initials } } }: Document, letters: string): boolean {
  return full.includes(letters) || initials.includes(letters);
}
