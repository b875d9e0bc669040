// Without characters that are taken for one another when read from a screen or a slip of paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A first password that somebody can read out: four groups of four, 79 bits. They must change it at the first sign-in. */
export function firstPassword(): string {
  const group = () => [...Array<undefined>(GROUP_LENGTH)].map(letter).join('');
  return [...Array<undefined>(GROUPS)].map(group).join('-');
}

/** Each is as likely as any other: numbers beyond the last whole turn of the alphabet are thrown again. */
function letter(): string {
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (number < Math.floor(256 / LETTERS.length) * LETTERS.length) return LETTERS.charAt(number % LETTERS.length);
  }
}
