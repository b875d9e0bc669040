/** Remembers how far everything around an element is scrolled, and brings it back. */
export function rememberScroll(element: Element): () => void {
  const places: [Element, number, number][] = [];
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && (at.scrollTop || at.scrollLeft)) places.push([at, at.scrollLeft, at.scrollTop]);
  }
  return () => {
    for (const [place, left, top] of places) place.scrollTo({ left, top, behavior: 'instant' });
  };
}
