import { VERSION } from './version.ts';

/**
 * Registers an element. A page may load the library twice (two embeds, a bundle and an embed): the first of a version
 * wins silently, another version is said once, and nothing throws, since a throw would stop the rest of the module.
 */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  const present: (CustomElementConstructor & { version?: string }) | undefined = customElements.get(tag);
  if (!present) {
    element.version = VERSION;
    customElements.define(tag, element);
  } else if (present.version !== VERSION) {
    console.warn(`<${tag}> ${VERSION} was not registered: this page already has version ${present.version ?? 'unknown'}.`);
  }
}
