import { AdminElement } from '../admin/page.ts';
import { statisticStyles } from '../statistics/styles.ts';
import { supervisionStrings, type SupervisionKey } from './strings/index.ts';
import { supervisionStyles } from './styles.ts';

/** What the pages of supervision and their parts are. */
export abstract class SupervisionElement extends AdminElement<SupervisionKey> {
  static override styles = [AdminElement.styles, statisticStyles, supervisionStyles];

  protected override readonly strings = supervisionStrings;
}
