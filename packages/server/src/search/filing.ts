import type { Filing } from '../disclosures/cells.ts';
import type { Filters } from '../disclosures/filters.ts';

/*
 * Filters as words of the full-text index: FTS5 intersects them with the words of the query, where a join would read every
 * disclosure that a common word finds. Years and days need none, since they are spans of numbers.
 */

type Dimension = 'agency' | 'own' | 'category' | 'kind' | 'validity' | 'term';

// An agency with a kind or a category is asked for so often, and is so much rarer than either, that it has words of its own.
const both = (agency: string, other: string): string => agency + other;

// Begins with a private-use character, so that no query of a person means it; letters and digits only, and one case.
const word = (dimension: Dimension, value: string | number): string => `\uE002${dimension}${Buffer.from(String(value)).toString('hex')}`;

/** The words of one disclosure: of its agency and every one above it, of its own category, and so on. */
export function filingWords({ lineage, category_id, kind, validity, open_term }: Filing): string {
  const agencies = [...lineage.map((no) => word('agency', no)), ...lineage.slice(0, 1).map((no) => word('own', no))];
  const classes = [word('category', category_id), word('kind', kind)];
  return [
    ...agencies, ...classes, ...agencies.flatMap((agency) => classes.map((one) => both(agency, one))),
    word('validity', validity), word('term', open_term),
  ].join(' ');
}

/** An FTS5 expression for what passes the filters; `undefined` when everything does. */
export function filingQuery({ agency, category, kind, validity, openTerm }: Filters): string | undefined {
  const scope = agency && word(agency.alone ? 'own' : 'agency', agency.no);
  const within = (one: string) => (scope === undefined ? one : both(scope, one));
  const alternatives = [
    scope !== undefined && !category && !kind ? [scope] : undefined,
    category?.map((id) => within(word('category', id))),
    kind && [within(word('kind', kind))],
    validity && [word('validity', validity)],
    openTerm && [word('term', openTerm)],
  ].filter((words) => words !== undefined);
  return alternatives.length === 0 ? undefined : `filing : (${alternatives.map((words) => `(${words.map((one) => `"${one}"`).join(' OR ')})`).join(' AND ')})`;
}
