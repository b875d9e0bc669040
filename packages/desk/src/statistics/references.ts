import type { ReportFigure } from '@sunlit/client/desk';

/** A figure that a text refers to; without `figure`, there is none of that name. */
export interface Reference {
  readonly ref: string;
  readonly figure: ReportFigure | undefined;
}

/** What a text refers to, each once, in its order: `{{requests.granted.total}}`. The server says the last word about it when the text is saved. */
export function referencesIn(text: string, figures: ReadonlyMap<string, ReportFigure>): readonly Reference[] {
  const refs = new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, ref = '']) => ref));
  return [...refs].map((ref) => ({ ref, figure: figures.get(ref) }));
}

export const figuresByRef = (figures: readonly ReportFigure[]): ReadonlyMap<string, ReportFigure> => new Map(figures.map((figure) => [figure.ref, figure]));
