import { ENOUGH_COMPARED, MOST_COMPARED, MemoryIndex, defaultVocabulary, highlight, looseWords, matchOf, nearest, parseQuery, similarAttempts, titleBigrams, withoutLatin, type MemoryStage, type Query, type ReadPiece } from '@sunlit/search';
import type { DisclosurePage, DisclosureQuery, DisclosureRef, DisclosureSummary, Facets, SnapshotRow, Suggestion } from './contract.ts';
import { pageFrom, refuse } from './replica-paging.ts';
import { BLOCK, blockOf, blocksOf, entryOf, filedAt, filedOf, rowOf, type Filed, type Pack, type ShownRow } from './replica-pack.ts';
import type { ReplicaPlaces } from './replica-places.ts';
import { wait } from './wait.ts';

/** The server counts hits of a search so far, and so does this. */
const MOST_COUNTED = 1_000;
const MOST_PROPOSED = 5;
const MOST_SIMILAR = 5;
const [SETTLING_MILLISECONDS, UNSETTLED_MILLISECONDS] = [1_000, 5_000];
/**
 * Asked before anybody does, of each kind one and one that finds nothing: an engine compiles what is used often only, and the first searches
 * would take twice as long.
 */
const FIRST_ASKED = ['办', '公开', '信息公', '公开 办法', 'gkzn', 'gongkai', '不存在的词语'];
const ROUNDS = 3;
/** Of titles to suggest, so many of each rank are compared by length. */
const MOST_SUGGESTED = 60;

type Dimension = 'agency' | 'category' | 'kind' | 'year' | 'validity';

/** What was packed, and how its pieces are read. */
interface Packed {
  readonly pack: Pack;
  readonly read: ReadPiece;
  /** By block. */
  readonly unpacking: Map<number, Promise<void>>;
  /** Rows as they were packed, by slot, as far as they were read. Most are never shown, and need not be taken apart. */
  readonly lines: string[];
}

/** The rows of a replica, listed and searched as `GET /v1/disclosures` does. */
export class ReplicaRows {
  readonly #index = new MemoryIndex();
  readonly #places: ReplicaPlaces;
  #packed: Packed | undefined;
  /** By slot; of those that were packed, as far as they were shown. */
  readonly #rows: (ShownRow | undefined)[] = [];
  /** By slot, of those that were not packed. */
  readonly #filed: (Filed | undefined)[] = [];
  #counted: Map<string, number> | undefined;

  /** @internal */
  constructor(places: ReplicaPlaces) {
    this.#places = places;
  }

  /** @internal */
  get size(): number {
    return this.#index.size;
  }

  /** Takes up what was packed, before anything is put. @throws Error for a pack that is damaged @internal */
  async load(pack: Pack, read: ReadPiece): Promise<void> {
    await this.#index.load(pack.index, read);
    this.#packed = { pack, read, unpacking: new Map(), lines: [] };
  }

