/**
 * How a syllable may be typed. Many who come to the screen speak a southern Mandarin, in which zh and z, l and n, hu and f, -ng and -n
 * sound alike, and they type what they say. Each such difference costs something, so what was typed as the dictionary has it stays first.
 */
export interface Spelling {
  readonly syllable: string;
  /** In how many places the spelling differs from the syllable: 0 to 2. */
  readonly differences: number;
}

/** What a syllable has, and what stands there instead when it is written as it is spoken. */
type Confusions = readonly (readonly [as: RegExp, spoken: string])[];

const INITIALS: Confusions = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?=[aeiou])/, '$1h'],
  [/^n(?=[aeiouv])/, 'l'],
  [/^l(?=[aeiouv])/, 'n'],
  [/^f(?=[aeou])/, 'h'],
  [/^f(?=an?g?$)/, 'hu'],
  [/^h(?=[aeou])/, 'f'],
  [/^hu(?=[ao])/, 'f'],
  [/^fei$/, 'hui'],
  [/^hui$/, 'fei'],
  [/^fen$/, 'hun'],
  [/^hun$/, 'fen'],
  [/^feng$/, 'hong'],
  [/^hong$/, 'feng'],
];

const FINALS: Confusions = [
  [/([aei])ng$/, '$1n'],
  [/([aei])n$/, '$1ng'],
];

/** All spellings of the syllables: each with the syllables it may stand for, what is exact first. */
export function spellingsOf(syllables: Iterable<string>): ReadonlyMap<string, readonly Spelling[]> {
  const spellings = new Map<string, Spelling[]>();
  for (const syllable of syllables) {
    for (const [spelling, differences] of variants(syllable)) {
      const known = spellings.get(spelling);
      if (known) known.push({ syllable, differences });
      else spellings.set(spelling, [{ syllable, differences }]);
    }
  }
  for (const known of spellings.values()) known.sort((a, b) => a.differences - b.differences);
  return spellings;
}

function variants(syllable: string): ReadonlyMap<string, number> {
  const found = new Map([[syllable, 0]]);
  for (const confusions of [INITIALS, FINALS]) {
    for (const [spelling, differences] of [...found]) {
      for (const [as, spoken] of confusions) {
        const variant = spelling.replace(as, spoken);
        if (!found.has(variant)) found.set(variant, differences + 1);
      }
    }
  }
  return found;
}
