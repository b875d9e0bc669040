/** What keys do: `g` and then the key of a place, `?` for the list. */
export interface Shortcuts {
  readonly on: () => boolean;
  /** Whether there is such a place; goes there. */
  readonly go: (key: string) => boolean;
  readonly help: () => void;
}

/** How long the second key of a pair may take. */
const PAIR_MILLISECONDS = 1500;

/** Listens for shortcuts until the answer is called; never while somebody types, or with a key that the browser uses. */
export function listenForShortcuts({ on, go, help }: Shortcuts): () => void {
  let since = -Infinity;
  const pressed = (event: KeyboardEvent) => {
    if (!on() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
    const second = event.timeStamp - since < PAIR_MILLISECONDS;
    since = -Infinity;
    if (second && go(event.key)) event.preventDefault();
    else if (event.key === 'g') since = event.timeStamp;
    else if (event.key === '?') help();
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}

function isTyping(event: Event): boolean {
  const [at] = event.composedPath();
  // In a dialog, keys belong to it.
  const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
  return inDialog || (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)));
}
