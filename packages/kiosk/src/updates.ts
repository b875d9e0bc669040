import { ownScript } from './offline/own-scripts.ts';

/** So long is a worker waited for that was told to take over. */
const SWAP_MILLISECONDS = 5000;
const LOOK_MILLISECONDS = 10 * 60_000;

/** New versions of the page: fetched and verified by the service worker beside the old one, and taken when nobody uses the screen. */
export class Updates {
  #registration: ServiceWorkerRegistration | undefined;
  /** The worker of another version than this page's answers by now. */
  #taken = false;

  start(): void {
    const workers = globalThis.navigator?.serviceWorker;
    if (!workers) return; // no secure context: the box serves the page all the same
    workers.register(ownScript('service-worker.js'), { updateViaCache: 'none' }).then(
      (registration) => {
        this.#registration = registration;
        workers.controller?.postMessage('alive');
        setInterval(() => void registration.update().catch(() => undefined), LOOK_MILLISECONDS);
      },
      (error: unknown) => console.error('The service worker could not be registered; without it the page does not start offline.', error),
    );
  }

  /**
   * Takes the version that waits, if there is one: the page is loaded anew as soon as the new worker has taken over. While that waits for the old one,
   * which has something to answer, a page that was loaded would wait for both; so it goes on as it is, and what asks again finds the old one at rest.
   * Who has begun something meanwhile finishes it with the version before, which is kept as long.
   */
  async take(isFree: () => boolean): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (waiting) {
      await new Promise<void>((resolve) => {
        const taken = () => {
          this.#taken = true;
          resolve();
        };
        navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true });
        setTimeout(resolve, SWAP_MILLISECONDS);
        waiting.postMessage('take over');
      });
    }
    if (this.#taken && isFree()) location.replace(location.href);
  }
}
