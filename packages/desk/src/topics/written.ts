import type { PersonalMark, Posting, PostingPapers } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { marked } from '../../../../src/shared/marks.ts';
import { icons } from '../../../../src/shared/icons.ts';
import type { SayTopic } from './strings/index.ts';

interface WrittenSetting {
  readonly t: SayTopic;
  /** Opens the form of giving it back, with the way that was found. */
  readonly pointTo: ((way: PostingPapers['ways'][number]['way']) => void) | undefined;
}

const ranges = (marks: readonly PersonalMark[]): number[][] => [...marks].sort((a, b) => a.start - b.start).map(({ start, end }) => [start, end]);

/** What somebody wrote, as they wrote it, with what looks personal marked, and where else it may belong. */
export function writtenView({ written, marks, ways }: PostingPapers, { disclosure }: Posting, { t, pointTo }: WrittenSetting): TemplateResult {
  const kinds = [...new Set([...marks.title, ...marks.text].map(({ kind }) => kind))];
  if (!written) return html`<p class="muted">${t('papers.erased')}</p>`;
  return html`<div class="written">
      <p class="said"><strong>${marked(written.title, ranges(marks.title))}</strong></p>
      ${written.text === undefined ? nothing : html`<p class="said">${marked(written.text, ranges(marks.text))}</p>`}
      ${written.place === undefined ? nothing : html`<p class="small muted">${t('about.place')}${t('colon')}<bdi>${written.place}</bdi></p>`}
      ${disclosure === undefined ? nothing : html`<p class="small muted">${t('about.disclosure')}${t('colon')}${disclosure.title}</p>`}
    </div>
    ${kinds.length === 0 ? nothing : html`<p class="notice warn">${icons.warning}<span>${t('papers.personal', { kinds: kinds.map((kind) => t(`mark.${kind}`)).join(t('comma')) })}</span></p>`}
    ${ways.length === 0 ? nothing : html`<div class="notice warn">${icons.warning}<div><p>${t('papers.ways')}</p>
      <ul class="ways">${ways.map(({ way, found }) => html`<li><span>${t('papers.way', { found, way: t(`way.${way}`) })}</span>${pointTo ? html` <button class="button" type="button" @click=${() => pointTo(way)}>${t('papers.way.return', { way: t(`way.${way}`) })}</button>` : nothing}</li>`)}</ul></div></div>`}`;
}
