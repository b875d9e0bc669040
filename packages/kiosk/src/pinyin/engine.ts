import type { Word, WordList } from './dictionary.ts';
import { newWords } from './lexicon.ts';
import { spellingsOf } from './syllables.ts';

/** Something that may be meant by what was typed. */
export interface Candidate {
  readonly text: string;
  /** How many of the typed letters it stands for; the rest is asked again when it is chosen. */
  readonly letters: number;
}

export interface PinyinEngine {
  /** What the letters (a–z, ' between syllables where somebody wants it so) may mean, the likeliest first. */
  candidates(typed: string): readonly Candidate[];
  /** Takes words of the place (titles, categories, topics) along; an earlier list is replaced. */
  learn(texts: readonly string[]): void;
}

/** In nats. A difference between what was typed and the dictionary, and a last syllable that was not typed to its end. */
const DIFFERENCE = 3;
const UNFINISHED = 2;
/** How many ways of reading what was typed so far are followed, and how many words that sound the same. */
const BEAM = 10;
const HOMOPHONES = 8;
const SENTENCES = 3;
const COMPLETIONS = 4;
const MOST = 120;

/** From one place in what was typed: a word, where it ends, and what it costs. */
interface Step {
  readonly word: Word;
  readonly end: number;
  readonly cost: number;
}

interface Path {
  readonly text: string;
  readonly cost: number;
}

export function createPinyinEngine(list: WordList, { lexicon = true } = {}): PinyinEngine {
  const syllables = [...new Set(list.words.flatMap(({ reading }) => reading))].sort();
  const codes = new Map(syllables.map((syllable, index) => [syllable, String.fromCharCode(0x100 + index)]));
  const spellings = spellingsOf(syllables);
  const general = sorted(list.words, codes);
  const builtIn = lexicon ? list.lexicon : [];
  let special = sorted(builtIn, codes);
  let abbreviations = abbreviated(builtIn);

  /** The syllables that may begin at a place, and where they end. */
  const syllablesAt = (typed: string, start: number) => {
    const found: { code: string; end: number; cost: number }[] = [];
    for (let end = start + 1; end <= Math.min(typed.length, start + 6); end += 1) {
      const spelling = typed.slice(start, end);
      for (const { syllable, differences } of spellings.get(spelling) ?? []) found.push({ code: codes.get(syllable) ?? '', end, cost: differences * DIFFERENCE });
      if (end < typed.length) continue;
      for (const syllable of syllables) if (syllable.startsWith(spelling) && syllable !== spelling) found.push({ code: codes.get(syllable) ?? '', end, cost: UNFINISHED });
    }
    return found;
  };

  /** All words that may stand at a place. `open`: words of the lexicon that go on after the last letter. */
  const stepsAt = (typed: string, start: number): { steps: Step[]; open: Step[] } => {
    const steps: Step[] = [];
    const open: Step[] = [];
    const follow = (index: Index, key: string, from: number, to: number, at: number, cost: number) => {
      const place = typed[at] === "'" ? at + 1 : at;
      for (const { code, end, cost: added } of syllablesAt(typed, place)) {
        const next = key + code;
        const first = index.from(next, from, to);
        const last = index.from(`${next}\uffff`, first, to);
        if (first === last) continue;
        const entries = index.entries;
        let same = first;
        for (; same < last && entries[same]?.key === next; same += 1) {
          const word = entries[same]?.word;
          if (word && same - first < (key === '' ? MOST : HOMOPHONES)) steps.push({ word, end, cost: word.cost + cost + added });
        }
        if (index === special && end === typed.length) {
          for (let longer = same; longer < last && open.length < MOST; longer += 1) {
            const word = entries[longer]?.word;
            if (word) open.push({ word, end, cost: word.cost + cost + added + (word.reading.length - next.length) });
          }
        }
        follow(index, next, first, last, end, cost + added);
      }
    };
    for (const index of [general, special]) follow(index, '', 0, index.entries.length, start, 0);
    return { steps, open };
  };

  return {
    learn(texts) {
      const words = [...builtIn, ...newWords(texts, list, builtIn)];
      special = sorted(words, codes);
      abbreviations = abbreviated(words);
    },

    candidates(typed) {
      const letters = typed.toLowerCase().replace(/[^a-z']/g, '');
      if (letters === '') return [];
      const here = stepsAt(letters, 0);
      const paths: Path[][] = [...letters, ''].map(() => []);
      paths[0] = [{ text: '', cost: 0 }];
      let reached = 0;
      for (let start = 0; start < letters.length; start += 1) {
        const before = paths[start] ?? [];
        if (before.length === 0) continue;
        const { steps } = start === 0 ? here : stepsAt(letters, start);
        for (const { word, end, cost } of steps) {
          for (const path of before) keep(paths[end] ?? [], { text: path.text + word.text, cost: path.cost + cost });
          reached = Math.max(reached, end);
        }
      }

      const found = new Map<string, Candidate>();
      const offer = (text: string, taken: number) => {
        if (!found.has(text)) found.set(text, { text, letters: taken });
      };
      const sentences = (paths[reached] ?? []).slice(0, SENTENCES);
      const [best] = sentences;
      // What can be read to its end as syllables was hardly meant as first letters; what cannot was hardly meant otherwise.
      if (best && reached === letters.length) offer(best.text, reached);
      for (const word of abbreviations.get(letters) ?? []) offer(word.text, letters.length);
      if (best && reached > 0) offer(best.text, reached);
      for (const { word, end } of here.open.sort((a, b) => a.cost - b.cost).slice(0, COMPLETIONS)) offer(word.text, end);
      if (reached > 0) for (const { text } of sentences) offer(text, reached);
      for (const { word, end } of here.steps.sort((a, b) => b.end - a.end || a.cost - b.cost)) offer(word.text, end);
      return [...found.values()].slice(0, MOST);
    },
  };
}

interface Index {
  /** By syllables, what sounds the same by cost. */
  readonly entries: readonly { readonly key: string; readonly word: Word }[];
  /** The first entry from `low` on whose key is not before this one. */
  from(key: string, low: number, high: number): number;
}

function sorted(words: readonly Word[], codes: ReadonlyMap<string, string>): Index {
  const entries = words.map((word) => ({ key: word.reading.map((syllable) => codes.get(syllable) ?? '').join(''), word }));
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.word.cost - b.word.cost));
  return {
    entries,
    from(key, low, high) {
      let [first, end] = [low, high];
      while (first < end) {
        const middle = (first + end) >> 1;
        if ((entries[middle]?.key ?? '') < key) first = middle + 1;
        else end = middle;
      }
      return first;
    },
  };
}

/** Words of the lexicon by the first letters of their syllables: `zfxxgk`. */
function abbreviated(words: readonly Word[]): ReadonlyMap<string, readonly Word[]> {
  const found = new Map<string, Word[]>();
  for (const word of words) {
    const letters = word.reading.map((syllable) => syllable.slice(0, 1)).join('');
    found.set(letters, [...(found.get(letters) ?? []), word]);
  }
  return found;
}

/** The cheapest paths to one place, each text once. */
function keep(paths: Path[], path: Path): void {
  const same = paths.findIndex(({ text }) => text === path.text);
  if (same >= 0) {
    if ((paths[same]?.cost ?? 0) <= path.cost) return;
    paths.splice(same, 1);
  }
  const place = paths.findIndex(({ cost }) => cost > path.cost);
  if (place >= 0) paths.splice(place, 0, path);
  else if (paths.length < BEAM) paths.push(path);
  if (paths.length > BEAM) paths.pop();
}
