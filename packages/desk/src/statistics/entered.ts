import type { ClosedFigures, DisputesTable, ProactiveTable } from '@sunlit/client';
import { DISPUTES, RESULTS } from './lines.ts';

/* What is typed into the second and the fourth table, by the path of each figure, and the tables that it makes. */

export const DOCUMENTS = ['regulations', 'normativeDocs'] as const;
export const MADE = ['issued', 'repealed', 'inForce'] as const;
export const ACTS = ['licences', 'penalties', 'coercions', 'feesWanYuan'] as const;
export const SUMS = [...RESULTS, 'total'] as const;

export type ProactivePath = `${(typeof DOCUMENTS)[number]}.${(typeof MADE)[number]}` | (typeof ACTS)[number];
export type DisputePath = `${(typeof DISPUTES)[number]}.${(typeof SUMS)[number]}`;
export type FigurePath = ProactivePath | DisputePath;

export const PROACTIVE: readonly ProactivePath[] = [...DOCUMENTS.flatMap((document) => MADE.map((made) => `${document}.${made}` as const)), ...ACTS];
export const DISPUTED: readonly DisputePath[] = DISPUTES.flatMap((dispute) => SUMS.map((result) => `${dispute}.${result}` as const));

export type Typed = Readonly<Partial<Record<FigurePath, string>>>;
type Tables = Pick<ClosedFigures, 'proactive' | 'disputes'>;

/** As it stands in the fields. */
export function typedOf({ proactive, disputes }: Tables = {}): Typed {
  return {
    ...(proactive && { ...Object.fromEntries(DOCUMENTS.flatMap((document) => MADE.map((made) => [`${document}.${made}`, String(proactive[document][made])]))), ...Object.fromEntries(ACTS.map((act) => [act, String(proactive[act])])) }),
    ...(disputes && Object.fromEntries(DISPUTES.flatMap((dispute) => SUMS.map((result) => [`${dispute}.${result}`, String(disputes[dispute][result])])))),
  };
}

const isEmpty = (typed: Typed, path: FigurePath): boolean => (typed[path] ?? '').trim() === '';

export function same(one: Typed, other: Typed): boolean {
  return [...PROACTIVE, ...DISPUTED].every((path) => (one[path] ?? '').trim() === (other[path] ?? '').trim());
}

/** Fields that hold no figure. A table of which nothing is filled is left out as a whole. */
export function wrongIn(typed: Typed): readonly FigurePath[] {
  const filled = [PROACTIVE, DISPUTED].filter((paths) => paths.some((path) => !isEmpty(typed, path)));
  return filled.flatMap((paths) => paths.filter((path) => isEmpty(typed, path) || !isFigure(path, Number(typed[path]))));
}

const isFigure = (path: FigurePath, value: number): boolean => Number.isFinite(value) && value >= 0 && (path === 'feesWanYuan' || Number.isSafeInteger(value));

/** The tables that the fields make, when none of them is wrong. */
export function tablesOf(typed: Typed): Tables {
  const at = (path: FigurePath): number => Number(typed[path] ?? '');
  const documents = (document: (typeof DOCUMENTS)[number]) => ({ issued: at(`${document}.issued`), repealed: at(`${document}.repealed`), inForce: at(`${document}.inForce`) });
  const dispute = (one: (typeof DISPUTES)[number]) => ({ upheld: at(`${one}.upheld`), corrected: at(`${one}.corrected`), otherResult: at(`${one}.otherResult`), pending: at(`${one}.pending`), total: at(`${one}.total`) });
  const proactive: ProactiveTable = { regulations: documents('regulations'), normativeDocs: documents('normativeDocs'), licences: at('licences'), penalties: at('penalties'), coercions: at('coercions'), feesWanYuan: at('feesWanYuan') };
  const disputes: DisputesTable = { reconsideration: dispute('reconsideration'), litigationDirect: dispute('litigationDirect'), litigationAfter: dispute('litigationAfter') };
  return { ...(PROACTIVE.every((path) => isEmpty(typed, path)) ? {} : { proactive }), ...(DISPUTED.every((path) => isEmpty(typed, path)) ? {} : { disputes }) };
}

/** What the results of a dispute come to; nothing while one of them is no figure. */
export function sumOf(typed: Typed, dispute: (typeof DISPUTES)[number]): number | undefined {
  const values = RESULTS.map((result) => (isEmpty(typed, `${dispute}.${result}`) ? NaN : Number(typed[`${dispute}.${result}`])));
  const sum = values.reduce((all, value) => all + value, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** After a field was typed into: a total that was the sum stays the sum; one that is stated otherwise stays as it is. */
export function typedInto(typed: Typed, path: FigurePath, text: string): Typed {
  const next = { ...typed, [path]: text };
  const dispute = DISPUTES.find((one) => path.startsWith(`${one}.`) && path !== `${one}.total`);
  if (!dispute) return next;
  const follows = isEmpty(typed, `${dispute}.total`) || Number(typed[`${dispute}.total`]) === sumOf(typed, dispute);
  const sum = sumOf(next, dispute);
  return follows && sum !== undefined ? { ...next, [`${dispute}.total`]: String(sum) } : next;
}
