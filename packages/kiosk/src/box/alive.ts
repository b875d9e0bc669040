const EVERY_MILLISECONDS = 10_000;

/**
 * Shows the watchdog of the box that this page lives: its main thread runs, and its pictures reach the screen. Says also how long ago
 * somebody touched it, so that nothing is restarted under a hand. Answers how to stop that.
 */
export function boxAlive({ every = EVERY_MILLISECONDS } = {}): () => void {
  let touched = performance.now();
  const touch = () => (touched = performance.now());
  for (const type of TOUCHES) document.addEventListener(type, touch, { capture: true, passive: true });
  const report = () => {
    const body = JSON.stringify({ untouchedSeconds: Math.round((performance.now() - touched) / 1000) });
    // Whoever waits for this notices when it does not come; there is nobody else to tell.
    void fetch('/box/alive', { method: 'POST', body, headers: { 'content-type': 'application/json' }, cache: 'no-store', credentials: 'omit' }).catch(() => undefined);
  };
  const beat = () => requestAnimationFrame(report);
  beat();
  const timer = setInterval(beat, every);
  return () => {
    clearInterval(timer);
    for (const type of TOUCHES) document.removeEventListener(type, touch, { capture: true });
  };
}

const TOUCHES = ['pointerdown', 'pointermove', 'keydown'] as const;
