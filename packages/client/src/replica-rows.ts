import { ENOUGH_COMPARED, MOST_COMPARED, MemoryIndex, bigramShare, defaultVocabulary, highlight, looseWords, matchOf, nearest, parseQuery, similarAttempts, titleBigrams, withoutLatin, type MemoryHit, type Query } from '@sunlit/search';
import type { DisclosurePage, DisclosureQuery, DisclosureRef, DisclosureSummary, Facets, SnapshotRow, Suggestion } from './contract.ts';
import { pageFrom, refuse } from './replica-paging.ts';
import type { ReplicaPlaces } from './replica-places.ts';

/** The server counts hits of a search so far, and so does this. */
const MOST_COUNTED = 1_000;
const MOST_PROPOSED = 5;
const MOST_SIMILAR = 5;
/** Of titles to suggest, so many of each rank are compared by length. */
const MOST_SUGGESTED = 60;

type Dimension = 'agency' | 'category' | 'kind' | 'year' | 'validity';

/** The rows of a replica, listed and searched as `GET /v1/disclosures` does. */
export class ReplicaRows {
  readonly #rows = new Map<string, SnapshotRow>();
  readonly #index = new MemoryIndex();
  readonly #places: ReplicaPlaces;
  #counted: Map<string, number> | undefined;

  /** @internal */
  constructor(places: ReplicaPlaces) {
    this.#places = places;
  }

  /** @internal */
  get size(): number {
    return this.#rows.size;
  }

  /** @internal */
  put(row: SnapshotRow): void {
    const { id, title, docNo = '', indexNo } = row.summary;
    this.#rows.set(id, row);
    this.#counted = undefined;
    this.#index.add({ id, order: row.order, title, numbers: [docNo, indexNo].filter(Boolean), body: row.text, pinyin: row.pinyin });
  }

  /** @internal */
  remove(id: string): void {
    this.#rows.delete(id);
    this.#counted = undefined;
    this.#index.remove(id);
  }

  /** @internal */
  orderOf(id: string): number | undefined {
    return this.#rows.get(id)?.order;
  }

