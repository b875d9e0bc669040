import type { Outbox } from '@sunlit/client/outbox';
import type { TopicsClient } from '@sunlit/client/topics';

/** What the parts that come later need beside the scene. */
export interface PartOptions {
  readonly client: () => TopicsClient;
  /** For the widgets inside. */
  readonly setting: () => { readonly api: string; readonly theme: string | undefined; readonly scheme: string | undefined };
  /** The topic that is open. */
  readonly topic: () => string | undefined;
  /** Of this visit, on a shared device. */
  readonly token: () => string | undefined;
  readonly outbox: () => Outbox | undefined;
  /** The disclosure that a correction is about, as the page says. */
  readonly disclosure: () => string | undefined;
  /** This device wrote it. */
  readonly remember: (id: string) => void;
  readonly wrote: (id: string) => boolean;
  /** Caches on the way hold what is no more so. */
  readonly changed: () => void;
  /** Opens a disclosure. */
  readonly read: (disclosure: { readonly id: string; readonly title: string }) => void;
  readonly say: (text: string) => void;
  readonly close: () => void;
  readonly ready: () => void;
}
