import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import type { Load } from '../shared/load.ts';
import { failed, skeleton } from '../shared/states.ts';
import { skeletonRow } from './rows.ts';
import type { Scene } from './scene.ts';

/** One disclosure in place of the list, with the way back. */
export function item({ t, acts, setting, href }: Scene, id: string, element: Load<unknown>): TemplateResult {
  const { state } = element.current;
  return html`<section class="item" part="item" aria-label=${t('item')} @sunlit-select=${acts.select} @sunlit-ready=${acts.ready}>
    <button class="button quiet back no-print" type="button" @click=${acts.back}>${icons.back}${t('item.back')}</button>
    ${element.current.state === 'failed'
      ? failed(t, element.current.error, () => element.retry())
      : state === 'ready'
        ? html`<sunlit-disclosure item-id=${id} link=${setting.link ?? href ?? nothing} api=${setting.api} theme=${setting.theme ?? nothing} scheme=${setting.scheme ?? nothing} live=${setting.live ?? nothing} ?feedback=${setting.feedback}></sunlit-disclosure>`
        : skeleton(t, 4, skeletonRow)}
  </section>`;
}
