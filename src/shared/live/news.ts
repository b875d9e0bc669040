/** What a page shows may come from a cache that is so old, in milliseconds. */
export const OLDEST_CACHE = 6 * 60_000;
/** A stream that says nothing for so long, in milliseconds, is held back by a proxy. */
const PATIENCE = 5_000;

interface Watch {
  readonly since: number;
  /** Nobody, when all was told. */
  readonly waiting: Set<() => void> | undefined;
  end(): void;
}

const watches = new Map<string, Watch>();

/** Since when an API is watched. */
export const watchedSince = (api: string): number => watches.get(api)?.since ?? Date.now();

/**
 * Calls back once, when there may be something that a page does not show: a change, a stream that does not come through, or a page
 * that was hidden. Only then the code is needed that says what. One stream for all widgets of a page; answers how to stop.
 */
export function awaitNews(api: string, came: () => void): () => void {
  const watch = watches.get(api) ?? begin(api);
  const { waiting } = watch;
  if (!waiting) {
    came();
    return () => undefined;
  }
  waiting.add(came);
  return () => {
    if (!waiting.delete(came) || waiting.size > 0) return;
    watch.end();
    watches.delete(api);
  };
}

function begin(api: string): Watch {
  const since = Date.now();
  const waiting = new Set<() => void>();
  let source: EventSource | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let old = true;
  const end = () => {
    source?.close();
    clearTimeout(patience);
    document.removeEventListener('visibilitychange', look);
  };
  const tell = () => {
    end();
    watches.set(api, { since, waiting: undefined, end });
    const told = [...waiting];
    waiting.clear();
    for (const came of told) came();
  };
  const look = () => {
    if (document.visibilityState !== 'hidden') return tell();
    end();
    document.addEventListener('visibilitychange', look);
  };
  document.addEventListener('visibilitychange', look);
  if (document.visibilityState !== 'hidden') {
    try {
      source = new EventSource(new URL('v1/changes/stream?after=-1', new URL(api.replace(/\/*$/, '/'), document.baseURI)));
      source.addEventListener('latest', () => clearTimeout(patience));
      source.addEventListener('error', tell);
      source.addEventListener('change', ({ data }) => {
        // The first one was there before, and matters if what is shown was kept from earlier still.
        if (!old || Date.parse((JSON.parse(String(data)) as { time: string }).time) > since - OLDEST_CACHE) tell();
        old = false;
      });
      patience = setTimeout(tell, PATIENCE);
    } catch {
      queueMicrotask(tell);
    }
  }
  const watch = { since, waiting, end };
  watches.set(api, watch);
  return watch;
}
