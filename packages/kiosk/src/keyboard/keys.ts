/** The rows of keys. What is longer than a character is an act; the element says what each does and what it is called. */
export type Act = 'erase' | 'space' | 'end' | 'capitals' | 'letters' | 'numbers';
export type Key = string;

const QWERTY = ['qwertyuiop', 'asdfghjkl'].map((row) => [...row]);

export const PINYIN: readonly (readonly Key[])[] = [...QWERTY, [...'zxcvbnm', 'erase'], [',', '。', 'space', '?', 'end']];

export const DIGITS: readonly (readonly Key[])[] = [
  ['1', '2', '3', '-', '/', ':'],
  ['4', '5', '6', '.', ',', '@'],
  ['7', '8', '9', '(', ')', 'erase'],
  ['X', '0', 'letters', 'space', 'end'],
];

export const LETTERS: readonly (readonly Key[])[] = [...QWERTY, ['capitals', ...'zxcvbnm', 'erase'], ['numbers', '@', '.', 'space', 'end']];

/** Beside the writing area. */
export const PUNCTUATION: readonly Key[] = [',', '。', '?', '、'];

const ACTS = new Set<string>(['erase', 'space', 'end', 'capitals', 'letters', 'numbers'] satisfies Act[]);
export const isAct = (key: Key): key is Act => ACTS.has(key);
