import { html, type TemplateResult } from 'lit';
import { list, outward, reference, section } from '../parts.ts';
import type { Context, Published } from '../types.ts';

export function clarification({ fields }: Published<'clarification'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    <dl class="claim-fact" part="clarification">
      <div class="claim"><dt>${t('f.claim')}</dt><dd>${fields.claim}</dd></div>
      <div class="fact"><dt>${t('f.fact')}</dt><dd>${fields.fact}</dd></div>
    </dl>
    ${section(
      t('f.evidence'),
      list(fields.evidence.map((one) => (one.disclosureId === undefined ? outward(one.title, one.url, ctx) : reference({ id: one.disclosureId, title: one.title }, ctx)))),
    )}
  `;
}
