import type { Similar, TopicSummary } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { boardIcons } from '../icons.ts';
import type { Scene } from '../scene.ts';
import { standingOf } from '../standing.ts';
import type { ComposeSay } from './strings/index.ts';

type Disclosure = Similar['disclosures'][number];

export interface SimilarActs {
  readonly openTopic: (topic: TopicSummary) => void;
  readonly openDisclosure: (disclosure: Disclosure) => void;
  readonly answeredBy: (by: { readonly type: 'topic' | 'disclosure'; readonly id: string; readonly title: string }) => void;
  readonly meToo: (topic: TopicSummary) => void;
}

/** Topics and disclosures like what is being written: read one, support it instead, or say that it answers. */
export function similar(found: Similar | undefined, say: ComposeSay, scene: Scene, acts: SimilarActs): TemplateResult {
  const { topics = [], disclosures = [] } = found ?? {};
  return html`<div class="similar-place" role="status">${topics.length + disclosures.length === 0 ? nothing : html`<section class="similar"><h3>${say('similar')}</h3>
    ${topics.length === 0 ? nothing : html`<p class="small muted">${say('similar.topics')}</p><ul>${topics.map((topic) => alike(topic, say, scene, acts))}</ul>`}
    ${disclosures.length === 0 ? nothing : html`<p class="small muted">${say('similar.disclosures')}</p><ul>${disclosures.map((disclosure) => html`<li>
      <p><bdi>${disclosure.title}</bdi> <span class="small muted">${disclosure.agency.name}</span></p>
      <div class="deeds"><button class="button" type="button" data-disclosure=${disclosure.id} @click=${() => acts.openDisclosure(disclosure)}>${say('similar.read')}</button>
        <button class="button" type="button" @click=${() => acts.answeredBy({ type: 'disclosure', id: disclosure.id, title: disclosure.title })}>${boardIcons.tick}${say('similar.answers')}</button></div>
    </li>`)}</ul>`}
  </section>`}</div>`;
}

function alike(topic: TopicSummary, say: ComposeSay, { t, language, supporting }: Scene, acts: SimilarActs): TemplateResult {
  const answered = topic.phase === 'published' || topic.phase === 'rated';
  const { on } = supporting.standing(topic);
  return html`<li>
    <p><bdi>${topic.title}</bdi> <span class="small muted">${[standingOf(topic, t, language).text, t('support.n', { n: supporting.standing(topic).total })].join(' · ')}</span></p>
    <div class="deeds"><button class="button" type="button" data-topic=${topic.id} @click=${() => acts.openTopic(topic)}>${say('similar.read')}</button>
      ${answered
        ? html`<button class="button" type="button" @click=${() => acts.answeredBy({ type: 'topic', id: topic.id, title: topic.title })}>${boardIcons.tick}${say('similar.answers')}</button>`
        : html`<button class="button" type="button" aria-disabled=${on ? 'true' : 'false'} @click=${() => acts.meToo(topic)}>${on ? boardIcons.tick : boardIcons.add}${say(on ? 'similar.too.on' : 'similar.too')}</button>`}</div>
  </li>`;
}
