/** What is written into: a text field of any kind, at any depth of shadow roots. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

const WRITTEN = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number']);

export function isTextField(element: unknown): element is TextField {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  return element instanceof HTMLInputElement && WRITTEN.has(element.type) && !element.readOnly && !element.disabled;
}

/** What has the focus, inside whatever shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Writes at the caret, in place of what is selected, as a keyboard does: the page hears `beforeinput` and `input`. */
export function write(field: TextField, text: string): void {
  const { selectionStart: start, selectionEnd: end } = field;
  const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + ((end ?? 0) - (start ?? 0));
  const fitting = fit(text, room);
  if (fitting !== '') change(field, fitting === '\n' ? 'insertLineBreak' : 'insertText', fitting, start, end);
}

/** Takes away what is selected, or the character before the caret. */
export function erase(field: TextField): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const [from, to] = [start ?? value.length, end ?? value.length];
  const before = [...value.slice(0, from)];
  if (from === to && before.length === 0) return;
  change(field, 'deleteContentBackward', '', from === to ? from - (before[before.length - 1]?.length ?? 0) : from, to);
}

function change(field: TextField, inputType: string, data: string, start: number | null, end: number | null): void {
  const how = { inputType, data: data === '' ? null : data, bubbles: true, composed: true };
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...how, cancelable: true }))) return;
  // Fields for numbers and e-mail addresses have no caret that a script may know: they are written at the end.
  if (field.selectionStart === null || start === null || end === null) field.value = data === '' ? field.value.slice(0, -1) : field.value + data;
  else field.setRangeText(data, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', how));
}

function fit(text: string, room: number): string {
  let fitting = '';
  for (const character of text) if (fitting.length + character.length <= room) fitting += character;
  return fitting;
}

/** What the key at the end of the row does in a field. */
export type Ending = 'line' | 'search' | 'next' | 'done';

export function endingOf(field: TextField): Ending {
  if (field instanceof HTMLTextAreaElement) return 'line';
  if (field.type === 'search') return 'search';
  return following(field) ? 'next' : 'done';
}

/** A new line, the search, or the next field; in the last field nothing is left but to put the keyboard away. */
export function end(field: TextField): 'stays' | 'done' {
  if (field instanceof HTMLTextAreaElement) {
    write(field, '\n');
    return 'stays';
  }
  const key = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true });
  if (!field.dispatchEvent(key)) return 'done';
  if (field.type === 'search') {
    field.form?.requestSubmit();
    return 'done';
  }
  const next = following(field);
  next?.focus();
  return next ? 'stays' : 'done';
}

/** The next field of the same form, or of the same part of the page. */
function following(field: TextField): TextField | undefined {
  const around = field.form ?? (field.getRootNode() as Document | ShadowRoot);
  const fields = [...around.querySelectorAll('input, textarea')].filter((one): one is TextField => isTextField(one) && one.getClientRects().length > 0);
  return fields[fields.indexOf(field) + 1];
}

/** What stands before the caret. */
export const before = (field: TextField): string => field.value.slice(0, field.selectionStart ?? field.value.length);
