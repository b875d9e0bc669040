import { AdminElement } from '../admin/page.ts';
import { statisticStrings, type StatisticKey } from './strings/index.ts';
import { statisticStyles } from './styles.ts';

/** What the pages of figures and reports and their parts are. */
export abstract class StatisticElement extends AdminElement<StatisticKey> {
  static override styles = [AdminElement.styles, statisticStyles];

  protected override readonly strings = statisticStrings;
}
