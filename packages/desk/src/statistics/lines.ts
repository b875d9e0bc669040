import type { AnnualFault, AnnualLine, AnnualTableColumn, DisputesTable } from '@sunlit/client';

/** A cell of the third table. */
export interface Cell {
  readonly line: AnnualLine;
  readonly column: AnnualTableColumn;
}

export const COLUMNS: readonly AnnualTableColumn[] = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other', 'total'];

/** The lines of the third table in their order, under the headings that the form has. */
export const GROUPS: readonly { readonly name?: 'results' | 'denied' | 'unable' | 'notProcessed' | 'other'; readonly lines: readonly AnnualLine[] }[] = [
  { lines: ['newReceived', 'carriedOver'] },
  { name: 'results', lines: ['granted', 'partial'] },
  { name: 'denied', lines: ['denied.stateSecret', 'denied.lawForbidden', 'denied.safetyStability', 'denied.thirdPartyRights', 'denied.internalAffairs', 'denied.processInfo', 'denied.enforcementFile', 'denied.specialQuery'] },
  { name: 'unable', lines: ['unable.notHeld', 'unable.needsCreation', 'unable.stillUnclear'] },
  { name: 'notProcessed', lines: ['notProcessed.petition', 'notProcessed.repeat', 'notProcessed.publication', 'notProcessed.excessive', 'notProcessed.reconfirm'] },
  { name: 'other', lines: ['other.uncorrected', 'other.unpaid', 'other.other'] },
  { lines: ['total', 'carriedForward'] },
];

export const DISPUTES = ['reconsideration', 'litigationDirect', 'litigationAfter'] as const satisfies readonly (keyof DisputesTable)[];
export const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending'] as const satisfies readonly (keyof DisputesTable['reconsideration'])[];

type FaultCell = AnnualFault['cells'][number];

const isDispute = (line: FaultCell['line']): line is (typeof DISPUTES)[number] => (DISPUTES as readonly string[]).includes(line);
const inThird = (cell: FaultCell): cell is FaultCell & Cell => !isDispute(cell.line) && (COLUMNS as readonly string[]).includes(cell.column);

/** Those of a fault that stand in the third table, where cases are behind them. */
export const casesCells = ({ cells }: AnnualFault): readonly Cell[] => cells.filter(inThird);

/** Key of the name of a cell's line. */
export const lineKey = (line: FaultCell['line']) => (isDispute(line) ? (`dispute.${line}` as const) : (`line.${line}` as const));
