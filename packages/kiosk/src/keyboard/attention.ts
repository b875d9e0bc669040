import { focused, isTextField, type TextField } from './field.ts';

/**
 * Which field somebody wants to write in with the keyboard on the screen. A real keyboard or the input method of the system is stronger:
 * from its first key on, ours stays away until a field is touched again.
 */
export function watchFields(own: Element, turned: (field: TextField | undefined, mode: string) => void): { readonly dismiss: () => void; readonly stop: () => void } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const roots = new WeakSet<Node>();
  let away = false;
  let field: TextField | undefined;

  let quiet: { readonly field: TextField; readonly mode: string | null } | undefined;

  const loud = () => {
    if (quiet?.mode) quiet.field.setAttribute('inputmode', quiet.mode);
    else quiet?.field.removeAttribute('inputmode');
    quiet = undefined;
  };
  const attend = (next: TextField | undefined) => {
    if (next === field) return;
    field = next;
    if (next && quiet?.field !== next) {
      loud();
      quiet = { field: next, mode: next.getAttribute('inputmode') };
      next.inputMode = 'none'; // else the keyboard of the system comes as well
    }
    turned(next, quiet?.mode ?? '');
  };
  const came = (event: Event) => {
    watch(event);
    const [target] = event.composedPath();
    if (isTextField(target) && !away) attend(target);
  };
  const went = () => {
    // While the focus is on its way, nothing has it.
    setTimeout(() => {
      const now = focused();
      if (signal.aborted || isTextField(now) || (now && inside(own, now))) return;
      attend(undefined);
      loud();
    });
  };
  /** Between two fields of one shadow root the focus moves unseen from outside: each root that is met is listened to by itself. */
  const watch = (event: Event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof ShadowRoot) || roots.has(node) || node.host === own) continue;
      roots.add(node);
      node.addEventListener('focusin', came, { signal });
      node.addEventListener('focusout', went, { signal });
    }
  };
  const touched = (event: Event) => {
    const [target] = event.composedPath();
    if (!isTextField(target)) return;
    away = false;
    if (focused() === target) attend(target);
  };
  const otherwise = (event: Event) => {
    if (!event.isTrusted || !isTextField(event.composedPath()[0])) return;
    away = true;
    attend(undefined);
  };
  const typed = (event: KeyboardEvent) => {
    if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) otherwise(event);
  };

  document.addEventListener('focusin', came, { signal });
  document.addEventListener('focusout', went, { signal });
  document.addEventListener('pointerdown', touched, { signal, capture: true });
  document.addEventListener('keydown', typed, { signal, capture: true });
  document.addEventListener('compositionstart', otherwise, { signal, capture: true });
  const already = focused();
  if (isTextField(already)) attend(already);
  return {
    /** Put away by hand: comes back with the next field, or when this one is touched. */
    dismiss: () => attend(undefined),
    stop: () => {
      stopping.abort();
      attend(undefined);
      loud();
    },
  };
}

function inside(own: Element, element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) if (node === own) return true;
  return false;
}
