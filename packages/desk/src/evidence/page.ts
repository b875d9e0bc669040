import type { Evidence } from '@sunlit/client/desk';
import type { PropertyValues } from 'lit';
import { strings as disclosureStrings } from '../../../../src/disclosure/strings/index.ts';
import { prepare, translator } from '../../../../src/shared/i18n.ts';
import { AdminElement } from '../admin/page.ts';
import { evidenceStrings, type EvidenceKey } from './strings/index.ts';
import { evidenceStyles } from './styles.ts';

export type Carrier = Evidence['carrier'];

/** What the page of proofs and its form are. */
export abstract class EvidenceElement extends AdminElement<EvidenceKey> {
  static override styles = [AdminElement.styles, evidenceStyles];

  protected override readonly strings = evidenceStrings;

  /** A carrier as the public reads it among the channels of a disclosure. */
  protected readonly carrier = (carrier: Carrier): string => translator(disclosureStrings, this.language)(`carrier.${carrier}`);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const pending = prepare(disclosureStrings, this.language);
    if (pending) void pending.then(() => this.requestUpdate(), () => undefined);
  }
}