  /** How many each agency has with all below it. @internal */
  get counted(): ReadonlyMap<string, number> {
    if (this.#counted === undefined) {
      this.#counted = new Map();
      for (const { summary } of this.#rows.values()) for (const id of this.#places.above(summary.agency.id)) this.#counted.set(id, (this.#counted.get(id) ?? 0) + 1);
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
    const found = this.#found(query, passes);
    const inOrder = sort === 'relevance' ? found : this.#sorted(found, sort);
    const { items: shown, next } = pageFrom(inOrder, cursor, limit);
    const counts = query !== undefined || request.from !== undefined || request.to !== undefined;
    const many = counts && found.length > MOST_COUNTED;
    return {
      items: shown.flatMap(({ id, tier }) => this.#shown(id, query, sort === 'relevance' ? tier : undefined)),
      ...next,
      total: many ? { value: MOST_COUNTED, relation: 'gte' } : { value: found.length, relation: 'eq' },
      ...(withFacets ? { facets: this.#facets(request, query, many) } : {}),
      ...(query ? { search: { terms: [...query.terms], near: found.length === 0 ? await this.#near(query, request) : [] } } : {}),
    };
  }

  /** Titles while typing, of each rank the shortest first: a title that holds little else is about the words. @internal */
  titles(query: Query, agency: string | undefined, limit: number): Suggestion[] {
    const passes = this.#filter(agency === undefined ? {} : { agency });
    const found: DisclosureRef[] = [];
    for (const stage of this.#index.stages(query, (id) => this.#passing(id, passes))) {
      const [first] = stage;
      if (first === undefined || first.tier === 'mixed' || first.tier === 'body') continue;
      if (found.length >= limit) break;
      found.push(...stage.slice(0, MOST_SUGGESTED).flatMap(({ id }) => this.#reference(id)).sort((a, b) => a.title.length - b.title.length));
    }
    return found.slice(0, limit).map(({ id, title, agency: of }) => ({ type: 'disclosure', id, text: title, agency: of, marks: highlight(title, query.terms) }));
  }

  /** What is like a text that is being typed. @internal */
  similar(text: string): DisclosureSummary[] {
    const candidates = new Set<string>();
    for (const { words, where } of similarAttempts(text, false)) {
      if (candidates.size >= ENOUGH_COMPARED) break;
      for (const id of this.#index.withWords(words, where).slice(0, MOST_COMPARED - candidates.size)) candidates.add(id);
    }
    const rows = new Map([...candidates].flatMap((id): [number, SnapshotRow][] => {
      const row = this.#rows.get(id);
      return row === undefined ? [] : [[row.order, row]];
    }));
    const compared = [...rows.values()].map(({ summary: { title }, order }) => ({ no: order, title, body: '', bonus: 0 }));
    return nearest(text, compared, MOST_SIMILAR).flatMap((no) => rows.get(no)?.summary ?? []);
  }

  #found(query: Query | undefined, passes: (row: SnapshotRow) => boolean): { readonly id: string; readonly tier?: MemoryHit['tier'] }[] {
    if (query) return this.#index.search(query, (id) => this.#passing(id, passes));
    return this.#sorted([...this.#rows.values()].filter(passes).map(({ summary: { id } }) => ({ id })), 'newest');
  }

  #passing(id: string, passes: (row: SnapshotRow) => boolean): boolean {
    const row = this.#rows.get(id);
    return row !== undefined && passes(row);
  }

  #sorted<H extends { readonly id: string }>(hits: H[], sort: 'newest' | 'agency'): H[] {
    const order = ({ id }: H) => this.#rows.get(id)?.order ?? 0;
    const place = ({ id }: H) => this.#places.placeOf(this.#rows.get(id)?.summary.agency.id ?? '');
    return hits.sort((a, b) => (sort === 'agency' ? place(a) - place(b) : 0) || order(b) - order(a));
  }

  #shown(id: string, query: Query | undefined, tier: MemoryHit['tier'] | undefined): DisclosureSummary[] {
    const row = this.#rows.get(id);
    if (row === undefined) return [];
    const { summary: { match: _, ...summary }, text } = row;
    return [{ ...summary, ...(query && { match: matchOf(summary.title, text, query, tier) }) }];
  }

  /** Whether a row passes all filters, or all but one. */
  #filter({ agency, scope, category, kind, year, validity, openTerm, from, to }: DisclosureQuery, but?: Dimension): (row: SnapshotRow) => boolean {
    if (agency !== undefined && !this.#places.hasAgency(agency)) refuse('agency', `there is no agency "${agency}" in this replica`);
    if (category !== undefined && !this.#places.hasCategory(category)) refuse('category', `there is no category "${category}"`);
    const tests: ((summary: DisclosureSummary) => boolean)[] = [];
    const test = (dimension: Dimension | undefined, wanted: unknown, passes: (summary: DisclosureSummary) => boolean) => {
      if (wanted !== undefined && (dimension === undefined || dimension !== but)) tests.push(passes);
    };
    const within = this.#places.within(agency ?? '');
    const classed = this.#places.classed(category ?? '');
    test('agency', agency, (one) => (scope === 'only' ? one.agency.id === agency : within(one.agency.id)));
    test('category', category, (one) => classed(one.categoryId));
    test('kind', kind, (one) => one.kind === kind);
    test('year', year, (one) => one.publishedOn.startsWith(`${String(year)}-`));
    test('validity', validity, (one) => one.validity === validity);
    test(undefined, openTerm, (one) => one.openTerm === openTerm);
    test(undefined, from, (one) => one.publishedOn >= (from ?? ''));
    test(undefined, to, (one) => one.publishedOn <= (to ?? ''));
    return ({ summary }) => tests.every((passes) => passes(summary));
  }

  #facets(request: DisclosureQuery, query: Query | undefined, many: boolean): Facets {
    const all = query ? this.#index.search(query, () => true).flatMap(({ id }) => this.#rows.get(id) ?? []) : [...this.#rows.values()];
    const count = (dimension: Dimension, values: (summary: DisclosureSummary) => Iterable<string>): Map<string, number> => {
      const passes = this.#filter(request, dimension);
      const sums = new Map<string, number>();
      for (const row of all) if (passes(row)) for (const value of values(row.summary)) sums.set(value, (sums.get(value) ?? 0) + 1);
      return sums;
    };
    const byCount = (sums: Map<string, number>) => [...sums].map(([value, n]) => ({ value, count: n })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    // Those directly below the chosen one, or at the top, and with each all that is below it; of rows that pass the agency too.
    const passes = this.#filter(request);
    const agencies = new Map<string, number>();
    const { agency, scope } = request;
    for (const row of all) {
      if (!(scope === 'only' && agency !== undefined ? this.#filter(request, 'agency')(row) : passes(row))) continue;
      for (const id of this.#places.above(row.summary.agency.id)) agencies.set(id, (agencies.get(id) ?? 0) + 1);
    }
    return {
      agency: this.#places.below(agency).filter(({ id }) => agencies.has(id)).map(({ id, name }) => ({ value: id, name, count: agencies.get(id) ?? 0 })),
      category: byCount(count('category', ({ categoryId }) => this.#places.classes(categoryId))),
      kind: byCount(count('kind', ({ kind }) => [kind])) as Facets['kind'],
      year: byCount(count('year', ({ publishedOn }) => [publishedOn.slice(0, 4)])).map(({ value, count: n }) => ({ value: Number(value), count: n })).sort((a, b) => b.value - a.value),
      validity: byCount(count('validity', ({ validity }) => [validity])) as Facets['validity'],
      relation: many ? 'gte' : 'eq',
    };
  }

  /** Titles to propose when nothing was found, as the server proposes them: without the filters, of the same sound, with the words, with half of the pairs. */
  async #near(query: Query, request: DisclosureQuery): Promise<DisclosureRef[]> {
    const filtered = ['agency', 'category', 'kind', 'year', 'validity', 'openTerm', 'from', 'to'].some((name) => request[name as keyof DisclosureQuery] !== undefined);
    const newestFirst = (ids: readonly string[]) => this.#sorted(ids.map((id) => ({ id })), 'newest').map(({ id }) => id);
    const words = looseWords(query, defaultVocabulary);
    const attempts: (() => string[] | Promise<string[]>)[] = [
      () => (filtered ? newestFirst(this.#index.search(query, () => true).map(({ id }) => id)) : []),
      async () => this.#index.soundsLike((await import('@sunlit/search/pinyin')).queryPinyin(query)),
      ...[words, withoutLatin(words)].flatMap((some) => [
        () => this.#index.withWords(some, 'title'),
        () => this.#index.withWords(withoutSingles(some), 'anywhere'),
      ]),
      () => this.#sharing(titleBigrams(query)),
    ];
    for (const attempt of attempts) {
      const found = await attempt();
      if (found.length > 0) return found.slice(0, MOST_PROPOSED).flatMap((id) => this.#reference(id));
    }
    return [];
  }

  #sharing(pairs: readonly string[]): string[] {
    return [...this.#rows.values()]
      .map(({ summary: { id, title }, order }) => ({ id, order, share: bigramShare(title, pairs) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || b.order - a.order)
      .map(({ id }) => id);
  }

  #reference(id: string): DisclosureRef[] {
    const row = this.#rows.get(id);
    if (row === undefined) return [];
    const { title, agency, kind, validity } = row.summary;
    return [{ id, title, agency, kind, validity }];
  }
}

function withoutSingles<W extends string | readonly string[]>(words: readonly W[]): readonly W[] {
  const longer = words.filter((word) => typeof word !== 'string' || [...word].length > 1);
  return longer.length > 0 ? longer : words;
}
