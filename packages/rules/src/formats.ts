import type { Day } from '@sunlit/contract';
import { isDay } from './day.ts';

/*
 * What looks wrong in a number that somebody typed. These functions explain and never decide: a number with doubts may be
 * the right one, so whoever asked for it says what looks wrong and takes it all the same.
 */

export const IDENTITY_TYPES = ['resident-id', 'residence-permit', 'permanent-residence', 'travel-permit', 'passport', 'other'] as const;
/**
 * 居民身份证; 港澳台居民居住证; 外国人永久居留身份证; 来往内地(大陆)通行证; 护照; another proof. Of the last two every form is right.
 */
export type IdentityType = (typeof IDENTITY_TYPES)[number];

export const DOUBT_CODES = ['empty', 'length', 'character', 'region', 'birth-date', 'birth-ahead', 'check-character', 'another-type', 'prefix'] as const;
export interface Doubt {
  readonly code: (typeof DOUBT_CODES)[number];
  /** The first character that looks wrong, counted from 1 in the number without spaces. */
  readonly at?: number;
}

/** A number as it is stored and compared: half-width, capitals, without spaces and hyphens. */
export function tidyNumber(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/[\s\-‐‑–—]/gu, '');
}

/** What looks wrong in the number of a proof of identity; nothing where that cannot be said. `today` in Asia/Shanghai. */
export function identityDoubts(type: IdentityType, text: string, today?: Day): Doubt[] {
  const number = tidyNumber(text);
  if (number === '') return [{ code: 'empty' }];
  switch (type) {
    case 'resident-id':
      return residentDoubts(number, today);
    case 'residence-permit':
      return number.length === 18 ? citizenDoubts(number, permitRegions, today) : wrongLength(number, digits);
    case 'permanent-residence':
      return permanentDoubts(number, today);
    case 'travel-permit':
      // 港澳: H or M and 8 digits (10 on older cards); 台湾: 8 digits, on older cards 10 with a letter.
      return /^(?:[HM]\d{8}(?:\d{2})?|\d{8}|\d{10}(?:\(?[A-Z]\)?)?)$/u.test(number) ? [] : [{ code: number.length < 8 ? 'length' : 'character' }];
    case 'passport':
    case 'other':
      return [];
  }
}

const digits = /^\d$/u;

/** GB/T 2260: the province in the first two digits. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/** 港澳台居民居住证申领发放办法: Hong Kong, Macao, Taiwan. */
const permitRegions = new Set(['81', '82', '83']);

function residentDoubts(number: string, today: Day | undefined): Doubt[] {
  if (number.length === 15) return firstGenerationDoubts(number, today);
  if (number.length !== 18) return wrongLength(number, digits);
  if (permitRegions.has(number.slice(0, 2)) || number.startsWith('9')) return [{ code: 'another-type', at: 1 }];
  return citizenDoubts(number, provinces, today);
}

/** GB 11643: region, birth, order, check character. */
function citizenDoubts(number: string, regions: ReadonlySet<string>, today: Day | undefined): Doubt[] {
  const at = firstOther(number, digits, /^[\dX]$/u);
  if (at !== undefined) return [{ code: 'character', at }];
  return [
    ...doubtIf(!regions.has(number.slice(0, 2)), 'region', 1),
    ...birthDoubts(number.slice(6, 14), 7, today),
    ...doubtIf(number.slice(-1) !== iso7064(number.slice(0, 17)), 'check-character', 18),
  ];
}

/** The first generation of before 1999: the year in two digits, and no check character. */
function firstGenerationDoubts(number: string, today: Day | undefined): Doubt[] {
  const at = firstOther(number, digits);
  if (at !== undefined) return [{ code: 'character', at }];
  return [...doubtIf(!provinces.has(number.slice(0, 2)), 'region', 1), ...birthDoubts(`19${number.slice(6, 12)}`, 7, today)];
}

/** Since 2023 18 digits that begin with 9; before, three letters of the country and 12 digits. */
function permanentDoubts(number: string, today: Day | undefined): Doubt[] {
  if (number.length === 15) {
    const at = [...number].findIndex((one, index) => !(index < 3 ? /[A-Z]/u : digits).test(one));
    return at < 0 ? [] : [{ code: 'character', at: at + 1 }];
  }
  if (number.length !== 18) return wrongLength(number, digits);
  const at = firstOther(number, digits, /^[\dX]$/u);
  if (at !== undefined) return [{ code: 'character', at }];
  return [
    ...doubtIf(!number.startsWith('9'), 'another-type', 1),
    ...birthDoubts(number.slice(6, 14), 7, today),
    ...doubtIf(number.slice(-1) !== iso7064(number.slice(0, 17)), 'check-character', 18),
  ];
}

