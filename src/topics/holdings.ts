import type { Category, Reader } from '@sunlit/client';
import type { Board, OwnTopic, TopicFiguresByAgency, TopicPage, TopicQuery, TopicSummary, TopicsClient } from '@sunlit/client/topics';
import type { ReactiveControllerHost } from 'lit';
import { Listing } from '../shared/listing.ts';
import { Load } from '../shared/load.ts';
import type { Memory } from './memory.ts';

/** What the board wants to have, as it stands at the moment of asking. */
interface Wanted {
  readonly client: () => TopicsClient;
  readonly reader: () => Reader;
  readonly apiUrl: () => string;
  /** The agency the page fixed. */
  readonly root: () => string | undefined;
  /** `undefined` while no list is wanted. */
  readonly query: () => TopicQuery | undefined;
  /** Whether what can be chosen to narrow the list is wanted. */
  readonly filters: () => boolean;
  readonly mine: () => boolean;
  readonly token: () => string | undefined;
  readonly came: () => void;
  readonly learnt: (own: readonly OwnTopic[]) => void;
  readonly memory: () => Memory;
}

/** Everything the board loads: the list first, the rest beside it. */
export class Holdings {
  readonly board: Load<Board>;
  readonly listing: Listing<TopicSummary, TopicPage>;
  readonly categories: Load<readonly Category[]>;
  readonly below: Load<TopicFiguresByAgency['below']>;
  readonly mine: Load<readonly OwnTopic[]>;

  constructor(host: ReactiveControllerHost & EventTarget, wanted: Wanted) {
    const keyed = (on: unknown, ...key: unknown[]) => (on ? JSON.stringify([wanted.apiUrl(), ...key]) : undefined);
    this.listing = new Listing(host, {
      key: () => keyed(wanted.query(), wanted.query()),
      fetch: (cursor) => async (signal, onSource) => wanted.client().topics.list({ ...wanted.query(), ...(cursor && { cursor }) }, { signal, onSource }),
      done: wanted.came,
    });
    this.board = new Load<Board>(host, {
      key: () => keyed(wanted.root(), wanted.root()),
      fetch: async (signal, onSource) => wanted.client().topics.board(wanted.root() ?? '', { signal, onSource }),
    });
    this.categories = new Load<readonly Category[]>(host, {
      key: () => keyed(wanted.filters(), wanted.root()),
      fetch: async (signal, onSource) => (await wanted.reader().categories.list({ agency: wanted.root() }, { signal, onSource })).items,
    });
    this.below = new Load<TopicFiguresByAgency['below']>(host, {
      key: () => keyed(wanted.filters() && wanted.root(), wanted.root()),
      fetch: async (signal, onSource) => (await wanted.client().topics.figures({ agency: wanted.root() ?? '' }, { signal, onSource })).below,
    });
    this.mine = new Load<readonly OwnTopic[]>(host, {
      key: () => keyed(wanted.mine(), wanted.token()),
      fetch: async (signal, onSource) => {
        try {
          const own = await wanted.client().topics.mine({ signal, token: wanted.token() });
          wanted.learnt(own);
          return own;
        } catch (error) {
          const { isUnreached, knownOwn } = await import('./known.ts');
          const known = isUnreached(error) ? await knownOwn(wanted.memory(), wanted.client(), signal) : undefined;
          if (known === undefined) throw error;
          onSource({ from: 'cache', storedAt: known.asOf, because: 'offline' });
          return known.own;
        }
      },
    });
  }

  retry(): void {
    this.board.retry();
    this.listing.retry();
    this.mine.retry();
  }

  /** What can be chosen here, by what the agency allows. */
  get choices(): readonly Category[] {
    const allowed = this.board.latest?.categories ?? [];
    return (this.categories.latest ?? []).filter(({ id }) => allowed.length === 0 || allowed.includes(id));
  }
}
