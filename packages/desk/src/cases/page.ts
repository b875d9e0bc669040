import { AdminElement } from '../admin/page.ts';
import { caseStrings, type CaseKey } from './strings/index.ts';
import { caseStyles } from './styles.ts';

/** What the pages of requests and their parts are. */
export abstract class CaseElement extends AdminElement<CaseKey> {
  static override styles = [AdminElement.styles, caseStyles];

  protected override readonly strings = caseStrings;
}
