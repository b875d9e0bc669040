/** The same thing sent again is the same thing, until it is known to be done: keys for calls of which no answer came. */
export class Attempt {
  #last: { readonly what: string; readonly key: string } | undefined;

  keyFor(what: object): string {
    const text = JSON.stringify(what);
    // Pages of an intranet without TLS have no `randomUUID`.
    if (this.#last?.what !== text) this.#last = { what: text, key: [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
    return this.#last.key;
  }

  done(): void {
    this.#last = undefined;
  }
}
