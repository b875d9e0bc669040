import type { Agency, Category, Reader, DisclosurePage, DisclosureQuery, DisclosureSummary } from '@sunlit/client';
import type { ReactiveControllerHost } from 'lit';
import { Listing } from '../shared/listing.ts';
import { Load } from '../shared/load.ts';
import { AgencyTree } from '../shared/agency-tree.ts';

/** What the directory wants to have, as it stands at the moment of asking. */
interface Wanted {
  readonly client: () => Reader;
  readonly apiUrl: () => string;
  /** Whether anything is wanted at all. */
  readonly list: () => boolean;
  readonly tree: () => boolean;
  readonly categories: () => boolean;
  readonly query: () => DisclosureQuery;
  /** The agency the page fixed. */
  readonly root: () => string | undefined;
  /** The agency the reader chose. */
  readonly chosen: () => string | undefined;
  readonly came: (page: DisclosurePage) => void;
  readonly placed: (agency: Agency) => void;
}

/** Everything the directory loads: the list first, the rest beside it. */
export class Holdings {
  readonly listing: Listing<DisclosureSummary, DisclosurePage>;
  readonly categories: Load<readonly Category[]>;
  readonly tree: AgencyTree;
  readonly #wanted: Wanted;
  /** An agency that came by a link or a proposal, and whose name and place the tree does not know yet. */
  readonly #stranger: Load<Agency>;

  constructor(host: ReactiveControllerHost & EventTarget, wanted: Wanted) {
    this.#wanted = wanted;
    const here = () => wanted.chosen() ?? wanted.root();
    const keyed = (on: boolean, ...key: unknown[]) => (on && wanted.list() ? JSON.stringify([wanted.apiUrl(), ...key]) : undefined);
    this.listing = new Listing(host, {
      key: () => keyed(true, wanted.query()),
      fetch: (cursor) => async (signal, onSource) => wanted.client().disclosures.list({ ...wanted.query(), ...(cursor && { cursor }) }, { signal, onSource }),
      done: wanted.came,
    });
    this.categories = new Load<readonly Category[]>(host, {
      key: () => keyed(wanted.categories(), here()),
      fetch: async (signal, onSource) => (await wanted.client().categories.list({ agency: here() }, { signal, onSource })).items,
    });
    this.tree = new AgencyTree(host, {
      root: wanted.root,
      key: () => keyed(wanted.tree(), wanted.root()),
      client: wanted.client,
    });
    this.#stranger = new Load(host, {
      key: () => keyed(this.#chosenIsStrange, wanted.chosen()),
      fetch: async (signal, onSource) => wanted.client().agencies.get(wanted.chosen() ?? '', { signal, onSource }),
      done: (agency) => {
        if (wanted.tree()) this.tree.open(this.#pathTo(agency));
        wanted.placed(agency);
      },
    });
  }

  /** Whether everything that was asked for at first has come, or will not. */
  get settled(): boolean {
    return this.listing.current.state !== 'loading' && this.categories.current.state !== 'loading' && (!this.#wanted.tree() || this.tree.settled);
  }

  agencyName(id: string): string {
    const stranger = this.#stranger.latest;
    const found = this.tree.find(id) ?? (stranger?.id === id ? stranger : undefined);
    return found?.shortName ?? found?.name ?? this.listing.page?.facets?.agency.find(({ value }) => value === id)?.name ?? '…';
  }

  /** The address of the list as a feed; none where the API has no usable address. */
  feed(query: Parameters<Reader['feeds']['atomUrl']>[0]): string | undefined {
    try {
      return this.#wanted.client().feeds.atomUrl(query);
    } catch {
      return undefined;
    }
  }

  retry(): void {
    this.listing.retry();
    this.categories.retry();
    this.tree.reload();
  }

  get #chosenIsStrange(): boolean {
    const chosen = this.#wanted.chosen();
    return chosen !== undefined && !this.tree.find(chosen);
  }

  /** The agencies above one, below the root. */
  #pathTo({ path }: Agency): string[] {
    const ids = path.map(({ id }) => id);
    return ids.slice(ids.indexOf(this.#wanted.root() ?? '') + 1, -1);
  }
}
