import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.ts';
import { facts, section } from '../parts.ts';
import { timeline } from '../timeline.ts';
import type { Context, Published } from '../types.ts';

export function project({ fields }: Published<'project'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([
      [t('f.type'), t(`project.type.${fields.type}`)],
      [t('f.projectNo'), fields.no],
      [t('f.lead'), fields.lead],
      [t('f.partners'), fields.partners.length === 0 ? undefined : fields.partners.join(t('list.separator'))],
      [t('f.amountWanYuan'), fields.amountWanYuan === undefined ? undefined : formatNumber(fields.amountWanYuan, ctx.language, { maximumFractionDigits: 8 })],
    ])}
    ${section(t('project.stages'), timeline(fields.stages, ctx))}
  `;
}
