import type { OwnTopic } from '@sunlit/client/topics';

const PREFIX = 'sunlit topics ';
/** More than anybody supports; the oldest are forgotten here, and counted on the board all the same. */
const MOST = 500;

/**
 * Which topics this device supports and wrote, so that the buttons say so without asking. On an own device it outlives the
 * page; on a shared one, and where a page may store nothing, it lasts for the visit.
 */
export class Memory {
  readonly #name: string | undefined;
  #relations = new Map<string, OwnTopic['relation']>();

  constructor(api: string, shared: boolean) {
    this.#name = shared ? undefined : `${PREFIX}${api}`;
    try {
      const kept: unknown = JSON.parse((this.#name && localStorage.getItem(this.#name)) ?? '[]');
      if (Array.isArray(kept)) this.#relations = new Map(kept as [string, OwnTopic['relation']][]);
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
    this.#keep();
  }

  clear(): void {
    this.#relations.clear();
    this.#keep();
  }

  #keep(): void {
    if (!this.#name) return;
    try {
      if (this.#relations.size === 0) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, JSON.stringify([...this.#relations].slice(-MOST)));
    } catch {
      // As above.
    }
  }
}
