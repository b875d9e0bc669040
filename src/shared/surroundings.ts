const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/**
 * Calls back when what surrounds the widgets changes: a `lang` or `dir` somewhere on the page, the system's colour
 * scheme, the network coming or going. One observer serves all widgets and rests when the last one leaves.
 */
export function watchSurroundings(changed: () => void): () => void {
  listeners.add(changed);
  stop ??= start();
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function start(): () => void {
  const tell = () => listeners.forEach((listener) => listener());
  const attributes = new MutationObserver(tell);
  attributes.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ['lang', 'dir'] });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', tell);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    attributes.disconnect();
    scheme.removeEventListener('change', tell);
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}
