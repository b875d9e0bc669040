/** Name of the piece of an address that says which disclosure this widget shows. */
const FRAGMENT = 'sunlit-item';

/** The address of a disclosure: from a template with `{id}`, else this page with the id in its fragment. */
export function addressOf(id: string, template: string | undefined, page: string): string {
  if (template !== undefined && template.includes('{id}')) {
    try {
      const made = new URL(template.split('{id}').join(encodeURIComponent(id)), page);
      if (made.protocol === 'https:' || made.protocol === 'http:') return made.href;
    } catch {
      // No address: better the one that always works.
    }
  }
  const here = new URL(page);
  here.hash = `${FRAGMENT}=${encodeURIComponent(id)}`;
  return here.href;
}
