export { highlight, snippet, type Range, type Snippet } from './highlight.ts';
export { bigramShare, defaultVocabulary, looseWords, titleBigrams, withoutLatin, type Vocabulary } from './loosen.ts';
export { matchOf, titleKey, type Match, type Tier } from './match.ts';
export { MemoryIndex, packIndex, pinyinIn, type MemoryEntry, type MemoryStage, type PackedIndex, type ReadPiece } from './memory-index.ts';
export { normalise, searchable } from './normalise.ts';
export { ftsQuery, parseQuery, tsQuery, type Query, type TsQuery, type Word } from './query.ts';
export { ENOUGH_COMPARED, MOST_COMPARED, OWN_BOARD, nearest, similarAttempts, type Compared, type SimilarAttempt } from './similar.ts';
export { byTitleRank, titleRank, type TitleRank } from './title-rank.ts';
export { phrase, tokens, tsVector, type TokenPattern } from './tokens.ts';
