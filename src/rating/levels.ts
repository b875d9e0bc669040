import type { RatingLevel, RatingReason, RatingSubject } from '@sunlit/client/ratings';
import { svg, type SVGTemplateResult } from 'lit';

/** As the State Council's office names them, best first (国办发〔2019〕51号). */
export const LEVELS: readonly RatingLevel[] = ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied'];

/** Whom an officer looks after (差评). */
export const isLow = (level: RatingLevel | undefined): boolean => level === 'dissatisfied' || level === 'very-dissatisfied';

/** What may be named as the reason, by what is rated: a page has no manner, and a window no instructions for a platform. */
export const REASONS: Readonly<Record<RatingSubject, readonly RatingReason[]>> = {
  window: ['manner', 'waiting', 'speed', 'convenience'],
  disclosure: ['clear', 'complete', 'guide', 'convenience', 'handling'],
  answer: ['clear', 'complete', 'speed'],
  request: ['speed', 'clear', 'complete', 'convenience', 'handling'],
};

const eyes = svg`<circle class="ink" cx="22" cy="26" r="3.2"/><circle class="ink" cx="42" cy="26" r="3.2"/>`;

/** Each differs in eyes and mouth, not in colour alone. */
const FACES: Readonly<Record<RatingLevel, SVGTemplateResult>> = {
  'very-satisfied': svg`<path d="M16 27c2-5 9-5 11 0M37 27c2-5 9-5 11 0"/><path class="ink" d="M17 36h30c0 9-6.5 15-15 15s-15-6-15-15z"/>`,
  satisfied: svg`${eyes}<path d="M18 38c4 9 24 9 28 0"/>`,
  'fairly-satisfied': svg`${eyes}<path d="M21 42h22"/>`,
  dissatisfied: svg`${eyes}<path d="M19 47c4-9 22-9 26 0"/>`,
  'very-dissatisfied': svg`<path d="M15 23l10-5M49 23l-10-5"/><circle class="ink" cx="22" cy="30" r="3.2"/><circle class="ink" cx="42" cy="30" r="3.2"/><path class="ink" d="M19 51c0-7.5 5.5-12 13-12s13 4.5 13 12z"/>`,
};

export const face = (level: RatingLevel): SVGTemplateResult =>
  svg`<svg class="face ${level}" viewBox="0 0 64 64" aria-hidden="true" focusable="false"><circle class="head" cx="32" cy="32" r="29"/>${FACES[level]}</svg>`;
