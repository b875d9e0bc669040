/** Puts a text on the clipboard; false where the browser or the page's policy lets nobody do that. */
export async function copy(text: string, root: ShadowRoot | Document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text, root);
  }
}

/** Works on pages without https, where there is no clipboard object. */
function copyTheOldWay(text: string, root: ShadowRoot | Document): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'hidden-text';
  const active = root.activeElement;
  (root.querySelector('.sunlit') ?? document.body).append(field);
  field.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  field.remove();
  if (active instanceof HTMLElement) active.focus();
  return copied;
}