function birthDoubts(text: string, at: number, today: Day | undefined): Doubt[] {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  if (!isDay(day) || day < '1850-01-01') return [{ code: 'birth-date', at }];
  return doubtIf(today !== undefined && day > today, 'birth-ahead', at);
}

/** ISO 7064 MOD 11-2: the check character of 17 digits, 0 to 9 or X. */
function iso7064(number: string): string | undefined {
  const rest = [...number].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return '0123456789X'[(12 - rest) % 11];
}

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * What looks wrong in a unified social credit code (GB 32100, 18 characters). The numbers it replaced, 15 digits of a
 * business licence and 9 characters of an organisation code, still stand on papers and are not doubted.
 */
export function creditCodeDoubts(text: string): Doubt[] {
  const code = tidyNumber(text);
  if (code === '') return [{ code: 'empty' }];
  if (/^(?:\d{15}|[\dA-Z]{8}[\dX])$/u.test(code)) return [];
  const at = [...code].findIndex((one, index) => !(index > 1 && index < 8 ? '0123456789' : creditCharacters).includes(one));
  if (code.length !== 18) return wrongLength(code, /^[\dA-HJ-NPQRTUWXY]$/u);
  if (at >= 0) return [{ code: 'character', at: at + 1 }];
  return [...doubtIf(!'123456789ANY'.includes(code.slice(0, 1)), 'prefix', 1), ...doubtIf(code.slice(-1) !== creditCheck(code.slice(0, 17)), 'check-character', 18)];
}

/** GB 32100: weights 3^i modulo 31. */
function creditCheck(code: string): string | undefined {
  const { sum } = [...code].reduce(({ sum, weight }, one) => ({ sum: sum + creditCharacters.indexOf(one) * weight, weight: (weight * 3) % 31 }), { sum: 0, weight: 1 });
  return creditCharacters[(31 - (sum % 31)) % 31];
}

/**
 * What looks wrong in a telephone number: a mobile number of the mainland, a landline with or without its area code and
 * extension, 400 and 800 numbers, short numbers such as 12345. Numbers of other countries, from + or 00 on, are not doubted.
 */
export function phoneDoubts(text: string): Doubt[] {
  const [dialled = '', ...extension] = text.normalize('NFKC').trim().split(/转|分机|#|ext\.?|x/iu);
  const number = tidyNumber(dialled).replaceAll(/[().·]/gu, '');
  if (number === '') return [{ code: 'empty' }];
  if (/^(?:\+|00)(?!86|0)\d{5,}$/u.test(number)) return [];
  const at = [...number].findIndex((one, index) => !digits.test(one) && !(index === 0 && one === '+'));
  if (at >= 0) return [{ code: 'character', at: at + 1 }];
  if (extension.some((part) => !/^\s*\d{1,8}\s*$/u.test(part))) return [{ code: 'character' }];
  const abroad = /^(?:\+|00)?86(\d{10,12})$/u.exec(number)?.[1];
  return nationalDoubts(abroad === undefined ? number : /^(?:0|1[3-9]\d{9}$|[48]00)/u.test(abroad) ? abroad : `0${abroad}`);
}

function nationalDoubts(number: string): Doubt[] {
  if (/^[48]00/u.test(number)) return doubtIf(number.length !== 10, 'length');
  if (/^1(?:[3-9]|[012]\d{5,})/u.test(number)) return number.length !== 11 ? [{ code: 'length' }] : doubtIf(!/^1[3-9]/u.test(number), 'prefix', 2);
  if (/^(?:1\d{2,5}|9\d{4,7})$/u.test(number)) return [];
  // 010 and 02x have 8 digits after them; the others 7 or 8.
  if (/^0[12]/u.test(number)) return doubtIf(!/^0(?:10|2\d)\d{8}$/u.test(number), 'length');
  if (/^0/u.test(number)) return /^0[3-9]/u.test(number) ? doubtIf(!/^\d{11,12}$/u.test(number), 'length') : [{ code: 'prefix', at: 2 }];
  return doubtIf(number.length < 7 || number.length > 8, 'length');
}

/** The first character that none of a number's places but the last may hold. */
function firstOther(number: string, allowed: RegExp, lastAllowed = allowed): number | undefined {
  const at = [...number].findIndex((one, index) => !(index === number.length - 1 ? lastAllowed : allowed).test(one));
  return at < 0 ? undefined : at + 1;
}

function wrongLength(number: string, allowed: RegExp): Doubt[] {
  const at = firstOther(number, allowed, /^[\dA-Z]$/u);
  return [{ code: 'length' }, ...(at === undefined ? [] : [{ code: 'character', at } as const])];
}

function doubtIf(condition: boolean, code: Doubt['code'], at?: number): Doubt[] {
  return condition ? [{ code, ...(at === undefined ? {} : { at }) }] : [];
}
