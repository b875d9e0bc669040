import { html, nothing, type TemplateResult } from 'lit';
import { badge, day, facts, section, span, type Tone } from '../parts.ts';
import type { Context, FieldsOf, Published } from '../types.ts';

const tones: Record<FieldsOf<'decision'>['status'], Tone> = { valid: 'good', changed: 'warn', revoked: 'bad', performed: 'good' };

export function decision({ fields }: Published<'decision'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${section(
      t(`act.${fields.act}`),
      html`${facts([
        [t('f.decisionNo'), fields.decisionNo],
        [t('f.status'), badge(t(`status.${fields.status}`), tones[fields.status])],
        [t('f.party'), html`<bdi>${fields.party}</bdi>`],
        [t('f.creditCode'), fields.creditCode === undefined ? undefined : html`<span class="code">${fields.creditCode}</span>`],
        [t('f.authority'), fields.authority],
        [t('f.decidedOn'), day(fields.decidedOn, ctx)],
        ...(fields.act === 'licence' ? ([[t('f.validity'), span(fields.validFrom, fields.validTo, ctx)]] as const) : []),
        ...(fields.act === 'penalty' ? ([[t('f.category'), fields.category]] as const) : []),
        ...(fields.act === 'correction' ? ([[t('f.dueOn'), day(fields.dueOn, ctx)]] as const) : []),
      ])}`,
    )}
    ${fields.act === 'licence' ? section(t('f.content'), html`<p>${fields.content}</p>`) : section(t('f.cause'), html`<p>${fields.cause}</p>`)}
    ${fields.act === 'penalty' ? section(t('f.penaltyResult'), html`<p class="quoted">${fields.result}</p>`) : nothing}
    ${fields.act === 'correction' ? section(t('f.demand'), html`<p class="quoted">${fields.demand}</p>`) : nothing}
    ${section(t('f.basis'), html`<p>${fields.basis}</p>`)}
  `;
}
