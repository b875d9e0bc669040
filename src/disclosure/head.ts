import { html, nothing, type TemplateResult } from 'lit';
import { shared } from '../locales/zh-CN.ts';
import { icons } from '../shared/icons.ts';
import type { SharedKey } from '../shared/i18n.ts';
import { validityTone } from './chain.ts';
import { badge, day, facts, reference, type Content } from './parts.ts';
import type { Context, PublishedDisclosure } from './types.ts';

/** Title, standing, and the particulars every public document carries. */
export function head(item: PublishedDisclosure, ctx: Context, actions: TemplateResult): TemplateResult {
  const { t } = ctx;
  return html`<header class="head" part="head">
      <p class="eyebrow">${t(`kind.${item.kind}`)}</p>
      <h2 id="title" tabindex="-1" part="title"><bdi>${item.title}</bdi></h2>
      <p class="badges">${badge(ctx.standing?.text ?? t(`validity.${item.validity}`), ctx.standing?.tone ?? validityTone[item.validity])} <span>${item.agency.name}</span> <span class="muted">${day(item.publishedOn, ctx)}</span></p>
      ${banner(item, ctx)}
      <p class="lede">${item.summary}</p>
      ${actions}
    </header>
    ${item.note === undefined ? nothing : html`<div class="notice" part="note">${icons.warning}<div><p><b>${t('note')}</b>${item.note}</p></div></div>`}
    ${facts(
      [
        [t('f.indexNo'), html`<span class="code">${item.indexNo}</span>`],
        [t('f.docNo'), item.docNo === undefined ? undefined : html`<span class="code">${item.docNo}</span>`],
        [t('f.agency'), item.agency.name],
        [t('f.categoryId'), category(item, ctx)],
        [t('f.formedOn'), day(item.formedOn, ctx)],
        [t('f.publishedOn'), day(item.publishedOn, ctx)],
        [t('f.effectiveOn'), day(item.effectiveOn, ctx)],
        [t('f.repealedOn'), day(item.repealedOn, ctx)],
        [t('f.term'), term(item, ctx)],
        [t('f.revision'), item.revision > 1 ? t('revision.number', { number: item.revision }) : undefined],
      ],
      'particulars',
    )}`;
}

/** The statutory ones have names in every language; an agency's own has the one it was given. */
const category = ({ categoryId, categoryName }: PublishedDisclosure, { t }: Context): Content =>
  `category.${categoryId}` in shared ? t(`category.${categoryId}` as SharedKey) : categoryName;

function term({ openTerm, nextDueOn, nextMissed }: PublishedDisclosure, ctx: Context): Content {
  const { t } = ctx;
  const name = t(`term.${openTerm.term}`);
  if (openTerm.term === 'temporary') return html`${name} (${t('term.until')} ${day(openTerm.until, ctx)})`;
  const every = openTerm.term === 'periodic' ? t(`every.${openTerm.every}`) : undefined;
  const next = nextDueOn ?? (openTerm.term === 'staged' ? openTerm.nextOn : undefined);
  return html`${name}${every === undefined ? nothing : html` (${every})`}${next === undefined ? nothing : html`<span class="next-due">${t('term.next')} ${day(next, ctx)}${nextMissed ? t('term.missed') : nothing}</span>`}`;
}

/** Says before anything else that a text no longer holds, and what holds instead. */
function banner(item: PublishedDisclosure, ctx: Context): TemplateResult | typeof nothing {
  const { t } = ctx;
  if (item.validity === 'in-force') return nothing;
  const text =
    item.validity === 'repealed'
      ? item.repealedOn === undefined ? t('banner.repealed') : html`${t('banner.repealed.on')} ${day(item.repealedOn, ctx)}${t('banner.repealed.rest')}`
      : item.validity === 'expired' ? t('banner.expired') : t('banner.amended');
  const { supersededBy } = item.chain;
  return html`<div class="notice banner ${item.validity === 'amended' ? 'warn' : 'bad'}" part="banner">
    ${icons.warning}
    <div>
      <p><strong>${text}</strong></p>
      ${supersededBy.length === 0 ? nothing : html`<p>${t('banner.now')} ${supersededBy.map((other, at) => html`${at === 0 ? '' : t('list.separator')}${reference(other, ctx)}`)}</p>`}
    </div>
  </div>`;
}
