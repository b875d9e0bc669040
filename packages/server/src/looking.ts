import type { Database } from './database/database.ts';

interface LookingOptions {
  readonly commits: Database['commits'];
  /** Beside commits, which are told. */
  readonly everyMilliseconds: number;
  readonly look: () => Promise<void>;
  /** Told when a look fails, such as when the database does not answer; the next one comes all the same. */
  readonly failed: (error: unknown) => void;
}

/** Looks for what is due: at once, after each commit and every so often. One look at a time; what happens during one is looked at after it. */
export class Looking {
  readonly #options: LookingOptions;
  #stop: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: LookingOptions) {
    this.#options = options;
  }

  start(): void {
    const { commits, everyMilliseconds } = this.#options;
    const timer = setInterval(this.soon, everyMilliseconds).unref();
    const unlisten = commits.listen(this.soon);
    this.#stop = () => {
      clearInterval(timer);
      unlisten();
    };
    this.soon();
  }

  /** Ends when the look that runs has ended. */
  async stop(): Promise<void> {
    this.#stop?.();
    this.#again = false;
    await this.#running;
  }

  /** Looks now, or once more after the look that runs. */
  readonly soon = (): void => {
    this.#again = true;
    this.#running ??= this.#run();
  };

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#options.look().catch(this.#options.failed);
    }
    this.#running = undefined;
  }
}
