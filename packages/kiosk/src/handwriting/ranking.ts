import type { Guess } from './recogniser.ts';

/**
 * What it is worth, in the distance of a guess, that the character before and this one stand together in a title or a word of the field.
 * (How common a character is by itself was tried, and helped nothing.)
 */
const GOES_ON = 2;

/** Characters, the likeliest first. */
export function ranked(guesses: readonly Guess[], before: string, lexicon: string): string[] {
  const last = before.slice(-1);
  const goesOn = (character: string) => /[\u4e00-\u9fff]/.test(last) && lexicon.includes(last + character);
  return guesses
    .map(({ character, distance }) => ({ character, distance: distance - (goesOn(character) ? GOES_ON : 0) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ character }) => character);
}
