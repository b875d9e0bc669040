import type { PropertyValues } from 'lit';
import { prepare, translator } from '../../../../src/shared/i18n.ts';
import { DeskElement } from '../frame/element.ts';
import { deskStrings, type Say } from '../strings/index.ts';
import { adminStyles } from './styles.ts';
import { adminStrings, type AdminKey } from './strings/index.ts';

/** What every page of administration is: a page of the desk with strings of its own beside those of the frame. */
export abstract class AdminElement<Key extends string> extends DeskElement<Key> {
  static override styles = [DeskElement.styles, adminStyles];

  /** What the frame says everywhere: roles, errors, more. */
  protected get say(): Say {
    return translator(deskStrings, this.language);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const pending = prepare(deskStrings, this.language);
    if (pending) void pending.then(() => this.requestUpdate(), () => undefined);
  }
}

/** Most of them share their strings. */
export abstract class AdminPage extends AdminElement<AdminKey> {
  protected override readonly strings = adminStrings;
}
