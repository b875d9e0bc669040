import { ENOUGH_COMPARED, MOST_COMPARED, MemoryIndex, OWN_BOARD, nearest, parseQuery, similarAttempts } from '@sunlit/search';
import type { SnapshotTopic, TopicPage, TopicQuery, TopicSummary } from './contract.ts';
import { pageFrom, refuse } from './replica-paging.ts';
import type { ReplicaPlaces } from './replica-places.ts';

/** The server counts no further, and so does this. */
const MOST_COUNTED = 1_000;
const MOST_SIMILAR = 5;
const MOST_RANKED = 100;
const LAST_DAY = '9999-12-31';

const WAITING: readonly TopicSummary['phase'][] = ['open', 'assigned', 'claimed', 'answered'];
const STATES: Readonly<Record<NonNullable<TopicQuery['state']>, (topic: TopicSummary) => boolean>> = {
  open: ({ phase }) => WAITING.includes(phase),
  answered: ({ phase }) => phase === 'published' || phase === 'rated',
  declined: ({ phase }) => phase === 'declined',
  merged: ({ phase }) => phase === 'merged',
  all: ({ phase }) => phase !== 'merged',
};

/** What comes first by what was asked for; of two alike, the second number says. */
const ORDERS: Readonly<Record<NonNullable<TopicQuery['sort']>, (a: SnapshotTopic, b: SnapshotTopic) => number>> = {
  newest: (a, b) => b.order - a.order,
  supports: (a, b) => b.summary.supports.total - a.summary.supports.total || b.order - a.order,
  answered: (a, b) => compare(b.summary.answeredOn ?? '', a.summary.answeredOn ?? '') || b.order - a.order,
  due: (a, b) => compare(a.summary.next?.due ?? LAST_DAY, b.summary.next?.due ?? LAST_DAY) || a.order - b.order,
};

/** The topics of a replica, listed and searched as `GET /v1/topics` does. */
export class ReplicaTopics {
  /** By slot. */
  readonly #topics: SnapshotTopic[] = [];
  readonly #index = new MemoryIndex();
  readonly #places: ReplicaPlaces;

  /** @internal */
  constructor(places: ReplicaPlaces) {
    this.#places = places;
  }

  /** @internal */
  put(topic: SnapshotTopic): void {
    const { summary: { id, no, title, place = '' }, order, text, answers, pinyin } = topic;
    this.#topics[this.#index.add({ id, order, title, numbers: [no], body: [text, place, answers].join('\n'), pinyin })] = topic;
  }

  /** @internal */
  remove(id: string): void {
    this.#index.remove(id);
  }

  /** @internal */
  get size(): number {
    return this.#index.size;
  }

  /** @internal */
  orderOf(id: string): number | undefined {
    const slot = this.#index.slotOf(id);
    return slot === undefined ? undefined : this.#index.orderAt(slot);
  }

  /** `today`: of what is shown, by the server’s clock. @throws SunlitError as the server @internal */
  list({ q, sort = 'newest', cursor, limit, ...filters }: TopicQuery, today: string): TopicPage {
    const query = q === undefined || q.trim() === '' ? undefined : (parseQuery(q) ?? refuse('q', 'nothing in it can be searched for'));
    const passes = this.#filter(filters, today);
    const all = query === undefined ? this.#all() : this.#at(this.#index.search(query, () => true).flatMap(({ slots }) => slots));
    const found = all.filter(passes).sort(ORDERS[sort]);
    const { items, next } = pageFrom(found, cursor, limit);
    return { items: items.map(({ summary }) => summary), ...next, total: found.length > MOST_COUNTED ? { value: MOST_COUNTED, relation: 'gte' } : { value: found.length, relation: 'eq' } };
  }

  /** Most like a text that is typed on a board; what was merged is found as what it was merged into. @internal */
  similar(text: string, board: string): TopicSummary[] {
    const candidates = new Set<number>();
    for (const { words, where } of similarAttempts(text, true)) {
      if (candidates.size >= ENOUGH_COMPARED) break;
      for (const slot of this.#index.withWords(words, where).slice(0, MOST_COMPARED - candidates.size)) candidates.add(slot);
    }
    const rows = new Map(this.#at([...candidates]).flatMap((topic) => (topic.summary.phase === 'merged' ? [] : [[topic.order, topic]])));
    const compared = [...rows.values()].map(({ summary, order, text: body }) => ({ no: order, title: summary.title, body, bonus: concerns(summary, (id) => id === board) ? OWN_BOARD : 0 }));
    return nearest([text], compared, MOST_SIMILAR).flatMap((no) => rows.get(no)?.summary ?? []);
  }

  /** What was asked in a round, by how many support it. @internal */
  ranking(round: string): TopicSummary[] {
    return this.#all()
      .filter(({ summary }) => summary.round?.id === round && STATES.all(summary))
      .sort((a, b) => b.summary.supports.total - a.summary.supports.total || a.order - b.order)
      .slice(0, MOST_RANKED)
      .map(({ summary }) => summary);
  }

  #all(): SnapshotTopic[] {
    return this.#at(this.#index.newest(() => true));
  }

  #at(slots: readonly number[]): SnapshotTopic[] {
    return slots.flatMap((slot) => this.#topics[slot] ?? []);
  }

  #filter({ agency, own = false, state = 'all', purpose, category, place, round, disclosure, late }: TopicQuery, today: string): (topic: SnapshotTopic) => boolean {
    if (agency !== undefined && !this.#places.hasAgency(agency)) refuse('agency', `there is no agency "${agency}" in this replica`);
    if (category !== undefined && !this.#places.hasCategory(category)) refuse('category', `there is no category "${category}"`);
    const within = agency === undefined || own ? (id: string) => id === agency : this.#places.within(agency);
    const classed = category === undefined ? () => true : this.#places.classed(category);
    return ({ summary, disclosures }) => STATES[state](summary)
      && (agency === undefined || concerns(summary, within))
      && (purpose === undefined || summary.purpose === purpose)
      && (category === undefined || (summary.categoryId !== undefined && classed(summary.categoryId)))
      && (place === undefined || summary.place === place)
      && (round === undefined || summary.round?.id === round)
      && (disclosure === undefined || disclosures.includes(disclosure))
      && (late === undefined || late === (summary.next !== undefined && summary.next.due < today));
  }
}

/** On the board of such an agency, or with it. */
function concerns({ board, agency }: TopicSummary, test: (id: string) => boolean): boolean {
  return test(board.id) || (agency !== undefined && test(agency.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
