import type { Answers } from './answers.ts';

/** What is kept of a form that was begun: the answers, and the key under which they would be filed, so that they never are twice. */
export interface Draft {
  readonly answers: Answers;
  readonly key: string;
}

const PREFIX = 'sunlit request ';

/**
 * Keeps what was written over a reload of the page, on a device of one's own. It lasts as long as the tab; files are not kept.
 * Where a page may store nothing, the form works without.
 */
export class Drafts {
  readonly #name: string;

  constructor(api: string, agency: string) {
    this.#name = `${PREFIX}${api} ${agency}`;
  }

  read(): Draft | undefined {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.#name) ?? 'null') as Partial<Draft> | null;
      return typeof kept?.answers?.description === 'string' && typeof kept.key === 'string' ? (kept as Draft) : undefined;
    } catch {
      return undefined;
    }
  }

  write(draft: Draft): void {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(draft));
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

/** A key nobody else has, for one filing. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
