/** Calls `done` when a finger stays where it is for so long. */
export function holdFor({ target, pointerId }: PointerEvent, milliseconds: number, done: () => void): void {
  if (!(target instanceof Element)) return;
  const timer = setTimeout(() => {
    stop();
    done();
  }, milliseconds);
  const lifted = (event: Event) => {
    if ((event as PointerEvent).pointerId === pointerId) stop();
  };
  const stop = () => {
    clearTimeout(timer);
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) target.removeEventListener(end, lifted);
  };
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) target.addEventListener(end, lifted);
}
