import { ownScript } from './offline/own-scripts.ts';

/** Reloads all the same when a worker that was told to take over does not. */
const LONGEST_SWAP_MILLISECONDS = 5000;
const LOOK_MILLISECONDS = 10 * 60_000;

/** New versions of the page: fetched and verified by the service worker beside the old one, and taken when nobody uses the screen. */
export class Updates {
  #registration: ServiceWorkerRegistration | undefined;

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

  /** Takes the version that waits, if there is one. The page is loaded anew then. */
  async take(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting) return;
    const { serviceWorker } = navigator;
    await new Promise<void>((resolve) => {
      serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
      setTimeout(resolve, LONGEST_SWAP_MILLISECONDS);
      waiting.postMessage('take over');
    });
    location.replace(location.href);
  }
}
