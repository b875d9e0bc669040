import type { Topics, TopicSummary } from '@sunlit/client/topics';
import { html, nothing, render, type TemplateResult } from 'lit';
import { printAlone } from '../disclosure/print.ts';
import { qr } from '../disclosure/qr.ts';
import { todayInShanghai } from '../disclosure/today.ts';
import { formatDay, formatNumber } from '../shared/format.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import { beginning, type Displayed, type DisplayedTopic } from './display.ts';
import { strings, type DisplaySay } from './display-strings/index.ts';
import { sheetStyles } from './sheet-styles.ts';

/** Longer answers are read on the agency’s site. */
const LONGEST_ANSWER = 420;
const LINES_TO_WRITE = 8;
const ON_A_SHEET = 12;

export interface Sheet extends Displayed {
  readonly topics: readonly DisplayedTopic[];
  /** The day of printing, `YYYY-MM-DD`. */
  readonly on: string;
  readonly size: 'A3' | 'A4';
}

/** Prints the first of the topics that are shown, with their answers as far as they are to be had. */
export async function printShown(given: Omit<Sheet, 'topics' | 'on'>, shown: readonly TopicSummary[], topics: Topics): Promise<void> {
  const whole = await Promise.all(shown.slice(0, ON_A_SHEET).map(async (item) => (item.answeredOn || item.phase === 'declined' ? topics.get(item.id, { onSource: () => undefined }).catch(() => item) : item)));
  await printSheet({ ...given, topics: whole, on: todayInShanghai() });
}

/** Prints the sheet for a village notice board, without the page around it. */
export async function printSheet(given: Sheet): Promise<void> {
  await prepare(strings, given.language);
  const t = translator(strings, given.language);
  const paper = document.createElement('div');
  paper.lang = given.language;
  render(sheet(given, t), paper);
  await printAlone(paper, `${t('sheet.title')} - ${given.board.agency.name}`, sheetStyles(given.size));
}

/** What hangs on the board: how to take part, the topics with their answers, and space to write. */
export function sheet(given: Sheet, t: DisplaySay): TemplateResult {
  const { board, language, topics, on, size, boardHref } = given;
  const { round, promise } = board;
  const day = (of: string) => formatDay(of, language);
  return html`<main class="sheet ${size.toLowerCase()}">
    <header><p class="agency">${board.agency.name}</p><h1>${t('sheet.title')}</h1>
      <p>${round ? `${round.title} · ${t(`round.${round.state}`, { from: day(round.opensOn), to: day(round.closesOn), on: round.reportedOn ? day(round.reportedOn) : '' })}${round.state === 'reported' ? '' : ` · ${t('round.due', { due: day(round.answerBy.due) })}`}` : board.open ? t('promise', promise) : t('closed')}</p>
      <p class="printed">${t('sheet.printed', { on: day(on) })}</p></header>
    <section class="how"><div><h2>${t('sheet.how')}</h2>
      <ol><li>${t('sheet.how.scan')}</li><li>${t('sheet.how.write')}</li><li>${t('sheet.how.answer', promise)}</li></ol>
      <p class="small">${t('sheet.how.not')}</p></div>
      ${boardHref ? html`<figure>${qr(boardHref, t('sheet.code.board'))}<figcaption>${boardHref}</figcaption></figure>` : nothing}</section>
    <h2>${t('sheet.topics')}</h2>
    ${topics.length === 0 ? html`<p>${t('sheet.topics.none')}</p>` : topics.map((topic) => posted(topic, given, t))}
    <section class="space"><h2>${t('sheet.space')}</h2><p class="small">${t('sheet.space.text')}</p>
      <table><thead><tr><th scope="col">${t('sheet.space.on')}</th><th scope="col">${t('sheet.space.what')}</th></tr></thead>
        <tbody>${[...Array(LINES_TO_WRITE)].map(() => html`<tr><td></td><td></td></tr>`)}</tbody></table></section>
  </main>`;
}

function posted(topic: DisplayedTopic, { standing, href, language }: Sheet, t: DisplaySay): TemplateResult {
  const { title, no, text, place, supports } = topic;
  const { text: stands, until } = standing(topic);
  const address = href(topic.id);
  return html`<article><div>
      <h3>${title}</h3>
      <p class="small">${t('sheet.no', { no })} · ${t('supports', { n: formatNumber(supports.total, language) })}${place ? ` · ${t('sheet.place', { place })}` : ''}</p>
      ${text ? html`<p class="text">${text}</p>` : nothing}
      <p class="stands">${[stands, ...until].join('，')}</p>
      ${answered(topic, t, language)}
    </div>
    ${address ? qr(address, t('sheet.code', { title })) : nothing}
  </article>`;
}

function answered({ answer, answeredOn, declined, board, agency }: DisplayedTopic, t: DisplaySay, language: Language): TemplateResult | typeof nothing {
  const day = (of: string) => formatDay(of, language);
  if (declined) return html`<div class="answer"><h4>${t('sheet.declined')}</h4><p>${declined.words}</p></div>`;
  if (!answer) return nothing;
  const { text, post, on, promise } = answer;
  const shown = beginning(text, LONGEST_ANSWER);
  return html`<div class="answer"><h4>${t('sheet.answer')}</h4>
    <p>${shown}${shown.endsWith('……') ? ` ${t('sheet.full')}` : nothing}</p>
    ${promise ? html`<p>${promise.kept ? t('sheet.kept', { result: promise.kept.result, on: day(promise.kept.on) }) : t('sheet.promise', { text: promise.text, due: day(promise.due) })}</p>` : nothing}
    <p class="small">${t('answer.by', { agency: (agency ?? board).name, post, on: day(answeredOn ?? on) })}</p></div>`;
}
