import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { day, facts, reference } from './parts.ts';
import type { Context, WithdrawnDisclosure } from './types.ts';

/** What stays of a withdrawn disclosure: that it was there, since when it is not, why, and who decided. */
export function tombstone(item: WithdrawnDisclosure, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`<article class="item" part="item" aria-labelledby="title">
    <header class="head" part="head">
      <p class="eyebrow">${t('withdrawn')}</p>
      <h2 id="title" tabindex="-1" part="title"><bdi>${item.title}</bdi></h2>
    </header>
    <div class="notice bad tombstone" part="banner">${icons.warning}<div>
      <p><strong>${t('withdrawn.text')}</strong></p>
      ${item.replacedBy ? html`<p>${t('withdrawn.replaced')} ${reference(item.replacedBy, ctx)}</p>` : nothing}
    </div></div>
    ${facts([
      [t('f.withdrawnOn'), day(item.withdrawnOn, ctx)],
      [t('f.ground'), item.ground],
      [t('f.decidedBy'), item.decidedBy],
      [t('f.agency'), item.agency.name],
      [t('f.indexNo'), html`<span class="code">${item.indexNo}</span>`],
      [t('f.publishedOn'), day(item.publishedOn, ctx)],
    ], 'particulars')}
  </article>`;
}
