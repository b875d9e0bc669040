/** Names in `localStorage` that belong to the screen and to nobody who stood there: where the replica stands, which device it is. */
const OWN = /^sunlit (replica|kiosk) /;
/** Databases of the SDK that hold what somebody read: answers that were kept for reading offline. The replica does that for a kiosk. */
const READ = /^sunlit https?:/;

/** Every element inside, through all shadow roots. */
export function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/**
 * Forgets a visitor, in this order: what components know, what stands in fields and on canvases, what lies in stores, what is being printed
 * and said.
 */
export async function wipe(root: ParentNode): Promise<void> {
  const elements = [...elementsIn(root)];
  for (const element of elements) if (element.localName.includes('-') && 'reset' in element && typeof element.reset === 'function') (element.reset as () => void)();
  for (const element of elements) clear(element);
  getSelection()?.removeAllRanges();
  globalThis.speechSynthesis?.cancel();
  // Frames from which something was printed.
  for (const frame of document.body.querySelectorAll('iframe')) frame.remove();
  emptyStorage();
  await Promise.all([forgetRead(), emptyClipboard()]);
}

function clear(element: Element): void {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = false;
    else element.value = '';
  } else if (element instanceof HTMLTextAreaElement) element.value = '';
  else if (element instanceof HTMLSelectElement) element.selectedIndex = -1;
  else if (element instanceof HTMLCanvasElement) element.width = 0;
  for (const name of ['src', 'href'] as const) {
    const address = element.getAttribute(name);
    if (!address?.startsWith('blob:')) continue;
    URL.revokeObjectURL(address);
    element.removeAttribute(name);
  }
}

function emptyStorage(): void {
  try {
    sessionStorage.clear();
    for (const name of Object.keys(localStorage)) if (!OWN.test(name)) localStorage.removeItem(name);
  } catch {
    // Blocked: then there is nothing in it.
  }
}

/** The stores stay, their content goes: a database that somebody holds open cannot be deleted. */
async function forgetRead(): Promise<void> {
  const all = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  await Promise.all(all.map(({ name }) => (name !== undefined && READ.test(name) ? emptied(name) : undefined)));
}

function emptied(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onerror = () => resolve();
    request.onsuccess = () => {
      const database = request.result;
      const stores = [...database.objectStoreNames];
      const done = () => (database.close(), resolve());
      if (stores.length === 0) return done();
      const clearing = database.transaction(stores, 'readwrite');
      for (const store of stores) clearing.objectStore(store).clear();
      clearing.oncomplete = done;
      clearing.onabort = done;
      clearing.onerror = done;
    };
  });
}

/** Where the browser lets us: it wants a touch that is fresh, or a policy. */
async function emptyClipboard(): Promise<void> {
  await globalThis.navigator?.clipboard?.writeText('').catch(() => undefined);
}
