/** What the page last said of itself, by a clock that never jumps. */
export class Life {
  readonly #now: () => number;
  #at: number | undefined;
  #untouchedSeconds = 0;
  /** How often the browser was started again since the box was. */
  restarts = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  report(untouchedSeconds: number): void {
    this.#at = this.#now();
    this.#untouchedSeconds = untouchedSeconds;
  }

  /** When a page last lived; `undefined` before it ever did. */
  get at(): number | undefined {
    return this.#at;
  }

  get untouchedSeconds(): number {
    return this.#untouchedSeconds;
  }
}
