import type { AnnualDraft } from '@sunlit/client/desk';
import type { Cell } from './lines.ts';

/** Somebody asks for the cases behind a figure. */
export class CellEvent extends Event {
  static readonly type = 'desk-cell';
  readonly cell: Cell;

  constructor(cell: Cell) {
    super(CellEvent.type);
    this.cell = cell;
  }
}

/** The figures of the year stand otherwise by now: they were saved or closed, here or by somebody else. */
export class FiguresEvent extends Event {
  static readonly type = 'desk-figures';
  readonly current: AnnualDraft;

  constructor(current: AnnualDraft) {
    super(FiguresEvent.type);
    this.current = current;
  }
}
