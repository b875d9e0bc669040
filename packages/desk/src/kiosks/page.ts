import { AdminElement } from '../admin/page.ts';
import type { Translate } from '../../../../src/shared/i18n.ts';
import { kioskStrings, type KioskKey } from './strings/index.ts';

export type SayKiosk = Translate<KioskKey>;

/** What the page of touch screens and its parts are. */
export abstract class KioskElement extends AdminElement<KioskKey> {
  protected override readonly strings = kioskStrings;
}
