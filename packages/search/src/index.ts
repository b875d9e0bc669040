export { highlight, snippet, type Range, type Snippet } from './highlight.ts';
export { bigramShare, defaultVocabulary, looseWords, titleBigrams, withoutLatin, type Vocabulary } from './loosen.ts';
export { matchOf, titleKey, type Match, type Tier } from './match.ts';
export { MemoryIndex, type MemoryEntry, type MemoryHit } from './memory-index.ts';
export { normalise } from './normalise.ts';
export { ftsQuery, parseQuery, tsQuery, type Query, type TsQuery, type Word } from './query.ts';
export { byTitleRank, titleRank, type TitleRank } from './title-rank.ts';
export { phrase, tokens, tsVector, type TokenPattern } from './tokens.ts';
