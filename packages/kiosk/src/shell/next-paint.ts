const LONGEST_PAINT_MILLISECONDS = 500;

/** Resolves when what was rendered is on the screen, and all the same where nothing is painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_PAINT_MILLISECONDS);
  });
}