  /** Reads what was packed, some at a time, so that questions are answered meanwhile. @throws Error for a pack that is damaged @internal */
  async settle(signal: AbortSignal, looked: Promise<void>): Promise<void> {
    // Whatever somebody asks at the start comes first, and what changed since; but no line keeps it up for long.
    await Promise.all([wait(SETTLING_MILLISECONDS, signal), Promise.race([looked, wait(UNSETTLED_MILLISECONDS, signal)])]);
    await this.#index.prepare();
    await this.#unpackAll();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const q of FIRST_ASKED) {
        if (signal.aborted) return;
        // Where it cannot be had how words sound, that shows when somebody asks.
        await this.list({ q }).catch(() => undefined);
      }
    }
  }

  /** @internal */
  put(row: SnapshotRow): void {
    const slot = this.#index.add(entryOf(row));
    this.#rows[slot] = row;
    this.#filed[slot] = filedOf(row.summary, row.order);
    this.#counted = undefined;
  }

  /** @internal */
  remove(id: string): void {
    this.#index.remove(id);
    this.#counted = undefined;
  }

  /** @internal */
  orderOf(id: string): number | undefined {
    const slot = this.#index.slotOf(id);
    return slot === undefined ? undefined : this.#index.orderAt(slot);
  }

  /** How many each agency has with all below it. @internal */
  get counted(): ReadonlyMap<string, number> {
    if (this.#counted === undefined) {
      this.#counted = new Map();
      for (const slot of this.#index.newest(() => true)) for (const id of this.#places.above(this.#filedAt(slot).agency)) this.#counted.set(id, (this.#counted.get(id) ?? 0) + 1);
    }
    return this.#counted;
  }

  /** @throws SunlitError `invalid-input` for what the server refuses too. @internal */
  async list(request: DisclosureQuery): Promise<DisclosurePage> {
    const { q, limit, facets: withFacets = false, cursor } = request;
    const query = q === undefined || q.trim() === '' ? undefined : (parseQuery(q) ?? refuse('q', 'nothing in it can be searched for'));
    const sort = request.sort ?? (query ? 'relevance' : 'newest');
    if (sort === 'relevance' && !query) return refuse('sort', 'relevance needs a query');
    const passes = this.#filter(request);
    const stages = query && (await this.#search(query, passes));
    const found = stages ? allOf(stages) : this.#index.newest(passes);
    const { items: shown, from, next } = pageFrom(sort === 'agency' ? this.#byAgency(found) : sort === 'newest' && stages ? this.#newest(found) : found, cursor, limit);
    const counts = query !== undefined || request.from !== undefined || request.to !== undefined;
    const many = counts && found.length > MOST_COUNTED;
    return {
      items: await Promise.all(shown.map((slot, at) => this.#shown(slot, query, sort === 'relevance' && stages ? tierAt(stages, from + at) : undefined))),
      ...next,
      total: many ? { value: MOST_COUNTED, relation: 'gte' } : { value: found.length, relation: 'eq' },
      ...(withFacets ? { facets: await this.#facets(request, query, many) } : {}),
      ...(query ? { search: { terms: [...query.terms], near: found.length === 0 ? await this.#near(query, request) : [] } } : {}),
    };
  }

  /** Titles while typing, of each rank the shortest first: a title that holds little else is about the words. @internal */
  async titles(query: Query, agency: string | undefined, limit: number): Promise<Suggestion[]> {
    const found: DisclosureRef[] = [];
    for (const { tier, slots } of await this.#search(query, this.#filter(agency === undefined ? {} : { agency }))) {
      if (slots.length === 0 || tier === 'mixed' || tier === 'body') continue;
      if (found.length >= limit) break;
      found.push(...(await this.#references(slots.slice(0, MOST_SUGGESTED))).sort((a, b) => a.title.length - b.title.length));
    }
    return found.slice(0, limit).map(({ id, title, agency: of }) => ({ type: 'disclosure', id, text: title, agency: of, marks: highlight(title, query.terms) }));
  }

  /** What is like a text that is being typed. @internal */
  async similar(text: string): Promise<DisclosureSummary[]> {
    await this.#index.prepare();
    const candidates = new Set<number>();
    for (const { words, where } of similarAttempts(text, false)) {
      if (candidates.size >= ENOUGH_COMPARED) break;
      for (const slot of this.#index.withWords(words, where).slice(0, MOST_COMPARED - candidates.size)) candidates.add(slot);
    }
    const rows = new Map<number, DisclosureSummary>();
    for (const slot of candidates) rows.set(this.#index.orderAt(slot), (await this.#row(slot)).summary);
    const compared = Array.from(rows, ([no, { title }]) => ({ no, title, body: '', bonus: 0 }));
    return nearest([text], compared, MOST_SIMILAR).flatMap((no) => rows.get(no) ?? []);
  }

  async #search(query: Query, passes: (slot: number) => boolean): Promise<MemoryStage[]> {
    await this.#index.prepare(query);
    if (this.#index.readsTexts(query)) await this.#unpackAll();
    return this.#index.search(query, passes);
  }

  #newest(slots: readonly number[]): number[] {
    return slots.toSorted((a, b) => this.#index.orderAt(b) - this.#index.orderAt(a));
  }

  #byAgency(slots: readonly number[]): number[] {
    const place = (slot: number) => this.#places.placeOf(this.#filedAt(slot).agency);
    return slots.toSorted((a, b) => place(a) - place(b) || this.#index.orderAt(b) - this.#index.orderAt(a));
  }

  #filedAt(slot: number): Filed {
    const filed = this.#filed[slot] ?? (this.#packed && filedAt(this.#packed.pack, slot));
    if (filed === undefined) throw new Error(`There is no row ${slot}`);
    return filed;
  }

  async #shown(slot: number, query: Query | undefined, tier: MemoryStage['tier'] | undefined): Promise<DisclosureSummary> {
    const { summary: { match: _, ...summary }, text, isPlain = false } = await this.#row(slot);
    return { ...summary, ...(query && { match: matchOf(summary.title, text, query, { tier, isPlain }) }) };
  }

  /** @throws Error where the pack is damaged */
  async #row(slot: number): Promise<ShownRow> {
    const known = this.#rows[slot];
    if (known !== undefined) return known;
    await this.#unpack(Math.floor(slot / BLOCK));
    const [line, body] = [this.#packed?.lines[slot], this.#index.bodyAt(slot)];
    if (line === undefined || body === undefined) throw new Error(`Row ${slot} is not in its block`);
    return (this.#rows[slot] = rowOf(line, body));
  }

  #unpack(block: number): Promise<void> {
    if (this.#packed === undefined) return Promise.resolve();
    const { read, unpacking, lines } = this.#packed;
    const running = unpacking.get(block) ?? blockOf(read, block).then((rows) => rows.lines.forEach((line, at) => {
      const slot = block * BLOCK + at;
      lines[slot] = line;
      this.#index.setBody(slot, rows.bodies[at] ?? '');
    }));
    unpacking.set(block, running);
    return running;
  }

  async #unpackAll(): Promise<void> {
    if (this.#packed) for (let block = 0; block < blocksOf(this.#packed.pack); block += 1) await this.#unpack(block);
  }

  /** Whether a row passes all filters, or all but one. */
  #filter({ agency, scope, category, kind, year, validity, openTerm, from, to }: DisclosureQuery, but?: Dimension): (slot: number) => boolean {
    if (agency !== undefined && !this.#places.hasAgency(agency)) refuse('agency', `there is no agency "${agency}" in this replica`);
    if (category !== undefined && !this.#places.hasCategory(category)) refuse('category', `there is no category "${category}"`);
    const tests: ((row: Filed) => boolean)[] = [];
    const test = (dimension: Dimension | undefined, wanted: unknown, passes: (row: Filed) => boolean) => {
      if (wanted !== undefined && (dimension === undefined || dimension !== but)) tests.push(passes);
    };
    const within = this.#places.within(agency ?? '');
    const classed = this.#places.classed(category ?? '');
    test('agency', agency, (one) => (scope === 'only' ? one.agency === agency : within(one.agency)));
    test('category', category, (one) => classed(one.category));
    test('kind', kind, (one) => one.kind === kind);
    test('year', year, (one) => one.publishedOn.startsWith(`${String(year)}-`));
    test('validity', validity, (one) => one.validity === validity);
    test(undefined, openTerm, (one) => one.openTerm === openTerm);
    test(undefined, from, (one) => one.publishedOn >= (from ?? ''));
    test(undefined, to, (one) => one.publishedOn <= (to ?? ''));
    if (tests.length === 0) return () => true;
    return (slot) => {
      const row = this.#filedAt(slot);
      return tests.every((passes) => passes(row));
    };
  }

  async #facets(request: DisclosureQuery, query: Query | undefined, many: boolean): Promise<Facets> {
    const all = query ? allOf(await this.#search(query, () => true)) : this.#index.newest(() => true);
    const count = (dimension: Dimension, values: (row: Filed) => Iterable<string>): Map<string, number> => {
      const passes = this.#filter(request, dimension);
      const sums = new Map<string, number>();
      for (const slot of all) if (passes(slot)) for (const value of values(this.#filedAt(slot))) sums.set(value, (sums.get(value) ?? 0) + 1);
      return sums;
    };
    const byCount = (sums: Map<string, number>) => [...sums].map(([value, n]) => ({ value, count: n })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    // Those directly below the chosen one, or at the top, and with each all that is below it; of rows that pass the agency too.
    const passes = this.#filter(request);
    const agencies = new Map<string, number>();
    const { agency, scope } = request;
    const passesHere = scope === 'only' && agency !== undefined ? this.#filter(request, 'agency') : passes;
    for (const slot of all) {
      if (!passesHere(slot)) continue;
      for (const id of this.#places.above(this.#filedAt(slot).agency)) agencies.set(id, (agencies.get(id) ?? 0) + 1);
    }
    return {
      agency: this.#places.below(agency).filter(({ id }) => agencies.has(id)).map(({ id, name }) => ({ value: id, name, count: agencies.get(id) ?? 0 })),
      category: byCount(count('category', ({ category }) => this.#places.classes(category))),
      kind: byCount(count('kind', ({ kind }) => [kind])) as Facets['kind'],
      year: byCount(count('year', ({ publishedOn }) => [publishedOn.slice(0, 4)])).map(({ value, count: n }) => ({ value: Number(value), count: n })).sort((a, b) => b.value - a.value),
      validity: byCount(count('validity', ({ validity }) => [validity])) as Facets['validity'],
      relation: many ? 'gte' : 'eq',
    };
  }

  /** Titles to propose when nothing was found, as the server proposes them: without the filters, of the same sound, with the words, with half of the pairs. */
  async #near(query: Query, request: DisclosureQuery): Promise<DisclosureRef[]> {
    const filtered = ['agency', 'category', 'kind', 'year', 'validity', 'openTerm', 'from', 'to'].some((name) => request[name as keyof DisclosureQuery] !== undefined);
    const words = looseWords(query, defaultVocabulary);
    const attempts: (() => number[] | Promise<number[]>)[] = [
      async () => (filtered ? this.#newest(allOf(await this.#search(query, () => true))) : []),
      async () => this.#index.soundsLike((await import('@sunlit/search/pinyin')).queryPinyin(query)),
      ...[words, withoutLatin(words)].flatMap((some) => [
        () => this.#index.withWords(some, 'title'),
        () => this.#index.withWords(withoutSingles(some), 'anywhere'),
      ]),
      () => this.#index.sharing(titleBigrams(query)),
    ];
    await this.#index.prepare();
    await this.#unpackAll();
    for (const attempt of attempts) {
      const found = await attempt();
      if (found.length > 0) return this.#references(found.slice(0, MOST_PROPOSED));
    }
    return [];
  }

  async #references(slots: readonly number[]): Promise<DisclosureRef[]> {
    return Promise.all(slots.map(async (slot) => {
      const { summary: { id, title, agency, kind, validity } } = await this.#row(slot);
      return { id, title, agency, kind, validity };
    }));
  }
}

/** Of a single character there may be as many as there are rows. */
function allOf(stages: readonly MemoryStage[]): number[] {
  return new Array<number>().concat(...stages.map(({ slots }) => slots));
}

/** By what something at a place of all hits was found. */
function tierAt(stages: readonly MemoryStage[], place: number): MemoryStage['tier'] | undefined {
  let left = place;
  return stages.find(({ slots }) => (left -= slots.length) < 0)?.tier;
}

function withoutSingles<W extends string | readonly string[]>(words: readonly W[]): readonly W[] {
  const longer = words.filter((word) => typeof word !== 'string' || [...word].length > 1);
  return longer.length > 0 ? longer : words;
}
