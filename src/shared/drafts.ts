/**
 * Keeps what was begun in a form over a reload of the page, on a device of one's own: as long as the tab, and until it is sent or
 * erased. Where a page may store nothing, the form works without.
 */
export class Drafts<Kept> {
  readonly #name: string;
  readonly #known: (kept: unknown) => Kept | undefined;

  /** `known` takes what was kept for what it was, or leaves what another version wrote. */
  constructor(name: string, known: (kept: unknown) => Kept | undefined) {
    this.#name = name;
    this.#known = known;
  }

  read(): Kept | undefined {
    try {
      return this.#known(JSON.parse(sessionStorage.getItem(this.#name) ?? 'null'));
    } catch {
      return undefined;
    }
  }

  write(kept: Kept): void {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(kept));
    } catch {
      // A frame without storage: what is written lasts as long as the page.
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // As above: there is nothing.
    }
  }
}

/** A key nobody else has, for one sending: kept with the draft, so that it never is sent twice. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
