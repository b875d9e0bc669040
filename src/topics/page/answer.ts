import type { Topic, TopicAnswer } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { todayInShanghai } from '../../disclosure/today.ts';
import { formatDay } from '../../shared/format.ts';
import { icons } from '../../shared/icons.ts';
import { satisfied } from '../standing.ts';
import { disclosureLink, type PageScene } from './scene.ts';

/** What the agency answers, by which post and when, and those it gave before. */
export function answer(topicId: string, given: TopicAnswer, earlier: readonly TopicAnswer[], scene: PageScene): TemplateResult {
  const { say } = scene;
  return html`<section class="section answer"><h3>${say('answer')}</h3>${one(topicId, given, scene)}
    ${earlier.length > 0 ? html`<details class="earlier"><summary>${icons.next}${say('answer.earlier')}</summary>${earlier.map((before) => html`<div class="before">${one(topicId, before, scene)}${before.ratings && before.ratings.n > 0 ? html`<p class="small muted">${scene.t('figures.ratings', { n: before.ratings.n, good: satisfied(before.ratings) })}</p>` : nothing}</div>`)}</details>` : nothing}
  </section>`;
}

function one(topicId: string, given: TopicAnswer, scene: PageScene): TemplateResult {
  const { t, say, texts, language } = scene;
  const { outcome, text, disclosures, files, post, on } = given;
  return html`<p class="by"><span class="badge good">${t(`outcome.${outcome}`)}</span><span class="muted">${say('answer.by', { post, on: formatDay(on, language) })}</span></p>
    ${texts.view(text, scene)}
    ${disclosures.length > 0 ? html`<div class="linked"><h4>${say('answer.disclosures')}</h4><ul>${disclosures.map((disclosure) => html`<li>${icons.document}<span>${disclosureLink(disclosure, scene)}</span></li>`)}</ul></div>` : nothing}
    ${files.length > 0 ? html`<div class="linked"><h4>${say('answer.files')}</h4><ul>${files.map((file) => html`<li>${icons.document}<a href=${scene.options.client().topics.attachmentUrl(topicId, file.name)} download=${file.name}><bdi>${file.name}</bdi></a></li>`)}</ul></div>` : nothing}
    ${given.promise ? promise(given.promise, scene) : nothing}`;
}

/** What the answer promised for later, and what came of it. */
function promise({ text, due, kept }: NonNullable<TopicAnswer['promise']>, { say, language }: PageScene): TemplateResult {
  const late = !kept && due < todayInShanghai();
  return html`<div class="promise ${kept ? 'kept' : late ? 'late' : ''}"><h4>${say('promise')}</h4><p><bdi>${text}</bdi></p>
    <p class="small">${kept ? say('promise.kept', { on: formatDay(kept.on, language), result: kept.result }) : say(late ? 'promise.late' : 'promise.due', { due: formatDay(due, language) })}</p></div>`;
}

export function declined({ reason, words, on }: NonNullable<Topic['declined']>, { say, language }: PageScene): TemplateResult {
  return html`<section class="section"><h3>${say('declined')}</h3>
    <div class="notice warn">${icons.warning}<div><p class="strong">${say(`reason.${reason}`)}</p><p><bdi>${words}</bdi></p><p class="small muted">${formatDay(on, language)}</p></div></div></section>`;
}
