import type { AgencyKind, AgencyLevel, AgencyRef } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { WHOLE } from '../disclosures/cells.ts';
import { invalid } from '../problems.ts';
import { EVERYWHERE, type Span } from '../topics/figures.ts';

/** An agency in the tree. */
export interface Place extends Span {
  readonly no: number;
  readonly parentNo: number | null;
  readonly id: string;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
}

/** What figures are asked of: an agency with all below it, or everything; and each place directly below. */
export interface Asked extends Span {
  /** Of its cells. */
  readonly no: number;
  readonly agency?: AgencyRef;
  readonly below: readonly Place[];
  /** Every agency there is, in the order of the tree. */
  readonly tree: readonly Place[];
}

/** @throws ProblemError for an unknown agency. */
export async function askedOf(db: Kysely<Tables>, id: string | undefined): Promise<Asked> {
  const rows = await db.selectFrom('agency').select(['no', 'parent_no', 'id', 'name', 'level', 'kind', 'position', 'last']).orderBy('position').execute();
  const tree = rows.map(({ parent_no, ...row }): Place => ({ parentNo: parent_no, ...row }));
  if (id === undefined) return { no: WHOLE, ...EVERYWHERE, below: tree.filter(({ parentNo }) => parentNo === null), tree };
  const place = tree.find((one) => one.id === id);
  if (place === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const { no, name, position, last } = place;
  return { no, position, last, agency: { id, name }, below: tree.filter(({ parentNo }) => parentNo === no), tree };
}

/** An agency as figures name it. */
export const placeRef = ({ id, name, level, position, last }: Place) => ({ id, name, level, below: last > position });

/** What was counted at each place of the tree, summed over a place with all below it. */
export function sumsWithin<T extends { readonly position: number }>(rows: readonly T[], count: (row: T) => number): (span: Span) => number {
  return ({ position, last }) => rows.reduce((sum, row) => (position <= row.position && row.position <= last ? sum + count(row) : sum), 0);
}

export const daysOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
