import type { TopicAnswer } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { SayTopic } from './strings/index.ts';

interface AnswerSetting {
  readonly t: SayTopic;
  readonly language: Language;
  readonly rich: RichTexts;
  readonly href: (place: string) => string;
  readonly fileUrl: (sha256: string) => string;
}

/** An answer as everybody reads it. */
export function answerCard({ outcome, text, disclosures, files, post, on, promise }: TopicAnswer, { t, language, rich, href, fileUrl }: AnswerSetting): TemplateResult {
  return html`<h3 class="line"><span class="badge good">${t(`outcome.${outcome}`)}</span> <span class="muted small">${t('answer.by', { post, day: formatDay(on, language) })}</span></h3>
    ${richText(rich, text, { t, language })}
    ${disclosures.length === 0 ? nothing : html`<div><p class="label">${t('answer.disclosures')}</p><ul>${disclosures.map(({ id, title, agency }) => html`<li><a href=${href(`published/${id}/evidence`)}>${title}</a> <span class="muted small"><bdi>${agency.name}</bdi></span></li>`)}</ul></div>`}
    ${files.length === 0 ? nothing : html`<div><p class="label">${t('answer.files')}</p><ul>${files.map(({ name, sha256 }) => html`<li><a href=${fileUrl(sha256)} download=${name}><bdi>${name}</bdi></a></li>`)}</ul></div>`}
    ${promise === undefined ? nothing : html`<div class="notice"><div><p class="label">${t('answer.promise', { day: formatDay(promise.due, language) })}</p><p class="said">${promise.text}</p>
      ${promise.kept === undefined ? nothing : html`<p class="label">${t('answer.kept', { day: formatDay(promise.kept.on, language) })}</p><p class="said">${promise.kept.result}</p>`}</div></div>`}`;
}

/** A text of Markdown; until its tools are there, and should they not come, as it was typed. */
export function richText(rich: RichTexts, text: string, { t, language }: Pick<AnswerSetting, 't' | 'language'>): TemplateResult {
  const made = text.trim() === '' ? 'failed' : rich.get(text, { t, language });
  return typeof made === 'string' ? html`<p class="said">${text}</p>` : html`<div class="prose">${made.node}</div>`;
}
