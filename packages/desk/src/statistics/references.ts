import type { ReportFigure } from '@sunlit/client/desk';

/** Before the name of a figure: that of the year before. */
export const LAST_YEAR = 'lastYear.';

/** What a text refers to. Without `value` nothing can be printed there: there is no such figure, or none of that year. */
export interface Reference {
  readonly ref: string;
  readonly figure: ReportFigure | undefined;
  readonly lastYear: boolean;
  readonly value: string | undefined;
}

/** The references of a text, each once, in its order: `{{requests.granted.total}}`. When the text is saved, the server has the last word about them. */
export function referencesIn(text: string, figures: ReadonlyMap<string, ReportFigure>): readonly Reference[] {
  const refs = new Set([...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, ref = '']) => ref.trim()));
  return [...refs].map((ref) => {
    const lastYear = ref.startsWith(LAST_YEAR);
    const figure = figures.get(lastYear ? ref.slice(LAST_YEAR.length) : ref);
    return { ref, figure, lastYear, value: lastYear ? figure?.lastYear : figure?.value };
  });
}

export const figuresByRef = (figures: readonly ReportFigure[]): ReadonlyMap<string, ReportFigure> => new Map(figures.map((figure) => [figure.ref, figure]));
