/** 考核表: how an agency does by one measure: so many of so many. */
export interface Measured<Measure extends string> {
  readonly measure: Measure;
  readonly n: number;
  readonly of: number;
}

/** From 0 to 100, to one decimal; none where there is nothing to measure. */
export function scoreOf({ n, of }: { readonly n: number; readonly of: number }): number | undefined {
  return of === 0 ? undefined : round((100 * n) / of);
}

/** What the measures say together. The weight of one that measures nothing is left out, as if it had not been asked. */
export function totalOf<Measure extends string>(measured: readonly Measured<Measure>[], weights: Readonly<Record<Measure, number>>): number | undefined {
  const scored = measured.filter(({ of }) => of > 0);
  const weight = scored.reduce((sum, { measure }) => sum + weights[measure], 0);
  if (weight === 0) return undefined;
  return round(scored.reduce((sum, { measure, n, of }) => sum + (weights[measure] * 100 * n) / of, 0) / weight);
}

/** All alike and together 100: what is left over goes to the first. */
export function equalWeights<Measure extends string>(measures: readonly Measure[]): Record<Measure, number> {
  const [each, more] = [Math.floor(100 / measures.length), 100 % measures.length];
  return Object.fromEntries(measures.map((measure, index) => [measure, each + (index < more ? 1 : 0)])) as Record<Measure, number>;
}

/** Rounding may not lift it out of its scale. */
const round = (score: number): number => Math.min(100, Math.round(score * 10) / 10);
