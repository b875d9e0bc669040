import type { Day } from '@sunlit/contract';

/**
 * What an information-processing fee (信息处理费) is counted by, one of the two for a request, never both (国办函〔2020〕109号 art. 3).
 * `cases`: how many the request makes, after `before` others of the same applicant in the calendar month. `pages`: A4 sides;
 * none where the answer only points to what is public.
 */
export type FeeBasis =
  | { readonly scale: 'cases'; readonly before: number; readonly cases: number }
  | { readonly scale: 'pages'; readonly pages: number };

/** Units of one price, for the notice: from the `first` case of the month or page to the `last`, at `each` yuan. */
export interface FeeLine {
  readonly first: number;
  readonly last: number;
  readonly each: number;
  readonly yuan: number;
}

/** The most cases or pages that are counted: more than any request has. */
const MOST_UNITS = 1_000_000;

export function isFeeBasis(basis: FeeBasis): boolean {
  const { before, units } = unitsOf(basis);
  return Number.isSafeInteger(before) && before >= 0 && Number.isSafeInteger(units) && units > 0 && before + units <= MOST_UNITS;
}

/**
 * How a fee comes about, price by price, the free units among them.
 *
 * @throws RangeError for numbers of cases or pages that are none.
 */
export function feeLines(basis: FeeBasis): FeeLine[] {
  if (!isFeeBasis(basis)) throw new RangeError('A fee is counted by whole cases or pages, at least one.');
  const { before, units, bandOf } = unitsOf(basis);
  const lines: FeeLine[] = [];
  for (let first = before + 1; first <= before + units; ) {
    const { each, through } = bandOf(first);
    const last = Math.min(through, before + units);
    lines.push({ first, last, each, yuan: (last - first + 1) * each });
    first = last + 1;
  }
  return lines;
}

/**
 * The fee in yuan; 0 up to 10 cases or 30 pages.
 *
 * @throws RangeError as `feeLines`.
 */
export function feeOf(basis: FeeBasis): number {
  return feeLines(basis).reduce((sum, { yuan }) => sum + yuan, 0);
}

/** How many requests of one applicant fall in the calendar month of a day, by the days on which they were received. */
export function casesInMonth(receivedOn: readonly Day[], on: Day): number {
  return receivedOn.filter((day) => day.slice(0, 7) === on.slice(0, 7)).length;
}

interface Band {
  readonly each: number;
  readonly through: number;
}

function unitsOf(basis: FeeBasis): { readonly before: number; readonly units: number; readonly bandOf: (unit: number) => Band } {
  return basis.scale === 'cases'
    ? { before: basis.before, units: basis.cases, bandOf: bandOfCase }
    : { before: 0, units: basis.pages, bandOf: bandOfPage };
}

/** Art. 4: free up to 10, ¥100 up to 30, and from there ¥100 more for each ten begun. */
function bandOfCase(number: number): Band {
  if (number <= 10) return { each: 0, through: 10 };
  if (number <= 30) return { each: 100, through: 30 };
  const ten = Math.ceil((number - 30) / 10);
  return { each: 100 * (ten + 1), through: 30 + 10 * ten };
}

/** Art. 5. */
function bandOfPage(number: number): Band {
  const bands = [{ each: 0, through: 30 }, { each: 10, through: 100 }, { each: 20, through: 200 }];
  return bands.find(({ through }) => number <= through) ?? { each: 40, through: MOST_UNITS };
}
