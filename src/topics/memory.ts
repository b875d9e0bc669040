import type { OwnTopic } from '@sunlit/client/topics';

const PREFIX = 'sunlit topics ';
/** What the server said last of these, for when it cannot be asked. */
const KNOWN = 'sunlit topics as of ';
/** More than anybody supports; the oldest are forgotten here, and counted on the board all the same. */
const MOST = 500;

/** The topics of this device as the server had them, and when. */
export interface Known {
  readonly asOf: string;
  readonly own: readonly OwnTopic[];
}

/**
 * Which topics this device supports and wrote, so that the buttons say so without asking. On an own device it outlives the
 * page; on a shared one, and where a page may store nothing, it lasts for the visit.
 */
export class Memory {
  readonly #name: string | undefined;
  readonly #knownName: string | undefined;
  #relations = new Map<string, OwnTopic['relation']>();
  #known: Known | undefined;

  constructor(api: string, shared: boolean) {
    this.#name = shared ? undefined : `${PREFIX}${api}`;
    this.#knownName = shared ? undefined : `${KNOWN}${api}`;
    try {
      const kept: unknown = JSON.parse((this.#name && localStorage.getItem(this.#name)) ?? '[]');
      if (Array.isArray(kept)) this.#relations = new Map(kept as [string, OwnTopic['relation']][]);
      const known = JSON.parse((this.#knownName && localStorage.getItem(this.#knownName)) ?? 'null') as Known | null;
      if (Array.isArray(known?.own)) this.#known = known ?? undefined;
    } catch {
      // Blocked, or written by another version: the server knows, and says so when it is asked.
    }
  }

  relation(id: string): OwnTopic['relation'] | undefined {
    return this.#relations.get(id);
  }

  remember(id: string, relation: OwnTopic['relation'] | undefined): void {
    if (relation) this.#relations.set(id, relation);
    else this.#relations.delete(id);
    this.#keep();
  }

  /** What the server knows of this device. */
  learn(own: readonly OwnTopic[]): void {
    this.#relations = new Map(own.map(({ id, relation }) => [id, relation]));
    this.#known = { asOf: new Date().toISOString(), own };
    this.#keep();
  }

  /** What it said last of what this device still wrote or supports; nothing where it was never asked. */
  get known(): Known | undefined {
    return this.#known && { ...this.#known, own: this.#known.own.filter(({ id }) => this.#relations.has(id)) };
  }

  /** What this device wrote and supports, since the server said so too. */
  get relations(): ReadonlyMap<string, OwnTopic['relation']> {
    return this.#relations;
  }

  clear(): void {
    this.#relations.clear();
    this.#known = undefined;
    this.#keep();
  }

  #keep(): void {
    if (!this.#name || !this.#knownName) return;
    try {
      if (this.#known) localStorage.setItem(this.#knownName, JSON.stringify(this.#known));
      else localStorage.removeItem(this.#knownName);
      if (this.#relations.size === 0) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, JSON.stringify([...this.#relations].slice(-MOST)));
    } catch {
      // As above.
    }
  }
}
