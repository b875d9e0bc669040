import type { TrackedBranch } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { sizeOf } from '../shared/uploads/view.ts';
import { one } from './deadlines.ts';
import type { Paper, Scene } from './scene.ts';

/** Letters and what was released. Each tap fetches an address of its own, which holds for some minutes. */
export function papers({ letters, files }: TrackedBranch, scene: Scene): TemplateResult | typeof nothing {
  const { t, language, open, link } = scene;
  if (letters.length + files.length === 0) return nothing;
  const row = (paper: Paper, letter: boolean) => html`<li>
    <span class="name">${icons.document}<span><bdi>${paper.name}</bdi> <span class="small muted">${formatDay(paper.on, language)}${letter ? nothing : ` · ${sizeOf(paper.size, language)}`}</span></span></span>
    ${letter
      ? html`<button class="button" type="button" aria-label=${t('paper.read.name', { name: paper.name })} @click=${() => open(paper, 'html')}>${t('paper.read')}</button>
          <button class="button quiet" type="button" aria-label=${t('paper.docx.name', { name: paper.name })} @click=${() => open(paper, 'docx')}>${t('paper.docx')}</button>`
      : html`<button class="button" type="button" aria-label=${t('paper.take.name', { name: paper.name })} @click=${() => open(paper)}>${t('paper.take')}</button>`}
    ${link?.paper === paper.id ? html`<p class="ready" role="status"><a href=${link.href} target="_blank" rel="noopener">${t('paper.ready')}</a></p>` : nothing}
  </li>`;
  return html`<section class="section"><h3>${t('papers')}</h3>
    <ul class="papers" part="papers">${letters.map((paper) => row(paper, true))}${files.map((paper) => row(paper, false))}</ul></section>`;
}

/** Which way is open against what the agency did, or failed to do, and until when. */
export function remedy({ remedy: way, deadlines }: TrackedBranch, scene: Scene): TemplateResult | typeof nothing {
  if (!way) return nothing;
  const { t } = scene;
  const periods = deadlines.filter(({ term }) => term === 'reconsideration' || term === 'suit' || term === 'suit-after-reconsideration');
  return html`<section class="section"><h3>${t('remedy')}</h3>
    <div class="part remedy"><p>${t(`remedy.${way.remedy}`)}</p><blockquote class="small muted" lang="zh-CN">${way.text}<cite>${way.article}</cite></blockquote></div>
    ${periods.length > 0 ? html`<div class="deadlines">${periods.map((deadline) => one(deadline, scene))}</div>` : nothing}</section>`;
}
