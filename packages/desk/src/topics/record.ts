import type { Posting, PostingEntry, PostingPapers } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { SayTopic, TopicKey } from './strings/index.ts';

interface Spoken {
  readonly t: SayTopic;
  readonly language: Language;
}

/** Who did what when, in one line. */
export function entryLine({ type, at, by, person }: PostingEntry, { t, language }: Spoken): TemplateResult {
  return html`<strong>${t(`event.${type}`)}</strong> <span class="muted">${person === undefined ? t(`by.${by}`) : `${person.post} ${person.name}`} ${formatMoment(at, language)}</span>`;
}

interface RecordSetting extends Spoken {
  readonly href: (place: string) => string;
  /** What was written with reopenings, when the papers are open. */
  readonly papers: PostingPapers | undefined;
}

/** Everything that was done, the newest first. */
export function record({ entries }: Posting, setting: RecordSetting): TemplateResult {
  return html`<ol class="record" reversed>${[...entries].reverse().map((entry) => item(entry, setting))}</ol>`;
}

function item(entry: PostingEntry, setting: RecordSetting): TemplateResult {
  const { t, language, href, papers } = setting;
  const said = papers?.reopenings.find(({ n }) => n === entry.n)?.words ?? entry.words;
  return html`<li>
    <p class="line">${entryLine(entry, setting)}</p>
    ${particulars(entry, t, language).map((text) => html`<p>${text}</p>`)}
    ${entry.topic === undefined ? nothing : html`<p><a href=${href(`topics/${entry.topic}`)}>${t('entry.topic')}</a></p>`}
    ${said === undefined ? nothing : html`<blockquote><p class="said">${said}</p></blockquote>`}
  </li>`;
}

function particulars({ type, to, due, reason, way, basis, added, already }: PostingEntry, t: SayTopic, language: Language): string[] {
  return [
    to && t('entry.to', { agency: to.name }),
    due && t('entry.due', { day: formatDay(due, language) }),
    reason && t(`${type === 'decline' ? 'decline' : 'return'}.${reason}` as TopicKey),
    way && t('entry.way', { way: t(`way.${way}`) }),
    basis && t(`basis.${basis}`),
    added !== undefined && t('entry.supports', { added, already: already ?? 0 }),
  ].filter((text) => typeof text === 'string');
}
