import type { DisclosureFigures, RatingCount } from '@sunlit/client/statistics';
import { formatNumber } from '../shared/format.ts';
import type { Bar } from './chart.ts';
import { goodOf, type Scene } from './scene.ts';

/*
 * What a picture shows, as one would tell it to somebody who does not see it: how much in all, what is most, how it changed.
 */

type Speaker = Pick<Scene, 't' | 'language'>;

const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0);
const sentences = ({ language }: Speaker, all: readonly (string | undefined)[]): string => all.filter(Boolean).join(language === 'en' ? ' ' : '');

/** Of counts that make a whole; `total` where they are more than that. */
export function ofCounts(speaker: Speaker, bars: readonly Bar[], { parts = true }: { readonly parts?: boolean } = {}): string {
  const { t, language } = speaker;
  const [first, ...rest] = bars;
  if (!first || sum(bars.map(({ n }) => n)) === 0) return t('words.none');
  const most = rest.reduce((one, other) => (other.n > one.n ? other : one), first);
  const count = formatNumber(bars.length, language);
  return sentences(speaker, [
    parts ? t('words.all', { total: formatNumber(sum(bars.map(({ n }) => n)), language), count }) : t('words.count', { count }),
    t('words.most', { label: most.label, n: formatNumber(most.n, language) }),
  ]);
}

/** Of what was in time: never a share without what it is a share of. */
export function ofShares(speaker: Speaker, bars: readonly Bar[]): string {
  const { t, language } = speaker;
  const late = ({ n, of = n }: Bar) => of - n;
  const [first, ...rest] = bars;
  const of = sum(bars.map(({ n, of: whole = n }) => whole));
  if (!first || of === 0) return t('words.none');
  const worst = rest.reduce((one, other) => (late(other) > late(one) ? other : one), first);
  return sentences(speaker, [
    t('words.share', { n: formatNumber(sum(bars.map(({ n }) => n)), language), of: formatNumber(of, language) }),
    late(worst) === 0 ? t('words.share.good') : t('words.share.most', { label: worst.label, of: formatNumber(worst.of ?? worst.n, language), late: formatNumber(late(worst), language) }),
  ]);
}

/** The month of a moment by the clock of the agencies, from 1; all of the year where it is over. */
const monthsOver = (year: number, asOf: string): number => {
  const at = new Date(Date.parse(asOf) + 8 * 3_600_000);
  return at.getUTCFullYear() > year ? 12 : at.getUTCMonth();
};

/** Of the months of a year, beside those of the year before; only months that are over are compared. */
export function ofMonths(speaker: Speaker, { year, asOf, total, byMonth, lastYear }: DisclosureFigures): string {
  const { t, language } = speaker;
  const over = monthsOver(year, asOf);
  const number = (n: number) => formatNumber(n, language);
  const most = byMonth.indexOf(Math.max(...byMonth));
  const more = sum(byMonth.slice(0, over)) - sum(lastYear.byMonth.slice(0, over));
  const change = more === 0 ? t('change.none') : t(more > 0 ? 'change.more' : 'change.fewer', { n: number(Math.abs(more)) });
  return sentences(speaker, [
    t(over === 12 ? 'words.year' : 'words.year.sofar', { year, n: number(total), before: number(lastYear.total) }),
    total + lastYear.total > 0 && over > 0 ? t('words.same', { month: over, change }) : undefined,
    total > 0 ? t('words.month', { month: most + 1, n: number(byMonth[most] ?? 0) }) : undefined,
  ]);
}

export function ofRatings({ t, language }: Speaker, count: RatingCount): string {
  if (count.n === 0) return t('f.ratings.none');
  const number = (n: number) => formatNumber(n, language);
  return t('words.ratings', { n: number(count.n), good: number(goodOf(count)), low: number(count.n - goodOf(count)) });
}
