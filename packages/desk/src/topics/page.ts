import { text } from '../../../../src/disclosure/styles/text.ts';
import { AdminElement } from '../admin/page.ts';
import { caseStyles } from '../cases/styles.ts';
import { topicStrings, type TopicKey } from './strings/index.ts';
import { topicStyles } from './styles.ts';

/** What the pages of the topic board and their parts are. A posting is laid out as a case is. */
export abstract class TopicElement extends AdminElement<TopicKey> {
  static override styles = [AdminElement.styles, text, caseStyles, topicStyles];

  protected override readonly strings = topicStrings;
}
