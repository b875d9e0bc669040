import { html, type TemplateResult } from 'lit';
import { day, facts } from '../parts.ts';
import type { Context, Published } from '../types.ts';

/** The text itself stands in `body`; here is who issued it and how it was registered. */
export function normative({ fields }: Published<'normative'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`${facts([
    [t('f.genre'), t(`genre.${fields.genre}`)],
    [t('f.issuers'), html`${fields.issuers.join(t('list.separator'))}`],
    [t('f.registrationNo'), fields.registrationNo],
    [t('f.validUntil'), day(fields.validUntil, ctx)],
  ])}`;
}
